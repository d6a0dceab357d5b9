"""Orders as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldOrder, SoldSearch, SoldSum
from src.domain.entities.event import Payment
from src.domain.entities.order import OrderStatus
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import (
    NAMES,
    PART,
    PARTS,
    Found,
    goes_by_id,
    how_found,
    is_known,
    page_of,
    sums_of,
)
from src.infrastructure.reports.sold_conditions import (
    PAID_THROUGH,
    Conditions,
    restrict_by_words,
    restrict_orders,
)

FOUND = """
WITH found AS {how} (
    SELECT orders.id, orders.reference, orders.user_id, orders.status::text AS status,
        orders.payment::text AS payment, orders.discount_code, orders.currency,
        orders.subtotal, orders.discount_amount, orders.fee_amount, orders.tax_amount,
        orders.tax_included, orders.total_amount, orders.created_at{names}
    FROM orders JOIN users ON users.id = orders.user_id
    WHERE {conditions}
)
"""

# Of a whole order all that went back, also what the ledger puts on no event.
REFUNDED = """CASE WHEN part.is_whole THEN (
    SELECT COALESCE(sum(amount), 0) FROM transactions
    WHERE order_id = found.id AND kind = 'refund' AND status = 'success'
) ELSE (
    SELECT COALESCE(-sum(ledger_entries.amount), 0)
    FROM ledger_entries JOIN events ON events.id = ledger_entries.event_id
    WHERE ledger_entries.order_id = found.id AND ledger_entries.kind = 'refund' AND {is_own}
) END"""
TOTAL = "CASE WHEN part.is_whole IS FALSE THEN part.amount ELSE found.total_amount END"

SELECT = f"""
SELECT id, reference, user_id, status, payment, discount_code, is_whole, events, tickets,
    currency, subtotal, discount_amount, fee_amount, tax_amount, tax_included, total_amount,
    refunded_amount, created_at, name, email
FROM (
    SELECT found.id, found.reference, found.user_id, found.status, found.payment,
        CASE WHEN part.is_whole OR part.discount > 0 THEN found.discount_code END
            AS discount_code,
        part.is_whole, part.events, part.tickets, found.currency,
        CASE WHEN part.is_whole THEN found.subtotal ELSE part.subtotal END AS subtotal,
        CASE WHEN part.is_whole THEN found.discount_amount ELSE part.discount END
            AS discount_amount,
        CASE WHEN part.is_whole THEN found.fee_amount ELSE part.fees END AS fee_amount,
        CASE WHEN part.is_whole THEN found.tax_amount ELSE part.taxes END AS tax_amount,
        CASE WHEN part.is_whole THEN found.tax_included ELSE part.included END AS tax_included,
        {TOTAL} AS total_amount,
        {REFUNDED} AS refunded_amount, found.created_at, found.name, found.email
    FROM found {PART}
) AS listed
"""  # noqa: S608 - constants

IDS = "SELECT id, currency, total_amount FROM found"

COUNT = "SELECT count(*) AS number FROM found"

SUMS = f"""{PARTS}, paid_back AS (
    SELECT order_id, sum(amount) AS amount FROM transactions
    WHERE kind = 'refund' AND status = 'success' AND order_id IN (SELECT id FROM found)
    GROUP BY order_id
), part_paid_back AS (
    SELECT entry.order_id, -sum(entry.amount) AS amount
    FROM ledger_entries AS entry JOIN events ON events.id = entry.event_id
    WHERE entry.kind = 'refund' AND {{is_own}}
        AND entry.order_id IN (SELECT order_id FROM parts WHERE NOT is_whole)
    GROUP BY entry.order_id
)
SELECT currency, count(*) AS number,
    COALESCE(sum(part.tickets) FILTER (WHERE is_sold), 0) AS tickets,
    COALESCE(sum({TOTAL}) FILTER (WHERE is_sold), 0) AS amount,
    sum(COALESCE(
        CASE WHEN part.is_whole IS FALSE THEN part_paid_back.amount ELSE paid_back.amount END, 0
    )) AS refunded
FROM (
    SELECT id, currency, total_amount, status IN ('confirmed', 'completed') AS is_sold FROM found
) AS found
LEFT JOIN parts AS part ON part.order_id = found.id
LEFT JOIN paid_back ON paid_back.order_id = found.id
LEFT JOIN part_paid_back ON part_paid_back.order_id = found.id
GROUP BY currency ORDER BY currency
"""  # noqa: S608 - constants


class PostgresSoldOrderReader:
    """Implements `SoldOrderReader`."""

    async def search(self, scope: Scope, wanted: SoldSearch, page: PageRequest) -> Page[SoldOrder]:
        return page_of(await _rows(SELECT, scope, wanted, page), page, _order)

    async def ids(self, scope: Scope, wanted: SoldSearch, page: PageRequest) -> Page[int]:
        return page_of(await _rows(IDS, scope, wanted, page), page, lambda row: int(row["id"]))

    async def count(self, scope: Scope, wanted: SoldSearch) -> int:
        (row,) = await _rows(COUNT, scope, wanted)
        return int(row["number"])

    async def sums(self, scope: Scope, wanted: SoldSearch) -> Sequence[SoldSum]:
        found = await found_orders(scope, wanted, has_names=False)
        return await sums_of(found.then(SUMS, scope, "id", None), found.conditions.values)


async def _rows(
    select: str, scope: Scope, wanted: SoldSearch, page: PageRequest | None = None
) -> list[dict[str, Any]]:
    found = await found_orders(scope, wanted, has_names=select is SELECT)
    text = found.then(select, scope, "id", page)
    async with reading(is_row_by_row=goes_by_id(wanted, page)) as connection:
        return await connection.execute_query_dict(text, found.conditions.values)


async def found_orders(scope: Scope, wanted: SoldSearch, *, has_names: bool = True) -> Found:
    """The orders that are asked for, with the names of their buyers if wanted."""
    conditions = Conditions()
    known = is_known(conditions, scope, "order")
    conditions.add("orders.deleted_at IS NULL")
    restrict_orders(conditions, scope, wanted)
    conditions.add_wanted("orders.status::text = {wanted}", wanted.status)
    conditions.add_wanted("orders.created_at >= {wanted}", wanted.date_from)
    conditions.add_wanted("orders.created_at < {wanted}", wanted.date_to)
    if wanted.provider is not None:
        conditions.add(PAID_THROUGH, provider=wanted.provider)
    await restrict_by_words(conditions, wanted, known, "order")
    names = NAMES.format(is_known=known) if has_names else ""
    text = FOUND.format(how=how_found(wanted), names=names, conditions=conditions)
    return Found(text, conditions)


def _order(row: Mapping[str, Any]) -> SoldOrder:
    return SoldOrder(
        **{**row, "status": OrderStatus(row["status"]), "payment": Payment(row["payment"])}
    )
