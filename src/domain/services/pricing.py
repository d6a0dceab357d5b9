"""Pricing of cart and order lines: price, discount, service fee and tax.

Every amount of a line is rounded separately, half to even, to the smallest unit of its event's
currency; a total is the sum of its lines. Tickets and fee have one tax, rounded once, where their
rates are equal, else one each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from src.domain.entities.event import Event, TaxRates
from src.domain.shared.money import ZERO, percent_of, proportion, rounded, share_half_up


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of a line: `subtotal - discount_amount` is the price of the tickets.

    `tax_amount` is the whole tax; `tax_included` is the part of it that price and fee contain, and
    `fee_tax_amount` the part that is on the fee.
    """

    subtotal: Decimal = ZERO
    discount_amount: Decimal = ZERO
    fee_amount: Decimal = ZERO
    tax_amount: Decimal = ZERO
    tax_included: Decimal = ZERO
    fee_tax_amount: Decimal = ZERO

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
            self.fee_tax_amount + other.fee_tax_amount,
        )


def price_line(
    event: Event,
    unit_price: Decimal,
    quantity: int,
    discount: Decimal = ZERO,
    *,
    rates: TaxRates | None = None,
) -> Amounts:
    """Price `quantity` tickets, less a `discount` that is at most their price.

    `rates` are those of their type, by default the event's. Tickets that cost nothing have neither
    fee nor tax.
    """
    # Every amount has the decimals of the currency, also where it is nothing.
    nothing = rounded(ZERO, event.currency)
    subtotal, discount = unit_price * quantity + nothing, discount + nothing
    fee = service_fee(event, subtotal - discount, quantity)
    return add_tax(event, subtotal, discount, fee, rates=rates or event.tax_rates())


def service_fee(event: Event, net: Decimal, quantity: int) -> Decimal:
    """The fee on tickets at this price after the discount."""
    if not net:
        return rounded(ZERO, event.currency)
    fee = event.service_fee_fixed * quantity
    return fee + percent_of(net, event.service_fee_percent, event.currency)


def add_tax(
    event: Event, subtotal: Decimal, discount: Decimal, fee: Decimal, *, rates: TaxRates
) -> Amounts:
    """The amounts of a line with this price, discount and fee, and with the taxes of its rates."""
    currency = event.currency
    nothing = rounded(ZERO, currency)
    net = subtotal - discount
    if not net:
        return Amounts(subtotal, discount, nothing, nothing, nothing, nothing)
    if rates.tickets == rates.fee:
        tax = _tax(event, net + fee, rates.fee)
        fee_tax = share_half_up(tax, fee, net + fee, currency)
    else:
        fee_tax = _tax(event, fee, rates.fee)
        tax = _tax(event, net, rates.tickets) + fee_tax
    included = tax if event.tax_inclusive else nothing
    return Amounts(subtotal, discount, fee, tax, included, fee_tax)


def _tax(event: Event, amount: Decimal, rate: Decimal) -> Decimal:
    """The tax that the amount contains, or that is added to it."""
    if event.tax_inclusive:
        return proportion(amount, rate, 100 + rate, event.currency)
    return percent_of(amount, rate, event.currency)


def total(lines: Iterable[Amounts]) -> Amounts:
    """Add up the amounts of lines."""
    return sum(lines, Amounts())
