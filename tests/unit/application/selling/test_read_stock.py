"""What a sale reads under the event's lock: all that its requests can touch, and nothing more."""

from datetime import timedelta
from typing import Any

import pytest

from src.application.ports.database import AuditEntry
from src.application.selling.read_stock import (
    BUSY_ACCOUNT,
    read_discount_uses,
    read_stock,
    release_lapsed_holds,
    why_not_held,
)
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import Event, Seating
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import NotFound, TicketingError, TicketLimitExceeded, Unavailable
from src.domain.services.allocation import MAX_LIVE_HOLDS, AllocationRequest, Stock, TicketRequest
from tests.support.discounts import make_discount
from tests.support.examples import (
    BUYER,
    EVENT_ID,
    LATER,
    MOMENT,
    NOW,
    ORGANIZER,
    STRANGER,
    make_booking,
    make_event,
    make_ticket,
    make_type,
    make_user,
)
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.carts import FakeDiscountRepository
from tests.support.fakes.ports import FakeUnitOfWorkFactory
from tests.support.fakes.repositories import FakeTicketRepository
from tests.support.fakes.spying import Asked, spy_on
from tests.support.fakes.store import Store
from tests.support.fakes.venues import FakeVenueRepository
from tests.support.settling import part

SEATS = [Seat(number, "Floor", "A", str(number)) for number in (1, 2, 3)]
HALL = {"seating": Seating.RESERVED, "venue_id": 7}
QUERIES: dict[type[object], tuple[str, ...]] = {
    FakeTicketRepository: ("live_counts", "taken_seats"),
    FakeBookingRepository: ("hold_counts",),
    FakeVenueRepository: ("seats", "seats_by_ids"),
    FakeDiscountRepository: ("lock", "uses_by_user"),
}
ONE, BEST = TicketRequest(quantity=1), TicketRequest(quantity=1, is_best_available=True)
SEAT_2 = TicketRequest(quantity=1, seat_ids=(2,))


