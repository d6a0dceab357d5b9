"""Refund a booking."""

from src.application.concurrency.idempotency import Outcome
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.application.settling.refund_ordered_booking import RefundOrderedBooking
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.repositories.booking import BookingRepository


class RefundBooking:
    """Refund a booking; its tickets become invalid and available to others.

    Authorization: the event's organizer and admins. Refused with `invalid_state` unless the
    booking is confirmed and none of its tickets was used. An online payment is refunded by its
    provider; for an event that is paid outside, it is recorded that the money was returned.
    """

    def __init__(
        self,
        bookings: BookingRepository,
        change_booking: ChangeBooking,
        refund_ordered: RefundOrderedBooking,
    ) -> None:
        self._bookings = bookings
        self._change_booking = change_booking
        self._refund_ordered = refund_ordered

    async def execute(self, actor: Actor, command: ChangeBookingCommand) -> Outcome[Booking]:
        def refund(booking: Booking, event: Event) -> None:
            if not event.is_managed_by(actor):
                raise Forbidden("Only the event's organizer or an administrator can refund.")
            booking.refund()

        order_id = (await self._bookings.get(command.booking_id)).order_id
        if order_id is None:
            return await self._change_booking.execute(actor, command, refund)
        return await self._refund_ordered.execute(
            actor, command.booking_id, order_id, command.expected_version, command.idempotency
        )
