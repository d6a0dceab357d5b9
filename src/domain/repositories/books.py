"""What the domain asks about the books as a whole."""

from typing import Protocol


class BooksReader(Protocol):
    """Looks for money, tickets and stock that do not agree."""

    async def disagreements(self) -> list[tuple[str, int, str]]:
        """(what, its id, what is wrong with it, in words); at most a hundred of each kind."""
