"""The same request sent twice has one effect and one answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from src.application.ports.database import UnitOfWork
from src.domain.errors import TicketingError
from src.domain.repositories.idempotency_key import IdempotentRequest

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What a request led to, and whether an earlier sending of it did the work."""

    result: Result
    is_replayed: bool = False


async def once(
    uow: UnitOfWork,
    request: IdempotentRequest | None,
    kind: type[Result],
    effect: Callable[[], Awaitable[Result]],
) -> Outcome[Result]:
    """Run `effect` unless this request already succeeded, and commit.

    The key is stored in the effect's own transaction, so both stand or neither does; a
    refusal raises, stores nothing and can be tried again.
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
