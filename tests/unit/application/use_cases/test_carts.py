"""A cart: its items, and what its use cases refuse without a database."""

from decimal import Decimal

import pytest

from src.application.use_cases.cart.add_to_cart import AddToCart, AddToCartCommand
from src.application.use_cases.cart.apply_discount import ApplyDiscount
from src.application.use_cases.cart.change_cart_item import ChangeCartItem, ChangeCartItemCommand
from src.application.use_cases.cart.clear_cart import ClearCart
from src.application.use_cases.cart.get_cart import GetCart, GetCartTotal
from src.application.use_cases.cart.remove_cart_item import RemoveCartItem
from src.domain.entities.cart import CartItem
from src.domain.errors import DiscountInvalid, Forbidden, NotFound, ValidationFailed
from tests.support.discounts import make_discount
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVENT_ID,
    EVERYBODY,
    STRANGER,
    TYPE_ID,
    make_event,
    make_type,
    make_user,
)
from tests.support.fakes.carts import FakeDiscountRepository
from tests.support.fakes.own import FakeOwnReader
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store

ITEM_ID, DISCOUNT_ID = 40, 50


def make_item(quantity: int = 2, seat_ids: tuple[int, ...] = ()) -> CartItem:
    """Item 40 of the buyer's cart."""
    return CartItem(
        id=ITEM_ID,
        user_id=BUYER.id,
        event_id=EVENT_ID,
        ticket_type_id=TYPE_ID,
        quantity=quantity,
        seat_ids=list(seat_ids),
    )


@pytest.fixture
def filled(store: Store) -> Store:
    """Two tickets in the buyer's cart, and a code of 20 per cent that nobody has used."""
    users = map(make_user, EVERYBODY)
    discount = make_discount(id=DISCOUNT_ID, max_uses_per_user=1)
    store.add(*users, make_event(), make_type(), make_item(), discount)
    return store


def test_item_grows_by_tickets_or_by_seats() -> None:
    item = make_item()
    item.add(3)
    assert (item.quantity, item.seat_ids) == (5, [])
    seated = make_item(2, (1, 2))
    seated.add(1, (3,))
    assert (seated.quantity, seated.seat_ids) == (3, [1, 2, 3])


def test_first_tickets_of_an_item_may_have_seats() -> None:
    item = make_item(0)
    item.add(2, (1, 2))
    assert (item.quantity, item.seat_ids) == (2, [1, 2])


def test_an_item_may_have_a_thousand_tickets() -> None:
    item = make_item()
    item.add(998)
    assert item.quantity == 1000


@pytest.mark.parametrize(
    ("item", "quantity", "seat_ids", "field", "why"),
    [
        (make_item(), 1, (1,), "body.seat_ids", "seats of all tickets of this type, or of none"),
        (make_item(2, (1, 2)), 1, (), "body.seat_ids", "seats of all tickets of this type"),
        (make_item(2, (1, 2)), 1, (2,), "body.seat_ids", "in the cart already"),
        (make_item(2, (1, 2)), 2, (3,), "body.seat_ids", "Choose 4 seats, or none"),
        (make_item(), 999, (), "body.quantity", "At most 1000 tickets"),
    ],
)
def test_item_is_left_as_it_was_when_more_does_not_fit(
    item: CartItem, quantity: int, seat_ids: tuple[int, ...], field: str, why: str
) -> None:
    before = (item.quantity, list(item.seat_ids))
    with pytest.raises(ValidationFailed, match=why) as refusal:
        item.add(quantity, seat_ids)
    assert refusal.value.field == field
    assert (item.quantity, item.seat_ids) == before


@pytest.mark.parametrize(
    ("quantity", "seat_ids", "expected"),
    [
        (None, None, (2, [1, 2])),
        (2, None, (2, [1, 2])),
        (None, (3,), (1, [3])),
        (1, (3,), (1, [3])),
        (None, (), (2, [])),
        (7, (), (7, [])),
    ],
)
def test_change_sets_what_is_given(
    quantity: int | None, seat_ids: tuple[int, ...] | None, expected: tuple[int, list[int]]
) -> None:
    item = make_item(2, (1, 2))
    item.change(quantity, seat_ids)
    assert (item.quantity, item.seat_ids) == expected


