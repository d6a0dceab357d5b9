"""Ports for the database: a clock, the unit of work and the audit log."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from src.domain.entities.user import Actor
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


class Clock(Protocol):
    """Returns the current time, aware, in UTC."""

    def __call__(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change of state: an `action` such as `booking.confirmed`, the values before and after.

    `by` is the actor who caused it, None for jobs, payment providers and requests without a
    logged-in user; of these the `correlation_id` names the request, where the change is not made
    by the request itself.
    """

    action: str
    _: KW_ONLY
    subject: str
    subject_id: int
    event_id: int | None = None
    before: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None
    by: Actor | None
    correlation_id: str | None = None


class AuditLog(Protocol):
    """The append-only log of changes and their actors."""

    async def record(self, entries: Sequence[AuditEntry]) -> None:
        """Write all entries with one statement, in the transaction of the change."""


class NoTransaction(RuntimeError):
    """A fault of the caller: a unit of work was used before it began or after its commit."""


class UnitOfWork(Protocol):
    """One transaction. Leaving it without `commit` rolls it back.

    Its repositories are available inside the block and until the commit only. At any other time
    they raise NoTransaction: their statements would run outside any transaction.
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

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    async def commit(self) -> None:
        """Make what was done last. The end of the unit of work.

        Raises Unavailable where it was not done; OutcomeUnknown where nobody knows.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Touches:
    """What a transaction is going to lock: events, or those of a booking, an order and so on.

    It waits for its turn at them before it takes a connection, so that one busy event does not
    keep the pool. That is a courtesy to others, and no lock: who does not name what it touches
    is as correct, and waits for the rows with a connection in hand.
    """

    event_ids: Collection[int] = ()
    booking_id: int | None = None
    order_id: int | None = None
    transaction_id: int | None = None
    ticket_code: str | None = None
    ticket_type_id: int | None = None


class UnitOfWorkFactory(Protocol):
    """Begins a new, independent transaction."""

    def __call__(self, *, touches: Touches | None = None) -> UnitOfWork:
        """Entering it raises Unavailable when too many wait for what it touches already."""
