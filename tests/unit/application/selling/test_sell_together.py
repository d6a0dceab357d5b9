"""Purchases of many events in one transaction: what they sell one by one, and nobody waits."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.application.concurrency.idempotency import Outcome
from src.application.selling.batches import Answer
from src.application.selling.purchase import OrderLine, OrderLines, Purchase
from src.application.selling.sell_across_events import SellAcrossEvents
from src.application.selling.sell_batch import SellBatch
from src.application.selling.sell_together import Left, SellTogether
from src.domain.entities.booking import BookingStatus
from src.domain.entities.cart import CartItem
from src.domain.entities.event import Payment, Seating
from src.domain.entities.user import Actor
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import (
    CodeCollision,
    IdempotencyKeyReused,
    InsufficientTickets,
    InUse,
    SalesClosed,
    TicketingError,
    Unavailable,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import (
    BUYER,
    EVERYBODY,
    NOW,
    ORGANIZER,
    STRANGER,
    make_event,
    make_type,
    make_user,
)
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.ports import (
    FakeClock,
    FakeCodes,
    FakeUnitOfWork,
    FakeUnitOfWorkFactory,
)
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store
from tests.support.purchases import buying
from tests.support.settling import part

TEN_MINUTES = timedelta(minutes=10)
FREE, LIMITED, ONLINE, DEAR, SEATED = 10, 11, 12, 13, 14
EVENTS = (FREE, LIMITED, ONLINE, DEAR, SEATED)


def fill(store: Store) -> None:
    """Five events of which there is little: two are paid online, one has numbered seats."""
    store.add(*map(make_user, EVERYBODY))
    store.add(Venue(id=7, name="Hall", owner_id=ORGANIZER.id))
    store.seats[7] = [Seat(number, "A", "1", str(number)) for number in range(1, 5)]
    store.add(make_event(id=FREE, capacity=3))
    store.add(make_event(id=DEAR, payment=Payment.ONLINE, capacity=5))
    store.add(make_event(id=LIMITED, max_tickets_per_user=2))
    store.add(make_event(id=ONLINE, payment=Payment.ONLINE, capacity=4))
    store.add(make_event(id=SEATED, seating=Seating.RESERVED, venue_id=7, capacity=4))
    store.add(*(make_type(id=event_id + 10, event_id=event_id) for event_id in EVENTS))


@pytest.fixture
def sell(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock, codes: FakeCodes
) -> SellTogether:
    fill(store)
    return SellTogether(unit_of_work, fake_clock, codes, TEN_MINUTES)


def order(actor: Actor, *event_ids: int, quantity: int = 1, **fields: Any) -> Purchase:
    lines = tuple(
        OrderLine(event_id=event_id, ticket_type_id=event_id + 10, quantity=quantity)
        for event_id in event_ids
    )
    cart = fields.pop("cart", None)
    return Purchase(actor=actor, wanted=OrderLines(lines=lines, cart=cart), **fields)


def key(actor: Actor, name: str = "key", fingerprint: bytes = b"one") -> IdempotentRequest:
    return IdempotentRequest(actor.id, name, fingerprint)


def events_of(answer: Answer | Left) -> list[int]:
    """The events of what was sold."""
    assert isinstance(answer, Outcome)
    return [booking.event_id for booking in answer.result.bookings]


async def test_sales_of_many_events_are_one_transaction(sell: SellTogether, store: Store) -> None:
    answers = await sell.execute(
        None,
        [
            buying(BUYER, FREE, 2),
            order(STRANGER, ONLINE, DEAR),
            buying(STRANGER, SEATED, 2, is_best_available=True),
        ],
    )
    assert [events_of(answer) for answer in answers] == [[FREE], [ONLINE, DEAR], [SEATED]]
    assert store.commits == 1
    assert sorted(store.locks) == [("event", event_id) for event_id in (FREE, ONLINE, DEAR, SEATED)]
    assert store.actions() == [
        *("booking.confirmed", "booking.pending", "booking.pending", "booking.confirmed"),
        "order.pending",
    ]
    assert [store.event(event_id).tickets_left for event_id in (FREE, SEATED)] == [1, 2]


async def test_an_order_of_which_one_event_is_sold_out_takes_nothing_of_the_others(
    sell: SellTogether, store: Store
) -> None:
    answers = await sell.execute(
        None,
        [
            order(BUYER, ONLINE, quantity=3),
            # The first of its events has one left.
            order(STRANGER, ONLINE, DEAR, quantity=2),
            order(STRANGER, DEAR, quantity=5),
            order(STRANGER, ONLINE),
        ],
    )
    assert isinstance(answers[1], InsufficientTickets)
    assert [events_of(answers[n]) for n in (0, 2, 3)] == [[ONLINE], [DEAR], [ONLINE]]
    assert (store.event(ONLINE).tickets_left, store.event(DEAR).tickets_left) == (0, 0)


async def test_nothing_is_taken_of_an_event_whose_neighbour_in_the_order_is_sold_out(
    sell: SellTogether, store: Store
) -> None:
    store.events[DEAR].capacity = 1
    wanted = [order(BUYER, ONLINE, DEAR, quantity=2), order(STRANGER, ONLINE, quantity=4)]
    refused, sold = await sell.execute(None, wanted)
    assert isinstance(refused, InsufficientTickets)
    assert events_of(sold) == [ONLINE]


async def test_a_refused_order_is_no_open_reservation(sell: SellTogether, store: Store) -> None:
    store.events[DEAR].capacity = 0
    refused = [order(BUYER, ONLINE, DEAR)] * 3
    holds = [buying(BUYER, ONLINE, 1, is_hold=True)] * 3
    held = [buying(BUYER, LIMITED, 1, is_hold=True)] * 2
    answers = await sell.execute(None, [*refused, *holds, *held])
    assert [type(answer) for answer in answers] == [InsufficientTickets] * 3 + [Outcome] * 5


@pytest.mark.parametrize("why", ["locked", "deleted", "unknown"])
async def test_a_purchase_whose_event_is_not_free_is_left(
    sell: SellTogether, store: Store, why: str
) -> None:
    event_id = 99 if why == "unknown" else LIMITED
    if why == "locked":
        store.locked_events = {LIMITED}
    if why == "deleted":
        store.events[LIMITED].deleted_at = NOW
    answers = await sell.execute(
        None, [buying(BUYER, event_id, 1), order(BUYER, FREE, event_id), buying(BUYER, FREE, 1)]
    )
    assert answers[:2] == [Left(), Left()]
    assert events_of(answers[2]) == [FREE]


async def test_where_everything_is_left_or_refused_nothing_is_committed(
    sell: SellTogether, store: Store
) -> None:
    store.events[FREE].date_time = NOW
    before = store.snapshot()
    (refusal,) = await sell.execute(None, [buying(BUYER, FREE, 1)])
    assert isinstance(refusal, SalesClosed)
    assert store.snapshot() == before


async def test_lapsed_holds_of_all_events_are_released_first(
    sell: SellTogether, store: Store
) -> None:
    for number, event_id in enumerate((FREE, ONLINE)):
        hold = part(30 + number, BookingStatus.PENDING, event_id=event_id, expires_at=NOW)
        del hold.tickets[1:]
        for ticket in hold.tickets:
            ticket.event_id, ticket.ticket_type_id = event_id, event_id + 10
        store.add(hold)
    answers = await sell.execute(
        None, [buying(BUYER, FREE, 3), buying(STRANGER, ONLINE, 4), buying(BUYER, LIMITED, 1)]
    )
    assert [events_of(answer) for answer in answers] == [[FREE], [ONLINE], [LIMITED]]
    assert [store.bookings[number].status for number in (30, 31)] == [BookingStatus.EXPIRED] * 2
    assert store.actions()[:2] == ["booking.expired"] * 2


async def test_a_repeated_request_is_answered_again_and_another_with_its_key_refused(
    sell: SellTogether, store: Store
) -> None:
    (first,) = await sell.execute(None, [buying(BUYER, FREE, 1, idempotency=key(BUYER))])
    again, reused = await sell.execute(
        None,
        [
            buying(BUYER, FREE, 1, idempotency=key(BUYER)),
            buying(STRANGER, FREE, 1, idempotency=key(STRANGER)),
        ],
    )
    assert isinstance(first, Outcome) and isinstance(again, Outcome)
    assert (again.result, again.is_replayed) == (first.result, True)
    assert isinstance(reused, Outcome)
    (other,) = await sell.execute(
        None, [buying(BUYER, FREE, 1, idempotency=key(BUYER, fingerprint=b"two"))]
    )
    assert isinstance(other, IdempotencyKeyReused)
    assert len(store.bookings) == 2


async def test_a_cart_over_two_events_is_emptied_and_one_that_is_busy_is_refused(
    sell: SellTogether, store: Store
) -> None:
    cart = []
    for actor in (BUYER, STRANGER):
        for event_id in (ONLINE, DEAR):
            item = CartItem(
                user_id=actor.id, event_id=event_id, ticket_type_id=event_id + 10, quantity=1
            )
            store.add(item)
            cart.append(item)
    store.locked_carts = {STRANGER.id}
    sold, busy = await sell.execute(
        None,
        [
            order(BUYER, ONLINE, DEAR, cart=tuple(cart[:2])),
            order(STRANGER, ONLINE, DEAR, cart=tuple(cart[2:])),
        ],
    )
    assert events_of(sold) == [ONLINE, DEAR]
    assert isinstance(busy, InUse)
    assert {item.user_id for item in store.cart_items.values()} == {STRANGER.id}


@pytest.mark.parametrize("error", [CodeCollision(), ValueError("a fault"), Unavailable()])
async def test_after_a_fault_nothing_is_stored_and_each_is_left_to_be_sold_by_itself(
    sell: SellTogether, store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    async def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(FakeBookingRepository, "add", fail)
    before = store.snapshot()
    assert await sell.execute(None, [buying(BUYER, FREE, 1), buying(BUYER, LIMITED, 1)]) == [
        *(Left(), Left())
    ]
    assert store.snapshot() == before


async def test_during_an_outage_nobody_waits_again(
    sell: SellTogether, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object, **__: object) -> None:
        raise Unavailable()

    wanted = [buying(BUYER, FREE, 1), buying(BUYER, LIMITED, 1)]
    with monkeypatch.context() as patched:
        patched.setattr(FakeEventRepository, "lock_free_for_sale", away)
        with pytest.raises(Unavailable):
            await sell.execute(None, wanted)
    # Nobody knows whether it was committed: a second try could sell it twice.
    monkeypatch.setattr(FakeUnitOfWork, "commit", away)
    with pytest.raises(Unavailable):
        await sell.execute(None, wanted)


# The same as one by one

buyers = st.sampled_from([BUYER, STRANGER, ORGANIZER])
bookings = st.builds(
    lambda actor, event_id, quantity, is_hold: buying(
        actor, event_id, quantity, is_hold=is_hold, is_best_available=event_id == SEATED
    ),
    buyers,
    st.sampled_from(EVENTS),
    st.integers(1, 3),
    st.booleans(),
)
orders = st.builds(
    lambda actor, event_ids, quantity: order(actor, *event_ids, quantity=quantity),
    buyers,
    st.sampled_from(
        [(ONLINE,), (DEAR,), (ONLINE, DEAR), (FREE, LIMITED), (FREE, ONLINE), (LIMITED, SEATED)]
    ),
    st.integers(1, 3),
)


def parts_of(answer: object) -> object:
    """What was sold or why not, without ids and codes."""
    if isinstance(answer, TicketingError):
        return type(answer), str(answer)
    assert isinstance(answer, Outcome)
    sale = answer.result
    return (
        None if sale.order is None else (sale.order.status, sale.order.total_amount),
        [
            (b.event_id, b.status, b.quantity, b.total_amount, [t.seat for t in b.tickets])
            for b in sale.bookings
        ],
    )


async def one_by_one(store: Store, purchases: Sequence[Purchase]) -> list[object]:
    parts = (FakeUnitOfWorkFactory(store), FakeClock(), FakeCodes(), TEN_MINUTES)
    of_one, of_several = SellBatch(*parts), SellAcrossEvents(*parts)
    answers: list[object] = []
    for purchase in purchases:
        try:
            if len(purchase.event_ids) > 1:
                answers.append(await of_several.execute(purchase))
            else:
                (event_id,) = purchase.event_ids
                answers += await of_one.execute(event_id, [purchase])
        except TicketingError as refusal:
            answers.append(refusal)
    return answers


@given(st.lists(bookings | orders, min_size=1, max_size=16))
def test_together_they_sell_what_they_sell_one_by_one(purchases: list[Purchase]) -> None:
    here, there = Store(), Store()
    fill(here)
    fill(there)
    sell = SellTogether(FakeUnitOfWorkFactory(here), FakeClock(), FakeCodes(), TEN_MINUTES)
    together = asyncio.run(sell.execute(None, purchases))
    alone = asyncio.run(one_by_one(there, purchases))
    assert [parts_of(answer) for answer in together] == [parts_of(answer) for answer in alone]
    for event_id in EVENTS:
        ours, theirs = here.event(event_id), there.event(event_id)
        assert (ours.tickets_left, ours.tickets_held) == (theirs.tickets_left, theirs.tickets_held)
    assert sorted(here.actions()) == sorted(there.actions())
