"""Holds and numbered seats in a sale: deadlines, bounds, and stock of holds that lapsed."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.concurrency.for_each import ForEach
from src.application.concurrency.idempotency import Outcome
from src.application.selling.batches import Answer
from src.application.selling.purchase import Purchase
from src.application.selling.sell_batch import SellBatch
from src.application.use_cases.maintenance.sweep_holds import SweepHolds
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Payment, Seating
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import Actor
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import InsufficientTickets, NotFound, SeatTaken, TicketLimitExceeded
from src.domain.services.allocation import MAX_LIVE_HOLDS
from tests.support.examples import (
    BOOKING_ID,
    BUYER,
    EVENT_ID,
    MOMENT,
    NOW,
    ORGANIZER,
    STRANGER,
    make_booking,
    make_event,
    make_ticket,
)
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.purchases import buying

PENDING, EXPIRED = BookingStatus.PENDING, BookingStatus.EXPIRED
LATER = NOW + timedelta(minutes=10)
SEATS = [Seat(number, "Floor", "A", str(number)) for number in (1, 2, 3, 4)]


def sale(actor: Actor = BUYER, quantity: int = 1, **fields: Any) -> Purchase:
    return buying(actor, EVENT_ID, quantity, **fields)


def booking_of(answer: Answer) -> Booking:
    assert isinstance(answer, Outcome)
    return answer.result.booking


def kinds(answers: Sequence[Answer]) -> list[type]:
    return [type(answer) for answer in answers]


def hold(quantity: int, **fields: Any) -> Booking:
    """A reservation of the stranger's that lapses now, unless given otherwise."""
    reserved = make_ticket(TicketStatus.RESERVED, user_id=STRANGER.id)
    values = {"user_id": STRANGER.id, "expires_at": NOW, "tickets": [reserved] * quantity, **fields}
    return make_booking(PENDING, **values)


def seated(store: Store, *taken: int, expires_at: Any = None) -> None:
    """The event is in a hall of four seats; a hold, or else a booking, has those taken."""
    store.add(Venue(id=40, name="Hall", owner_id=ORGANIZER.id))
    store.seats[40] = list(SEATS)
    store.add(make_event(capacity=4, venue_id=40, seating=Seating.RESERVED))
    status = TicketStatus.RESERVED if expires_at else TicketStatus.ACTIVE
    tickets = [
        make_ticket(status, ticket_code=f"T{seat_id}", seat=SEATS[seat_id - 1], user_id=STRANGER.id)
        for seat_id in taken
    ]
    booked = PENDING if expires_at else BookingStatus.CONFIRMED
    store.add(make_booking(booked, tickets=tickets, expires_at=expires_at, user_id=STRANGER.id))


def seats_of(answer: Answer) -> list[int]:
    return [ticket.seat.id for ticket in booking_of(answer).tickets if ticket.seat]


async def test_a_reservation_is_stored_as_a_hold_with_its_deadline(
    sell_batch: SellBatch, store: Store
) -> None:
    (answer,) = await sell_batch.execute(EVENT_ID, [sale(quantity=3, is_hold=True)])
    booking = booking_of(answer)
    assert list(store.bookings.values()) == [booking]
    assert (booking.status, booking.expires_at) == (PENDING, LATER)
    reserved = (TicketStatus.RESERVED, None)
    assert [(ticket.status, ticket.ticket_code) for ticket in booking.tickets] == [reserved] * 3
    assert store.actions() == ["booking.pending"]
    event = store.event(EVENT_ID)
    assert (event.tickets_held, event.tickets_available) == (3, 1)


