"""A hand-written stand-in for every port: the second implementation that each must have.

They keep what the ports promise (a transaction that nobody commits leaves no trace, a taken
e-mail address is a Duplicate) and nothing more.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from src.application.dtos.calendar import CalendarEntry, CalendarMethod
from src.application.dtos.own_tickets import QrCode
from src.application.dtos.quota import Quota
from src.application.dtos.receipt import Receipt
from src.application.dtos.session import AccessToken
from src.application.dtos.ticket_document import PageFormat, TicketSheet
from src.application.dtos.wallet import WalletPass
from src.application.ports.database import AuditEntry, AuditLog, NoTransaction, Touches
from src.application.ports.security import (
    EmailConfirmation,
    ExternalIdentity,
    TicketClaims,
    TicketKey,
    VerifiedToken,
)
from src.domain.entities.invoice import Invoice
from src.domain.entities.settlement import Statement
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import User
from src.domain.errors import (
    IdempotencyInProgress,
    IdempotencyKeyReused,
    NotAuthenticated,
    TicketingError,
    TokenExpired,
    Unavailable,
    ValidationFailed,
)
from src.domain.repositories.api_key import ApiKeyRepository
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.calendar_feed import CalendarFeedRepository
from src.domain.repositories.cart import CartRepository
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.dispute import DisputeRepository
from src.domain.repositories.door import DoorRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.idempotency_key import IdempotencyKeyRepository, IdempotentRequest
from src.domain.repositories.invoice import InvoiceRepository
from src.domain.repositories.mail import MailRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.outbox import OutboxMessage, OutboxRepository
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
from tests.support.fakes.accounts import (
    FakeCalendarFeedRepository,
    FakePassDeviceRepository,
    FakeSessionRepository,
    FakeUserRepository,
    FakeWebSessionRepository,
)
from tests.support.fakes.api_keys import FakeApiKeyRepository
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.carts import FakeCartRepository, FakeDiscountRepository
from tests.support.fakes.door import FakeDoorRepository
from tests.support.fakes.invoices import (
    FakeBillingRepository,
    FakeInvoiceRepository,
    FakeSellerRepository,
)
from tests.support.fakes.mails import FakeMailRepository
from tests.support.fakes.orders import (
    FakeDisputeRepository,
    FakeLedgerRepository,
    FakeOrderRepository,
    FakeTransactionRepository,
)
from tests.support.fakes.payouts import FakePayoutRepository
from tests.support.fakes.pictures import FakePosterRepository
from tests.support.fakes.provider_log_ins import FakeProviderLogInRepository
from tests.support.fakes.repositories import (
    FakeEventRepository,
    FakeTicketRepository,
    FakeTicketTypeRepository,
)
from tests.support.fakes.settlement import (
    FakeBankAccountRepository,
    FakeSettlementRepository,
)
from tests.support.fakes.store import Store
from tests.support.fakes.transfers import FakeTransferRepository
from tests.support.fakes.venue_plans import FakeVenuePlanRepository
from tests.support.fakes.venues import FakeVenueRepository
from tests.support.fakes.webhooks import (
    FakeWebhookDeliveryRepository,
    FakeWebhookEndpointRepository,
)

Result = TypeVar("Result")


class FakeUnitOfWork:
    """Implements `UnitOfWork` over a store, which it leaves as it was unless committed."""

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

    def __init__(self, store: Store) -> None:
        self._store = store
        self._repositories: dict[str, object] = {
            "users": FakeUserRepository(store),
            "venues": FakeVenueRepository(store),
            "venue_plans": FakeVenuePlanRepository(store),
            "events": FakeEventRepository(store),
            "ticket_types": FakeTicketTypeRepository(store),
            "bookings": FakeBookingRepository(store),
            "tickets": FakeTicketRepository(store),
            "door": FakeDoorRepository(store),
            "orders": FakeOrderRepository(store),
            "transfers": FakeTransferRepository(store),
            "transactions": FakeTransactionRepository(store),
            "ledger": FakeLedgerRepository(store),
            "disputes": FakeDisputeRepository(store),
            "payouts": FakePayoutRepository(store),
            "sellers": FakeSellerRepository(store),
            "billing": FakeBillingRepository(store),
            "invoices": FakeInvoiceRepository(store),
            "settlement": FakeSettlementRepository(store),
            "bank_accounts": FakeBankAccountRepository(store),
            "carts": FakeCartRepository(store),
            "discounts": FakeDiscountRepository(store),
            "sessions": FakeSessionRepository(store),
            "provider_log_ins": FakeProviderLogInRepository(store),
            "web_sessions": FakeWebSessionRepository(store),
            "calendar_feeds": FakeCalendarFeedRepository(store),
            "api_keys": FakeApiKeyRepository(store),
            "posters": FakePosterRepository(store),
            "pass_devices": FakePassDeviceRepository(store),
            "idempotency_keys": FakeIdempotencyKeyRepository(store),
            "outbox": FakeOutboxRepository(store),
            "webhook_endpoints": FakeWebhookEndpointRepository(store),
            "webhook_deliveries": FakeWebhookDeliveryRepository(store),
            "mails": FakeMailRepository(store),
            "audit": FakeAuditLog(store),
        }

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            if name in vars(self).get("_repositories", ()):
                raise NoTransaction(name)
            raise AttributeError(name)

    async def __aenter__(self) -> Self:
        self._committed = self._store.snapshot()
        vars(self).update(self._repositories)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._withdraw_repositories()
        self._store.restore(self._committed)

    async def commit(self) -> None:
        self._withdraw_repositories()
        self._store.commits += 1
        self._committed = self._store.snapshot()

    def _withdraw_repositories(self) -> None:
        for name in self._repositories:
            vars(self).pop(name, None)


class FakeUnitOfWorkFactory:
    """Implements `UnitOfWorkFactory`: every transaction is over the same store.

    `touched` is what each was said to touch.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.touched: list[Touches | None] = []

    def __call__(self, *, touches: Touches | None = None) -> FakeUnitOfWork:
        self.touched.append(touches)
        return FakeUnitOfWork(self._store)


