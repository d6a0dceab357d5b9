"""What use cases ask of the stored answers of requests that carried an Idempotency-Key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from src.domain.errors import TicketingError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class IdempotentRequest:
    """`fingerprint` is a SHA-256 over method, path and body; keys are per caller."""

    caller_id: int
    key: str
    fingerprint: bytes


class IdempotencyKeyRepository(Protocol):
    """Answers of requests that were sent with an Idempotency-Key, for 24 hours."""

    async def recall(
        self, requests: Sequence[IdempotentRequest], kind: type[Result]
    ) -> dict[IdempotentRequest, Result | TicketingError]:
        """What each request that is not new led to: its first answer, or its refusal.

        That is IdempotencyInProgress while the first request runs, IdempotencyKeyReused when
        the key came with another request. A new request is not in it.
        """

    async def remember(self, answers: Mapping[IdempotentRequest, object]) -> None:
        """Store the answers in the transaction of their effects.

        Raises IdempotencyInProgress when another process was faster with one of the keys.
        """

    async def forget(self, before: datetime, *, limit: int) -> int:
        """Remove answers given before then, except locked ones; how many."""