async def test_a_booking_of_an_event_that_is_paid_online_is_a_hold(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(make_event(payment=Payment.ONLINE))
    (answer,) = await sell_batch.execute(EVENT_ID, [sale()])
    booking = booking_of(answer)
    assert (booking.status, booking.expires_at) == (PENDING, LATER)


async def test_a_hold_and_a_booking_share_a_batch(sell_batch: SellBatch, store: Store) -> None:
    sales = [sale(is_hold=True), sale(STRANGER)]
    answers = await sell_batch.execute(EVENT_ID, sales)
    statuses = [booking_of(answer).status for answer in answers]
    assert statuses == [PENDING, BookingStatus.CONFIRMED]
    assert store.actions() == ["booking.pending", "booking.confirmed"]


async def test_open_reservations_of_one_buyer_are_bounded(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(make_event(capacity=100))
    held = [sale(is_hold=True)] * (MAX_LIVE_HOLDS - 1)
    assert kinds(await sell_batch.execute(EVENT_ID, held)) == [Outcome] * len(held)
    sales = [
        sale(is_hold=True),
        sale(is_hold=True),
        sale(STRANGER, is_hold=True),
        sale(),
    ]
    answers = await sell_batch.execute(EVENT_ID, sales)
    assert kinds(answers) == [Outcome, TicketLimitExceeded, Outcome, Outcome]


async def test_a_hold_that_has_lapsed_is_released_before_the_sale(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(hold(4))
    (answer,) = await sell_batch.execute(EVENT_ID, [sale(quantity=4)])
    assert booking_of(answer).quantity == 4
    released = store.booking(BOOKING_ID)
    assert (released.status, released.expires_at) == (EXPIRED, None)
    assert {ticket.status for ticket in released.tickets} == {TicketStatus.CANCELLED}
    assert store.commits == 1
    expired, booked = store.audit
    assert (expired.by, expired.action, expired.subject_id) == (None, "booking.expired", BOOKING_ID)
    assert (expired.before, expired.after) == ({"status": "pending"}, {"status": "expired"})
    assert booked.by == BUYER


async def test_a_hold_keeps_its_tickets_to_its_last_moment(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(hold(4, expires_at=NOW + MOMENT))
    before = store.snapshot()
    assert kinds(await sell_batch.execute(EVENT_ID, [sale()])) == [InsufficientTickets]
    assert store.snapshot() == before


async def test_what_was_released_stays_free_when_the_sale_is_refused(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(hold(2))
    answers = await sell_batch.execute(EVENT_ID, [sale(quantity=5)])
    assert kinds(answers) == [InsufficientTickets]
    assert store.actions() == ["booking.expired"]
    assert store.event(EVENT_ID).tickets_left == 4


async def test_a_sale_releases_holds_of_its_own_event_alone(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(make_event(id=11), hold(1), hold(1, id=31, reference="BKG-OTHER", event_id=11))
    await sell_batch.execute(EVENT_ID, [sale()])
    assert store.booking(BOOKING_ID).status is EXPIRED
    assert store.booking(31).status is PENDING


async def test_a_hold_that_has_lapsed_does_not_count_against_its_buyer(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(make_event(capacity=4, max_tickets_per_user=1), hold(1))
    assert kinds(await sell_batch.execute(EVENT_ID, [sale(STRANGER)])) == [Outcome]


async def test_seats_are_sold_by_id_to_who_asks_first(sell_batch: SellBatch, store: Store) -> None:
    seated(store, 1)
    sales = [
        sale(quantity=2, seat_ids=(4, 2)),
        sale(ORGANIZER, quantity=2, seat_ids=(3, 2)),
        sale(ORGANIZER, seat_ids=(1,)),
        sale(ORGANIZER, seat_ids=(5,)),
        sale(ORGANIZER, seat_ids=(3,)),
    ]
    answers = await sell_batch.execute(EVENT_ID, sales)
    assert kinds(answers) == [Outcome, SeatTaken, SeatTaken, NotFound, Outcome]
    assert seats_of(answers[0]) == [4, 2]
    assert isinstance(answers[1], SeatTaken)
    assert answers[1].facts == {"seat_ids": [2]}
    assert booking_of(answers[0]).total_amount == Decimal("50.00")


async def test_best_seats_are_chosen_from_those_that_are_free(
    sell_batch: SellBatch, store: Store
) -> None:
    seated(store, 1)
    sales = [sale(quantity=2, is_best_available=True), sale(quantity=2, is_best_available=True)]
    first, second = await sell_batch.execute(EVENT_ID, sales)
    assert seats_of(first) == [2, 3]
    assert isinstance(second, InsufficientTickets)
    assert second.facts == {"requested": 2, "available": 1}


@pytest.mark.parametrize("wanted", [{"seat_ids": (1,)}, {"is_best_available": True}])
async def test_the_seat_of_a_hold_is_free_once_that_has_lapsed(
    sell_batch: SellBatch, store: Store, fake_clock: FakeClock, wanted: dict[str, Any]
) -> None:
    seated(store, 1, 2, 3, 4, expires_at=LATER)
    (refused,) = await sell_batch.execute(EVENT_ID, [sale(**wanted)])
    assert isinstance(refused, SeatTaken | InsufficientTickets)
    fake_clock.now = LATER
    (answer,) = await sell_batch.execute(EVENT_ID, [sale(**wanted)])
    assert seats_of(answer) == [1]


async def test_a_sweep_expires_lapsed_holds_of_every_event_and_no_other(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    store.add(make_event(), make_event(id=11), make_event(id=12, deleted_at=NOW))
    store.add(hold(1), hold(1, id=31, event_id=11), hold(1, id=32, event_id=12))
    store.add(hold(1, id=33, expires_at=NOW + MOMENT), make_booking(id=34))
    sweep = SweepHolds(
        unit_of_work, FakeBookingRepository(store), fake_clock, ForEach("event", int)
    )
    assert await sweep.execute() == 3
    assert [booking.id for booking in store.bookings.values() if booking.status is EXPIRED] == [
        30,
        31,
        32,
    ]
    assert store.actions() == ["booking.expired"] * 3
    assert await sweep.execute() == 0
