"""Idempotent requests: a request that is sent twice has one effect and one result."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from src.application.ports.database import UnitOfWork
from src.domain.errors import TicketingError
from src.domain.repositories.idempotency_key import IdempotentRequest

Result = TypeVar("Result")


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
