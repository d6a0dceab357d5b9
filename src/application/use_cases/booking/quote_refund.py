"""Quote a refund: what giving tickets back would return and keep."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.application.access import require_party
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.settling.give_back_tickets import returns_of
from src.application.settling.refund_intent import HELD, is_held, payments_of_tickets
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.entities.ticket import Ticket
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, TicketingError
from src.domain.services.refund_share import TicketReturn
from src.domain.shared.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundQuote:
    """What giving tickets of a booking back means now.

    `until` is the end of the policy's time, None for staff, who are bound to none. `is_paid` is
    whether they are paid through the order: else nothing goes back by itself.
    """

    booking: Booking
    event: Event
    until: datetime | None
    is_staff: bool
    is_paid: bool
    returns: list[TicketReturn]
    type_names: Mapping[int, str]

    @property
    def refunded_amount(self) -> Decimal:
        """What goes back of all of them."""
        return sum((each.refunded for each in self.returns), ZERO)

    @property
    def kept_amount(self) -> Decimal:
        """What the organizer keeps of all of them."""
        return sum((each.kept for each in self.returns), ZERO)


class QuoteRefund:
    """Quote what refunding some tickets of a booking at once would give back and keep now.

    Without `ticket_ids` of all that can be given back. Authorization and refusals are those of
    refunding them.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self, actor: Actor, booking_id: int, ticket_ids: Collection[int] | None
    ) -> RefundQuote:
        async with self._unit_of_work() as uow:
            booking, event, order, payments = await _read(uow, booking_id)
            is_stopped = order is not None and await is_held(uow, order)
            types = await uow.ticket_types.by_ids(
                {ticket.ticket_type_id for ticket in booking.tickets}
            )
        require_party(actor, booking, event)
        is_staff = event.is_managed_by(actor)
        policy = None if is_staff else booking.require_giveable(event, self._clock())
        if is_stopped:
            raise InvalidState("ticket", "confirmed", "refunded", HELD)
        if ticket_ids is None:
            tickets = _returnable(booking, is_staff=is_staff)
        else:
            tickets = booking.tickets_to_give_back(ticket_ids)
        if not is_staff:
            booking.require_with_buyer(tickets)
        return RefundQuote(
            booking=booking,
            event=event,
            until=policy.deadline(event.date_time) if policy else None,
            is_staff=is_staff,
            is_paid=bool(payments),
            returns=returns_of(
                tickets, booking.currency, order, payments, policy, is_paid_outside=is_staff
            ),
            type_names={found.id: found.name for found in types.values()},
        )


def _returnable(booking: Booking, *, is_staff: bool) -> list[Ticket]:
    """The tickets that can be given back, each alone; for buyers, those that they hold."""
    found = []
    for ticket in booking.tickets:
        try:
            booking.tickets_to_give_back([ticket.id])
            if not is_staff:
                booking.require_with_buyer([ticket])
        except TicketingError:
            continue
        found.append(ticket)
    return found


async def _read(
    uow: UnitOfWork, booking_id: int
) -> tuple[Booking, Event, Order | None, list[Transaction]]:
    booking = await uow.bookings.get(booking_id)
    event = (await uow.events.by_ids([booking.event_id]))[booking.event_id]
    if booking.order_id is None:
        return booking, event, None, []
    order = await uow.orders.get_any(booking.order_id)
    own = next(other for other in order.bookings if other.id == booking_id)
    return own, event, order, await payments_of_tickets(uow, order)
