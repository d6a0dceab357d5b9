"""Discount codes in PostgreSQL."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from tortoise.exceptions import DoesNotExist
from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from src.domain.entities.discount import Discount, code_name
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.database.models import DiscountModel, EventModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

COLUMNS = (
    "code",
    "owner_id",
    "kind",
    "value",
    "currency",
    "event_id",
    "ticket_type_id",
    "valid_from",
    "valid_until",
    "max_uses",
    "max_uses_per_user",
    "max_tickets",
    "min_spend",
    "max_discount",
    "deleted_at",
)

TERMS = {
    "owner_id": "bigint",
    "kind": "text::discount_kind",
    "value": "numeric",
    "currency": "varchar",
    "event_id": "bigint",
    "ticket_type_id": "bigint",
    "valid_from": "timestamptz",
    "valid_until": "timestamptz",
    "max_uses": "integer",
    "max_uses_per_user": "integer",
    "max_tickets": "integer",
    "min_spend": "numeric",
    "max_discount": "numeric",
}
ADD_MANY = f"""
INSERT INTO discounts (code, {", ".join(TERMS)})
SELECT code, {", ".join(f"${number}::{kind}" for number, kind in enumerate(TERMS.values(), 2))}
FROM unnest($1::text[]) WITH ORDINALITY AS new (code, place) ORDER BY place
RETURNING id
"""  # noqa: S608 - only names of columns

TAKEN = """
SELECT code FROM discounts
WHERE owner_id IS NOT DISTINCT FROM $1::bigint AND code = ANY($2) AND deleted_at IS NULL
"""

USES = """
SELECT discount_id, user_id, count(*) FROM orders
WHERE discount_id = ANY($1) AND user_id = ANY($2)
    AND (status IN ('confirmed', 'completed')
        OR status = 'pending' AND counts_use AND expires_at > $3)
GROUP BY discount_id, user_id
"""

LAPSED = """
FROM orders WHERE discount_id = ANY($1) AND status = 'pending' AND expires_at <= $2 AND counts_use
"""
LAPSED_IDS = f"SELECT id {LAPSED} ORDER BY id"
LAPSED_SUMS = f"""
SELECT discount_id, count(*) AS uses, sum(discount_tickets) AS tickets {LAPSED}
GROUP BY discount_id
"""

END_USES = """
UPDATE orders SET counts_use = false
WHERE id = ANY($1) AND status = 'pending' AND expires_at <= $2 AND counts_use
"""


class TortoiseDiscountRepository:
    """Implements `DiscountRepository`."""

    async def get(self, discount_id: int) -> Discount:
        try:
            return _to_entity(await _not_deleted().get(id=discount_id))
        except DoesNotExist:
            raise NotFound("discount code", discount_id) from None

    async def named(self, code: str, event_ids: Collection[int]) -> list[Discount]:
        named = DiscountModel.filter(code=code_name(code)).order_by("id")
        known = list(event_ids)
        owners = Subquery(EventModel.filter(id__in=known).values("organizer_id"))
        of_owners = Q(event_id=None) & (Q(owner_id=None) | Q(owner_id__in=owners))
        rows = await named.filter(Q(event_id__in=known) | of_owners, deleted_at=None)
        if not rows:
            other = await named.filter(deleted_at=None).first() or await named.first()
            rows = [other] if other is not None else []
        return [_to_entity(row) for row in rows]

    async def like(self, discount_id: int, event_ids: Collection[int]) -> list[Discount]:
        row = await DiscountModel.get(id=discount_id)
        return await self.named(row.code, event_ids)

    async def without_lapsed(self, discounts: Sequence[Discount], now: datetime) -> None:
        values = [[discount.id for discount in discounts], now]
        rows = await current_connection().execute_query_dict(LAPSED_SUMS, values)
        lapsed = {row["discount_id"]: row for row in rows}
        for discount in discounts:
            if (row := lapsed.get(discount.id)) is not None:
                discount.record_use(-row["tickets"], uses=-row["uses"])

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[Discount]:
        return await fetch_page(_owned(owner_id), page, _to_entity)

    async def count(self, *, owner_id: int | None) -> int:
        return await _owned(owner_id).count()

    async def add(self, discount: Discount) -> None:
        row = await DiscountModel.create(**mapping.to_row(discount, COLUMNS))
        discount.id, discount.created_at = row.id, row.created_at
        discount.updated_at = row.updated_at

    async def add_many(self, terms: Discount, codes: Sequence[str]) -> list[int]:
        values = [getattr(terms, column) for column in TERMS]
        rows = await current_connection().execute_query_dict(ADD_MANY, [list(codes), *values])
        return [row["id"] for row in rows]

    async def taken(self, owner_id: int | None, codes: Collection[str]) -> set[str]:
        rows = await current_connection().execute_query_dict(TAKEN, [owner_id, list(codes)])
        return {row["code"] for row in rows}

    async def save(self, discount: Discount) -> None:
        await DiscountModel.filter(id=discount.id).update(**mapping.to_row(discount, COLUMNS))
        row = await DiscountModel.get(id=discount.id)
        discount.version, discount.updated_at = row.version, row.updated_at

    async def lock(self, discount_ids: Collection[int]) -> dict[int, Discount]:
        # NO KEY: a plain FOR UPDATE would block every order that refers to the code.
        query = DiscountModel.filter(id__in=list(discount_ids)).order_by("id")
        rows = await query.select_for_update(no_key=True)
        return {row.id: _to_entity(row) for row in rows}

    async def uses_by_user(
        self, discount_ids: Collection[int], user_ids: Collection[int], now: datetime
    ) -> Mapping[tuple[int, int], int]:
        values = [list(discount_ids), list(user_ids), now]
        _, rows = await current_connection().execute_query(USES, values)
        return Counter({(discount_id, user_id): uses for discount_id, user_id, uses in rows})

    async def lapsed_uses(self, discount_ids: Collection[int], now: datetime) -> list[int]:
        values = [list(discount_ids), now]
        rows = await current_connection().execute_query_dict(LAPSED_IDS, values)
        return [row["id"] for row in rows]

    async def end_uses(self, order_ids: Collection[int], now: datetime) -> None:
        if order_ids:
            await current_connection().execute_query(END_USES, [list(order_ids), now])


def _not_deleted() -> QuerySet[DiscountModel]:
    return DiscountModel.filter(deleted_at__isnull=True)


def _owned(owner_id: int | None) -> QuerySet[DiscountModel]:
    return _not_deleted() if owner_id is None else _not_deleted().filter(owner_id=owner_id)


def _to_entity(row: DiscountModel) -> Discount:
    return mapping.to_entity(Discount, row)
