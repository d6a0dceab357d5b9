"""Refund a booking."""

from src.application.concurrency.idempotency import Outcome
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.application.settling.give_back_tickets import GiveBack, GiveBackTickets
from src.application.settling.refund_ordered_booking import RefundOrderedBooking
from src.application.use_cases.booking.cancel_booking import whole_booking
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository


class RefundBooking:
    """Refund a booking; its tickets become invalid and available to others.

    Authorization: the event's organizer and admins; its customer, where the event's cancellation
    policy allows it, less what the policy keeps. Refused with `invalid_state` unless the
    booking is confirmed and none of its tickets was used. An online payment is refunded by its
    provider; for an event that is paid outside, it is recorded that the money was returned.
    """

    def __init__(
        self,
        bookings: BookingRepository,
        events: EventRepository,
        change_booking: ChangeBooking,
        refund_ordered: RefundOrderedBooking,
        give_back: GiveBackTickets,
    ) -> None:
        self._bookings = bookings
        self._events = events
        self._change_booking = change_booking
        self._refund_ordered = refund_ordered
        self._give_back = give_back

    async def execute(self, actor: Actor, command: ChangeBookingCommand) -> Outcome[Booking]:
        def refund(booking: Booking, event: Event) -> None:
            if not event.is_managed_by(actor):
                raise Forbidden("Only the event's organizer or an administrator can refund.")
            booking.refund()

        unlocked = await self._bookings.get(command.booking_id)
        event = (await self._events.by_ids([unlocked.event_id]))[unlocked.event_id]
        if not event.is_managed_by(actor) and event.cancellation_policy is not None:
            return await self._give_back.execute(actor, whole_booking(command, GiveBack.REFUND))
        if unlocked.order_id is None:
            return await self._change_booking.execute(actor, command, refund)
        return await self._refund_ordered.execute(
            actor,
            command.booking_id,
            unlocked.order_id,
            command.expected_version,
            command.idempotency,
        )
