"""One database transaction with the repositories that work in it."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AsyncExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tortoise.transactions import in_transaction

from src.application.concurrency.turns import Turns
from src.application.ports.database import AuditEntry, AuditLog, Clock, NoTransaction, Touches
from src.domain.repositories.api_key import ApiKeyRepository
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.calendar_feed import CalendarFeedRepository
from src.domain.repositories.cart import CartRepository
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.dispute import DisputeRepository
from src.domain.repositories.door import DoorRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.idempotency_key import IdempotencyKeyRepository
from src.domain.repositories.invoice import InvoiceRepository
from src.domain.repositories.mail import MailRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.outbox import OutboxRepository
from src.domain.repositories.pass_device import PassDeviceRepository
from src.domain.repositories.payout import PayoutRepository
from src.domain.repositories.poster import PosterRepository
from src.domain.repositories.provider_log_in import ProviderLogInRepository
from src.domain.repositories.seller import BillingRepository, SellerRepository
from src.domain.repositories.session import SessionRepository
from src.domain.repositories.settlement import BankAccountRepository, SettlementRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transaction import LedgerRepository, TransactionRepository
from src.domain.repositories.transfer import TransferRepository
from src.domain.repositories.user import UserRepository
from src.domain.repositories.venue import VenueRepository
from src.domain.repositories.venue_plan import VenuePlanRepository
from src.domain.repositories.web_session import WebSessionRepository
from src.domain.repositories.webhook import (
    WebhookDeliveryRepository,
    WebhookEndpointRepository,
)
from src.infrastructure.clock import utc_now
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.database.lost_commits import is_outcome_lost
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.replica import reads_from_replica
from src.infrastructure.repositories.api_key import TortoiseApiKeyRepository
from src.infrastructure.repositories.audit_log import TortoiseAuditLog
from src.infrastructure.repositories.booking import TortoiseBookingRepository
from src.infrastructure.repositories.calendar_feed import TortoiseCalendarFeedRepository
from src.infrastructure.repositories.cart import TortoiseCartRepository
from src.infrastructure.repositories.discount import TortoiseDiscountRepository
from src.infrastructure.repositories.dispute import TortoiseDisputeRepository
from src.infrastructure.repositories.door import PostgresDoorRepository
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.idempotency_key import TortoiseIdempotencyKeyRepository
from src.infrastructure.repositories.invoice import PostgresInvoiceRepository
from src.infrastructure.repositories.ledger import TortoiseLedgerRepository
from src.infrastructure.repositories.mail import TortoiseMailRepository
from src.infrastructure.repositories.order import TortoiseOrderRepository
from src.infrastructure.repositories.outbox import TortoiseOutboxRepository
from src.infrastructure.repositories.pass_device import TortoisePassDeviceRepository
from src.infrastructure.repositories.payout import PostgresPayoutRepository
from src.infrastructure.repositories.poster import TortoisePosterRepository
from src.infrastructure.repositories.provider_log_in import (
    PostgresProviderLogInRepository,
)
from src.infrastructure.repositories.seller import (
    PostgresBillingRepository,
    TortoiseSellerRepository,
)
from src.infrastructure.repositories.session import TortoiseSessionRepository
from src.infrastructure.repositories.settlement import (
    PostgresBankAccountRepository,
    PostgresSettlementRepository,
)
from src.infrastructure.repositories.ticket import TortoiseTicketRepository
from src.infrastructure.repositories.ticket_type import TortoiseTicketTypeRepository
from src.infrastructure.repositories.transaction import TortoiseTransactionRepository
from src.infrastructure.repositories.transfer import TortoiseTransferRepository
from src.infrastructure.repositories.user import TortoiseUserRepository
from src.infrastructure.repositories.venue import TortoiseVenueRepository
from src.infrastructure.repositories.venue_plan import PostgresVenuePlanRepository
from src.infrastructure.repositories.web_session import TortoiseWebSessionRepository
from src.infrastructure.repositories.webhook_delivery import TortoiseWebhookDeliveryRepository
from src.infrastructure.repositories.webhook_endpoint import TortoiseWebhookEndpointRepository

# A booking of an order is changed together with all that the order holds.
OF_BOOKING = """
SELECT event_id FROM bookings WHERE id = $1
UNION
SELECT event_id FROM order_items
WHERE order_id = (SELECT order_id FROM bookings WHERE id = $1)
"""
OF_ORDER = "SELECT DISTINCT event_id FROM order_items WHERE order_id = $1"
OF_TRANSACTION = """
SELECT DISTINCT event_id FROM order_items
WHERE order_id = (SELECT order_id FROM transactions WHERE id = $1)
"""
OF_TICKET_TYPE = "SELECT event_id FROM ticket_types WHERE id = $1"
OF_TICKET = "SELECT event_id FROM tickets WHERE ticket_code = $1"


class NotCommitted(Exception):
    """Makes Tortoise roll back a transaction that was not committed."""


class TortoiseUnitOfWork:
    """Implements `UnitOfWork`. Database errors are raised as domain errors where they are refusals.

    After a commit `on_events_changed` is called with the ids of the locked events: nothing of an
    event changes without its lock, so that use cases need not report their changes; likewise
    `on_orders_changed`. `on_recorded` is called with the entries of the audit log.
    """

    users: UserRepository
    venues: VenueRepository
    venue_plans: VenuePlanRepository
    events: EventRepository
    ticket_types: TicketTypeRepository
    bookings: BookingRepository
    tickets: TicketRepository
    door: DoorRepository
    orders: OrderRepository
    transfers: TransferRepository
    transactions: TransactionRepository
    ledger: LedgerRepository
    disputes: DisputeRepository
    payouts: PayoutRepository
    sellers: SellerRepository
    billing: BillingRepository
    invoices: InvoiceRepository
    settlement: SettlementRepository
    bank_accounts: BankAccountRepository
    carts: CartRepository
    discounts: DiscountRepository
    sessions: SessionRepository
    provider_log_ins: ProviderLogInRepository
    web_sessions: WebSessionRepository
    calendar_feeds: CalendarFeedRepository
    api_keys: ApiKeyRepository
    posters: PosterRepository
    pass_devices: PassDeviceRepository
    idempotency_keys: IdempotencyKeyRepository
    outbox: OutboxRepository
    webhook_endpoints: WebhookEndpointRepository
    webhook_deliveries: WebhookDeliveryRepository
    mails: MailRepository
    audit: AuditLog

    def __init__(
        self,
        clock: Clock = utc_now,
        on_events_changed: Callable[[Collection[int]], None] | None = None,
        *,
        on_orders_changed: Callable[[Collection[int]], None] | None = None,
        on_recorded: Callable[[Sequence[AuditEntry]], None] | None = None,
        turns: Turns[int] | None = None,
        touches: Touches | None = None,
    ) -> None:
        self._on_events_changed = on_events_changed
        self._on_orders_changed = on_orders_changed
        self._on_recorded = on_recorded
        self._turns = turns
        self._touches = touches
        self._events = TortoiseEventRepository(clock)
        self._orders = TortoiseOrderRepository()
        self._audit = TortoiseAuditLog()
        self._repositories: dict[str, object] = {
            "users": TortoiseUserRepository(),
            "venues": TortoiseVenueRepository(),
            "venue_plans": PostgresVenuePlanRepository(),
            "events": self._events,
            "ticket_types": TortoiseTicketTypeRepository(clock),
            "bookings": TortoiseBookingRepository(),
            "tickets": TortoiseTicketRepository(),
            "door": PostgresDoorRepository(),
            "orders": self._orders,
            "transfers": TortoiseTransferRepository(),
            "transactions": TortoiseTransactionRepository(),
            "ledger": TortoiseLedgerRepository(),
            "disputes": TortoiseDisputeRepository(),
            "payouts": PostgresPayoutRepository(),
            "sellers": TortoiseSellerRepository(),
            "billing": PostgresBillingRepository(),
            "invoices": PostgresInvoiceRepository(),
            "settlement": PostgresSettlementRepository(),
            "bank_accounts": PostgresBankAccountRepository(),
            "carts": TortoiseCartRepository(),
            "discounts": TortoiseDiscountRepository(),
            "sessions": TortoiseSessionRepository(),
            "provider_log_ins": PostgresProviderLogInRepository(),
            "web_sessions": TortoiseWebSessionRepository(),
            "calendar_feeds": TortoiseCalendarFeedRepository(),
            "api_keys": TortoiseApiKeyRepository(),
            "posters": TortoisePosterRepository(),
            "pass_devices": TortoisePassDeviceRepository(),
            "idempotency_keys": TortoiseIdempotencyKeyRepository(),
            "outbox": TortoiseOutboxRepository(),
            "webhook_endpoints": TortoiseWebhookEndpointRepository(),
            "webhook_deliveries": TortoiseWebhookDeliveryRepository(),
            "mails": TortoiseMailRepository(),
            "audit": self._audit,
        }

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            if name in vars(self).get("_repositories", ()):
                raise NoTransaction(f"There is no transaction for `{name}`: not begun, or over.")
            raise AttributeError(name)

    async def __aenter__(self) -> Self:
        if reads_from_replica():
            raise NoTransaction("A read from a replica begins no unit of work.")
        async with AsyncExitStack() as stack:
            if self._turns is not None and self._touches is not None:
                event_ids = await _touched_event_ids(self._touches)
                await stack.enter_async_context(self._turns.of(event_ids))
            self._transaction: Any = in_transaction("default")
            self._connection: Any = await self._transaction.__aenter__()
            # The turn lasts as long as the transaction.
            self._turn = stack.pop_all()
        # Only from here to the commit are they attributes: see `__getattr__`.
        vars(self).update(self._repositories)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._withdraw_repositories()
        try:
            await self._transaction.__aexit__(kind or NotCommitted, error, traceback)
        finally:
            await self._turn.aclose()
        refusal = as_refusal(error) if error is not None else None
        if refusal is not None:
            raise refusal from error

    async def commit(self) -> None:
        self._withdraw_repositories()
        try:
            await self._connection.commit()
        except Exception as error:
            if not is_outcome_lost(error):
                raise
            if not await self._connection.find_out_whether_committed(self._audit.mark):
                raise
        finally:
            # After a failure too: a connection lost during a commit may have committed or not.
            if self._on_events_changed is not None and self._events.locked_ids:
                self._on_events_changed(self._events.locked_ids)
            if self._on_orders_changed is not None and self._orders.changed_ids:
                self._on_orders_changed(self._orders.changed_ids)
        if self._on_recorded is not None and self._audit.recorded:
            self._on_recorded(self._audit.recorded)

    def _withdraw_repositories(self) -> None:
        for name in self._repositories:
            vars(self).pop(name, None)


async def _touched_event_ids(touches: Touches) -> set[int]:
    """The events that it is going to lock; none of something that does not exist."""
    event_ids = set(touches.event_ids)
    for query, value in (
        (OF_BOOKING, touches.booking_id),
        (OF_ORDER, touches.order_id),
        (OF_TRANSACTION, touches.transaction_id),
        (OF_TICKET, touches.ticket_code),
        (OF_TICKET_TYPE, touches.ticket_type_id),
    ):
        if value is not None:
            rows = await current_connection().execute_query_dict(query, [value])
            event_ids |= {row["event_id"] for row in rows}
    return event_ids
