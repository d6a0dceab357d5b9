"""Sell tickets of one event."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from src.application.idempotency import Outcome, once
from src.application.ports import (
    AuditEntry,
    Clock,
    IdempotentRequest,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import CodeCollision, Forbidden, NotFound, Unavailable, ValidationFailed
from src.domain.services.ticket_code import RandomCode

MAX_DRAWS = 5
"""A second draw is needed once in about 10^9 sales; five failing in a row is a broken source."""


@dataclass(frozen=True, slots=True)
class BookTicketsCommand:
    """`user_id` None means the caller, `ticket_type_id` None the event's only type."""

    event_id: int
    quantity: int
    user_id: int | None = None
    ticket_type_id: int | None = None
    idempotency: IdempotentRequest | None = None


class BookTickets:
    """Book tickets of an event: all of them or none, confirmed at once.

    Any user for themselves; the event's organizer and admins (the box office) for anybody.
    Without `ticket_type_id` the event's only type is meant; with several it is needed.
    Refused with `sales_closed`, `ticket_limit_exceeded` or `insufficient_tickets`. Safe to
    repeat with the same `Idempotency-Key`.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, clock: Clock, random_code: RandomCode
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, command: BookTicketsCommand) -> Outcome[Booking]:
        return await draw_until_new(lambda: self._try_once(actor, command))

    async def _try_once(self, actor: Actor, command: BookTicketsCommand) -> Outcome[Booking]:
        async with self._unit_of_work() as uow:
            return await once(
                uow, command.idempotency, Booking, lambda: self._sell(uow, actor, command)
            )

    async def _sell(self, uow: UnitOfWork, actor: Actor, command: BookTicketsCommand) -> Booking:
        event = await uow.events.lock(command.event_id)
        event.require_visible_to(actor)
        buyer_id = await _buyer_id(uow, actor, event, command.user_id)
        ticket_type = _choose(await uow.ticket_types.of_event(event.id), command.ticket_type_id)
        is_limited = event.max_tickets_per_user is not None
        held = await uow.tickets.live_count(event.id, buyer_id) if is_limited else 0
        now = self._clock()
        event.require_sale(ticket_type, command.quantity, held_by_buyer=held, now=now)
        booking = Booking.confirmed(
            event,
            ticket_type,
            command.quantity,
            user_id=buyer_id,
            now=now,
            random_code=self._random_code,
        )
        await uow.bookings.add(booking)
        entry = AuditEntry(
            "booking.confirmed",
            "booking",
            booking.id,
            event.id,
            after={
                "status": booking.status,
                "user_id": buyer_id,
                "quantity": booking.quantity,
                "total_amount": booking.total_amount,
            },
        )
        await uow.audit.record(actor, [entry])
        return booking


async def draw_until_new(attempt: Callable[[], Awaitable[Outcome[Booking]]]) -> Outcome[Booking]:
    """Try again, in a new transaction, while a code drawn is taken. Raises Unavailable."""
    for _ in range(MAX_DRAWS):
        try:
            return await attempt()
        except CodeCollision:
            continue
    raise Unavailable()


async def _buyer_id(uow: UnitOfWork, actor: Actor, event: Event, user_id: int | None) -> int:
    if user_id is None or user_id == actor.id:
        return actor.id
    if not event.is_managed_by(actor):
        raise Forbidden("Only the event's organizer or an administrator can book for others.")
    buyer = await uow.users.get(user_id)
    buyer.require_active()
    return buyer.id


def _choose(ticket_types: list[TicketType], wanted_id: int | None) -> TicketType:
    if wanted_id is None:
        if len(ticket_types) > 1:
            message = "This event has several ticket types: say which one."
            raise ValidationFailed("body.ticket_type_id", message, reason="missing")
        return ticket_types[0]
    for ticket_type in ticket_types:
        if ticket_type.id == wanted_id:
            return ticket_type
    raise NotFound("ticket type", wanted_id)
