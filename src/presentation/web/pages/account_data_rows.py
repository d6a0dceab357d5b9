"""One's own data as a page shows it: in groups, with words for columns and values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from src.presentation.web.devices import device_name
from src.presentation.web.pages.account_data_words import (
    group_names,
    labels,
    part_names,
    value_words,
)
from src.presentation.web.visit import Visit

GROUPS: Mapping[str, Sequence[str]] = {
    "account": ("profile", "browser_sessions", "api_sessions", "api_keys", "calendar_feeds"),
    "orders": ("orders", "payments", "billing", "invoices"),
    "tickets": ("bookings", "tickets", "check_ins", "wallet_passes", "transfers"),
    "cart": ("cart", "cart_discount"),
    "mails": ("mails",),
    "work": (
        *("events", "venues", "discount_codes", "webhooks", "seller"),
        *("bank_account", "settlement_terms", "payouts"),
        *("scanner_at", "scans_made"),
    ),
    "history": ("audit_entries", "request_keys"),
}
TITLES = {
    **{
        "profile": "name",
        "api_keys": "name",
        "venues": "name",
        "events": "title",
        "webhooks": "url",
    },
    **dict.fromkeys(("bookings", "tickets", "cart", "transfers", "scanner_at"), "event"),
    **dict.fromkeys(("check_ins", "payments", "mails", "scans_made"), "kind"),
    **{"orders": "reference", "cart_discount": "code", "discount_codes": "code"},
    **{"billing": "name", "invoices": "reference", "seller": "name"},
    **{"bank_account": "holder", "payouts": "reference"},
    **{"audit_entries": "action", "request_keys": "key"},
}
"""What stands above the other columns of a row; of other parts, when it was made."""

MONEY = {"subtotal", "price", "amount"}
SAID_WITH_ANOTHER = {"currency": MONEY | {"total_amount"}, "timezone": {"date_time"}}
"""Columns that stand beside the value of another."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time, and the time zone in which it is written."""

    when: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its title, its state if it has one, and pairs of a label and a value.

    A value is a text, a Moment, Money, a list of values, or a mapping of labels to values.
    """

    title: object
    state: object | None
    facts: Sequence[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class Part:
    """The newest rows of a part; `has_more` if there are others."""

    heading: str
    records: Sequence[Record]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that have rows, and the headings of those that have none."""

    name: str
    heading: str
    parts: Sequence[Part]
    empty: Sequence[str]


def groups_of(visit: Visit, data: Mapping[str, Sequence[Row]], *, limit: int) -> list[Group]:
    """Everything in the data, which has the newest rows of each part first, up to the limit."""
    reader, names, headings = _Reader(visit), part_names(visit), group_names(visit)
    return [
        Group(
            group,
            headings[group],
            [
                Part(
                    names[part],
                    [reader.record(part, row) for row in data[part][:limit]],
                    len(data[part]) > limit,
                )
                for part in parts
                if data[part]
            ],
            [names[part] for part in parts if not data[part]],
        )
        for group, parts in GROUPS.items()
    ]


class _Reader:
    """Rows in the words of one language."""

    def __init__(self, visit: Visit) -> None:
        self._gettext = visit.gettext
        self._labels = labels(visit)
        self._order = {column: place for place, column in enumerate(self._labels)}
        self._words = value_words(visit)

    def record(self, part: str, row: Row) -> Record:
        facts = dict(self._facts(part, row))
        number, state = facts.pop("id", None), facts.pop("status", None)
        if part == "browser_sessions":
            title: object = device_name(row["device"], self._gettext)
        else:
            title = facts.pop(TITLES.get(part, "created_at"), None)
        pairs = [(self._label(column), value) for column, value in facts.items()]
        return Record(title, state, [*pairs, (self._label("id"), number)])

    def _facts(self, part: str, row: Row) -> Iterator[tuple[str, object]]:
        """Each column that has a value. Those without one say nothing, and are left out."""
        for column in sorted(row, key=self._place):
            value = row[column]
            is_said = SAID_WITH_ANOTHER.get(column, set()) & row.keys()
            if value is not None and value not in ([], {}) and not is_said:
                yield column, self._value(part, column, value, row)

    def _value(self, part: str, column: str, value: object, row: Row) -> object:
        if isinstance(value, Mapping):
            return {
                self._label(name): self._value(part, name, inner, {})
                for name, inner in value.items()
                if inner is not None
            }
        if isinstance(value, list):
            return [self._value(part, column, inner, row) for inner in value]
        if isinstance(value, (int, Decimal)) and "currency" in row and _is_money(column):
            return Money(Decimal(value), row["currency"])
        if isinstance(value, str) and _is_time(column):
            zone = row.get("timezone", "UTC") if column == "date_time" else "UTC"
            return Moment(datetime.fromisoformat(value), zone)
        return self._word(part, column, value)

    def _word(self, part: str, column: str, value: object) -> str:
        key = str(value).lower() if isinstance(value, bool) else str(value)
        general = self._words[""] if isinstance(value, bool) else {}
        words = self._words.get(f"{part}.{column}", self._words.get(column, general))
        return words.get(key, key)

    def _place(self, column: str) -> tuple[bool, bool, int]:
        """Numbers and times come last, as one reads them last; JSON has no order to go by."""
        known = self._order.get(column, len(self._order))
        return column.endswith(("id", "_ids")), _is_time(column), known

    def _label(self, column: str) -> str:
        return self._labels.get(column, column)


def _is_money(column: str) -> bool:
    return column in MONEY or column.endswith("_amount")


def _is_time(column: str) -> bool:
    return column.endswith("_at") or column in ("at", "booking_date", "date_time")
