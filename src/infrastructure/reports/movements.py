"""The ledger as accountants read it, in PostgreSQL."""

from collections.abc import Mapping
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.movement import Movement, MovementSearch
from src.domain.entities.transaction import LedgerAccount, TransactionKind
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import page_of
from src.infrastructure.reports.sold_conditions import Conditions

# The ledger keeps no foreign keys: nothing that it was about can take an entry out of a sum.
FOUND = """
FROM ledger_entries AS entry
LEFT JOIN transactions ON transactions.id = entry.transaction_id
LEFT JOIN orders ON orders.id = entry.order_id
LEFT JOIN events ON events.id = entry.event_id
LEFT JOIN bookings ON bookings.event_id = entry.event_id AND bookings.id = entry.booking_id
LEFT JOIN ticket_types
    ON ticket_types.event_id = entry.event_id AND ticket_types.id = entry.ticket_type_id
WHERE {conditions}
"""

SELECT = f"""
SELECT entry.id, entry.at, entry.kind::text AS kind, entry.account::text AS account,
    entry.amount, entry.currency, entry.transaction_id, transactions.provider,
    transactions.provider_reference, entry.order_id, orders.reference AS order_reference,
    entry.event_id, events.title AS event_title, entry.booking_id,
    bookings.reference AS booking_reference, entry.ticket_type_id,
    ticket_types.name AS ticket_type
{FOUND} ORDER BY entry.id LIMIT {{limit}}
"""

COUNT = f"SELECT count(*) AS number {FOUND}"


class PostgresMovementReader:
    """Implements `MovementReader`."""

    async def search(
        self, scope: Scope, wanted: MovementSearch, page: PageRequest
    ) -> Page[Movement]:
        conditions = _conditions(scope, wanted)
        conditions.add_wanted("entry.id > {wanted}", page.last_id)
        limit = conditions.value(page.limit + 1)
        query = SELECT.format(conditions=conditions, limit=limit)
        async with reading(is_row_by_row=True) as connection:
            rows = await connection.execute_query_dict(query, conditions.values)
        return page_of(rows, page, _movement)

    async def count(self, scope: Scope, wanted: MovementSearch) -> int:
        conditions = _conditions(scope, wanted)
        async with reading() as connection:
            (row,) = await connection.execute_query_dict(
                COUNT.format(conditions=conditions), conditions.values
            )
        return int(row["number"])


def _conditions(scope: Scope, wanted: MovementSearch) -> Conditions:
    conditions = Conditions()
    conditions.add_wanted("events.organizer_id = {wanted}", scope.organizer_id)
    conditions.add_wanted("entry.event_id = {wanted}", wanted.event_id)
    conditions.add_wanted("entry.order_id = {wanted}", wanted.order_id)
    conditions.add_wanted("entry.transaction_id = {wanted}", wanted.transaction_id)
    conditions.add_wanted("entry.account::text = {wanted}", wanted.account)
    conditions.add_wanted("entry.at >= {wanted}", wanted.date_from)
    conditions.add_wanted("entry.at < {wanted}", wanted.date_to)
    return conditions


def _movement(row: Mapping[str, Any]) -> Movement:
    kind, account = TransactionKind(row["kind"]), LedgerAccount(row["account"])
    return Movement(**{**row, "kind": kind, "account": account})
