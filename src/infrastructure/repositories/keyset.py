"""Keyset pagination: rows whose `(sort column, id)` is after the cursor's.

Amounts compare within a currency only: rows sorted by price are grouped by their currency.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeVar

from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Cursor, Page, PageRequest

Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")

FINEST = -4
TOO_MUCH = Decimal(10) ** 13

COLUMNS: Mapping[str, str] = {"price": "lowest_price"}
"""The column of a sort that is named otherwise: people sort by the price that lists show."""

GROUPS: Mapping[str, str] = {"price": "currency"}
"""The column that rows are grouped by, for a sort column that compares only within a group."""
GROUP = re.compile("[A-Z]{3}")


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _amount(text: str) -> Decimal:
    # A zero may have any exponent, a number any number of digits.
    amount = Decimal(text).normalize()
    if not abs(amount) < TOO_MUCH or int(amount.as_tuple().exponent) < FINEST:
        raise ValueError("not an amount of money")
    return amount


# They raise for values that no column can hold, before PostgreSQL would.
PARSERS: Mapping[str, Callable[[str], object]] = {
    "id": int,
    "price": _amount,
    "date_time": _time,
    "created_at": _time,
}


async def fetch_page(
    query: QuerySet[Row], page: PageRequest, to_entity: Callable[[Row], Item]
) -> Page[Item]:
    """The requested page of the query. Raises ValidationFailed for a cursor of another list."""

    async def fetch(part: QuerySet[Row]) -> Sequence[Row]:
        return await part

    return await _fetch(query, page, fetch, to_entity, getattr)


async def fetch_ids(query: QuerySet[Any], page: PageRequest) -> Page[int]:
    """The ids of the requested page alone. Raises ValidationFailed as `fetch_page`."""

    async def fetch(part: QuerySet[Any]) -> Sequence[dict[str, Any]]:
        return await part.values(*_order(page))

    return await _fetch(query, page, fetch, lambda row: int(row["id"]), dict.__getitem__)


async def _fetch(
    query: QuerySet[Any],
    page: PageRequest,
    fetch: Callable[[QuerySet[Any]], Awaitable[Sequence[Any]]],
    to_item: Callable[[Any], Item],
    value_of: Callable[[Any, str], Any],
) -> Page[Item]:
    key, sign = page.sort.removeprefix("-"), "-" if page.sort.startswith("-") else ""
    order = _order(page)
    query = query.order_by(*(sign + name for name in order))
    # One more row than requested shows whether there is a next page.
    wanted = page.limit + 1
    rows: list[Any] = []
    for part in _beyond(page, key, GROUPS.get(key)):
        if len(rows) < wanted:
            rows += await fetch(query.filter(part).limit(wanted - len(rows)))
    items = [to_item(row) for row in rows[: page.limit]]
    if len(rows) <= page.limit:
        return Page(items)
    last = rows[page.limit - 1]
    names = order if key == "id" else order[:-1]
    value = " ".join(_text(value_of(last, name)) for name in names)
    return Page(items, Cursor(page.sort, value, value_of(last, "id")))


def _order(page: PageRequest) -> list[str]:
    """The columns by which the page is sorted, the id the last of them."""
    key = page.sort.removeprefix("-")
    names = (GROUPS.get(key), COLUMNS.get(key, key), "id")
    return list(dict.fromkeys(name for name in names if name))


def _beyond(page: PageRequest, key: str, group: str | None) -> Sequence[Q]:
    """The conditions on rows after the cursor, in order: each finds its rows in an index."""
    if page.after is None:
        return [Q()]
    beyond = "lt" if page.sort.startswith("-") else "gt"
    of_group, value = _values(page.after, page.sort, key, group)
    column = COLUMNS.get(key, key)
    last_id = _where(f"id__{beyond}", page.after.id)
    if key == "id":
        return [last_id]
    # The first condition lets PostgreSQL use the index; the second breaks ties.
    tie = _where(f"{column}__{beyond}", value) | last_id
    after = _where(f"{column}__{beyond}e", value) & tie
    if group is None:
        return [after]
    return [_where(group, of_group) & after, _where(f"{group}__{beyond}", of_group)]


def _values(cursor: Cursor, sort: str, key: str, group: str | None) -> tuple[str, object]:
    """The group and the value of the cursor."""
    if cursor.sort != sort:
        raise ValidationFailed("query.cursor", "This cursor belongs to another sort order.")
    of_group, _, text = cursor.value.partition(" ") if group else ("", "", cursor.value)
    try:
        if group and not GROUP.fullmatch(of_group):
            raise ValueError("not a currency")
        return of_group, PARSERS[key](text)
    except (ValueError, ArithmeticError) as error:
        raise ValidationFailed("query.cursor", "This cursor is not one of ours.") from error


def _where(condition: str, value: Any) -> Q:
    return Q(**{condition: value})


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