@pytest.fixture
def asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The queries that were made, each with what it asked for."""
    asked = spy_on(monkeypatch, QUERIES)
    store.add(Venue(id=7, name="Hall", owner_id=ORGANIZER.id))
    store.seats[7] = list(SEATS)
    return asked


def request(*items: TicketRequest, buyer_id: int = BUYER.id, **fields: Any) -> AllocationRequest:
    return AllocationRequest(buyer_id=buyer_id, items=items, **fields)


async def read(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, event: Event, *requests: AllocationRequest
) -> Stock:
    store.add(event, make_type())
    async with unit_of_work() as uow:
        sale = await uow.events.read_for_sale(EVENT_ID)
        return await read_stock(uow, *sale, requests)


@pytest.mark.parametrize(
    ("event", "requests", "queries"),
    [
        ({}, [request(ONE)], []),
        # A venue without numbered seats, and seats without a venue.
        ({"venue_id": 7}, [request(ONE)], []),
        ({"seating": Seating.RESERVED}, [request(SEAT_2)], []),
        (
            HALL,
            [request(SEAT_2), request(TicketRequest(quantity=2, seat_ids=(3, 1)))],
            [("seats_by_ids", 7, [2, 3, 1]), ("taken_seats", 10, [2, 3, 1])],
        ),
        (HALL, [request(SEAT_2), request(BEST)], [("seats", 7), ("taken_seats", 10)]),
        (HALL, [request(SEAT_2, BEST)], [("seats", 7), ("taken_seats", 10)]),
        (
            {"max_tickets_per_user": 4},
            [request(ONE), request(ONE)],
            [("live_counts", [(10, BUYER.id)])],
        ),
    ],
    ids=["general", "at a venue", "no venue", "named", "one best", "best and named", "limit"],
)
async def test_seats_and_limits_are_read_where_they_count(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    asked: Asked,
    event: dict[str, Any],
    requests: list[AllocationRequest],
    queries: Asked,
) -> None:
    await read(store, unit_of_work, make_event(**event), *requests)
    assert asked == queries


@pytest.mark.parametrize(
    ("held", "is_hold", "is_asked"),
    [(1, (False, True), True), (1, (False, False), False), (0, (True, True), False)],
)
async def test_open_reservations_are_counted_for_a_reservation_where_there_are_some(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    asked: Asked,
    held: int,
    is_hold: tuple[bool, bool],
    is_asked: bool,
) -> None:
    hold = part(30, BookingStatus.PENDING)
    del hold.tickets[held:]
    store.add(hold)
    await read(
        store, unit_of_work, make_event(), *(request(ONE, is_hold=wanted) for wanted in is_hold)
    )
    assert asked == ([("hold_counts", [(10, BUYER.id)])] if is_asked else [])


async def test_the_limits_count_what_this_buyer_has_of_this_event(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    mine = make_ticket(ticket_code="T1")
    store.add(make_booking(id=31, reference="BKG-31", tickets=[mine]))
    stock = await read(store, unit_of_work, make_event(max_tickets_per_user=1), request(ONE))
    with pytest.raises(TicketLimitExceeded):
        stock.allocate(request(ONE), NOW)
    for number in range(40, 40 + MAX_LIVE_HOLDS):
        hold = part(30, BookingStatus.PENDING, id=number, reference=f"BKG-{number}")
        store.add(hold)
    asking = request(ONE, is_hold=True)
    stock = await read(store, unit_of_work, make_event(), asking)
    with pytest.raises(TicketingError) as refused:
        stock.allocate(asking, NOW)
    assert isinstance(refused.value, TicketLimitExceeded)


async def test_the_codes_of_the_requests_are_locked_once_and_counted_for_their_users(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, asked: Asked
) -> None:
    store.add(make_discount(id=8), make_discount(id=9, code="OTHER"))
    async with unit_of_work() as uow:
        assert await read_discount_uses(uow, [], [BUYER.id], NOW) is None
        assert asked == []
        users = {BUYER.id, STRANGER.id}
        uses = await read_discount_uses(uow, {8}, users, NOW)
    assert uses is not None
    assert asked == [("lock", {8}), ("uses_by_user", {8}, users, NOW)]


async def test_lapsed_holds_are_released_and_audited(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(make_event(), make_event(id=11))
    store.add(part(30, expires_at=NOW), part(31, expires_at=NOW))
    store.add(part(30, id=32, reference="BKG-32", expires_at=NOW + MOMENT))
    async with unit_of_work() as uow:
        assert await release_lapsed_holds(uow, [EVENT_ID], NOW) == [(EVENT_ID, 30)]
        await uow.commit()
    assert store.bookings[30].status is BookingStatus.EXPIRED
    assert store.audit == [
        AuditEntry(
            "booking.expired",
            subject="booking",
            subject_id=30,
            event_id=EVENT_ID,
            before={"status": "pending"},
            after={"status": "expired"},
            by=None,
        )
    ]
    async with unit_of_work() as uow:
        assert await release_lapsed_holds(uow, [EVENT_ID], NOW - timedelta(days=1)) == []
        assert len(await release_lapsed_holds(uow, [EVENT_ID], LATER)) == 1


def test_an_account_that_is_gone_does_not_exist_and_another_is_busy() -> None:
    gone = why_not_held(BUYER.id, {BUYER.id: make_user(BUYER, deleted_at=NOW)})
    unknown = why_not_held(BUYER.id, {STRANGER.id: make_user(STRANGER)})
    assert isinstance(gone, NotFound)
    assert isinstance(unknown, NotFound)
    assert {str(gone), str(unknown)} == {f"There is no user {BUYER.id}."}
    busy = why_not_held(BUYER.id, {BUYER.id: make_user(BUYER)})
    assert isinstance(busy, Unavailable)
    assert str(busy) == BUSY_ACCOUNT
