"""Monetary amounts: decimals of the smallest unit of their currency, rounded half to even.

Rounding and dividing need a currency; what was agreed is never rounded again.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from src.domain.errors import ValidationFailed
from src.domain.shared.currency import (
    FORMER_DECIMALS,
    decimals_of,
    smallest_unit,
)

ZERO = Decimal(0)

# A line is at most 10**12 x 1000 with four decimals; a fee of it in per cent has two more.
_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Round to the smallest unit of the currency, half to even."""
    return amount.quantize(smallest_unit(currency), context=_EXACT)


def rounded_up(amount: Decimal, currency: str) -> Decimal:
    """The least number of smallest units of the currency that is not below the amount."""
    return amount.quantize(smallest_unit(currency), ROUND_CEILING, _EXACT)


def percent_of(amount: Decimal, percent: Decimal, currency: str) -> Decimal:
    """Return `percent` per cent of `amount`, rounded to the smallest unit of the currency."""
    return proportion(amount, percent, Decimal(100), currency)


def proportion(amount: Decimal, part: Decimal, whole: Decimal, currency: str) -> Decimal:
    """Return `amount` times `part` / `whole`, rounded to the smallest unit of the currency."""
    return rounded(_EXACT.divide(_EXACT.multiply(amount, part), whole), currency)


def rounded_half_up(amount: Decimal, currency: str) -> Decimal:
    """Round to the smallest unit of the currency, half away from zero, as tax offices do."""
    return amount.quantize(smallest_unit(currency), ROUND_HALF_UP, _EXACT)


def share_half_up(amount: Decimal, part: Decimal, whole: Decimal, currency: str) -> Decimal:
    """Return the share of `amount` that falls to `part` of `whole`, half up; of nothing, nothing.

    To the whole falls all of it, exactly.
    """
    if part == whole:
        return amount
    if not part or not whole:
        return ZERO
    return rounded_half_up(_EXACT.divide(_EXACT.multiply(amount, part), whole), currency)


def is_payable(amount: Decimal, currency: str) -> bool:
    """Whether the amount is a number of smallest units: half a yen is none."""
    return amount == rounded(amount, currency)


def with_decimals(amount: Decimal, currency: str) -> Decimal:
    """The same amount with the decimals of its currency; one with finer parts stays as it is."""
    exact = rounded(amount, currency)
    return exact if exact == amount else amount


def written(amount: Decimal, currency: str) -> str:
    """The amount as it is printed: `1500` yen, `1500.00` euros, `1.505` dinars."""
    return f"{with_decimals(amount, currency):f}"


def payable(amount: Decimal, currency: str, *, field: str) -> Decimal:
    """The amount with the decimals of its currency. Raises ValidationFailed for finer parts."""
    exact = rounded(amount, currency)
    if exact != amount:
        raise ValidationFailed(field, too_fine(amount, currency), reason="decimal_max_places")
    return exact


def too_fine(amount: Decimal, currency: str) -> str:
    """Why the amount cannot be paid, for people."""
    if decimals := decimals_of(currency):
        return f"Amounts in {currency} have {decimals} decimals: {amount:f} cannot be paid."
    return f"Amounts in {currency} have no decimals: {amount:f} cannot be paid."


def split(amount: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Split `amount` in proportion to `weights`; the shares add up to it exactly.

    Shares are rounded down to the smallest unit, and the units that remain go to the largest
    remainders, one each, ties in order. No share exceeds its weight as long as `amount` does not
    exceed their sum. Where an amount was agreed in finer parts (two decimals of yen, which once
    were possible), the shares have them too.
    """
    decimals = decimals_of(currency)
    finest = max(map(_decimals, {amount, *weights}))
    if finest > decimals:
        decimals = max(finest, FORMER_DECIMALS)
    units = _units(amount, decimals)
    parts = [_units(weight, decimals) for weight in weights]
    total = sum(parts)
    if not total:
        return [rounded(ZERO, currency) for _ in weights]
    shares, remainders = zip(*(divmod(units * part, total) for part in parts), strict=True)
    by_remainder = sorted(range(len(parts)), key=lambda i: -remainders[i])
    extra = set(by_remainder[: units - sum(shares)])
    return [
        Decimal(share + (i in extra)).scaleb(-decimals, _EXACT) for i, share in enumerate(shares)
    ]


def _decimals(amount: Decimal) -> int:
    """The decimals that the amount needs."""
    exponent = amount.normalize(_EXACT).as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def _units(amount: Decimal, decimals: int) -> int:
    return int(amount.scaleb(decimals, _EXACT))
