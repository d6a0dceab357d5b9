"""Shared by the lists of what was sold: whose rows, which order, and whose name is known."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldSearch, SoldSort, SoldSum
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.matching import containing

Item = TypeVar("Item")

WHOLE_ORDERS = """(
    $1::bigint IS NULL OR (
        orders.id IN (
            SELECT order_id FROM order_items JOIN events ON events.id = order_items.event_id
            WHERE events.organizer_id = $1
        )
        AND NOT EXISTS (
            SELECT FROM order_items JOIN events ON events.id = order_items.event_id
            WHERE order_items.order_id = orders.id AND events.organizer_id <> $1
        )
    )
)"""
"""Orders of which the organizer `$1` owns every line; all for NULL."""

# An organizer could sell to any user: names and addresses are learnt only from the users.
IS_KNOWN = """($1::bigint IS NULL OR EXISTS (
    SELECT FROM audit_log
    WHERE audit_log.subject = '{subject}' AND audit_log.subject_id = {subject}s.id
        AND audit_log.actor_id = {subject}s.user_id
))"""

PAGES = {
    SoldSort.NEWEST: "AND ($10::bigint IS NULL OR id < $10) ORDER BY id DESC LIMIT $11",
    SoldSort.OLDEST: "AND ($10::bigint IS NULL OR id > $10) ORDER BY id LIMIT $11",
    SoldSort.HIGHEST: """
        AND ($10::bigint IS NULL OR (currency, -total_amount, -id) > ($13, -$12::numeric, -$10))
        ORDER BY currency, total_amount DESC, id DESC LIMIT $11""",
}

TOO_MUCH = Decimal(10) ** 20
CURRENCY = re.compile("[A-Z]{3}")


async def conditions(scope: Scope, wanted: SoldSearch) -> list[object]:
    """The values `$1` to `$9` of a search, in this order."""
    return [
        scope.organizer_id,
        wanted.event_id,
        wanted.user_id,
        wanted.status,
        wanted.date_from,
        wanted.date_to,
        await containing(wanted.q),
        wanted.q.upper() if wanted.q is not None else None,
        wanted.payment,
    ]


def boundaries(page: PageRequest) -> tuple[str, list[object]]:
    """The end of the statement, and its values from `$10` on.

    Raises ValidationFailed for a cursor of another list.
    """
    sort = SoldSort(page.sort)
    # One more than requested shows whether there is a next page.
    values: list[object] = [page.after.id if page.after else None, page.limit + 1]
    if page.after is not None and page.after.sort != sort:
        raise ValidationFailed("query.cursor", "This cursor belongs to another sort order.")
    if sort is SoldSort.HIGHEST:
        # Amounts compare within a currency only.
        currency, amount = _amount(page.after.value) if page.after else ("", None)
        values += [amount, currency]
    return PAGES[sort], values


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


def sums_of(rows: Sequence[Mapping[str, Any]]) -> list[SoldSum]:
    """The sums by currency."""
    return [
        SoldSum(row["currency"], row["number"], row["tickets"], row["amount"], row["refunded"])
        for row in rows
    ]
