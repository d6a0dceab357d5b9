"""Sellers, and whom invoices are for, in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from tortoise.exceptions import DoesNotExist

from src.domain.entities.billing import Billing
from src.domain.entities.seller import SELLER_DETAILS, CountryTaxes, Seller
from src.domain.errors import NotFound
from src.infrastructure.database.models import OrderBillingModel, SellerModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping

BILLING_COLUMNS = (
    *("order_id", "name", "street", "postal_code", "city", "country", "vat_id"),
    *("email", "reference", "wants_e_invoice"),
)

TAXES = TypeAdapter(tuple[CountryTaxes, ...])
"""As JSON in the row of their seller: rates are texts, never floats."""

PUT = f"""
INSERT INTO order_billing ({", ".join(BILLING_COLUMNS)})
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (order_id) DO UPDATE
SET {", ".join(f"{column} = EXCLUDED.{column}" for column in BILLING_COLUMNS[1:])}
"""  # noqa: S608 - only names of columns

# A business that owes the tax itself is named where the tax is not charged, as the law wants it.
FORGET = """
DELETE FROM order_billing USING orders
WHERE orders.id = order_billing.order_id AND orders.user_id = $1 AND NOT (
    orders.status IN ('confirmed', 'completed') AND EXISTS (
        SELECT 1 FROM order_items
        WHERE order_items.order_id = orders.id AND tax_relief = 'reverse_charge'
    )
)
"""

# What was sold since has, or is going to have, documents that name the seller.
REMOVE_UNUSED = """
DELETE FROM sellers WHERE user_id = $1
    AND NOT EXISTS (SELECT 1 FROM invoices WHERE seller_id = $1)
    AND NOT EXISTS (
        SELECT 1 FROM ledger_entries JOIN events ON events.id = ledger_entries.event_id
        WHERE events.organizer_id = $1 AND ledger_entries.at >= sellers.created_at
    )
"""


class TortoiseSellerRepository:
    """Implements `SellerRepository`."""

    async def get(self, user_id: int) -> Seller:
        try:
            return _seller(await SellerModel.get(user_id=user_id))
        except DoesNotExist:
            raise NotFound("seller", user_id) from None

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, Seller]:
        rows = await SellerModel.filter(user_id__in=list(user_ids))
        return {row.user_id: _seller(row) for row in rows}

    async def all_ids(self) -> list[int]:
        rows = await SellerModel.all().order_by("user_id").values("user_id")
        return [int(row["user_id"]) for row in rows]

    async def lock(self, user_id: int) -> Seller | None:
        query = SellerModel.filter(user_id=user_id).select_for_update(no_key=True)
        row = await query.get_or_none()
        return _seller(row) if row else None

    async def add(self, seller: Seller) -> None:
        row = await SellerModel.create(user_id=seller.user_id, **_values(seller))
        seller.created_at, seller.updated_at = row.created_at, row.updated_at

    async def save(self, seller: Seller) -> None:
        await SellerModel.filter(user_id=seller.user_id).update(**_values(seller))
        row = await SellerModel.get(user_id=seller.user_id)
        seller.version, seller.updated_at = row.version, row.updated_at

    async def set_invoiced_until(self, user_id: int, until: datetime) -> None:
        await SellerModel.filter(user_id=user_id).update(invoiced_until=until)

    async def remove_unused(self, user_id: int) -> None:
        await current_connection().execute_query(REMOVE_UNUSED, [user_id])


class PostgresBillingRepository:
    """Implements `BillingRepository`."""

    async def get(self, order_id: int) -> Billing | None:
        return (await self.by_orders([order_id])).get(order_id)

    async def by_orders(self, order_ids: Collection[int]) -> dict[int, Billing]:
        rows = await OrderBillingModel.filter(order_id__in=list(order_ids))
        return {row.order_id: mapping.to_entity(Billing, row) for row in rows}

    async def put(self, billing: Billing) -> None:
        values = [getattr(billing, column) for column in BILLING_COLUMNS]
        await current_connection().execute_query(PUT, values)

    async def remove(self, order_id: int) -> None:
        await OrderBillingModel.filter(order_id=order_id).delete()

    async def forget_user(self, user_id: int) -> None:
        await current_connection().execute_query(FORGET, [user_id])


def _seller(row: SellerModel) -> Seller:
    taxes = TAXES.validate_python(row.taxes_by_country)
    return mapping.to_entity(Seller, row, taxes_by_country=taxes)


def _values(seller: Seller) -> dict[str, Any]:
    taxes = TAXES.dump_python(seller.taxes_by_country, mode="json")
    return {**mapping.to_row(seller, SELLER_DETAILS), "taxes_by_country": taxes}
