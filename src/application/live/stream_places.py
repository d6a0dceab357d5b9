"""How many streams a process keeps open, of whatever they send."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from src.domain.errors import Unavailable


class StreamPlaces:
    """Places for `max_streams` open streams, and for `max_per_client` of one client."""

    def __init__(self, max_streams: int, max_per_client: int) -> None:
        self._max_streams = max_streams
        self._max_per_client = max_per_client
        self._count = 0
        self._of_client: Counter[str] = Counter()

    @property
    def count(self) -> int:
        """The number of open streams."""
        return self._count

    @contextmanager
    def taken_by(self, client: str) -> Iterator[None]:
        """One place during the block. Raises Unavailable beyond a limit."""
        if self._of_client[client] >= self._max_per_client:
            raise Unavailable("You have as many streams open as you may have. Close one first.")
        if self._count >= self._max_streams:
            raise Unavailable("Too many people are watching. Please try again in a moment.")
        self._count += 1
        self._of_client[client] += 1
        try:
            yield
        finally:
            self._count -= 1
            self._of_client[client] -= 1
            if not self._of_client[client]:
                del self._of_client[client]
