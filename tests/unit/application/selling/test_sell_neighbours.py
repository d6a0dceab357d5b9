"""Neighbours in a batch: what is looked up for one is no other's, and nothing in vain."""

from dataclasses import replace
from typing import Any

import pytest

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Touches
from src.application.selling.batches import Answer
from src.application.selling.purchase import OrderLine, OrderLines, Purchase
from src.application.selling.sell_batch import SellBatch
from src.domain.entities.booking import BookingStatus
from src.domain.entities.cart import CartItem
from src.domain.entities.user import Actor
from src.domain.errors import (
    CodeCollision,
    Forbidden,
    IdempotencyInProgress,
    InUse,
    TicketingError,
    Unavailable,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import BUYER, EVENT_ID, LATER, RIVAL, STRANGER, TYPE_ID
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.carts import FakeCartRepository
from tests.support.fakes.ports import (
    FakeIdempotencyKeyRepository,
    FakeUnitOfWork,
    FakeUnitOfWorkFactory,
)
from tests.support.fakes.spying import Asked, spy_on
from tests.support.fakes.store import Store
from tests.support.purchases import buying
from tests.support.settling import part

QUERIES: dict[type[object], tuple[str, ...]] = {
    FakeUserRepository: ("by_ids",),
    FakeCartRepository: ("lock", "empty"),
    FakeIdempotencyKeyRepository: ("recall", "remember"),
    FakeBookingRepository: ("expire_lapsed",),
}
NOT_ALLOWED = buying(STRANGER, EVENT_ID, 1, user_id=BUYER.id)


def key(caller: Actor, name: str = "key") -> IdempotentRequest:
    return IdempotentRequest(caller.id, name, b"one")


def sale(actor: Actor, **fields: Any) -> Purchase:
    return buying(actor, EVENT_ID, 1, **fields)


def fill_cart(store: Store, actor: Actor) -> Purchase:
    """One ticket lies in the cart of the actor; the order of it."""
    item = CartItem(user_id=actor.id, event_id=EVENT_ID, ticket_type_id=TYPE_ID, quantity=1)
    store.add(item)
    lines = (OrderLine(event_id=EVENT_ID, ticket_type_id=TYPE_ID, quantity=1),)
    return Purchase(actor=actor, wanted=OrderLines(lines=lines, cart=(replace(item),)))


def kinds(answers: list[Answer]) -> list[type]:
    return [type(answer) for answer in answers]


async def test_who_buys_for_themselves_without_cart_and_key_costs_no_query_of_their_own(
    sell_batch: SellBatch,
    unit_of_work: FakeUnitOfWorkFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = spy_on(monkeypatch, QUERIES)
    answers = await sell_batch.execute(EVENT_ID, [sale(BUYER), sale(RIVAL, user_id=RIVAL.id)])
    assert kinds(answers) == [Outcome, Outcome]
    assert asked == []
    assert unit_of_work.touched == [Touches(event_ids=[EVENT_ID])]


async def test_lapsed_holds_are_looked_for_where_tickets_are_held(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(part(30, BookingStatus.PENDING, expires_at=LATER))
    asked: Asked = spy_on(monkeypatch, QUERIES)
    await sell_batch.execute(EVENT_ID, [sale(BUYER)])
    assert [name for name, *_ in asked] == ["expire_lapsed"]


async def test_the_cart_of_an_order_is_locked_and_emptied_and_no_neighbours(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_cart(store, STRANGER)
    order = fill_cart(store, BUYER)
    asked = spy_on(monkeypatch, QUERIES)
    answers = await sell_batch.execute(EVENT_ID, [order, sale(STRANGER)])
    assert kinds(answers) == [Outcome, Outcome]
    assert asked == [("lock", {BUYER.id}, True), ("empty", [BUYER.id])]
    assert {item.user_id for item in store.cart_items.values()} == {STRANGER.id}


async def test_a_cart_that_is_being_checked_out_holds_up_its_own_order_alone(
    sell_batch: SellBatch, store: Store
) -> None:
    store.locked_carts = {BUYER.id}
    orders = [fill_cart(store, BUYER), fill_cart(store, STRANGER)]
    busy, sold = await sell_batch.execute(EVENT_ID, orders)
    assert isinstance(busy, InUse)
    assert str(busy) == "This cart is being checked out already."
    assert isinstance(sold, Outcome)
    assert {item.user_id for item in store.cart_items.values()} == {BUYER.id}


async def test_who_comes_after_a_replay_or_a_key_in_use_is_looked_at_as_well(
    sell_batch: SellBatch, store: Store
) -> None:
    known = sale(BUYER, idempotency=key(BUYER))
    await sell_batch.execute(EVENT_ID, [known])
    store.running = {(RIVAL.id, "key")}
    for first in ([known], [sale(RIVAL, idempotency=key(RIVAL))], [known, known]):
        answers = await sell_batch.execute(EVENT_ID, [*first, NOT_ALLOWED])
        assert isinstance(answers[-1], Forbidden)
        assert len(answers) == len(first) + 1
    fresh = sale(STRANGER, idempotency=key(STRANGER))
    answers = await sell_batch.execute(EVENT_ID, [fresh, fresh, NOT_ALLOWED])
    assert kinds(answers) == [Outcome, IdempotencyInProgress, Forbidden]


@pytest.mark.parametrize("error", [RuntimeError("A fault."), Forbidden("Refused.")], ids=repr)
async def test_what_the_end_of_a_transaction_refuses_is_one_sales_own(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    commit = FakeUnitOfWork.commit

    async def fail_for_the_buyer(uow: FakeUnitOfWork) -> None:
        if any(booking.user_id == BUYER.id for booking in store.bookings.values()):
            raise error
        await commit(uow)

    monkeypatch.setattr(FakeUnitOfWork, "commit", fail_for_the_buyer)
    answers = await sell_batch.execute(EVENT_ID, [sale(STRANGER), sale(BUYER), sale(RIVAL)])
    assert kinds(answers) == [Outcome, type(error), Outcome]


async def test_nobody_is_tried_after_an_outage_left_open_what_one_sale_did(
    sell_batch: SellBatch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = FakeUnitOfWork.commit
    fails = iter([CodeCollision(), None, Unavailable()])

    async def fail(uow: FakeUnitOfWork) -> None:
        if (error := next(fails)) is not None:
            raise error
        await commit(uow)

    monkeypatch.setattr(FakeUnitOfWork, "commit", fail)
    buyers = [STRANGER, BUYER, RIVAL]
    answers = await sell_batch.execute(EVENT_ID, [sale(buyer) for buyer in buyers])
    assert kinds(answers) == [Outcome, Unavailable, Unavailable]
    assert answers[1] is answers[2]
    assert isinstance(answers[2], TicketingError)
    assert {booking.user_id for booking in store.bookings.values()} == {STRANGER.id}
