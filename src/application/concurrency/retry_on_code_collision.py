"""Retry of transactions that generate random codes."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from src.domain.errors import CodeCollision, Unavailable

Result = TypeVar("Result")

MAX_ATTEMPTS = 5
"""About one in 10^9 sales needs a second attempt; five failures mean a broken random source."""


async def retry_on_code_collision(attempt: Callable[[], Awaitable[Result]]) -> Result:
    """Run `attempt`, a new transaction each time, until no code collides. Raises Unavailable."""
    for _ in range(MAX_ATTEMPTS):
        try:
            return await attempt()
        except CodeCollision:
            continue
    raise Unavailable()
