"""Tables of everything that a list finds, sent while they are read.

Rows are read in pages, each in a short transaction of its own: a table of a million rows takes no
more memory than a page, and a client that reads slowly keeps nothing open in the database.
"""

from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from src.domain.errors import Unavailable
from src.domain.repositories.page import Page, PageRequest

Row = TypeVar("Row")

ROWS_AT_ONCE = 1000
MAX_EXPORTS = 8
MAX_EXPORTS_OF_USER = 2


class Exports:
    """The tables that this process sends: at most eight at a time, and two of one user."""

    def __init__(self) -> None:
        self._of_user: Counter[int] = Counter()

    @property
    def count(self) -> int:
        """The number of tables that are being sent."""
        return self._of_user.total()

    @contextmanager
    def open(self, user_id: int) -> Iterator[None]:
        """Send a table to the user in the context. Raises Unavailable beyond a limit."""
        if self._of_user[user_id] >= MAX_EXPORTS_OF_USER:
            raise Unavailable(
                "You are loading two tables already. Wait until one is there.",
                retry_after_seconds=10,
            )
        if self.count >= MAX_EXPORTS:
            raise Unavailable(
                "Too many tables are being loaded at once. Please try again shortly.",
                retry_after_seconds=10,
            )
        self._of_user[user_id] += 1
        try:
            yield
        finally:
            self._of_user[user_id] -= 1
            if not self._of_user[user_id]:
                del self._of_user[user_id]


@dataclass(frozen=True, slots=True)
class Export(Generic[Row]):
    """A table to send: how many rows it had when it was counted, and the rows, page by page."""

    number: int
    user_id: int
    exports: Exports
    read: Callable[[PageRequest], Awaitable[Page[Row]]]
    sort: str
    rows_at_once: int = ROWS_AT_ONCE

    def open(self) -> AbstractContextManager[None]:
        """The context in which `pages` is read. Raises Unavailable if too many are read."""
        return self.exports.open(self.user_id)

    async def pages(self) -> AsyncGenerator[Sequence[Row]]:
        """All rows; those that are added meanwhile may be missing."""
        page = PageRequest(self.rows_at_once, self.sort)
        while True:
            found = await self.read(page)
            if found.items:
                yield found.items
            if found.next is None:
                return
            page = replace(page, after=found.next)
