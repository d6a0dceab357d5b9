"""The repository of the results of requests that were sent with an Idempotency-Key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from src.domain.errors import TicketingError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class IdempotentRequest:
    """A request with an Idempotency-Key, which is unique per caller.

    `fingerprint` is a SHA-256 over method, path and body.
    """

    caller_id: int
    key: str
    fingerprint: bytes


class IdempotencyKeyRepository(Protocol):
    """Results of requests that were sent with an Idempotency-Key, kept for 24 hours."""

    async def recall(
        self, requests: Sequence[IdempotentRequest], kind: type[Result]
    ) -> dict[IdempotentRequest, Result | TicketingError]:
        """Return, for each request that was sent before, its stored result or a refusal.

        The refusal is IdempotencyInProgress while the first request runs, IdempotencyKeyReused
        when the key was sent with another request. New requests are left out.
        """

    async def remember(self, results: Mapping[IdempotentRequest, object]) -> None:
        """Store the results in the transaction of their effects.

        Raises IdempotencyInProgress when another process has stored one of the keys.
        """

    async def forget_user(self, user_id: int) -> None:
        """Delete the user's keys, and remove from results of others what names the user.

        Others may still send their requests again: they have had their effect.
        """

    async def forget(self, before: datetime, *, limit: int) -> int:
        """Delete results stored before `before`, except locked ones; the number deleted."""
