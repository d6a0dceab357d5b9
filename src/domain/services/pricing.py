"""Pricing of cart and order lines: price, discount, service fee and tax.

Every amount of a line is rounded separately, half to even, to the smallest unit of its event's
currency; a total is the sum of its lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from src.domain.entities.event import Event
from src.domain.shared.money import ZERO, percent_of, proportion, rounded


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of a line: `subtotal - discount_amount` is the price of the tickets.

    `tax_amount` is the whole tax; `tax_included` is the part of it that price and fee contain.
    """

    subtotal: Decimal = ZERO
    discount_amount: Decimal = ZERO
    fee_amount: Decimal = ZERO
    tax_amount: Decimal = ZERO
    tax_included: Decimal = ZERO

    @property
    def net(self) -> Decimal:
        """The price of the tickets after the discount."""
        return self.subtotal - self.discount_amount

    @property
    def total_amount(self) -> Decimal:
        """The amount to pay."""
        return self.net + self.fee_amount + self.tax_amount - self.tax_included

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(
            self.subtotal + other.subtotal,
            self.discount_amount + other.discount_amount,
            self.fee_amount + other.fee_amount,
            self.tax_amount + other.tax_amount,
            self.tax_included + other.tax_included,
        )


def price_line(
    event: Event, unit_price: Decimal, quantity: int, discount: Decimal = ZERO
) -> Amounts:
    """Price `quantity` tickets, less a `discount` that is at most their price.

    Tickets that cost nothing have neither fee nor tax.
    """
    currency = event.currency
    # Every amount has the decimals of the currency, also where it is nothing.
    nothing = rounded(ZERO, currency)
    subtotal, discount = unit_price * quantity + nothing, discount + nothing
    net = subtotal - discount
    if not net:
        return Amounts(subtotal, discount, nothing, nothing, nothing)
    fee = event.service_fee_fixed * quantity
    fee += percent_of(net, event.service_fee_percent, currency)
    taxed = net + fee
    if event.tax_inclusive:
        tax = proportion(taxed, event.tax_rate, 100 + event.tax_rate, currency)
        return Amounts(subtotal, discount, fee, tax, tax)
    tax = percent_of(taxed, event.tax_rate, currency)
    return Amounts(subtotal, discount, fee, tax, nothing)


def total(lines: Iterable[Amounts]) -> Amounts:
    """Add up the amounts of lines."""
    return sum(lines, Amounts())
