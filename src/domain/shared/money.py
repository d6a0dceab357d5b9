"""Sums of money: decimals with two places, rounded half to even, and never a cent lost."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def rounded(amount: Decimal) -> Decimal:
    """To the cent, half to even."""
    return amount.quantize(CENT, ROUND_HALF_EVEN)


def percent_of(amount: Decimal, percent: Decimal) -> Decimal:
    """`percent` per cent of it, rounded."""
    return rounded(amount * percent / 100)


def split(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Shares of `amount` in proportion to `weights` that add up to it exactly.

    What rounding down leaves goes, a cent each, to the largest remainders, the earlier first.
    No share exceeds its weight as long as `amount` does not exceed their sum.
    """
    total = sum(weights, ZERO)
    if not total:
        return [ZERO for _ in weights]
    exact = [amount * weight / total for weight in weights]
    shares = [one.quantize(CENT, ROUND_DOWN) for one in exact]
    left = int((amount - sum(shares, ZERO)) / CENT)
    by_remainder = sorted(range(len(shares)), key=lambda i: shares[i] - exact[i])
    for i in by_remainder[:left]:
        shares[i] += CENT
    return shares
