"""Edit a ticket type."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from src.application.catalogue.new_ticket_type import tiers_in_zone
from src.application.catalogue.sync_capacity import capacity_entries
from src.application.catalogue.sync_sections import sync_sections
from src.application.catalogue.ticket_type_for_update import lock_ticket_type
from src.application.ports.database import AuditEntry, Touches, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.event import Event, Seating
from src.domain.entities.seat_plan import require_seat_count
from src.domain.entities.ticket_type import TicketType, TicketTypeChanges, admissions
from src.domain.entities.user import Actor
from src.domain.services.capacities import raise_capacity
from src.domain.shared.times import changes_in_zone
from src.domain.shared.transitions import require_version


@dataclass(frozen=True, slots=True)
class UpdateTicketTypeCommand:
    """The changes to a ticket type. Naive times are in the event's time zone."""

    ticket_type_id: int
    changes: TicketTypeChanges
    expected_version: int | None = None


class UpdateTicketType:
    """Edit a ticket type; omitted fields keep their values, and sold tickets their price.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or if seats that are sold or held would change their type; with
    `stale_version` if `If-Match` is not the stored version. A `capacity` of null follows the
    event's. One of the event that was left out follows those of its types, and the capacity of an
    event with one ticket type is raised with it. With reserved seating the capacity is the number
    of seats of its section. An add-on keeps a capacity of its own.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: UpdateTicketTypeCommand) -> TicketType:
        async with self._unit_of_work(
            touches=Touches(ticket_type_id=command.ticket_type_id)
        ) as uow:
            locked = await lock_ticket_type(uow, actor, command.ticket_type_id)
            event, ticket_type, ticket_types = locked
            require_version(ticket_type.version, command.expected_version)
            before, capacity = _audited(ticket_type, command.changes), event.capacity
            await self._edit(uow, event, ticket_type, ticket_types, command.changes)
            event.reprice(ticket_types)
            await uow.events.save(event)
            entry = AuditEntry(
                "ticket_type.updated",
                subject="ticket_type",
                subject_id=ticket_type.id,
                event_id=event.id,
                before=before,
                after=_audited(ticket_type, command.changes),
                by=actor,
            )
            await uow.audit.record([entry, *capacity_entries(event, capacity, actor)])
            await uow.commit()
        return ticket_type

    async def _edit(
        self,
        uow: UnitOfWork,
        event: Event,
        ticket_type: TicketType,
        ticket_types: Sequence[TicketType],
        changes: TicketTypeChanges,
    ) -> None:
        before = [replace(known) for known in ticket_types]
        changes = changes_in_zone(changes, event.timezone)
        if "price_tiers" in changes:
            changes["price_tiers"] = tiers_in_zone(changes["price_tiers"], event.timezone)
        has_seats = event.seating is Seating.RESERVED and ticket_type.admits
        seats_given = changes.pop("capacity", None) if has_seats else None
        ticket_type.edit(changes, currency=event.currency)
        if "capacity" in changes and admissions(ticket_types) == [ticket_type]:
            raise_capacity(event, ticket_type)
        event.check_sales_of(ticket_type, changed=changes)
        event.check_tax_of(ticket_type)
        changed = await sync_sections(uow, event, before=before, after=ticket_types)
        require_seat_count(seats_given, ticket_type.capacity, what="this type")
        for other in changed:
            if other is not ticket_type:
                await uow.ticket_types.save(other)
        await uow.ticket_types.save(ticket_type)


def _audited(ticket_type: TicketType, changes: TicketTypeChanges) -> dict[str, object]:
    follows = (
        {"capacity_is_derived": ticket_type.capacity_is_derived} if "capacity" in changes else {}
    )
    return {**{field: _logged(getattr(ticket_type, field)) for field in changes}, **follows}


def _logged(value: object) -> object:
    """Price tiers by their fields; anything else as it is."""
    return [asdict(tier) for tier in value] if isinstance(value, tuple) else value
