"""Shared by confirm, cancel and refund: lock the event, load the booking, decide, record."""

from collections.abc import Callable
from dataclasses import dataclass

from src.application.access import require_party
from src.application.idempotency import Outcome, once
from src.application.ports import AuditEntry, IdempotentRequest, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.services.version import require_version


@dataclass(frozen=True, slots=True)
class ChangeBookingCommand:
    """Which booking, and which version of it the caller has seen, if it matters to them."""

    booking_id: int
    expected_version: int | None = None
    idempotency: IdempotentRequest | None = None


class ChangeBooking:
    """Move a booking, by the name of the status it shall have.

    Who may and what refuses is each move's own: see confirm, cancel and refund.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(
        self,
        actor: Actor,
        command: ChangeBookingCommand,
        decide: Callable[[Booking, Event], None],
    ) -> Outcome[Booking]:
        """`decide(booking, event)` makes the move or raises why not.

        Raises NotFound unless the actor is a party to the booking, and what `decide` raises.
        """
        async with self._unit_of_work() as uow:
            return await once(
                uow,
                command.idempotency,
                Booking,
                lambda: self._change(uow, actor, command, decide),
            )

    async def _change(
        self,
        uow: UnitOfWork,
        actor: Actor,
        command: ChangeBookingCommand,
        decide: Callable[[Booking, Event], None],
    ) -> Booking:
        event_id = (await uow.bookings.get(command.booking_id)).event_id
        event = await uow.events.lock(event_id, with_deleted=True)
        # Read again: it may have changed before the lock was ours.
        booking = await uow.bookings.get(command.booking_id)
        require_party(actor, booking, event)
        require_version(booking.version, command.expected_version)
        before = booking.status
        decide(booking, event)
        await uow.bookings.save(booking)
        entry = AuditEntry(
            f"booking.{booking.status}",
            "booking",
            booking.id,
            event_id,
            {"status": before},
            {"status": booking.status},
        )
        await uow.audit.record(actor, [entry])
        return booking
