"""Password hashing with Argon2id, in threads outside the event loop."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from src.domain.errors import Unavailable

AT_ONCE = max(1, (os.cpu_count() or 1) // 2)
"""The number of passwords hashed at a time: each takes 64 MiB and several threads."""

MAX_WAITING = 100

Result = TypeVar("Result")


class Argon2PasswordHasher:
    """Implements `PasswordHasher` with the library's recommended costs (RFC 9106).

    At most `at_once` passwords are hashed or verified at a time, in separate threads. While
    `max_waiting` others wait, it raises Unavailable immediately.

    Args:
        hasher: Another one, with costs of its own.
        at_once: The number of passwords hashed at a time.
        max_waiting: The number of passwords that wait.
    """

    def __init__(
        self,
        hasher: PasswordHasher | None = None,
        *,
        at_once: int = AT_ONCE,
        max_waiting: int = MAX_WAITING,
    ) -> None:
        self._hasher = hasher or PasswordHasher()
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="passwords")
        self._max_running = at_once + max_waiting
        self._running = 0
        # Verified if there is no hash, so that the time does not reveal whether an account exists.
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
