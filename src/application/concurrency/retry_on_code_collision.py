"""Shared by whoever draws random codes: draw again when one is taken."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from src.domain.errors import CodeCollision, Unavailable

Result = TypeVar("Result")

MAX_ATTEMPTS = 5
"""A second draw is needed once in about 10^9 sales; five failing in a row is a broken source."""


async def retry_on_code_collision(attempt: Callable[[], Awaitable[Result]]) -> Result:
    """Try again, in a new transaction, while a code drawn is taken. Raises Unavailable."""
    for _ in range(MAX_ATTEMPTS):
        try:
            return await attempt()
        except CodeCollision:
            continue
    raise Unavailable()
