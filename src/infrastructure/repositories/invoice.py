"""Invoices and credit notes in PostgreSQL: append-only, which triggers enforce."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

from pydantic import TypeAdapter
from tortoise.exceptions import DoesNotExist
from tortoise.expressions import Q, RawSQL
from tortoise.queryset import QuerySet

from src.domain.entities.invoice import Invoice, InvoiceContent, MovementKey, TaxCategory
from src.domain.entities.transaction import LedgerEntry
from src.domain.errors import NotFound
from src.domain.repositories.invoice import InvoiceFilter, TaxedAt
from src.domain.repositories.page import Page, PageRequest
from src.domain.shared.money import with_decimals
from src.domain.shared.times import in_zone
from src.infrastructure.database.models import InvoiceModel, LedgerEntryModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

ONE_DAY = timedelta(days=1)
EXACT = ("seller_id", "year", "kind", "order_id", "currency")

CONTENT = TypeAdapter(InvoiceContent)

# Conflicts with every other lock of an order but this one.
HOLD = "SELECT id FROM orders WHERE id = ANY($1) ORDER BY id FOR SHARE"

INVOICED = """
SELECT transaction_id, turn FROM invoice_movements
JOIN invoices ON invoices.id = invoice_movements.invoice_id
WHERE invoices.order_id = ANY($2) AND invoice_movements.seller_id = $1
"""

AWAITING = """
SELECT DISTINCT ledger_entries.order_id AS id FROM ledger_entries
WHERE event_id = ANY(ARRAY(SELECT id FROM events WHERE organizer_id = $1))
    AND at >= $2 AND at < $3 AND account IN ('tickets', 'fees', 'taxes')
    AND NOT EXISTS (
        SELECT 1 FROM invoice_movements
        WHERE invoice_movements.transaction_id = ledger_entries.transaction_id
            AND invoice_movements.turn = ledger_entries.turn
            AND invoice_movements.seller_id = $1
    )
