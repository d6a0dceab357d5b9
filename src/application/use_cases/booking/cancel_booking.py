"""Cancel a booking."""

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Clock
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.application.settling.give_back_tickets import GiveBack, GiveBackCommand, GiveBackTickets
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event, Payment
from src.domain.entities.user import Actor
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository


class CancelBooking:
    """Cancel a booking; its tickets become invalid and available to others.

    Authorization: its customer until the event starts; the event's organizer and admins at any
    time. Refused with `invalid_state` if the booking has ended or one of its tickets was used, and
    if it was paid online: a refund cancels it then. Where the event's cancellation policy allows
    it, its customer cancels a paid booking too: what was paid goes back, less what the policy
    keeps.
    """

    def __init__(
        self,
        bookings: BookingRepository,
        events: EventRepository,
        change_booking: ChangeBooking,
        give_back: GiveBackTickets,
        clock: Clock,
    ) -> None:
        self._bookings = bookings
        self._events = events
        self._change_booking = change_booking
        self._give_back = give_back
        self._clock = clock

    async def execute(self, actor: Actor, command: ChangeBookingCommand) -> Outcome[Booking]:
        if await self._is_given_back(actor, command.booking_id):
            return await self._give_back.execute(actor, whole_booking(command, GiveBack.CANCEL))

        def cancel(booking: Booking, event: Event) -> None:
            is_staff = event.is_managed_by(actor)
            booking.cancel(event=event, is_staff=is_staff, now=self._clock())

        return await self._change_booking.execute(actor, command, cancel)

    async def _is_given_back(self, actor: Actor, booking_id: int) -> bool:
        """Whether its buyer cancels a booking of an order that was to be paid, by the policy."""
        booking = await self._bookings.get(booking_id)
        if booking.order_id is None or booking.status is not BookingStatus.CONFIRMED:
            return False
        event = (await self._events.by_ids([booking.event_id]))[booking.event_id]
        is_paid_online = event.payment is Payment.ONLINE and not event.is_managed_by(actor)
        return is_paid_online and event.takes_tickets_back(self._clock())


def whole_booking(command: ChangeBookingCommand, how: GiveBack) -> GiveBackCommand:
    """Return the command to give back all tickets of the booking."""
    return GiveBackCommand(
        booking_id=command.booking_id,
        ticket_ids=None,
        how=how,
        expected_version=command.expected_version,
        idempotency=command.idempotency,
    )
