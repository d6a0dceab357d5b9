"""Lists that are read newest first, a page after the other."""

from typing import TypeVar

from src.domain.repositories.page import Cursor, Page, PageRequest

Item = TypeVar("Item")

SIZE = 50
NEWEST_FIRST = "-id"


def newest_first(before: int | None) -> PageRequest:
    """The page of what is older than the item with this id; the first page for None."""
    after = None if before is None else Cursor(NEWEST_FIRST, str(before), before)
    return PageRequest(SIZE, NEWEST_FIRST, after)


def next_address(page: Page[Item], address: str) -> str | None:
    """The address of the next page, None on the last."""
    return None if page.next is None else f"{address}?before={page.next.id}"
