"""Record a refund."""

from src.application.idempotency import Outcome
from src.application.use_cases.booking.change_booking import ChangeBooking, ChangeBookingCommand
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden


class RefundBooking:
    """Record that a booking's money went back: its tickets are void and free for others.

    The event's organizer and admins. Refused with `invalid_state` unless it is confirmed
    and none of its tickets was used.
    """

    def __init__(self, change_booking: ChangeBooking) -> None:
        self._change_booking = change_booking

    async def execute(self, actor: Actor, command: ChangeBookingCommand) -> Outcome[Booking]:
        def refund(booking: Booking, event: Event) -> None:
            if not event.is_managed_by(actor):
                raise Forbidden("Only the event's organizer or an administrator can refund.")
            booking.refund()

        return await self._change_booking.execute(actor, command, refund)
