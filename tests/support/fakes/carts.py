"""Carts and discount codes in memory: second implementations of their ports."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount, code_name
from src.domain.entities.order import Order
from src.domain.errors import Duplicate, NotFound, Unavailable
from src.domain.repositories.page import Page, PageRequest
from tests.support.fakes.store import Store, page_of


class FakeCartRepository:
    """Implements `CartRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, item_id: int) -> CartItem:
        if item_id not in self._store.cart_items:
            raise NotFound("cart item", item_id)
        return deepcopy(self._store.cart_items[item_id])

    async def of_user(self, user_id: int) -> list[CartItem]:
        items = sorted(self._store.cart_items.values(), key=lambda item: item.id)
        return [deepcopy(item) for item in items if item.user_id == user_id and self._lives(item)]

    async def lock(
        self, user_ids: Collection[int], *, skip_locked: bool = False
    ) -> dict[int, list[CartItem]]:
        self._store.before_lock()
        waiting = self._store.locked_carts & set(user_ids)
        if waiting and not skip_locked:
            raise Unavailable("Somebody else has locked this cart.")
        return {user_id: await self.of_user(user_id) for user_id in set(user_ids) - waiting}

    async def put(self, item: CartItem) -> None:
        for other in self._store.cart_items.values():
            if (other.user_id, other.ticket_type_id) == (item.user_id, item.ticket_type_id):
                item.id = other.id
        self._store.add(item)

    async def remove(self, item_id: int) -> None:
        self._store.cart_items.pop(item_id, None)

    async def empty(self, user_ids: Collection[int]) -> int:
        items = [stored for stored in self._store.cart_items.values() if stored.user_id in user_ids]
        for item in items:
            del self._store.cart_items[item.id]
        for user_id in user_ids:
            self._store.cart_discounts.pop(user_id, None)
        return len(items)

    async def discount_id(self, user_id: int) -> int | None:
        return self._store.cart_discounts.get(user_id)

    async def set_discount(self, user_id: int, discount_id: int | None) -> None:
        if discount_id is None:
            self._store.cart_discounts.pop(user_id, None)
        else:
            self._store.cart_discounts[user_id] = discount_id

    def _lives(self, item: CartItem) -> bool:
        event = self._store.events.get(item.event_id)
        is_event_there = event is not None and event.deleted_at is None
        return is_event_there and item.ticket_type_id in self._store.ticket_types


class FakeDiscountRepository:
    """Implements `DiscountRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, discount_id: int) -> Discount:
        for discount in self._living():
            if discount.id == discount_id:
                return deepcopy(discount)
        raise NotFound("discount code", discount_id)

    async def named(self, code: str, event_ids: Collection[int]) -> list[Discount]:
        stored = sorted(self._store.discounts.values(), key=lambda discount: discount.id)
        of_name = [discount for discount in stored if discount.code == code_name(code)]
        living = [discount for discount in of_name if discount.deleted_at is None]
        owners = {self._store.event(event_id).organizer_id for event_id in event_ids}
        found = [
            discount
            for discount in living
            if discount.event_id in event_ids
            or (discount.event_id is None and discount.owner_id in {None, *owners})
        ]
        return deepcopy(found or living[:1] or of_name[:1])

    async def like(self, discount_id: int, event_ids: Collection[int]) -> list[Discount]:
        return await self.named(self._store.discounts[discount_id].code, event_ids)

    async def without_lapsed(self, discounts: Sequence[Discount], now: datetime) -> None:
        for discount in discounts:
            for order in self._lapsed([discount.id], now):
                discount.record_use(-order.discount_tickets, uses=-1)

    async def lapsed_uses(self, discount_ids: Collection[int], now: datetime) -> list[int]:
        return [order.id for order in self._lapsed(discount_ids, now)]

    async def end_uses(self, order_ids: Collection[int], now: datetime) -> None:
        for order_id in order_ids:
            self._store.orders[order_id].counts_use = False

    def _lapsed(self, discount_ids: Collection[int], now: datetime) -> list[Order]:
        return [
            order
            for order in self._store.orders.values()
            if order.discount_id in discount_ids and order.counts_use and order.is_lapsed(now)
        ]

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[Discount]:
        return page_of(
            (discount for discount in self._living() if owner_id in (None, discount.owner_id)), page
        )

    async def count(self, *, owner_id: int | None) -> int:
        return sum(owner_id in (None, discount.owner_id) for discount in self._living())

    async def add(self, discount: Discount) -> None:
        self._require_unique(discount)
        self._store.add(discount)

    async def add_many(self, terms: Discount, codes: Sequence[str]) -> list[int]:
        made = [replace(terms, code=code) for code in codes]
        for discount in made:
            await self.add(discount)
        return [discount.id for discount in made]

    async def taken(self, owner_id: int | None, codes: Collection[str]) -> set[str]:
        return {
            discount.code
            for discount in self._living()
            if discount.owner_id == owner_id and discount.code in codes
        }

    async def save(self, discount: Discount) -> None:
        self._require_unique(discount)
        discount.version += 1
        self._store.add(discount)

    async def lock(self, discount_ids: Collection[int]) -> dict[int, Discount]:
        self._store.before_lock()
        known = sorted(self._store.discounts.keys() & set(discount_ids))
        return {discount_id: deepcopy(self._store.discounts[discount_id]) for discount_id in known}

    async def uses_by_user(
        self, discount_ids: Collection[int], user_ids: Collection[int], now: datetime
    ) -> Mapping[tuple[int, int], int]:
        uses = self._store.discount_uses
        return Counter(
            {pair: uses[pair] for pair in uses if pair[0] in discount_ids and pair[1] in user_ids}
        )

    def _living(self) -> list[Discount]:
        return [
            discount for discount in self._store.discounts.values() if discount.deleted_at is None
        ]

    def _require_unique(self, discount: Discount) -> None:
        others = (stored for stored in self._living() if stored.id != discount.id)
        if (discount.code, discount.owner_id) in {(other.code, other.owner_id) for other in others}:
            raise Duplicate("code")
