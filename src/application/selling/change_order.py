"""Shared by whatever a person does to an order: lock it, check who, decide, record."""

from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass

from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import UnitOfWork, UnitOfWorkFactory
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
from src.domain.shared.versions import require_version

Decide = Callable[[UnitOfWork, LockedOrder], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class ChangeOrderCommand:
    """Which order, and which version of it the caller has seen, if it matters to them."""

    order_id: int
    expected_version: int | None = None
    idempotency: IdempotentRequest | None = None


class ChangeOrder:
    """Move an order, by the name of the status it shall have.

    `confirmed` says that it was paid outside: for organizers who own every line and admins.
    `cancelled` as by cancelling it.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(
        self, actor: Actor, command: ChangeOrderCommand, decide: Decide
    ) -> Outcome[Order]:
        """`decide(uow, locked)` makes the change or raises why not.

        Raises NotFound for anybody but its buyer, admins, and an organizer who owns every line.
        """
        async with self._unit_of_work() as uow:
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
