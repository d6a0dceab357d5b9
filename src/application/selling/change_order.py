"""Shared by changes of an order by a user: lock, check access, decide, store and audit."""

from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass

from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.order_for_update import (
    LockedOrder,
    lock_order,
    require_order_party,
    save_order,
)
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.transitions import require_version

Decide = Callable[[UnitOfWork, LockedOrder], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class ChangeOrderCommand:
    """The order to change, and the version that the caller expects, if any."""

    order_id: int
    expected_version: int | None = None
    idempotency: IdempotentRequest | None = None


class ChangeOrder:
    """Change an order's status, by the name of the wanted status.

    `confirmed` records that it was paid outside; for organizers who own every line, and admins.
    `cancelled` cancels the order.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(
        self, actor: Actor, command: ChangeOrderCommand, decide: Decide
    ) -> Outcome[Order]:
        """Change the order by `decide(uow, locked)`, which may raise to refuse it.

        Raises NotFound unless the actor is its buyer, an organizer who owns every line, or an
        admin.
        """
        async with self._unit_of_work(touches=Touches(order_id=command.order_id)) as uow:
            return await once(
                uow,
                command.idempotency,
                Order,
                lambda: self._change(uow, actor, command, decide),
            )

    async def _change(
        self, uow: UnitOfWork, actor: Actor, command: ChangeOrderCommand, decide: Decide
    ) -> Order:
        locked = await lock_order(uow, command.order_id)
        if locked.order.deleted_at is not None:
            raise NotFound("order", command.order_id)
        require_order_party(actor, locked.order, list(locked.events.values()))
        require_version(locked.order.version, command.expected_version)
        before = deepcopy(locked.order)
        await decide(uow, locked)
        await save_order(uow, locked.order, before, actor)
        return locked.order