@pytest.mark.parametrize(("quantity", "seat_ids"), [(3, None), (1, (3, 4)), (1001, ())])
def test_change_is_refused_when_seats_and_quantity_differ(
    quantity: int, seat_ids: tuple[int, ...] | None
) -> None:
    item = make_item(2, (1, 2))
    with pytest.raises(ValidationFailed):
        item.change(quantity, seat_ids)
    assert (item.quantity, item.seat_ids) == (2, [1, 2])


async def test_items_are_added_changed_and_removed(
    filled: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    command = AddToCartCommand(ticket_type_id=TYPE_ID, quantity=3)
    line = await AddToCart(unit_of_work, fake_clock).execute(BUYER, command)
    assert (line.item.id, filled.cart_items[ITEM_ID].quantity) == (ITEM_ID, 5)
    change = ChangeCartItemCommand(ITEM_ID, 1)
    await ChangeCartItem(unit_of_work, fake_clock).execute(BUYER, change)
    (read,) = await GetCart(FakeOwnReader(filled)).execute(BUYER, BUYER.id)
    assert (read.item.quantity, read.subtotal) == (1, Decimal("25.00"))
    await RemoveCartItem(unit_of_work).execute(BUYER, ITEM_ID)
    assert filled.cart_items == {}
    assert filled.audit == []


async def test_cart_holds_fifty_items_and_no_more(
    filled: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    add = AddToCart(unit_of_work, fake_clock)
    for number in range(1, 51):
        filled.add(make_type(id=100 + number))
    for number in range(1, 50):
        await add.execute(BUYER, AddToCartCommand(ticket_type_id=100 + number, quantity=1))
    before = filled.snapshot()
    with pytest.raises(ValidationFailed, match="at most 50 items"):
        await add.execute(BUYER, AddToCartCommand(ticket_type_id=150, quantity=1))
    assert filled.snapshot() == before


async def test_cart_of_somebody_else_is_left_alone(
    filled: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    before = filled.snapshot()
    with pytest.raises(NotFound):
        await RemoveCartItem(unit_of_work).execute(STRANGER, ITEM_ID)
    with pytest.raises(Forbidden):
        await ClearCart(unit_of_work).execute(STRANGER, BUYER.id)
    with pytest.raises(Forbidden):
        await ApplyDiscount(unit_of_work, fake_clock).execute(STRANGER, BUYER.id, "SUMMER")
    assert filled.snapshot() == before


async def test_cleared_cart_has_neither_items_nor_a_code(
    filled: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    await ApplyDiscount(unit_of_work, fake_clock).execute(BUYER, BUYER.id, "summer")
    assert filled.cart_discounts == {BUYER.id: DISCOUNT_ID}
    await ClearCart(unit_of_work).execute(ADMIN, BUYER.id)
    assert filled.cart_items == {}
    assert filled.cart_discounts == {}


async def test_code_that_the_buyer_used_meanwhile_is_reported_and_takes_nothing_off(
    filled: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    applied = await ApplyDiscount(unit_of_work, fake_clock).execute(BUYER, BUYER.id, "SUMMER")
    assert applied.amounts.total_amount == Decimal("40.00")
    filled.discount_uses[DISCOUNT_ID, BUYER.id] = 1
    get_total = GetCartTotal(FakeOwnReader(filled), FakeDiscountRepository(filled), fake_clock)
    total = await get_total.execute(BUYER, BUYER.id)
    assert (total.amounts.total_amount, total.discount_code) == (Decimal("50.00"), "SUMMER")
    assert total.discount_problem == "You have used this discount code already."


async def test_refused_code_leaves_the_one_that_is_there(
    filled: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    filled.add(make_discount(id=51, code="OLD", valid_until=fake_clock.now))
    apply = ApplyDiscount(unit_of_work, fake_clock)
    await apply.execute(BUYER, BUYER.id, "SUMMER")
    for code in ("OLD", "NEVER"):
        with pytest.raises(DiscountInvalid):
            await apply.execute(BUYER, BUYER.id, code)
    assert filled.cart_discounts == {BUYER.id: DISCOUNT_ID}
