"""What may be tried twice has one effect: requests with a key, transactions with random codes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from src.application.ports.database import UnitOfWork
from src.domain.errors import CodeCollision, TicketingError, Unavailable
from src.domain.repositories.idempotency_key import IdempotentRequest

Result = TypeVar("Result")

MAX_ATTEMPTS = 5
"""About one in 10^9 sales needs a second attempt; five failures mean a broken random source."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """The result of a request; `is_replayed` if an earlier request with its key produced it."""

    result: Result
    is_replayed: bool = False


async def once(
    uow: UnitOfWork,
    request: IdempotentRequest | None,
    kind: type[Result],
    effect: Callable[[], Awaitable[Result]],
) -> Outcome[Result]:
    """Run `effect` unless the request already succeeded, and commit.

    The key is stored in the transaction of the effect, so that both are committed or neither; a
    refusal raises, stores nothing and can be retried.
    Raises IdempotencyInProgress, IdempotencyKeyReused, and whatever `effect` raises.
    """
    if request is not None:
        earlier = (await uow.idempotency_keys.recall([request], kind)).get(request)
        if isinstance(earlier, TicketingError):
            raise earlier
        if earlier is not None:
            return Outcome(earlier, is_replayed=True)
    result = await effect()
    if request is not None:
        await uow.idempotency_keys.remember({request: result})
    await uow.commit()
    return Outcome(result)


async def retry_on_code_collision(attempt: Callable[[], Awaitable[Result]]) -> Result:
    """Run `attempt`, a new transaction each time, until no code collides. Raises Unavailable."""
    for _ in range(MAX_ATTEMPTS):
        try:
            return await attempt()
        except CodeCollision:
            continue
    raise Unavailable()
