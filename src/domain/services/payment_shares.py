"""Which of several payments of an order goes back: each gives back what it has paid for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from src.domain.entities.transaction import LedgerEntry, Transaction
from src.domain.services.bookkeeping import Key, take_by_weight
from src.domain.shared.money import ZERO, split


@dataclass(slots=True)
class PaidShare:
    """A payment of an order, and what is left of it on each account of each item.

    `booked` are the entries of the payment and of its refunds, those under way too.
    """

    payment: Transaction
    free: Decimal
    left: dict[Key, Decimal] = field(default_factory=lambda: defaultdict(lambda: ZERO))

    @classmethod
    def of(cls, payment: Transaction, booked: Iterable[LedgerEntry]) -> "PaidShare":
        """Return it, with all that can still be refunded of the payment."""
        share = cls(payment, payment.refundable)
        for entry in booked:
            share.left[entry.order_item_id, entry.account] += entry.amount
        return share

    def on(self, items: Collection[int]) -> Decimal:
        """Return what it has paid for these items, as far as that can still be refunded."""
        paid = (amount for (item_id, _), amount in self.left.items() if item_id in items)
        return max(min(sum(paid, ZERO), self.free), ZERO)

    def take(self, amount: Decimal, items: Collection[int]) -> None:
        """Record that so much goes back, first of all what was paid for these items."""
        self.free -= amount
        found = {key: value for key, value in self.left.items() if key[0] in items}
        for key, taken in take_by_weight(found, amount, self.payment.currency).items():
            self.left[key] -= taken


def take_back(
    shares: Sequence[PaidShare], wanted: Decimal, items: Collection[int], currency: str
) -> list[Decimal]:
    """Take so much for these items from the payments; the amount of each, in their order.

    In proportion to what each has paid for them, so that no payment gives back what was paid for
    the tickets of others. What they have not paid for these items comes from what else is left.
    """
    weights = [share.on(items) for share in shares]
    amounts = split(min(wanted, sum(weights, ZERO)), weights, currency)
    for share, amount in zip(shares, amounts, strict=True):
        share.take(amount, items)
    rest = wanted - sum(amounts, ZERO)
    for number, share in enumerate(shares):
        if more := min(rest, share.free):
            share.take(more, ())
            amounts[number] += more
            rest -= more
    return amounts
