"""The taxes in what is paid for an item of an order, also where only a part of it is left paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from src.domain.entities.order import OrderItem
from src.domain.entities.transaction import LedgerAccount
from src.domain.shared.money import ZERO, share_half_up

Paid = Mapping[LedgerAccount, Decimal]
"""What is paid for an item now, by account: its payment less what went back."""


@dataclass(frozen=True, slots=True)
class Taxed:
    """An amount without tax, and the tax on it."""

    net: Decimal = ZERO
    tax: Decimal = ZERO

    @property
    def gross(self) -> Decimal:
        return self.net + self.tax

    def __add__(self, other: "Taxed") -> "Taxed":
        return Taxed(self.net + other.net, self.tax + other.tax)

    def __sub__(self, other: "Taxed") -> "Taxed":
        return Taxed(self.net - other.net, self.tax - other.tax)

    def __neg__(self) -> "Taxed":
        return Taxed(-self.net, -self.tax)

    def __bool__(self) -> bool:
        return bool(self.net or self.tax)


@dataclass(frozen=True, slots=True)
class ItemTaxes:
    """What is paid for an item: for its tickets, and for the service fee on them."""

    tickets: Taxed
    fee: Taxed


def item_taxes(item: OrderItem, paid: Paid, currency: str) -> ItemTaxes:
    """Return what of the amounts that are paid for the item is tax.

    All of it is the tax of the item. Of a part it is in proportion, half up to the smallest unit
    of the currency. What a movement brings or takes is the difference between after and before, so
    that movements together make exactly what is left.
    """
    whole = _amounts_of(item)
    tickets, fees, added = (
        paid.get(account, ZERO)
        for account in (LedgerAccount.TICKETS, LedgerAccount.FEES, LedgerAccount.TAXES)
    )
    fee_tax = _fee_tax(item, currency)
    if item.tax_included:
        of_tickets = item.tax_amount - fee_tax
        tickets_tax = share_half_up(of_tickets, tickets, whole[LedgerAccount.TICKETS], currency)
        fees_tax = share_half_up(fee_tax, fees, whole[LedgerAccount.FEES], currency)
        return ItemTaxes(
            Taxed(tickets - tickets_tax, tickets_tax), Taxed(fees - fees_tax, fees_tax)
        )
    fees_tax = share_half_up(fee_tax, added, whole[LedgerAccount.TAXES], currency)
    return ItemTaxes(Taxed(tickets, added - fees_tax), Taxed(fees, fees_tax))


def _amounts_of(item: OrderItem) -> Paid:
    return {
        LedgerAccount.TICKETS: item.subtotal - item.discount_amount,
        LedgerAccount.FEES: item.fee_amount,
        LedgerAccount.TAXES: item.tax_amount - item.tax_included,
    }


def _fee_tax(item: OrderItem, currency: str) -> Decimal:
    """The part of the item's tax that is on its fee; of an earlier order, its share."""
    if item.fee_tax_amount is not None:
        return item.fee_tax_amount
    taxed = item.subtotal - item.discount_amount + item.fee_amount
    return share_half_up(item.tax_amount, item.fee_amount, taxed, currency)
