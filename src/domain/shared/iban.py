"""International bank account numbers (ISO 13616)."""

from stdnum import iban
from stdnum.exceptions import ValidationError

from src.domain.errors import ValidationFailed


def require_iban(text: str, *, field: str) -> str:
    """The IBAN without blanks, in capitals. Raises ValidationFailed for what is none.

    The country's structure and the check digits are looked at, its list of banks is not: new banks
    come more often than new releases of such lists.
    """
    try:
        return str(iban.validate(text, check_country=False))
    except ValidationError:
        message = "This is no IBAN: a letter or digit of it is wrong or missing."
        raise ValidationFailed(field, message) from None


def printed_iban(number: str) -> str:
    """The IBAN in groups of four, as it is printed."""
    return str(iban.format(number))