class FakeIdempotencyKeyRepository:
    """Implements `IdempotencyKeyRepository`; `store.running` are keys of unfinished requests."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def recall(
        self, requests: Sequence[IdempotentRequest], kind: type[Result]
    ) -> dict[IdempotentRequest, Result | TicketingError]:
        recalled: dict[IdempotentRequest, Result | TicketingError] = {}
        for request in requests:
            name = (request.caller_id, request.key)
            if name in self._store.running:
                recalled[request] = IdempotencyInProgress()
            elif name in self._store.answers:
                fingerprint, answer = self._store.answers[name]
                assert isinstance(answer, kind)
                is_same = fingerprint == request.fingerprint
                recalled[request] = deepcopy(answer) if is_same else IdempotencyKeyReused()
        return recalled

    async def remember(self, answers: Mapping[IdempotentRequest, object]) -> None:
        for request, answer in answers.items():
            name = (request.caller_id, request.key)
            if name in self._store.answers:
                raise IdempotencyInProgress()
            self._store.answers[name] = (request.fingerprint, deepcopy(answer))
            self._store.answered_at[name] = self._store.clock()

    async def forget_user(self, user_id: int) -> None:
        for name in [name for name in self._store.answers if name[0] == user_id]:
            del self._store.answers[name], self._store.answered_at[name]

    async def forget(self, before: datetime, *, limit: int) -> int:
        times = self._store.answered_at
        old = sorted((name for name in times if times[name] < before), key=times.__getitem__)
        for name in old[:limit]:
            del self._store.answers[name], times[name]
        return len(old[:limit])


class FakeOutboxRepository:
    """Implements `OutboxRepository`; `store.outbox` has the messages by id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def waiting(self, after: int, *, limit: int) -> list[int]:
        return sorted(id_ for id_ in self._store.outbox if id_ > after)[:limit]

    async def take(self, message_ids: Collection[int]) -> list[OutboxMessage]:
        return [self._store.outbox[id_] for id_ in sorted(message_ids) if id_ in self._store.outbox]

    async def remove(self, message_ids: Collection[int]) -> None:
        for id_ in message_ids:
            del self._store.outbox[id_]


class FakeTicketTokens:
    """Implements `TicketTokens` with readable tokens."""

    def issue(self, ticket: Ticket) -> str:
        return f"TKT1.{ticket.id}/{ticket.event_id}/{ticket.issue}"

    def is_token(self, text: str) -> bool:
        return text.startswith("TKT1.")

    async def read(self, token: str) -> TicketClaims:
        try:
            ticket_id, event_id, issue = map(int, token.removeprefix("TKT1.").split("/"))
        except ValueError:
            raise ValidationFailed("body.code", "forged") from None
        return TicketClaims(ticket_id, event_id, issue, key_id=1)

    async def read_all(self, tokens: Collection[str]) -> dict[str, TicketClaims | None]:
        return {token: await self.read(token) for token in tokens}

    async def public_keys(self) -> list[TicketKey]:
        return [TicketKey(1, b"k" * 32)]


