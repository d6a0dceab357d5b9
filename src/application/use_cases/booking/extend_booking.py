"""Extend a reservation."""

from datetime import timedelta

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Clock
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import Actor


class ExtendBooking:
    """Extend a reservation, once, up to a maximum time from its start.

    Authorization: its customer, the event's organizer and admins. Refused with `hold_expired` if
    it has lapsed, `invalid_state` if it is not pending or was extended before.
    """

    def __init__(
        self,
        change_booking: ChangeBooking,
        clock: Clock,
        hold_for: timedelta,
        hold_at_most: timedelta,
    ) -> None:
        self._change_booking = change_booking
        self._clock = clock
        self._hold_for = hold_for
        self._hold_at_most = hold_at_most

    async def execute(self, actor: Actor, command: ChangeBookingCommand) -> Outcome[Booking]:
        def extend(booking: Booking, event: Event) -> None:
            now = self._clock()
            booking.extend(hold_for=self._hold_for, at_most=self._hold_at_most, now=now)

        return await self._change_booking.execute(actor, command, extend)
