"""Why something that is sold is without tax, and how a tax is rounded."""

from enum import StrEnum


class TaxRelief(StrEnum):
    """What takes the place of a tax rate.

    A seller too small to charge a tax, or a business of another country that owes the tax itself.
    """

    SMALL_BUSINESS = "small_business"
    REVERSE_CHARGE = "reverse_charge"


class TaxRounding(StrEnum):
    """What is rounded: the tax of each line of an order, or that of each rate of a seller."""

    LINE = "line"
    DOCUMENT = "document"