class FakeAuditLog:
    """Implements `AuditLog`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def record(self, entries: Sequence[AuditEntry]) -> None:
        self._store.audit += entries


class FakeClock:
    """Implements `Clock`: stands still until a test sets it forward."""

    def __init__(self, now: datetime = datetime(2026, 6, 1, 12, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **duration: float) -> None:
        """Go forward: `clock.move(hours=1)`."""
        self.now += timedelta(**duration)


class FakeReceiptWriter:
    """Implements `ReceiptWriter`: keeps what it was to print."""

    def __init__(self) -> None:
        self.receipts: list[Receipt] = []

    async def write(self, receipt: Receipt) -> bytes:
        self.receipts.append(receipt)
        return b"%PDF"


class FakeStatementWriter:
    """Implements `StatementWriter`: keeps what it was to print."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []

    async def write(self, statement: Statement) -> bytes:
        self.statements.append(statement)
        return b"%PDF"


class FakeInvoiceWriter:
    """Implements `InvoiceWriter`: keeps what it was to print."""

    def __init__(self) -> None:
        self.invoices: list[Invoice] = []

    async def write(self, invoice: Invoice) -> bytes:
        self.invoices.append(invoice)
        return b"%PDF"

    async def write_xml(self, invoice: Invoice) -> bytes:
        self.invoices.append(invoice)
        return b"<?xml?>"


class FakeCalendarWriter:
    """Implements `CalendarWriter`: keeps what it was to write."""

    def __init__(self) -> None:
        self.written: list[tuple[CalendarEntry, ...]] = []

    def event(self, entry: CalendarEntry, *, method: CalendarMethod) -> bytes:
        self.written.append((entry,))
        return f"{method.value} {entry.event.title}".encode()

    def feed(self, entries: Sequence[CalendarEntry]) -> bytes:
        self.written.append(tuple(entries))
        return b"FEED"


class FakeAppleWallet:
    """Implements `AppleWallet`: keeps what it was to sign."""

    is_enabled = True

    def __init__(self) -> None:
        self.written: list[WalletPass] = []

    async def write(self, content: WalletPass) -> bytes:
        self.written.append(content)
        return b"PK"

    def is_pass(self, pass_type_id: str, ticket: Ticket, token: str) -> bool:
        return (pass_type_id, token) == ("pass.fake", f"token-of-{ticket.id}-{ticket.issue}")


class FakeGoogleWallet:
    """Implements `GoogleWallet` without a signature."""

    is_enabled = True

    async def save_url(self, content: WalletPass) -> str:
        return f"https://wallet.test.example/{content.code}"


class FakeFeedSecrets:
    """Implements `FeedSecrets` with secrets that a test can foretell."""

    def __init__(self) -> None:
        self.made = 0

    def new(self) -> str:
        self.made += 1
        return f"secret-{self.made}"

    def hash(self, secret: str) -> bytes:
        return f"hash of {secret}".encode()


class FakeQrCodes:
    """Implements `QrCodes`: the token itself stands for its drawing."""

    def draw(self, token: str) -> QrCode:
        return QrCode(size=len(token), path=token)


class FakeWebSessionSecrets:
    """Implements `WebSessionSecrets` with secrets that a test can foretell."""

    def __init__(self) -> None:
        self.made = 0

    def new(self) -> str:
        self.made += 1
        return f"session-{self.made}"

    def is_ours(self, secret: str) -> bool:
        return secret.startswith("session-")

    def hash(self, secret: str) -> bytes:
        return f"hash of {secret}".encode()


class FakeTicketPrinter:
    """Implements `TicketPrinter`: keeps what it was to print."""

    def __init__(self) -> None:
        self.sheets: list[TicketSheet] = []
        self.formats: list[PageFormat] = []

    async def pdf(self, sheet: TicketSheet, page_format: PageFormat) -> bytes:
        self._keep(sheet, page_format)
        return b"%PDF"

    async def png(self, sheet: TicketSheet, page_format: PageFormat) -> bytes:
        self._keep(sheet, page_format)
        return b"PNG"

    def _keep(self, sheet: TicketSheet, page_format: PageFormat) -> None:
        self.sheets.append(sheet)
        self.formats.append(page_format)


