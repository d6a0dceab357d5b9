"""Why something that is sold is without tax."""

from enum import StrEnum


class TaxRelief(StrEnum):
    """What takes the place of a tax rate: a seller too small to charge a tax."""

    SMALL_BUSINESS = "small_business"
