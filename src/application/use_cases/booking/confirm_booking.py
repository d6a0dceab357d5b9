"""Confirm a pending booking."""

from src.application.concurrency.idempotency import Outcome, retry_on_code_collision
from src.application.ports.database import Clock
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event, Payment
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.shared.codes import RandomCode


class ConfirmBooking:
    """Confirm a pending booking; its tickets get their codes.

    Authorization: its customer, the event's organizer and admins; for an event that is paid
    online, only the organizer and admins, and the money is booked as a payment through `manual`.
    Refused with `hold_expired` if the hold has lapsed,
    `invalid_state` if the booking is not pending.
    """

    def __init__(
        self, change_booking: ChangeBooking, clock: Clock, random_code: RandomCode
    ) -> None:
        self._change_booking = change_booking
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, command: ChangeBookingCommand) -> Outcome[Booking]:
        def confirm(booking: Booking, event: Event) -> None:
            if event.payment is Payment.ONLINE and not event.is_managed_by(actor):
                raise Forbidden("A payment confirms this booking.")
            event.require_not_cancelled("booking", BookingStatus.CONFIRMED.value)
            booking.confirm(now=self._clock(), random_code=self._random_code)

        return await retry_on_code_collision(
            lambda: self._change_booking.execute(actor, command, confirm)
        )
