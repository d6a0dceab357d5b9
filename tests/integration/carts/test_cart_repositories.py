"""Carts and discount codes: what is saved is what is loaded, and who asks at once takes turns."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.user import Role
from src.domain.errors import NotFound
from src.infrastructure.repositories.cart import LOCK
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api
from tests.support.carts import cart_of, put_in, type_ids
from tests.support.entities import SOON, assert_every_field_is_set, saved


def _new_discount(owner_id: int, event_id: int, type_id: int, **changes: Any) -> Discount:
    values: dict[str, Any] = {
        "code": "SUMMER",
        "owner_id": owner_id,
        "kind": DiscountKind.FIXED,
        "value": Decimal("12.34"),
        "currency": "USD",
        "event_id": event_id,
        "ticket_type_id": type_id,
        "valid_from": SOON,
        "valid_until": SOON + timedelta(days=1),
        "max_uses": 7,
        "max_uses_per_user": 2,
        "max_tickets": 9,
        "min_spend": Decimal("20.00"),
        "max_discount": Decimal("8.00"),
    }
    return Discount(**(values | changes))


async def _event(api: Api) -> tuple[int, int, int]:
    """Ids of an organizer, their event, and its ticket type."""
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    return organizer.id, event["id"], (await type_ids(api, event))[0]


async def test_discount_is_loaded_as_it_was_added_and_saved(api: Api) -> None:
    discount = _new_discount(*(await _event(api)))
    await saved(lambda uow: uow.discounts.add(discount))
    assert_every_field_is_set(discount, but={"used", "used_tickets", "deleted_at"})
    assert await saved(lambda uow: uow.discounts.get(discount.id)) == discount
    changed = _new_discount(
        *(await _event(api)),
        id=discount.id,
        code="AUTUMN",
        kind=DiscountKind.PERCENT,
        value=Decimal("5.00"),
        currency=None,
        valid_from=SOON - timedelta(days=2),
        valid_until=SOON - timedelta(days=1),
        max_uses=8,
        max_uses_per_user=3,
        max_tickets=10,
        min_spend=None,
        max_discount=None,
        created_at=discount.created_at,
    )
    await saved(lambda uow: uow.discounts.save(changed))
    assert changed.version == 2
    assert await saved(lambda uow: uow.discounts.get(discount.id)) == changed


async def test_deleted_discount_is_found_by_its_name_alone_and_says_so(api: Api) -> None:
    discount = _new_discount(*(await _event(api)))
    await saved(lambda uow: uow.discounts.add(discount))
    assert await saved(lambda uow: uow.discounts.named(" summer", [])) == [discount]
    discount.delete(SOON)
    await saved(lambda uow: uow.discounts.save(discount))
    assert await saved(lambda uow: uow.discounts.named("winter", [])) == []
    (deleted,) = await saved(lambda uow: uow.discounts.named("SUMMER", []))
    assert deleted.deleted_at == SOON
    assert await saved(lambda uow: uow.discounts.lock([discount.id, 4711])) == {
        discount.id: discount
    }
    with pytest.raises(NotFound):
        await saved(lambda uow: uow.discounts.get(discount.id))


async def test_cart_item_is_loaded_as_it_was_put_in_and_put_in_again(api: Api) -> None:
    buyer = await api.person()
    _, event_id, type_id = await _event(api)
    item = CartItem(
        user_id=buyer.id,
        event_id=event_id,
        ticket_type_id=type_id,
        quantity=2,
        seat_ids=[7, 5],
        unit_price=Decimal("12.34"),
    )
    await saved(lambda uow: uow.carts.put(item))
    assert_every_field_is_set(item)
    assert await saved(lambda uow: uow.carts.get(item.id)) == item
    again = CartItem(user_id=buyer.id, event_id=event_id, ticket_type_id=type_id, quantity=3)
    await saved(lambda uow: uow.carts.put(again))
    assert (again.id, again.created_at) == (item.id, item.created_at)
    assert await saved(lambda uow: uow.carts.of_user(buyer.id)) == [again]


async def test_lock_gives_the_carts_of_these_users_and_no_others(api: Api) -> None:
    first, second, other = [await api.person() for _ in range(3)]
    _, _, type_id = await _event(api)
    ids = {person.id: (await put_in(api, person, type_id))["id"] for person in (first, other)}
    carts = await saved(lambda uow: uow.carts.lock([second.id, first.id]))
    found = {user_id: [item.id for item in items] for user_id, items in carts.items()}
    assert found == {first.id: [ids[first.id]], second.id: []}


async def test_emptied_carts_lose_items_and_codes_and_no_others_do(api: Api) -> None:
    buyer, other = await api.person(), await api.person()
    organizer_id, event_id, type_id = await _event(api)
    discount = _new_discount(organizer_id, event_id, type_id)
    await saved(lambda uow: uow.discounts.add(discount))
    for person in (buyer, other):
        await put_in(api, person, type_id)
        user_id = person.id
        async with TortoiseUnitOfWork() as uow:
            await uow.carts.set_discount(user_id, discount.id)
            await uow.commit()
    assert await saved(lambda uow: uow.carts.empty([buyer.id])) == 1
    assert await saved(lambda uow: uow.carts.discount_id(buyer.id)) is None
    assert await saved(lambda uow: uow.carts.discount_id(other.id)) == discount.id
    assert len(await cart_of(api, other)) == 1


async def test_ticket_types_are_found_by_ids(api: Api) -> None:
    _, event_id, wanted = await _event(api)
    await _event(api)
    found = await saved(lambda uow: uow.ticket_types.by_ids([wanted, 4711]))
    assert found == {wanted: await saved(lambda uow: uow.ticket_types.get(wanted))}
    events = await saved(lambda uow: uow.ticket_types.event_ids([wanted, 4711]))
    assert events == {wanted: event_id}


async def test_nothing_is_lost_when_tickets_are_put_in_at_once(api: Api) -> None:
    buyer = await api.person()
    _, _, type_id = await _event(api)
    await asyncio.gather(*(put_in(api, buyer, type_id, 2) for _ in range(5)))
    assert [item["quantity"] for item in await cart_of(api, buyer)] == [10]


async def test_empty_cart_gets_one_currency_when_two_are_put_in_at_once(
    api: Api, connection: asyncpg.Connection
) -> None:
    buyer, organizer = await api.person(), await api.person(Role.ORGANIZER)
    types = [
        (await type_ids(api, await api.event(organizer, currency=currency)))[0]
        for currency in ("USD", "EUR")
    ]
    bodies = [{"ticket_type_id": type_id, "quantity": 1} for type_id in types]
    responses = await asyncio.gather(*(api.post("/cart", buyer, body) for body in bodies))
    assert sorted(response.status_code for response in responses) == [201, 422]
    assert await connection.fetchval("SELECT count(*) FROM cart_items") == 1


async def test_booking_does_not_wait_for_a_cart_that_is_locked(
    api: Api, connection: asyncpg.Connection
) -> None:
    buyer = await api.person()
    _, event_id, _ = await _event(api)
    # On a connection of its own: in this task's transaction the booking would be part of it.
    async with connection.transaction():
        await connection.execute(LOCK, [buyer.id])
        await asyncio.wait_for(api.book(buyer, event_id), timeout=30)
