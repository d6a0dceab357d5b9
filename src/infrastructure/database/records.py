"""Entities read by plain SQL: as lists of JSON, of which one statement returns whole trees.

An order comes with its items, bookings and tickets in one round trip. Lists of JSON are made on the
node of a cluster that has the rows, and sent on; records (`ROW(…)`) cannot be.
"""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from src.domain.shared.money import ZERO

AMONG = "= ANY(ARRAY(SELECT unnest({ids}::bigint[])))"
"""The condition on an id. A bare `= ANY($1)` is planned anew for each call, since a plan for lists
of any length seems dearer to PostgreSQL than one for a list of one."""

Entity = TypeVar("Entity")


class Records(Generic[Entity]):
    """The columns of an entity's table, and entities of their values in the same order."""

    def __init__(self, kind: type[Entity], table: str, *, but: Collection[str] = ()) -> None:
        """`but` are the fields that are not columns."""
        names = [field.name for field in fields(kind) if field.name not in but]  # type: ignore[arg-type]
        hints = get_type_hints(kind)
        readers = {name: _reader(hints[name]) for name in names}
        self._kind = kind
        self._names = names
        self._read = [(names.index(name), read) for name, read in readers.items() if read]
        self.columns = ", ".join(f"{table}.{name}" for name in names)

    def entity(self, values: Sequence[Any], **given: Any) -> Entity:
        """The entity of the first values of a list; `given` are the fields it does not have."""
        row = list(values[: len(self._names)])
        for index, read in self._read:
            if row[index] is not None:
                row[index] = read(row[index])
        return self._kind(**dict(zip(self._names, row, strict=True)), **given)

    def __len__(self) -> int:
        return len(self._names)


def values_of(text: str) -> list[Any]:
    """The values of a list of JSON as PostgreSQL writes it: numbers with decimals exactly."""
    values: list[Any] = json.loads(text, parse_float=Decimal)
    return values


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """What makes the field's type of the driver's; None if that is the same."""
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    for kind in kinds:
        if kind is Decimal:
            return _amount
        if kind is datetime:
            return datetime.fromisoformat
        if isinstance(kind, type) and issubclass(kind, Enum):
            # Calling the class finds the member too, in ten times the time.
            return {member.value: member for member in kind}.__getitem__
    return None


def _amount(value: Decimal | int) -> Decimal:
    return value + ZERO