ORDER BY id LIMIT $4
"""

# A document says its day in the time zone that its seller had. When days begin and end in the
# zones of a seller's documents is computed here, not by what PostgreSQL knows of zones.
ZONE = "content->>'timezone'"
ZONES = f"""
SELECT DISTINCT {ZONE} AS zone FROM invoices
WHERE ($1::bigint IS NULL OR seller_id = $1) AND issued_at >= $2 AND issued_at < $3
"""  # noqa: S608 - constants

LINES_OF_DAYS = f"""
SELECT line->>'category' AS category, (line->>'rate')::numeric AS rate,
    NULLIF(line->>'country', content#>>'{{seller,address,country}}') AS abroad
FROM invoices CROSS JOIN jsonb_array_elements(content->'lines') AS line
WHERE seller_id = $1 AND currency = $2 AND EXISTS (
    SELECT 1 FROM unnest($3::text[], $4::timestamptz[], $5::timestamptz[])
        AS days (zone, start, stop)
    WHERE {ZONE} = days.zone AND issued_at >= days.start AND issued_at < days.stop
)
GROUP BY invoices.id, category, rate, line->>'country'
HAVING sum((line->>'net')::numeric + (line->>'tax')::numeric) <> 0
"""  # noqa: S608 - constants
COUNT_LINES = f"SELECT count(*) AS number FROM ({LINES_OF_DAYS}) AS lines"  # noqa: S608
TAX_RATES = f"SELECT DISTINCT category, rate, abroad FROM ({LINES_OF_DAYS}) AS lines"  # noqa: S608

TAKE_NUMBERS = """
INSERT INTO invoice_counters (seller_id, year, number) VALUES ($1, $2, $3)
ON CONFLICT (seller_id, year) DO UPDATE SET number = invoice_counters.number + EXCLUDED.number
RETURNING number
"""

ADD = """
INSERT INTO invoices (seller_id, order_id, kind, year, number, previous_number, name, issued_at,
    currency, net_amount, tax_amount, gross_amount, content)
SELECT $1, order_id, kind::invoice_kind, year, number, NULLIF(number - 1, 0), name, $2, currency,
    net, tax, net + tax, content::jsonb
FROM unnest($3::bigint[], $4::text[], $5::integer[], $6::integer[], $7::text[], $8::text[],
    $9::numeric[], $10::numeric[], $11::text[])
    AS new (order_id, kind, year, number, name, currency, net, tax, content)
RETURNING id, year, number
"""

ADD_MOVEMENTS = """
INSERT INTO invoice_movements (transaction_id, turn, seller_id, invoice_id)
SELECT transaction_id, turn, $1, invoice_id
FROM unnest($2::bigint[], $3::integer[], $4::bigint[]) AS new (transaction_id, turn, invoice_id)
"""


class PostgresInvoiceRepository:
    """Implements `InvoiceRepository`."""

    async def get(self, invoice_id: int) -> Invoice:
        try:
            return _invoice(await InvoiceModel.get(id=invoice_id))
        except DoesNotExist:
            raise NotFound("invoice", invoice_id) from None

    async def of_orders(self, order_ids: Collection[int]) -> list[Invoice]:
        rows = await InvoiceModel.filter(order_id__in=list(order_ids)).order_by("id")
        return [_invoice(row) for row in rows]

    async def search(self, wanted: InvoiceFilter, page: PageRequest) -> Page[Invoice]:
        return await fetch_page(await _matching(wanted), page, _invoice)

    async def count(self, wanted: InvoiceFilter) -> int:
        return await (await _matching(wanted)).count()

    async def count_lines(self, wanted: InvoiceFilter) -> int:
        (row,) = await current_connection().execute_query_dict(COUNT_LINES, await _lines_of(wanted))
        return int(row["number"])

    async def tax_rates(self, wanted: InvoiceFilter) -> set[TaxedAt]:
        rows = await current_connection().execute_query_dict(TAX_RATES, await _lines_of(wanted))
        return {(TaxCategory(row["category"]), row["rate"], row["abroad"]) for row in rows}

    async def hold_orders(self, order_ids: Collection[int]) -> None:
        await current_connection().execute_query_dict(HOLD, [list(order_ids)])

    async def ledger_of(self, order_ids: Collection[int]) -> list[LedgerEntry]:
        rows = await LedgerEntryModel.filter(order_id__in=list(order_ids)).order_by("id")
        return [mapping.to_entity(LedgerEntry, row) for row in rows]

    async def invoiced(self, seller_id: int, order_ids: Collection[int]) -> set[MovementKey]:
        rows = await current_connection().execute_query_dict(INVOICED, [seller_id, list(order_ids)])
        return {MovementKey(**row) for row in rows}

    async def awaiting(
        self, seller_id: int, *, since: datetime, until: datetime, limit: int
    ) -> list[int]:
        rows = await current_connection().execute_query_dict(
            AWAITING, [seller_id, since, until, limit]
        )
        return [int(row["id"]) for row in rows]

    async def take_numbers(self, seller_id: int, year: int, count: int) -> int:
        (row,) = await current_connection().execute_query_dict(
            TAKE_NUMBERS, [seller_id, year, count]
        )
        return int(row["number"]) - count + 1

    async def add(self, invoices: Sequence[Invoice]) -> None:
        if not invoices:
            return
        first = invoices[0]
        columns: list[list[Any]] = [
            [invoice.order_id for invoice in invoices],
            [invoice.kind.value for invoice in invoices],
            [invoice.year for invoice in invoices],
            [invoice.number for invoice in invoices],
            [invoice.name for invoice in invoices],
            [invoice.currency for invoice in invoices],
            [with_decimals(invoice.content.net, invoice.currency) for invoice in invoices],
            [with_decimals(invoice.content.tax, invoice.currency) for invoice in invoices],
            [CONTENT.dump_json(invoice.content).decode() for invoice in invoices],
        ]
        rows = await current_connection().execute_query_dict(
            ADD, [first.seller_id, first.issued_at, *columns]
        )
        ids = {(row["year"], row["number"]): row["id"] for row in rows}
        for invoice in invoices:
            invoice.id = ids[invoice.year, invoice.number]
        movements = [(key, invoice.id) for invoice in invoices for key in invoice.movements]
        await current_connection().execute_query_dict(
            ADD_MOVEMENTS,
            [
                first.seller_id,
                [key.transaction_id for key, _ in movements],
                [key.turn for key, _ in movements],
                [invoice_id for _, invoice_id in movements],
            ],
        )


async def _matching(wanted: InvoiceFilter) -> QuerySet[InvoiceModel]:
    given = {name: value for name in EXACT if (value := getattr(wanted, name)) is not None}
    rows = InvoiceModel.filter(**given)
    if wanted.first_day is None or wanted.last_day is None:
        return rows
    of_days = [
        Q(zone=zone, issued_at__gte=start, issued_at__lt=stop)
        for zone, start, stop in await _days(wanted)
    ]
    none = Q(id__in=[])
    return rows.annotate(zone=RawSQL(ZONE)).filter(Q(none, *of_days, join_type=Q.OR))


async def _days(wanted: InvoiceFilter) -> list[tuple[str, datetime, datetime]]:
    """The time zones of the documents, with when the wanted days begin and have ended there."""
    assert wanted.first_day is not None and wanted.last_day is not None
    start = datetime.combine(wanted.first_day, time())
    stop = datetime.combine(wanted.last_day + ONE_DAY, time())
    # No zone is a day or more away from UTC: other documents are not read for theirs.
    near = [(start - ONE_DAY).replace(tzinfo=UTC), (stop + ONE_DAY).replace(tzinfo=UTC)]
    rows = await current_connection().execute_query_dict(ZONES, [wanted.seller_id, *near])
    zones = [str(row["zone"]) for row in rows]
    return [(zone, in_zone(start, zone), in_zone(stop, zone)) for zone in zones]


async def _lines_of(wanted: InvoiceFilter) -> list[object]:
    days = await _days(wanted)
    columns = [[day[place] for day in days] for place in range(3)]
    return [wanted.seller_id, wanted.currency, *columns]


def _invoice(row: InvoiceModel) -> Invoice:
    content = CONTENT.validate_python(row.content)
    return mapping.to_entity(Invoice, row, content=content, movements=())
