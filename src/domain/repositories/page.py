"""Keyset pagination: stable while rows are added, and equally fast on every page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from src.domain.errors import ValidationFailed

Item = TypeVar("Item")
Other = TypeVar("Other")

MAX_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Cursor:
    """The end of a page: the sort value (as text) and the id of its last item."""

    sort: str
    value: str
    id: int


@dataclass(frozen=True, slots=True)
class PageRequest:
    """The page to read: `sort` is a field name, prefixed with `-` for descending; ties by id."""

    limit: int = 50
    sort: str = "id"
    after: Cursor | None = None

    @property
    def last_id(self) -> int | None:
        """The id of the last item before the page; None for the first page.

        Raises ValidationFailed for a cursor of another list.
        """
        if self.after is None:
            return None
        if self.after.sort != self.sort:
            raise ValidationFailed("query.cursor", "This cursor belongs to another sort order.")
        return self.after.id


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Page(Generic[Item]):
    """Items in order, and the cursor of the next page, None on the last."""

    items: list[Item]
    next: Cursor | None = None

    def map(self, convert: Callable[[Item], Other]) -> "Page[Other]":
        """Return the page with every item converted."""
        return Page([convert(item) for item in self.items], self.next)
