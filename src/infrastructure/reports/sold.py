"""Shared by the lists of what was sold: whose rows, which order, and whose name is known."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

import asyncpg

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldSearch, SoldSort, SoldSum
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.known_people import bought_themselves
from src.infrastructure.reports.reading import reading_briefly
from src.infrastructure.reports.sold_conditions import Conditions

Item = TypeVar("Item")

WHOLE_ORDERS = """(
    $1::bigint IS NULL OR (
        orders.id IN (
            SELECT order_id FROM order_items JOIN events ON events.id = order_items.event_id
            WHERE events.organizer_id = $1
        )
        AND NOT EXISTS (
            SELECT 1 FROM order_items JOIN events ON events.id = order_items.event_id
            WHERE order_items.order_id = orders.id AND events.organizer_id <> $1
        )
    )
)"""
"""Orders of which the organizer `$1` owns every line; all for NULL."""

OWN_REFUNDS = f"""({WHOLE_ORDERS} OR {{refund}}.event_id IN (
    SELECT events.id FROM events WHERE events.organizer_id = $1
) OR {{refund}}.event_id IS NULL AND orders.id IN (
    SELECT order_id FROM order_items JOIN events ON events.id = order_items.event_id
    WHERE events.organizer_id = $1
))"""  # noqa: S608 - constants
"""Refunds of such orders, and of the organizer's part of orders with events of others."""

PART_OF_REFUND = """COALESCE((
    SELECT CASE
        WHEN {refund}.status = 'success'
            THEN parts.own / NULLIF(parts.tickets + parts.unapplied, 0)
        ELSE parts.own / NULLIF(parts.tickets, 0)
            * greatest({refund}.amount - greatest(parts.unapplied, 0), 0) / {refund}.amount
    END
    FROM (
        SELECT COALESCE(sum(entry.amount) FILTER (WHERE {own}), 0) AS own,
            COALESCE(sum(entry.amount) FILTER (WHERE account <> 'unapplied'), 0) AS tickets,
            COALESCE(sum(entry.amount) FILTER (WHERE account = 'unapplied'), 0) AS unapplied
        FROM transactions AS booked JOIN ledger_entries AS entry
            ON entry.order_id = booked.order_id AND entry.transaction_id = booked.id
        LEFT JOIN events ON events.id = entry.event_id
        WHERE booked.order_id = {refund}.order_id AND entry.account <> 'disputed' AND CASE
            WHEN {refund}.status = 'success' THEN booked.id = {refund}.id
            WHEN {refund}.status = 'failed' AND {refund}.owed_amount = 0
                THEN booked.id = {refund}.parent_id
            ELSE {refund}.parent_id IN (booked.id, booked.parent_id)
        END
    ) AS parts
), 0)"""
"""How much of a refund of an order over several events is for some of them, from 0 to 1.

Before it has gone back that is what of its payment is left for them, after what bought nothing,
which goes back first (`bookkeeping.refund_entries`).
"""

NAMES = """,
        COALESCE(contact_name, CASE WHEN {is_known} THEN users.name END) AS name,
        COALESCE(contact_email, CASE WHEN {is_known} THEN users.email END) AS email"""

# Of an order of several organizers each sees the own lines.
PART = """CROSS JOIN LATERAL (
    SELECT COALESCE(sum(quantity) FILTER (WHERE is_own AND admits), 0) AS tickets,
        COALESCE(sum(total_amount) FILTER (WHERE is_own), 0) AS amount,
        COALESCE(sum(subtotal) FILTER (WHERE is_own), 0) AS subtotal,
        COALESCE(sum(discount_amount) FILTER (WHERE is_own), 0) AS discount,
        COALESCE(sum(fee_amount) FILTER (WHERE is_own), 0) AS fees,
        COALESCE(sum(tax_amount) FILTER (WHERE is_own), 0) AS taxes,
        COALESCE(sum(tax_included) FILTER (WHERE is_own), 0) AS included,
        COALESCE(string_agg(DISTINCT title, ', ') FILTER (WHERE is_own), '') AS events,
        COALESCE(bool_and(is_own), true) AS is_whole
    FROM (
        SELECT item.quantity, item.total_amount, item.subtotal, item.discount_amount,
            item.fee_amount, item.tax_amount, item.tax_included, kind.admits, events.title,
            {is_own} AS is_own
        FROM order_items AS item JOIN events ON events.id = item.event_id
        JOIN ticket_types AS kind
            ON kind.event_id = item.event_id AND kind.id = item.ticket_type_id
        WHERE item.order_id = found.{order_id}
    ) AS line
) AS part"""

