"""Keyset pages: stable while rows are added, as fast on the last page as on the first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Other = TypeVar("Other")

MAX_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the sort key's value (as text) and the id of its last item."""

    sort: str
    value: str
    id: int


@dataclass(frozen=True, slots=True)
class PageRequest:
    """`sort` is a field's name, with `-` before it for descending; ties go by id."""

    limit: int = 50
    sort: str = "id"
    after: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Items in order, and the cursor of the next page while there is one."""

    items: list[Item]
    next: Cursor | None = None

    def map(self, convert: Callable[[Item], Other]) -> "Page[Other]":
        """The same page of other items."""
        return Page([convert(item) for item in self.items], self.next)
