"""The currencies of ISO 4217, and how many decimals each has."""

from collections.abc import Mapping
from decimal import Decimal

from iso4217 import Currency

from src.domain.errors import ValidationFailed

DECIMALS: Mapping[str, int] = {
    currency.code: currency.exponent for currency in Currency if currency.exponent is not None
}
"""The decimals of each currency that amounts can be in: none of yen, three of dinars.

Those without a smallest unit are no currencies to sell in: gold, drawing rights, test codes.
"""

FORMER_DECIMALS = 2
"""Of a code that ISO 4217 has given up, or never had: amounts in it were kept with two."""

_UNITS: Mapping[int, Decimal] = {
    decimals: Decimal(1).scaleb(-decimals) for decimals in {*DECIMALS.values(), FORMER_DECIMALS}
}


def require_currency(code: str, *, field: str) -> None:
    """Raise ValidationFailed for a code that is no currency to sell in."""
    if code not in DECIMALS:
        message = f"{code} is no currency of ISO 4217 to sell in, such as EUR or JPY."
        raise ValidationFailed(field, message)


def decimals_of(currency: str) -> int:
    """The decimals of amounts in this currency."""
    return DECIMALS.get(currency, FORMER_DECIMALS)


def smallest_unit(currency: str) -> Decimal:
    """The smallest amount of this currency: 1 yen, 0.01 euros, 0.001 dinars."""
    return _UNITS[decimals_of(currency)]
