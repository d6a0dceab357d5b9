"""What a sale begins with under the event's lock: lapsed holds released, the stock read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import User
from src.domain.entities.venue import Seat
from src.domain.errors import NotFound, TicketingError, Unavailable
from src.domain.repositories.event import EventUser
from src.domain.services.allocation import AllocationRequest, Stock
from src.domain.services.discount_uses import DiscountUses

BUSY_ACCOUNT = "Your account is being changed at this moment. Please try again."


async def release_lapsed_holds(
    uow: UnitOfWork, event_ids: Collection[int], now: datetime
) -> list[tuple[int, int]]:
    """Expire the lapsed holds of these events; the ids of event and booking of each.

    The caller holds the events' locks.
    """
    expired = await uow.bookings.expire_lapsed(event_ids, now)
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
        for event_id, booking_id in expired
    ]
    await uow.audit.record(entries)
    return expired


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for of an event, which the caller has locked."""

    event: Event
    ticket_types: Sequence[TicketType]
    requests: Sequence[AllocationRequest]

    @property
    def users(self) -> list[EventUser]:
        """Who asks."""
        return list({(self.event.id, request.buyer_id): None for request in self.requests})

    @property
    def needs_live_counts(self) -> bool:
        """Whether it matters how many tickets they have."""
        return self.event.max_tickets_per_user is not None or any(
            request.is_add_ons_alone(self.ticket_types) for request in self.requests
        )

    @property
    def needs_hold_counts(self) -> bool:
        """Whether it matters how many open reservations they have."""
        has_holds = self.event.has_holds(self.ticket_types)
        return has_holds and any(request.is_hold for request in self.requests)


async def read_stock(
    uow: UnitOfWork,
    event: Event,
    ticket_types: Sequence[TicketType],
    requests: Sequence[AllocationRequest],
    uses: DiscountUses | None = None,
) -> Stock:
    """Read the part of the event's stock that the requests need, with few queries."""
    return (await read_stocks(uow, [Asked(event, ticket_types, requests)], uses))[event.id]


async def read_stocks(
    uow: UnitOfWork, asked: Sequence[Asked], uses: DiscountUses | None = None
) -> dict[int, Stock]:
    """Like `read_stock`, for several events by id: only seats take queries of their own."""
    holders = [user for each in asked if each.needs_live_counts for user in each.users]
    held = await uow.tickets.live_counts(holders) if holders else {}
    reserving = [user for each in asked if each.needs_hold_counts for user in each.users]
    holds = await uow.bookings.hold_counts(reserving) if reserving else {}
    stocks = {}
    for each in asked:
        seats, taken = await _read_seats(uow, each)
        stocks[each.event.id] = Stock(
            each.event,
            each.ticket_types,
            held_by_buyer={
                user_id: held.get((event_id, user_id), 0) for event_id, user_id in each.users
            },
            holds_by_buyer={
                user_id: holds.get((event_id, user_id), 0) for event_id, user_id in each.users
            },
            seats=seats,
            taken_seat_ids=taken,
            discount_uses=uses,
        )
    return stocks


async def _read_seats(uow: UnitOfWork, asked: Asked) -> tuple[Sequence[Seat], Collection[int]]:
    """The seats that the requests can take, and which of them are taken."""
    event = asked.event
    if not event.is_seated or event.venue_id is None:
        return (), ()
    add_ons = {known.id for known in asked.ticket_types if not known.admits}
    items = [
        item
        for request in asked.requests
        for item in request.items
        if item.ticket_type_id not in add_ons
    ]
    if any(item.is_best_available for item in items):
        seats = await uow.venues.seats(event.venue_id)
        return seats, await uow.tickets.taken_seats(event.id)
    seat_ids = [seat_id for item in items for seat_id in item.seat_ids]
    seats = await uow.venues.seats_by_ids(event.venue_id, seat_ids)
    return seats, await uow.tickets.taken_seats(event.id, seat_ids)


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
