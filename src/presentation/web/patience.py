"""Waiting for the first of two presses of the same button."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from src.domain.errors import IdempotencyInProgress

Result = TypeVar("Result")

PAUSE_SECONDS = 0.1
MAX_PAUSES = 30


async def patiently(attempt: Callable[[], Awaitable[Result]]) -> Result:
    """What the attempt gives, for a second press what the first one gave.

    Raises IdempotencyInProgress when the first still runs after some seconds.
    """
    for _ in range(MAX_PAUSES):
        try:
            return await attempt()
        except IdempotencyInProgress:
            await asyncio.sleep(PAUSE_SECONDS)
    return await attempt()
