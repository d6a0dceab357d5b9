"""Keyset pagination: rows whose `(sort column, id)` is after the cursor's."""

from collections.abc import Callable, Mapping
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

CENT = Decimal("0.01")
TOO_MUCH = Decimal(10) ** 10


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _amount(text: str) -> Decimal:
    amount = Decimal(text)
    # Quantized, since a zero may have any exponent.
    cents = amount.quantize(CENT)
    if cents != amount or abs(amount) >= TOO_MUCH:
        raise ValueError("not an amount of money")
    return cents


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
    key = page.sort.removeprefix("-")
    is_descending = page.sort.startswith("-")
    if page.after is not None:
        query = query.filter(_beyond(page.after, page.sort, key, is_descending))
    order = (key,) if key == "id" else (key, "id")
    query = query.order_by(*(f"-{column}" if is_descending else column for column in order))
    # One more row than requested shows whether there is a next page.
    rows = await query.limit(page.limit + 1)
    items = [to_entity(row) for row in rows[: page.limit]]
    if len(rows) <= page.limit:
        return Page(items)
    last = rows[page.limit - 1]
    return Page(items, Cursor(page.sort, _text(getattr(last, key)), last.pk))


def _beyond(cursor: Cursor, sort: str, key: str, is_descending: bool) -> Q:
    if cursor.sort != sort:
        raise ValidationFailed("query.cursor", "This cursor belongs to another sort order.")
    try:
        value = PARSERS[key](cursor.value)
    except (ValueError, ArithmeticError) as error:
        raise ValidationFailed("query.cursor", "This cursor is not one of ours.") from error
    beyond = "lt" if is_descending else "gt"
    if key == "id":
        return _where(f"id__{beyond}", cursor.id)
    # The first condition lets PostgreSQL use the index; the second breaks ties.
    tie = _where(f"{key}__{beyond}", value) | _where(f"id__{beyond}", cursor.id)
    return _where(f"{key}__{beyond}e", value) & tie


def _where(condition: str, value: Any) -> Q:
    return Q(**{condition: value})


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
