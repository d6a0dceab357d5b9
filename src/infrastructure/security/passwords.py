"""Password hashing with Argon2id, beside the event loop."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from src.domain.errors import Unavailable

AT_ONCE = max(1, (os.cpu_count() or 1) // 2)
"""Passwords hashed at a time: each takes 64 MiB and several threads, and sales need the rest."""

MAX_WAITING = 100

Result = TypeVar("Result")


class Argon2PasswordHasher:
    """Implements `PasswordHasher` with the library's recommended costs (RFC 9106).

    At most `at_once` passwords are hashed or verified at a time, in threads of their own; beyond
    `max_waiting` that wait for their turn it raises Unavailable at once.
    """

    def __init__(
        self,
        *,
        hasher: PasswordHasher | None = None,
        at_once: int = AT_ONCE,
        max_waiting: int = MAX_WAITING,
    ) -> None:
        self._hasher = hasher or PasswordHasher()
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="passwords")
        self._max_running = at_once + max_waiting
        self._running = 0
        # Verified in place of a hash that does not exist, so that timing tells nothing.
        self._decoy = self._hasher.hash("no account has this password")

    async def hash(self, password: str) -> str:
        return await self._run(lambda: self._hasher.hash(password))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        is_right = await self._run(lambda: self._verify(password_hash or self._decoy, password))
        return is_right and password_hash is not None

    async def _run(self, work: Callable[[], Result]) -> Result:
        if self._running >= self._max_running:
            raise Unavailable("Too many people are logging in. Please try again in a moment.")
        self._running += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._running -= 1

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False
