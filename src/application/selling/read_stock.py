"""What a sale begins with under the event's lock: lapsed holds released, the stock read."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import User
from src.domain.entities.venue import Seat
from src.domain.errors import NotFound, TicketingError, Unavailable
from src.domain.services.allocation import AllocationRequest, Stock
from src.domain.services.discount_uses import DiscountUses

BUSY_ACCOUNT = "Your account is being changed at this moment. Please try again."


async def release_lapsed_holds(uow: UnitOfWork, event_id: int, now: datetime) -> int:
    """Expire the event's lapsed holds; the number of them.

    The caller holds the event's lock.
    """
    booking_ids = await uow.bookings.expire_lapsed(event_id, now)
    entries = [
        AuditEntry(
            "booking.expired",
            subject="booking",
            subject_id=booking_id,
            event_id=event_id,
            before={"status": "pending"},
            after={"status": "expired"},
            by=None,
        )
        for booking_id in booking_ids
    ]
    await uow.audit.record(entries)
    return len(booking_ids)


async def read_stock(
    uow: UnitOfWork,
    event: Event,
    ticket_types: Sequence[TicketType],
    requests: Sequence[AllocationRequest],
    uses: DiscountUses | None = None,
) -> Stock:
    """Read the part of the event's stock that the requests need, with few queries."""
    add_ons = {known.id for known in ticket_types if not known.admits}
    items = [
        item for request in requests for item in request.items if item.ticket_type_id not in add_ons
    ]
    buyer_ids = list({request.buyer_id for request in requests})
    asks_for_tickets = event.max_tickets_per_user is not None or any(
        request.is_add_ons_alone(ticket_types) for request in requests
    )
    has_holds = event.has_holds(ticket_types) and any(request.is_hold for request in requests)
    seats: Sequence[Seat] = ()
    taken: Collection[int] = ()
    if event.is_seated and event.venue_id is not None:
        if any(item.is_best_available for item in items):
            seats = await uow.venues.seats(event.venue_id)
            taken = await uow.tickets.taken_seats(event.id)
        else:
            seat_ids = [seat_id for item in items for seat_id in item.seat_ids]
            seats = await uow.venues.seats_by_ids(event.venue_id, seat_ids)
            taken = await uow.tickets.taken_seats(event.id, seat_ids)
    return Stock(
        event,
        ticket_types,
        held_by_buyer=(
            await uow.tickets.live_counts(event.id, buyer_ids) if asks_for_tickets else None
        ),
        holds_by_buyer=await uow.bookings.hold_counts(event.id, buyer_ids) if has_holds else None,
        seats=seats,
        taken_seat_ids=taken,
        discount_uses=uses,
    )


async def end_lapsed_uses(uow: UnitOfWork, discount_ids: Collection[int], now: datetime) -> None:
    """Orders with these codes whose deadline has passed no longer count as their uses.

    They are locked in id order: the caller holds events, and neither orders nor codes.
    """
    lapsed = await uow.discounts.lapsed_uses(discount_ids, now) if discount_ids else []
    if lapsed:
        await uow.orders.lock(lapsed)
        await uow.discounts.lock(discount_ids)
        await uow.discounts.end_uses(lapsed, now)


async def read_discount_uses(
    uow: UnitOfWork, discount_ids: Collection[int], user_ids: Collection[int], now: datetime
) -> DiscountUses | None:
    """Lock these discount codes, with their uses by these users; None if there are none."""
    if not discount_ids:
        return None
    return DiscountUses(
        await uow.discounts.lock(discount_ids),
        await uow.discounts.uses_by_user(discount_ids, user_ids, now),
    )


def why_not_held(buyer_id: int, users: Mapping[int, User]) -> TicketingError:
    """NotFound for an account that is gone, Unavailable for one that somebody has locked."""
    buyer = users.get(buyer_id)
    if buyer is None or buyer.deleted_at is not None:
        return NotFound("user", buyer_id)
    return Unavailable(BUSY_ACCOUNT)
