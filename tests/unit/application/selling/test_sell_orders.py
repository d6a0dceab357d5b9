"""What is paid online is sold through an order of its own; a change of its booking changes it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.concurrency.idempotency import Outcome
from src.application.selling.batches import Answer
from src.application.selling.purchase import OrderLine, OrderLines, Purchase, Sale
from src.application.selling.sell_batch import SellBatch
from src.domain.entities.booking import BookingStatus
from src.domain.entities.cart import CartItem
from src.domain.entities.event import Payment
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, InsufficientTickets, InUse, TicketingError
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.checkout import Contact
from tests.support.discounts import make_discount
from tests.support.examples import BUYER, EVENT_ID, NOW, STRANGER, TYPE_ID, make_event, make_type
from tests.support.fakes.store import Store
from tests.support.purchases import buying

LATER = NOW + timedelta(minutes=10)


def sale(actor: Actor = BUYER, quantity: int = 1, **fields: Any) -> Purchase:
    return buying(actor, EVENT_ID, quantity, **fields)


def checkout(actor: Actor = BUYER, *quantities: int, **fields: Any) -> Purchase:
    """An order of so many tickets of types 20, 21 and so on."""
    lines = tuple(
        OrderLine(event_id=EVENT_ID, ticket_type_id=TYPE_ID + number, quantity=quantity)
        for number, quantity in enumerate(quantities)
    )
    return Purchase(actor=actor, wanted=OrderLines(lines=lines, **fields))


def sold(answer: Answer) -> Sale:
    assert isinstance(answer, Outcome), answer
    return answer.result


def order_of(answer: Answer) -> Order:
    order = sold(answer).order
    assert order is not None
    return order


def refusal(answer: Answer) -> type[TicketingError]:
    assert isinstance(answer, TicketingError)
    return type(answer)


@pytest.fixture
def online(store: Store, sell_batch: SellBatch) -> SellBatch:
    """Sells four tickets of an event that is paid online, in two types."""
    store.add(make_event(capacity=4, payment=Payment.ONLINE))
    store.add(make_type(id=21, name="VIP", price=Decimal("40.00")))
    return sell_batch


@pytest.mark.parametrize("is_reservation", [False, True])
async def test_a_booking_that_is_paid_online_makes_an_order_of_one(
    online: SellBatch, store: Store, is_reservation: bool
) -> None:
    wanted = sale(quantity=2, ticket_type_id=TYPE_ID, is_hold=is_reservation)
    (answer,) = await online.execute(EVENT_ID, [wanted])
    order, booking = order_of(answer), sold(answer).booking
    assert (order.status, order.expires_at) == (OrderStatus.PENDING, LATER)
    assert (booking.status, booking.expires_at) == (BookingStatus.PENDING, LATER)
    assert (booking.order_id, order.total_amount) == (order.id, Decimal("50.00"))
    (item,) = order.items
    assert (item.order_id, item.booking_id, item.quantity) == (order.id, booking.id, 2)
    assert store.order(order.id) == order
    assert store.actions() == ["booking.pending", "order.pending"]
    assert {entry.by for entry in store.audit} == {BUYER}


@pytest.mark.parametrize("is_reservation", [False, True])
async def test_a_booking_that_is_paid_outside_has_no_order(
    sell_batch: SellBatch, store: Store, is_reservation: bool
) -> None:
    (answer,) = await sell_batch.execute(EVENT_ID, [sale(is_hold=is_reservation)])
    assert (sold(answer).order, sold(answer).booking.order_id) == (None, None)
    assert store.orders == {}


async def test_free_tickets_of_an_event_that_is_paid_online_are_confirmed_at_once(
    online: SellBatch, store: Store
) -> None:
    store.add(make_type(price=Decimal("0.00")))
    (answer,) = await online.execute(EVENT_ID, [sale(ticket_type_id=TYPE_ID)])
    assert order_of(answer).status is OrderStatus.CONFIRMED
    assert sold(answer).booking.status is BookingStatus.CONFIRMED
    assert store.actions() == ["booking.confirmed", "order.confirmed"]


async def test_an_order_that_is_paid_outside_is_confirmed_at_once(
    sell_batch: SellBatch, store: Store
) -> None:
    (answer,) = await sell_batch.execute(EVENT_ID, [checkout(BUYER, 2)])
    assert (order_of(answer).status, order_of(answer).expires_at) == (OrderStatus.CONFIRMED, None)
    assert store.booking(sold(answer).booking.id).status is BookingStatus.CONFIRMED


async def test_an_order_of_two_types_has_one_booking_and_its_contact(
    online: SellBatch, store: Store
) -> None:
    contact = Contact(contact_name="Ada", notes="Aisle")
    (answer,) = await online.execute(EVENT_ID, [checkout(BUYER, 2, 1, contact=contact)])
    order = order_of(answer)
    assert [(item.ticket_type_id, item.quantity) for item in order.items] == [(20, 2), (21, 1)]
    assert {item.booking_id for item in order.items} == set(store.bookings)
    assert (order.total_amount, order.contact_name) == (Decimal("90.00"), "Ada")
    assert store.order(order.id) == order


async def test_orders_and_bookings_share_a_batch_and_a_refused_order_takes_nothing(
    online: SellBatch, store: Store
) -> None:
    sales = [checkout(BUYER, 1, 1), checkout(STRANGER, 2, 1), sale(STRANGER, 2, ticket_type_id=21)]
    answers = await online.execute(EVENT_ID, sales)
    assert refusal(answers[1]) is InsufficientTickets
    assert [order_of(answers[0]).user_id, order_of(answers[2]).user_id] == [BUYER.id, STRANGER.id]
    assert (len(store.orders), len(store.bookings), store.commits) == (2, 2, 1)
    assert store.event(EVENT_ID).tickets_left == 0


async def test_a_code_is_used_up_within_a_batch(online: SellBatch, store: Store) -> None:
    store.add(make_discount(id=7, max_uses=1))
    sales = [checkout(BUYER, 2, discount_ids=(7,)), checkout(STRANGER, 1, discount_ids=(7,))]
    answers = await online.execute(EVENT_ID, sales)
    order = order_of(answers[0])
    assert (order.discount_id, order.discount_amount) == (7, Decimal("10.00"))
    assert order.total_amount == sold(answers[0]).booking.total_amount == Decimal("40.00")
    assert refusal(answers[1]) is DiscountInvalid
    assert list(store.orders) == [order.id]


async def test_a_code_counts_the_living_orders_of_its_buyer(
    online: SellBatch, store: Store
) -> None:
    store.add(make_discount(id=7, max_uses_per_user=1))
    store.discount_uses[7, BUYER.id] = 1
    sales = [checkout(BUYER, 1, discount_ids=(7,)), checkout(STRANGER, 1, discount_ids=(7,))]
    answers = await online.execute(EVENT_ID, sales)
    assert refusal(answers[0]) is DiscountInvalid
    assert order_of(answers[1]).user_id == STRANGER.id


async def test_a_cart_is_emptied_with_its_order_and_once(online: SellBatch, store: Store) -> None:
    item = CartItem(id=70, user_id=BUYER.id, event_id=EVENT_ID, ticket_type_id=TYPE_ID, quantity=1)
    store.add(item, replace(item, id=71, user_id=STRANGER.id))
    twice = [checkout(BUYER, 1, cart=(item,))] * 2
    answers = await online.execute(EVENT_ID, twice)
    assert order_of(answers[0]).user_id == BUYER.id
    assert refusal(answers[1]) is InUse
    assert list(store.cart_items) == [71]
    assert len(store.orders) == 1


async def test_a_cart_is_kept_when_its_order_is_refused(online: SellBatch, store: Store) -> None:
    item = CartItem(id=70, user_id=BUYER.id, event_id=EVENT_ID, ticket_type_id=TYPE_ID, quantity=9)
    store.add(item)
    before = store.snapshot()
    (answer,) = await online.execute(EVENT_ID, [checkout(BUYER, 9, cart=(item,))])
    assert refusal(answer) is InsufficientTickets
    assert store.snapshot() == before


async def test_a_replay_answers_the_order_too(online: SellBatch, store: Store) -> None:
    key = IdempotentRequest(BUYER.id, "key", b"one")
    repeated = sale(ticket_type_id=TYPE_ID, idempotency=key)
    (first,) = await online.execute(EVENT_ID, [repeated])
    (second,) = await online.execute(EVENT_ID, [repeated])
    assert second == Outcome(sold(first), is_replayed=True)
    assert order_of(second).id == order_of(first).id
    assert len(store.orders) == 1