class FakePasswordHasher:
    """Implements `PasswordHasher` so that a test can read the hash; `verified` counts calls."""

    def __init__(self) -> None:
        self.verified = 0

    async def hash(self, password: str) -> str:
        return f"hash of {password}"

    async def verify(self, password_hash: str | None, password: str) -> bool:
        self.verified += 1
        return password_hash == f"hash of {password}"


class FakePasswordPolicy:
    """Implements `PasswordPolicy`: only `common` is easy to guess."""

    def require_hard_to_guess(self, password: str, user: User) -> None:
        if password == "common":
            raise ValidationFailed("body.password", "It is common.")


class FakeAccessTokens:
    """Implements `AccessTokens`: `access-7` is user 7's; those in `expired` are refused.

    `access-7-2026-06-01T12:00:00+00:00` is from after their sessions were ended then.
    """

    def __init__(self) -> None:
        self.expired: set[str] = set()
        self._issued = 0

    def issue(self, user: User) -> AccessToken:
        since = f"-{user.tokens_valid_from.isoformat()}" if user.tokens_valid_from else ""
        return AccessToken(f"access-{user.id}{since}", 900)

    def is_ours(self, token: str) -> bool:
        return token.startswith("access-")

    def verify(self, token: str) -> VerifiedToken:
        number, _, since = token.removeprefix("access-").partition("-")
        if not number.isdigit():
            raise NotAuthenticated("The access token is not valid.")
        if token in self.expired:
            raise TokenExpired()
        return VerifiedToken(int(number), datetime.fromisoformat(since) if since else None)

    def new_refresh_token(self) -> str:
        self._issued += 1
        return f"refresh-{self._issued}"

    def hash_refresh_token(self, token: str) -> bytes:
        return hashlib.sha256(token.encode()).digest()


class FakeVerificationTokens:
    """Implements `VerificationTokens`: `7:ann@example.com:hash` confirms that of user 7."""

    def issue(self, user: User) -> str:
        return f"{user.id}:{self.fingerprint(user)}"

    def read(self, token: str) -> EmailConfirmation:
        number, _, fingerprint = token.partition(":")
        if not number.isdigit():
            raise NotAuthenticated("The confirmation is not valid.")
        return EmailConfirmation(int(number), fingerprint)

    def fingerprint(self, user: User) -> str:
        return f"{user.email}:{user.password_hash}"


class FakeAddressTokens:
    """Implements `AddressTokens`: `mail:ann@example.com` proves that address."""

    def issue(self, email: str) -> str:
        return f"mail:{email}"

    def read(self, token: str) -> str:
        if not token.startswith("mail:"):
            raise NotAuthenticated("The link is not complete.")
        return token.removeprefix("mail:")


class FakeIdentityProvider:
    """Implements `IdentityProvider`: knows the tokens it is given, and may be out of reach."""

    def __init__(self, **identities: ExternalIdentity) -> None:
        self._identities = identities
        self.is_reachable = True

    def add(self, token: str, identity: ExternalIdentity) -> None:
        """Know this token too."""
        self._identities[token] = identity

    async def verify(self, token: str) -> ExternalIdentity:
        if not self.is_reachable:
            raise Unavailable("The identity provider cannot be reached.")
        if token not in self._identities:
            raise NotAuthenticated("The access token is not valid.")
        return self._identities[token]


class FakeRateLimiter:
    """Implements `RateLimiter`: so many tries for each rule and key, ever."""

    def __init__(self, tries: int) -> None:
        self._tries = tries
        self._counts: Counter[tuple[str, str]] = Counter()

    async def hit(self, rule: str, key: str) -> Quota:
        quota = await self.look(rule, key, attempts=1)
        self._counts[rule, key] += not quota.is_exceeded
        left = self._tries - self._counts[rule, key]
        return replace(quota, remaining=left)

    async def look(self, rule: str, key: str, *, attempts: int) -> Quota:
        left = self._tries - self._counts[rule, key]
        return Quota(rule, self._tries, 60, left, 60, is_exceeded=attempts > left)


class FakeCodes:
    """A `RandomCode` that gives these codes, then numbered ones; `generated` counts them."""

    def __init__(self, *codes: str) -> None:
        self._codes = list(codes)
        self.generated = 0

    def __call__(self) -> str:
        self.generated += 1
        return self._codes.pop(0) if self._codes else f"CODE{self.generated:04}"

    def give(self, *codes: str) -> None:
        """Give these next."""
        self._codes += codes


class FakeCodeReader:
    """Reads photos whose bytes are the code itself."""

    async def read(self, photo: bytes) -> str | None:
        return photo.decode() or None
