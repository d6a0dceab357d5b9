"""Discount codes in PostgreSQL."""

from collections import Counter
from collections.abc import Collection, Mapping

from tortoise.exceptions import DoesNotExist
from tortoise.queryset import QuerySet

from src.domain.entities.discount import Discount
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.database.models import DiscountModel
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
    "deleted_at",
)

USES = """
SELECT discount_id, user_id, count(*) FROM orders
WHERE discount_id = ANY($1) AND user_id = ANY($2)
    AND status IN ('pending', 'confirmed', 'completed')
GROUP BY discount_id, user_id
"""


class TortoiseDiscountRepository:
    """Implements `DiscountRepository`."""

    async def get(self, discount_id: int) -> Discount:
        try:
            return _to_entity(await _not_deleted().get(id=discount_id))
        except DoesNotExist:
            raise NotFound("discount code", discount_id) from None

    async def find_by_code(self, code: str, *, with_deleted: bool = False) -> Discount | None:
        query = DiscountModel.all() if with_deleted else _not_deleted()
        row = await query.get_or_none(code=code.upper())
        return None if row is None else _to_entity(row)

    async def search(self, *, owner_id: int | None, page: PageRequest) -> Page[Discount]:
        query = _not_deleted() if owner_id is None else _not_deleted().filter(owner_id=owner_id)
        return await fetch_page(query, page, _to_entity)

    async def add(self, discount: Discount) -> None:
        row = await DiscountModel.create(**mapping.to_row(discount, COLUMNS))
        discount.id, discount.created_at = row.id, row.created_at
        discount.updated_at = row.updated_at

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
        self, discount_ids: Collection[int], user_ids: Collection[int]
    ) -> Mapping[tuple[int, int], int]:
        values = [list(discount_ids), list(user_ids)]
        _, rows = await current_connection().execute_query(USES, values)
        return Counter({(discount_id, user_id): uses for discount_id, user_id, uses in rows})


def _not_deleted() -> QuerySet[DiscountModel]:
    return DiscountModel.filter(deleted_at__isnull=True)


def _to_entity(row: DiscountModel) -> Discount:
    return mapping.to_entity(Discount, row)
