"""Add a ticket type to an event."""

from datetime import datetime

from src.application.access import require_event_manager
from src.application.catalogue.new_ticket_type import NewTicketType, make_ticket_type
from src.application.catalogue.sync_capacity import capacity_entries
from src.application.catalogue.sync_sections import sync_sections
from src.application.concurrency.idempotency import once
from src.application.ports.database import (
    AuditEntry,
    Clock,
    Touches,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.domain.entities.event import Seating
from src.domain.entities.seat_plan import require_seat_count
from src.domain.entities.ticket_type import TicketType, require_some_capacity
from src.domain.entities.user import Actor
from src.domain.repositories.idempotency_key import IdempotentRequest


class AddTicketType:
    """Add a ticket type to an event.

    Authorization: the event's organizer and admins. Refused with `in_use` if seats of its section
    are sold or held. The price defaults to the event's. Without a capacity it has the event's
    and follows it; the event's limits all its types together, and is their sum unless it was
    given. With reserved seating the type sells its `section`, or without one all sections that no
    other type names, and capacities are numbers of seats.

    The first of the `price_tiers` that is not over is the price in force, after the last it is
    `price`. A ticket has the price in force when it is sold: where a tier ends among the tickets
    of a sale, those up to its end have its price, and the others the next. With `is_price_open`
    buyers may give more than `price`; such a type has no tiers.

    With `admits` false it is an add-on, such as a T-shirt or a drink: it takes no place and no
    seat, its `price` and `capacity` are its own, and it is sold together with tickets, or to
    buyers who have one.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self,
        actor: Actor,
        event_id: int,
        new: NewTicketType,
        *,
        idempotency: IdempotentRequest | None = None,
    ) -> TicketType:
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            outcome = await once(
                uow,
                idempotency,
                TicketType,
                lambda: _add(uow, actor, event_id, new, self._clock()),
            )
        return outcome.result


async def _add(
    uow: UnitOfWork, actor: Actor, event_id: int, new: NewTicketType, now: datetime
) -> TicketType:
    event = await uow.events.lock(event_id)
    require_event_manager(actor, event)
    ticket_type = make_ticket_type(
        new,
        capacity=event.capacity,
        price=event.price,
        currency=event.currency,
        timezone=event.timezone,
        now=now,
    )
    event.check_sales_of(ticket_type)
    event.check_tax_of(ticket_type)
    if event.is_seated and ticket_type.admits:
        ticket_type.capacity_is_derived = True
    else:
        require_some_capacity(ticket_type.capacity)
    ticket_type.event_id = event_id
    ticket_type.event_left = event.tickets_available
    before = event.capacity
    others = await uow.ticket_types.of_event(event_id)
    ticket_types = [*others, ticket_type]
    changed = await sync_sections(uow, event, before=others, after=ticket_types)
    has_seats = event.seating is Seating.RESERVED and ticket_type.admits
    seats_given = new.capacity if has_seats else None
    require_seat_count(seats_given, ticket_type.capacity, what="this type")
    for other in changed:
        if other is not ticket_type:
            await uow.ticket_types.save(other)
    await uow.ticket_types.add([ticket_type])
    event.reprice(ticket_types)
    await uow.events.save(event)
    entry = AuditEntry(
        "ticket_type.created",
        subject="ticket_type",
        subject_id=ticket_type.id,
        event_id=event_id,
        after={
            "price": ticket_type.price,
            "capacity": ticket_type.capacity,
            **({} if ticket_type.admits else {"admits": False}),
        },
        by=actor,
    )
    await uow.audit.record([entry, *capacity_entries(event, before, actor)])
    return ticket_type
