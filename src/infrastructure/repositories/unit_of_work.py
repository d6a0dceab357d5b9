"""One database transaction with the repositories that work in it."""

from collections.abc import Callable, Collection
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self

from tortoise.transactions import in_transaction

from src.application.concurrency.turns import Turns
from src.application.ports.database import AuditLog, Clock, Touches
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.cart import CartRepository
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.idempotency_key import IdempotencyKeyRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.session import SessionRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transaction import LedgerRepository, TransactionRepository
from src.domain.repositories.user import UserRepository
from src.domain.repositories.venue import VenueRepository
from src.infrastructure.clock import utc_now
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.repositories.audit_log import TortoiseAuditLog
from src.infrastructure.repositories.booking import TortoiseBookingRepository
from src.infrastructure.repositories.cart import TortoiseCartRepository
from src.infrastructure.repositories.discount import TortoiseDiscountRepository
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.idempotency_key import TortoiseIdempotencyKeyRepository
from src.infrastructure.repositories.ledger import TortoiseLedgerRepository
from src.infrastructure.repositories.order import TortoiseOrderRepository
from src.infrastructure.repositories.session import TortoiseSessionRepository
from src.infrastructure.repositories.ticket import TortoiseTicketRepository
from src.infrastructure.repositories.ticket_type import TortoiseTicketTypeRepository
from src.infrastructure.repositories.touched_events import touched_event_ids
from src.infrastructure.repositories.transaction import TortoiseTransactionRepository
from src.infrastructure.repositories.user import TortoiseUserRepository
from src.infrastructure.repositories.venue import TortoiseVenueRepository


class NotCommitted(Exception):
    """Makes Tortoise roll back a transaction that was not committed."""


class TortoiseUnitOfWork:
    """Implements `UnitOfWork`. Database errors are raised as domain errors where they are refusals.

    After a commit `on_events_changed` is called with the ids of the locked events: nothing of an
    event changes without its lock, so that use cases need not report their changes.
    """

    def __init__(
        self,
        clock: Clock = utc_now,
        on_events_changed: Callable[[Collection[int]], None] | None = None,
        *,
        turns: Turns[int] | None = None,
        touches: Touches | None = None,
    ) -> None:
        self._on_events_changed = on_events_changed
        self._turns = turns
        self._touches = touches
        self.users: UserRepository = TortoiseUserRepository()
        self.venues: VenueRepository = TortoiseVenueRepository()
        self._events = TortoiseEventRepository(clock)
        self.events: EventRepository = self._events
        self.ticket_types: TicketTypeRepository = TortoiseTicketTypeRepository(clock)
        self.bookings: BookingRepository = TortoiseBookingRepository()
        self.tickets: TicketRepository = TortoiseTicketRepository()
        self.orders: OrderRepository = TortoiseOrderRepository()
        self.transactions: TransactionRepository = TortoiseTransactionRepository()
        self.ledger: LedgerRepository = TortoiseLedgerRepository()
        self.carts: CartRepository = TortoiseCartRepository()
        self.discounts: DiscountRepository = TortoiseDiscountRepository()
        self.sessions: SessionRepository = TortoiseSessionRepository()
        self.idempotency_keys: IdempotencyKeyRepository = TortoiseIdempotencyKeyRepository()
        self.audit: AuditLog = TortoiseAuditLog()

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            if self._turns is not None and self._touches is not None:
                event_ids = await touched_event_ids(self._touches)
                await stack.enter_async_context(self._turns.of(event_ids))
            self._transaction: Any = in_transaction("default")
            self._connection = await self._transaction.__aenter__()
            # The turn lasts as long as the transaction.
            self._turn = stack.pop_all()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            await self._transaction.__aexit__(kind or NotCommitted, error, traceback)
        finally:
            await self._turn.aclose()
        refusal = as_refusal(error) if error is not None else None
        if refusal is not None:
            raise refusal from error

    async def commit(self) -> None:
        try:
            await self._connection.commit()
        finally:
            # After a failure too: a connection lost during a commit may have committed or not.
            if self._on_events_changed is not None and self._events.locked_ids:
                self._on_events_changed(self._events.locked_ids)
