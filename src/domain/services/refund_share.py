"""The part of an order's payment to refund for some of its tickets."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.order import Order
from src.domain.entities.ticket import ADMITTING, Ticket
from src.domain.shared.money import ZERO, proportion, rounded, rounded_up, split, with_decimals


@dataclass(frozen=True, slots=True)
class TicketReturn:
    """A ticket to be given back alone: what goes back of what was paid for it, and what is kept."""

    ticket: Ticket
    refunded: Decimal
    kept: Decimal

    @classmethod
    def of(cls, ticket: Ticket, currency: str, *, refunded: Decimal, kept: Decimal) -> Self:
        """Return it with amounts that have the decimals of the currency."""
        return cls(ticket, with_decimals(refunded, currency), with_decimals(kept, currency))


def refund_share(order: Order, tickets: Collection[Ticket], refundable: Decimal) -> Decimal:
    """Return the amount to refund for `tickets`, fees and taxes included.

    That is what was paid for them, or less where part of the payment was refunded without
    cancelling tickets: then their share of `refundable`, so that the tickets that stay valid
    remain paid. What was kept of tickets that were given back before is nobody's share. With the
    last tickets goes all else that is left, also a part of a smallest unit that an order of
    earlier times may have.
    """
    paid = paid_for_tickets(order)
    ids = {ticket.id for ticket in tickets}
    wanted = sum((paid[ticket_id] for ticket_id in ids), ZERO)
    if not wanted:
        return ZERO
    everything = [ticket for booking in order.current_bookings for ticket in booking.tickets]
    stays = sum(
        (
            paid[ticket.id]
            for ticket in everything
            if ticket.id not in ids and ticket.status in ADMITTING
        ),
        ZERO,
    )
    kept = sum((ticket.kept_amount or ZERO for ticket in everything), ZERO)
    left = max(refundable - kept, ZERO)
    if not stays:
        return min(rounded_up(wanted, order.currency), left)
    share = proportion(left, wanted, wanted + stays, order.currency)
    return min(rounded(wanted, order.currency), share)


def ticket_returns(
    order: Order,
    tickets: Sequence[Ticket],
    refundable: Decimal,
    policy: CancellationPolicy | None,
) -> list[TicketReturn]:
    """Return what goes back and what is kept of each of these tickets, if given back together.

    Without a policy nothing is kept.
    """
    paid = paid_for_tickets(order)
    share = refund_share(order, tickets, refundable)
    shares = split(share, [paid[ticket.id] for ticket in tickets], order.currency)
    kept = [policy.kept(amount, order.currency) if policy else ZERO for amount in shares]
    return [
        TicketReturn.of(ticket, order.currency, refunded=amount - stays, kept=stays)
        for ticket, amount, stays in zip(tickets, shares, kept, strict=True)
    ]


def price_returns(tickets: Sequence[Ticket], currency: str) -> list[TicketReturn]:
    """Like `ticket_returns`, for tickets that have no order: their price is what they cost."""
    return [
        TicketReturn.of(ticket, currency, refunded=ticket.price, kept=ZERO) for ticket in tickets
    ]


def paid_for_tickets(order: Order) -> dict[int, Decimal]:
    """Return what was paid for each ticket by id; together exactly the total of the order.

    In proportion to their prices: items of one type may differ in price, and the price of a
    ticket shows which item it is from. It stays the same whatever becomes of the tickets.
    """
    totals: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
    for item in order.items:
        totals[item.booking_id, item.ticket_type_id] += item.total_amount
    groups: dict[tuple[int, int], list[Ticket]] = defaultdict(list)
    for booking in order.bookings:
        for ticket in booking.tickets:
            groups[ticket.booking_id, ticket.ticket_type_id].append(ticket)
    paid: dict[int, Decimal] = {}
    for key, tickets in groups.items():
        shares = split(totals[key], [ticket.price for ticket in tickets], order.currency)
        paid |= dict(zip((ticket.id for ticket in tickets), shares, strict=True))
    return paid
