"""Cancel a booking."""

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Clock
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import Actor


class CancelBooking:
    """Cancel a booking; its tickets become invalid and available to others.

    Authorization: its customer until the event starts; the event's organizer and admins at any
    time. Refused with `invalid_state` if the booking has ended or one of its tickets was used.
    """

    def __init__(self, change_booking: ChangeBooking, clock: Clock) -> None:
        self._change_booking = change_booking
        self._clock = clock

    async def execute(self, actor: Actor, command: ChangeBookingCommand) -> Outcome[Booking]:
        def cancel(booking: Booking, event: Event) -> None:
            is_staff = event.is_managed_by(actor)
            booking.cancel(event=event, is_staff=is_staff, now=self._clock())

        return await self._change_booking.execute(actor, command, cancel)
