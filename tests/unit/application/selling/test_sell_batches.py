"""A batch of sales in one transaction: what one sells by one, and nobody fails a neighbour."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from src.application.concurrency.idempotency import Outcome
from src.application.selling.batches import Answer
from src.application.selling.purchase import Purchase
from src.application.selling.sell_batch import SellBatch
from src.application.use_cases.booking.book_tickets import BookTickets
from src.domain.entities.booking import Booking
from src.domain.entities.user import Actor
from src.domain.errors import (
    Forbidden,
    IdempotencyInProgress,
    IdempotencyKeyReused,
    InsufficientTickets,
    NotFound,
    SeatTaken,
    TicketLimitExceeded,
    Unavailable,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import (
    BUYER,
    EVENT_ID,
    NOW,
    ORGANIZER,
    STRANGER,
    make_booking,
    make_event,
    make_user,
)
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.ports import FakeCodes, FakeIdempotencyKeyRepository, FakeUnitOfWork
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store
from tests.support.purchases import buying


def sale(actor: Actor = BUYER, quantity: int = 1, **fields: Any) -> Purchase:
    return buying(actor, EVENT_ID, quantity, **fields)


def key(caller: Actor = BUYER, fingerprint: bytes = b"one") -> IdempotentRequest:
    return IdempotentRequest(caller.id, "key", fingerprint)


def booking_of(answer: Answer) -> Booking:
    """The booking that was sold, and not an earlier one."""
    assert isinstance(answer, Outcome)
    assert not answer.is_replayed
    return answer.result.booking


def kinds(answers: Sequence[Answer]) -> list[type]:
    return [type(answer) for answer in answers]


async def test_a_batch_is_sold_in_order_in_one_transaction(
    sell_batch: SellBatch, store: Store
) -> None:
    answers = await sell_batch.execute(EVENT_ID, [sale(BUYER, 1), sale(STRANGER, 2)])
    bookings = [booking_of(answer) for answer in answers]
    assert [(booking.user_id, booking.quantity) for booking in bookings] == [
        (BUYER.id, 1),
        (STRANGER.id, 2),
    ]
    assert list(store.bookings.values()) == bookings
    assert store.commits == 1
    assert [(entry.by, entry.subject_id) for entry in store.audit] == [
        (BUYER, bookings[0].id),
        (STRANGER, bookings[1].id),
    ]


async def test_a_refusal_fails_neither_who_comes_before_nor_who_comes_after(
    sell_batch: SellBatch, store: Store
) -> None:
    sales = [sale(BUYER, 3), sale(STRANGER, 2), sale(ORGANIZER, 1), sale(BUYER, 1)]
    answers = await sell_batch.execute(EVENT_ID, sales)
    assert kinds(answers) == [Outcome, InsufficientTickets, Outcome, InsufficientTickets]
    assert [booking.user_id for booking in store.bookings.values()] == [BUYER.id, ORGANIZER.id]
    assert store.event(EVENT_ID).tickets_available == 0


async def test_a_batch_of_refusals_changes_nothing(sell_batch: SellBatch, store: Store) -> None:
    before = store.snapshot()
    answers = await sell_batch.execute(EVENT_ID, [sale(quantity=5), sale(STRANGER, user_id=1)])
    assert kinds(answers) == [InsufficientTickets, Forbidden]
    assert store.snapshot() == before


async def test_the_limit_counts_what_the_same_batch_sold(
    sell_batch: SellBatch, store: Store
) -> None:
    store.add(make_event(capacity=4, max_tickets_per_user=1))
    answers = await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(BUYER), sale(STRANGER)])
    assert kinds(answers) == [Outcome, TicketLimitExceeded, Outcome]


async def test_a_replay_is_answered_beside_new_sales_and_sold_once(
    sell_batch: SellBatch, store: Store
) -> None:
    repeated = sale(BUYER, idempotency=key())
    (first,) = await sell_batch.execute(EVENT_ID, [repeated])
    replay, new = await sell_batch.execute(EVENT_ID, [repeated, sale(STRANGER)])
    assert isinstance(first, Outcome)
    assert replay == Outcome(first.result, is_replayed=True)
    assert booking_of(new).user_id == STRANGER.id
    assert len(store.bookings) == 2


async def test_a_replay_is_answered_when_nothing_is_left(
    sell_batch: SellBatch, store: Store
) -> None:
    everything = sale(quantity=4, idempotency=key())
    (first,) = await sell_batch.execute(EVENT_ID, [everything])
    before = store.snapshot()
    (replay,) = await sell_batch.execute(EVENT_ID, [everything])
    assert isinstance(first, Outcome)
    assert replay == Outcome(first.result, is_replayed=True)
    assert store.snapshot() == before


async def test_the_second_with_a_key_of_the_same_batch_is_refused_as_in_progress(
    sell_batch: SellBatch, store: Store
) -> None:
    sales = [sale(idempotency=key()), sale(idempotency=key()), sale(STRANGER)]
    answers = await sell_batch.execute(EVENT_ID, sales)
    assert kinds(answers) == [Outcome, IdempotencyInProgress, Outcome]
    assert len(store.bookings) == 2


async def test_the_same_key_of_another_caller_is_another_one(
    sell_batch: SellBatch, store: Store
) -> None:
    sales = [sale(idempotency=key()), sale(STRANGER, idempotency=key(STRANGER))]
    assert kinds(await sell_batch.execute(EVENT_ID, sales)) == [Outcome, Outcome]
    assert len(store.answers) == 2


async def test_keys_in_use_are_refused_beside_new_sales(
    sell_batch: SellBatch, store: Store
) -> None:
    await sell_batch.execute(EVENT_ID, [sale(idempotency=key())])
    store.running.add((STRANGER.id, "key"))
    sales = [
        sale(idempotency=key(fingerprint=b"other")),
        sale(STRANGER, idempotency=key(STRANGER)),
        sale(ORGANIZER, idempotency=key(ORGANIZER)),
    ]
    answers = await sell_batch.execute(EVENT_ID, sales)
    assert kinds(answers) == [IdempotencyKeyReused, IdempotencyInProgress, Outcome]
    assert len(store.bookings) == 2


async def test_a_refusal_leaves_its_key_free(sell_batch: SellBatch, store: Store) -> None:
    refused = sale(quantity=5, idempotency=key())
    answers = await sell_batch.execute(EVENT_ID, [refused, sale(STRANGER)])
    assert kinds(answers) == [InsufficientTickets, Outcome]
    assert store.answers == {}
    smaller = sale(quantity=1, idempotency=key())
    assert kinds(await sell_batch.execute(EVENT_ID, [smaller])) == [Outcome]


async def test_a_code_that_is_taken_fails_nobody_of_the_batch(
    sell_batch: SellBatch, store: Store, codes: FakeCodes
) -> None:
    store.add(make_booking(reference="BKG-TAKENREF", tickets=[]))
    codes.give("FIRSTREF", "TICKETAA", "TAKENREF")
    answers = await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(STRANGER)])
    assert [booking_of(answer).user_id for answer in answers] == [BUYER.id, STRANGER.id]
    assert len({booking.reference for booking in store.bookings.values()}) == 3


async def test_one_that_cannot_be_stored_fails_alone(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = FakeBookingRepository.add

    async def choke(self: FakeBookingRepository, bookings: Sequence[Booking]) -> None:
        await add(self, bookings)
        if any(booking.user_id == STRANGER.id for booking in bookings):
            raise ValueError("poison")

    monkeypatch.setattr(FakeBookingRepository, "add", choke)
    sales = [sale(BUYER), sale(STRANGER), sale(ORGANIZER)]
    answers = await sell_batch.execute(EVENT_ID, sales)
    assert kinds(answers) == [Outcome, ValueError, Outcome]
    assert [stored.user_id for stored in store.bookings.values()] == [BUYER.id, ORGANIZER.id]
    assert store.actions() == ["booking.confirmed"] * 2


async def test_a_lone_one_that_cannot_be_stored_is_tried_once(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    async def choke(_: object, bookings: Sequence[Booking]) -> None:
        tries.append(len(bookings))
        raise ValueError("poison")

    monkeypatch.setattr(FakeBookingRepository, "add", choke)
    before = store.snapshot()
    with pytest.raises(ValueError, match="poison"):
        await sell_batch.execute(EVENT_ID, [sale()])
    assert (tries, store.snapshot()) == ([1], before)


async def test_a_key_that_another_process_was_faster_with_fails_its_own_sale_alone(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember = FakeIdempotencyKeyRepository.remember

    async def lose(
        self: FakeIdempotencyKeyRepository, answers: dict[IdempotentRequest, object]
    ) -> None:
        if key() in answers:
            raise IdempotencyInProgress()
        await remember(self, answers)

    monkeypatch.setattr(FakeIdempotencyKeyRepository, "remember", lose)
    sales = [sale(idempotency=key()), sale(STRANGER, idempotency=key(STRANGER))]
    answers = await sell_batch.execute(EVENT_ID, sales)
    assert kinds(answers) == [IdempotencyInProgress, Outcome]
    assert [booking.user_id for booking in store.bookings.values()] == [STRANGER.id]


@pytest.mark.parametrize("refusal", [Unavailable(), NotFound("event", EVENT_ID)])
async def test_what_refuses_everybody_is_not_tried_one_by_one(
    sell_batch: SellBatch,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    refusal: Exception,
) -> None:
    tries = []

    async def refuse(_: object, event_id: int, buyer_ids: object) -> None:
        tries.append(event_id)
        raise refusal

    monkeypatch.setattr(FakeEventRepository, "lock_for_sale", refuse)
    before = store.snapshot()
    with pytest.raises(type(refusal)):
        await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(STRANGER)])
    assert (tries, store.snapshot()) == ([EVENT_ID], before)


@pytest.mark.parametrize("refusal", [NotFound("user"), SeatTaken([]), Unavailable()])
async def test_what_the_database_refuses_of_one_refuses_that_one_alone(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch, refusal: Exception
) -> None:
    add = FakeBookingRepository.add

    async def choke(self: FakeBookingRepository, bookings: Sequence[Booking]) -> None:
        await add(self, bookings)
        if any(booking.user_id == STRANGER.id for booking in bookings):
            raise refusal

    monkeypatch.setattr(FakeBookingRepository, "add", choke)
    answers = await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(STRANGER), sale(ORGANIZER)])
    assert kinds(answers) == [Outcome, type(refusal), Outcome]
    assert [booking.user_id for booking in store.bookings.values()] == [BUYER.id, ORGANIZER.id]


async def test_nothing_is_tried_again_when_an_outage_leaves_a_commit_open(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = []

    async def lose(_: object) -> None:
        commits.append(1)
        raise Unavailable()

    monkeypatch.setattr(FakeUnitOfWork, "commit", lose)
    with pytest.raises(Unavailable):
        await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(STRANGER)])
    assert commits == [1]


async def test_nobody_waits_again_for_an_event_that_is_away_by_now(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def choke(_: object, bookings: Sequence[Booking]) -> None:
        monkeypatch.setattr(FakeEventRepository, "lock_for_sale", away)
        raise ValueError("poison")

    tries = []

    async def away(_: object, event_id: int, buyer_ids: object) -> None:
        tries.append(event_id)
        raise Unavailable()

    monkeypatch.setattr(FakeBookingRepository, "add", choke)
    answers = await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(STRANGER), sale(ORGANIZER)])
    assert kinds(answers) == [Unavailable] * 3
    assert tries == [EVENT_ID]


@pytest.mark.parametrize("is_deleted", [True, False])
async def test_a_buyer_whose_account_is_gone_or_locked_is_refused_alone(
    sell_batch: SellBatch, store: Store, is_deleted: bool
) -> None:
    store.add(make_user(STRANGER, deleted_at=NOW if is_deleted else None))
    store.locked_users = set() if is_deleted else {STRANGER.id}
    answers = await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(STRANGER), sale(ORGANIZER)])
    assert kinds(answers) == [Outcome, NotFound if is_deleted else Unavailable, Outcome]
    assert [booking.user_id for booking in store.bookings.values()] == [BUYER.id, ORGANIZER.id]


async def test_who_waits_in_a_lane_is_sold_to_in_order_of_arrival(
    book_tickets: BookTickets, store: Store
) -> None:
    buyers = [BUYER, STRANGER, ORGANIZER]
    outcomes = await asyncio.gather(
        *(book_tickets.execute(sale(buyer, 2)) for buyer in buyers),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [Outcome, Outcome, InsufficientTickets]
    assert [booking.user_id for booking in store.bookings.values()] == [BUYER.id, STRANGER.id]
    assert store.commits == 1