# The same for all orders that were found at once, for sums: a look at each takes too long.
PARTS = """, parts AS (
    SELECT line.order_id,
        COALESCE(sum(line.quantity) FILTER (WHERE is_own AND admits), 0) AS tickets,
        COALESCE(sum(line.total_amount) FILTER (WHERE is_own), 0) AS amount,
        bool_and(is_own) AS is_whole
    FROM (
        SELECT item.order_id, item.quantity, item.total_amount, kind.admits, {is_own} AS is_own
        FROM order_items AS item JOIN events ON events.id = item.event_id
        JOIN ticket_types AS kind
            ON kind.event_id = item.event_id AND kind.id = item.ticket_type_id
        WHERE item.order_id IN (SELECT {order_id} FROM found)
    ) AS line
    GROUP BY line.order_id
)"""


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a search as SQL (`WITH found AS ...`), and the conditions that it has."""

    text: str
    conditions: Conditions

    def then(self, select: str, scope: Scope, order_id: str, page: PageRequest | None) -> str:
        """The whole statement: a query of `found`, which may ask which events are the reader's."""
        # A value that a statement does not use is refused.
        own = is_own_event(self.conditions, scope) if "{is_own}" in select else "true"
        text = self.text + select.format(is_own=own, order_id=order_id)
        return text if page is None else f"{text}\n{page_end(self.conditions, page)}"


def is_own_event(conditions: Conditions, scope: Scope) -> str:
    """The condition on events that are the reader's."""
    if scope.organizer_id is None:
        return "true"
    return f"events.organizer_id = {conditions.value(scope.organizer_id)}"


def is_known(conditions: Conditions, scope: Scope, subject: str) -> str:
    """The condition on orders or bookings whose buyer's name and address the reader may learn.

    An organizer could sell to any user: names and addresses are learnt only from the users.
    """
    if scope.organizer_id is None:
        return "true"
    return bought_themselves(subject, f"{subject}s")


PAGES = {
    SoldSort.NEWEST: "({id} IS NULL OR id < {id}) ORDER BY id DESC",
    SoldSort.OLDEST: "({id} IS NULL OR id > {id}) ORDER BY id",
    SoldSort.HIGHEST: """(
        {id} IS NULL OR (currency, -total_amount, -id) > ({currency}, -{amount}::numeric, -{id})
    ) ORDER BY currency, total_amount DESC, id DESC""",
}

TOO_MUCH = Decimal(10) ** 20
CURRENCY = re.compile("[A-Z]{3}")


def how_found(wanted: SoldSearch) -> str:
    """How rows are found: of a word, all at once, before the first page of them is taken.

    How many have it in a name is not known, and a walk by id until there are enough would look at
    each row's buyer.
    """
    return "" if wanted.q is None else "MATERIALIZED"


def goes_by_id(wanted: SoldSearch, page: PageRequest | None) -> bool:
    """Whether the page is of a list in the order of its ids, of which few rows are passed over."""
    return page is not None and page.sort != SoldSort.HIGHEST and wanted.q is None


def page_end(conditions: Conditions, page: PageRequest) -> str:
    """The end of the statement: what follows the cursor, in order, and one row more than wanted.

    Raises ValidationFailed for a cursor of another list.
    """
    sort = SoldSort(page.sort)
    names = {"id": f"{conditions.value(page.last_id)}::bigint"}
    if sort is SoldSort.HIGHEST:
        # Amounts compare within a currency only.
        currency, amount = _amount(page.after.value) if page.after else ("", None)
        names |= {"currency": conditions.value(currency), "amount": conditions.value(amount)}
    return f"WHERE {PAGES[sort].format(**names)} LIMIT {conditions.value(page.limit + 1)}"


def _amount(text: str) -> tuple[str, Decimal]:
    currency, _, number = text.partition(" ")
    try:
        amount = Decimal(number)
        if not (CURRENCY.fullmatch(currency) and abs(amount) < TOO_MUCH):
            raise ValueError("no amount of money")
    except (ValueError, ArithmeticError) as error:
        raise ValidationFailed("query.cursor", "This cursor is not one of ours.") from error
    return currency, amount


def page_of(
    rows: Sequence[Mapping[str, Any]], page: PageRequest, convert: Callable[[Any], Item]
) -> Page[Item]:
    """The page of these rows, of which there is one more than wanted if another follows."""
    items = [convert(row) for row in rows[: page.limit]]
    if len(rows) <= page.limit:
        return Page(items)
    last = rows[page.limit - 1]
    value = f"{last['currency']} {last.get('total_amount', 0)}"
    return Page(items, Cursor(page.sort, value, last["id"]))


async def sums_of(text: str, values: Sequence[object]) -> list[SoldSum]:
    """The sums by currency; none where it takes too long, for which no list has to wait."""
    try:
        async with reading_briefly() as connection:
            rows = await connection.execute_query_dict(text, list(values))
    except asyncpg.QueryCanceledError:
        return []
    return [
        SoldSum(row["currency"], row["number"], row["tickets"], row["amount"], row["refunded"])
        for row in rows
    ]
