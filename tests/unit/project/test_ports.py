"""Every port has an adapter and a stand-in: mypy accepts both, and none is forgotten."""

import importlib
import pkgutil
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

import src.application.ports
import src.domain.repositories
from src.application.dtos.analytics import UsersReport
from src.application.mailing.attach_tickets import AttachTickets
from src.application.ports.audit import AuditReader
from src.application.ports.calendars import CalendarWriter
from src.application.ports.catalogue import CatalogueReader
from src.application.ports.database import (
    AuditEntry,
    AuditLog,
    Clock,
    NoTransaction,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.application.ports.documents import (
    InvoiceWriter,
    QrCodes,
    ReceiptWriter,
    StatementWriter,
    TicketPrinter,
)
from src.application.ports.door import (
    AttendeeListWriter,
    AttendeeReader,
    CodeReader,
    DoorListReader,
)
from src.application.ports.health import QueuesReader
from src.application.ports.hosted_payments import HostedPayments
from src.application.ports.journal import JournalReader
from src.application.ports.log_in_provider import LogInProvider, LogInSecrets
from src.application.ports.mail import (
    MailAttachments,
    MailRenderer,
    MailSession,
    MailTransport,
    TransferReader,
    WrittenMails,
)
from src.application.ports.mail_subjects import Mailings, MailSubjects
from src.application.ports.management import EventImpactReader, ManagedEventReader
from src.application.ports.outbox import MessageHandler
from src.application.ports.own import OwnReader
from src.application.ports.payments import PaymentProvider
from src.application.ports.personal_data import PersonalData
from src.application.ports.pictures import PosterMaker
from src.application.ports.provider_accounts import ProviderAccount
from src.application.ports.reports import (
    DashboardReader,
    DiscrepancyReader,
    MovementReader,
    PayoutReader,
    TicketsReader,
    TimelineReader,
)
from src.application.ports.seat_maps import Hall, TakenSeatsReader
from src.application.ports.security import (
    AccessTokens,
    AddressTokens,
    ApiKeySecrets,
    FeedSecrets,
    IdentityProvider,
    PasswordHasher,
    PasswordPolicy,
    RateLimiter,
    ResetTokens,
    TicketTokens,
    VerificationTokens,
    WebSessionSecrets,
)
from src.application.ports.sold import (
    ConcernReader,
    DisputeReader,
    RefundReader,
    SellThroughReader,
    SoldAddOnReader,
    SoldBookingReader,
    SoldOrderReader,
    SoldTransactionReader,
)
from src.application.ports.transfers import TransferTokens
from src.application.ports.wallets import AppleWallet, GoogleWallet
from src.application.ports.webhooks import (
    WebhookAddresses,
    WebhookSender,
    WebhookSignatures,
    WebhookWriter,
)
from src.domain.entities.user import User
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
from src.domain.repositories.ticket_holder import TicketHolderRepository
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
from src.infrastructure.codes.photo_reader import PhotoCodeReader
from src.infrastructure.documents.calendars.writer import IcalendarWriter
from src.infrastructure.documents.invoices import PdfInvoiceWriter
from src.infrastructure.documents.posters import PressPosterMaker
from src.infrastructure.documents.qr_code import SegnoQrCodes
from src.infrastructure.documents.receipts import PdfReceiptWriter
from src.infrastructure.documents.statements import PdfStatementWriter
from src.infrastructure.documents.tickets import FileTicketPrinter
from src.infrastructure.documents.wallets.apple import SignedApplePasses
from src.infrastructure.documents.wallets.google import SignedGoogleLinks
from src.infrastructure.documents.wallets.off import NoAppleWallet, NoGoogleWallet
from src.infrastructure.mail.renderer import TemplateMailRenderer
from src.infrastructure.mail.transports import NoTransport
from src.infrastructure.payments.fake.account import FakeAccount
from src.infrastructure.payments.fake.provider import FakePayments
from src.infrastructure.payments.manual import ManualPayments
from src.infrastructure.payments.stripe import StripePayments
from src.infrastructure.payments.stripe_account import StripeAccount
from src.infrastructure.read_models.catalogue import PostgresCatalogueReader
from src.infrastructure.read_models.own import PostgresOwnReader
from src.infrastructure.read_models.personal_data import PostgresPersonalData
from src.infrastructure.reports.discrepancies import PostgresDiscrepancyReader
from src.infrastructure.reports.tickets import query_tickets
from src.infrastructure.reports.users import query_users
from src.infrastructure.repositories.ticket_holder import PostgresTicketHolderRepository
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from src.infrastructure.security.address_tokens import JwtAddressTokens
from src.infrastructure.security.api_key_secrets import RandomApiKeySecrets
from src.infrastructure.security.feed_secrets import RandomFeedSecrets
from src.infrastructure.security.identity_provider import JwksIdentityProvider, NoIdentityProvider
from src.infrastructure.security.openid_connect import NoLogInProvider, OpenIdConnect
from src.infrastructure.security.password_policy import CommonPasswords
from src.infrastructure.security.passwords import Argon2PasswordHasher
from src.infrastructure.security.rate_limiter import SlidingWindowLimiter
from src.infrastructure.security.ticket_tokens import Ed25519TicketTokens
from src.infrastructure.security.tokens import JwtAccessTokens
from src.infrastructure.security.transfer_tokens import HmacTransferTokens
from src.infrastructure.security.verification_tokens import JwtResetTokens, JwtVerificationTokens
from src.infrastructure.security.web_session_secrets import SignedWebSessionSecrets
from src.infrastructure.webhooks.addresses import WebhookAddressRules
from src.infrastructure.webhooks.sender import HttpWebhookSender
from src.infrastructure.webhooks.signatures import StandardWebhookSignatures
from src.presentation.schemas.webhook_message import write_message
from tests.support.fakes.api_keys import FakeApiKeySecrets
from tests.support.fakes.catalogue import FakeCatalogueReader
from tests.support.fakes.mails import FakeAttachments, FakeRenderer, FakeTransport
from tests.support.fakes.orders import FakeDiscrepancyReader
from tests.support.fakes.own import FakeOwnReader
from tests.support.fakes.pictures import FakePosterMaker
from tests.support.fakes.ports import (
    FakeAccessTokens,
    FakeAddressTokens,
    FakeAppleWallet,
    FakeCalendarWriter,
    FakeClock,
    FakeCodeReader,
    FakeFeedSecrets,
    FakeGoogleWallet,
    FakeIdentityProvider,
    FakeInvoiceWriter,
    FakePasswordHasher,
    FakePasswordPolicy,
    FakeQrCodes,
    FakeRateLimiter,
    FakeReceiptWriter,
    FakeStatementWriter,
    FakeTicketPrinter,
    FakeTicketTokens,
    FakeUnitOfWorkFactory,
    FakeVerificationTokens,
    FakeWebSessionSecrets,
)
from tests.support.fakes.provider_log_ins import FakeLogInProvider, FakePersonalData
from tests.support.fakes.reports import Reader as ReportReader
from tests.support.fakes.store import Store
from tests.support.fakes.ticket_holders import FakeTicketHolderRepository
from tests.support.fakes.transfers import FakeTransferTokens
from tests.support.fakes.webhooks import (
    FakeWebhookAddresses,
    FakeWebhookSender,
    FakeWebhookSignatures,
    fake_writer,
)
from tests.support.payments import ScriptedProvider

# The types are the test: each pair is an adapter and its stand-in.
UNITS_OF_WORK: tuple[UnitOfWorkFactory, ...] = (TortoiseUnitOfWork, FakeUnitOfWorkFactory(Store()))
CLOCKS: tuple[Clock, ...] = (utc_now, FakeClock())
PASSWORD_POLICIES: tuple[PasswordPolicy, ...] = (CommonPasswords("Shop"), FakePasswordPolicy())
VERIFICATION_TOKENS: tuple[VerificationTokens, ...] = (
    JwtVerificationTokens("secret" * 6, utc_now),
    FakeVerificationTokens(),
)
TRANSFER_TOKENS: tuple[TransferTokens, ...] = (
    HmacTransferTokens("secret" * 6),
    FakeTransferTokens(),
)
TICKET_TOKENS: tuple[TicketTokens, ...] = (Ed25519TicketTokens("s" * 32), FakeTicketTokens())
ADDRESS_TOKENS: tuple[AddressTokens, ...] = (
    JwtAddressTokens("secret" * 6, utc_now),
    FakeAddressTokens(),
)
RESET_TOKENS: tuple[ResetTokens, ...] = (
    JwtResetTokens("secret" * 6, utc_now),
    FakeVerificationTokens(),
)
MAIL_TRANSPORTS: tuple[MailTransport, ...] = (NoTransport(), FakeTransport())
MAIL_RENDERERS: tuple[MailRenderer, ...] = (TemplateMailRenderer("Shop", None), FakeRenderer())
MAIL_ATTACHMENTS: tuple[type[MailAttachments], ...] = (AttachTickets, FakeAttachments)
PASSWORD_HASHERS: tuple[type[PasswordHasher], ...] = (Argon2PasswordHasher, FakePasswordHasher)
ACCESS_TOKENS: tuple[AccessTokens, ...] = (
    JwtAccessTokens("k" * 32, timedelta(minutes=15), utc_now),
    FakeAccessTokens(),
)
IDENTITY_PROVIDERS: tuple[type[IdentityProvider], ...] = (
    JwksIdentityProvider,
    NoIdentityProvider,
    FakeIdentityProvider,
)
RATE_LIMITERS: tuple[RateLimiter, ...] = (
    SlidingWindowLimiter({}, is_enabled=False, storage_url=None, monotonic=time.monotonic),
    FakeRateLimiter(tries=1),
)
INVOICE_WRITERS: tuple[type[InvoiceWriter], ...] = (PdfInvoiceWriter, FakeInvoiceWriter)
STATEMENT_WRITERS: tuple[type[StatementWriter], ...] = (PdfStatementWriter, FakeStatementWriter)
RECEIPT_WRITERS: tuple[type[ReceiptWriter], ...] = (PdfReceiptWriter, FakeReceiptWriter)
QR_CODES: tuple[QrCodes, ...] = (SegnoQrCodes(), FakeQrCodes())
TICKET_HOLDERS: tuple[TicketHolderRepository, ...] = (
    PostgresTicketHolderRepository(),
    FakeTicketHolderRepository(Store()),
)
OWN_READERS: tuple[OwnReader, ...] = (PostgresOwnReader(utc_now), FakeOwnReader(Store()))
WEB_SESSION_SECRETS: tuple[WebSessionSecrets, ...] = (
    SignedWebSessionSecrets("k" * 32),
    FakeWebSessionSecrets(),
)
LOG_IN_PROVIDERS: tuple[type[LogInProvider], ...] = (
    OpenIdConnect,
    NoLogInProvider,
    FakeLogInProvider,
)
LOG_IN_SECRETS: tuple[LogInSecrets, ...] = (RandomFeedSecrets(), FakeFeedSecrets())
PERSONAL_DATA: tuple[type[PersonalData], ...] = (PostgresPersonalData, FakePersonalData)
API_KEY_SECRETS: tuple[ApiKeySecrets, ...] = (RandomApiKeySecrets(), FakeApiKeySecrets())
FEED_SECRETS: tuple[FeedSecrets, ...] = (RandomFeedSecrets(), FakeFeedSecrets())
APPLE_WALLETS: tuple[type[AppleWallet], ...] = (SignedApplePasses, NoAppleWallet, FakeAppleWallet)
GOOGLE_WALLETS: tuple[type[GoogleWallet], ...] = (
    SignedGoogleLinks,
    NoGoogleWallet,
    FakeGoogleWallet,
)
CALENDAR_WRITERS: tuple[CalendarWriter, ...] = (
    IcalendarWriter("Shop", None, utc_now),
    FakeCalendarWriter(),
)
POSTER_MAKERS: tuple[type[PosterMaker], ...] = (PressPosterMaker, FakePosterMaker)
CATALOGUE_READERS: tuple[CatalogueReader, ...] = (
    PostgresCatalogueReader(utc_now),
    FakeCatalogueReader(Store()),
)
TICKET_PRINTERS: tuple[type[TicketPrinter], ...] = (FileTicketPrinter, FakeTicketPrinter)
CODE_READERS: tuple[type[CodeReader], ...] = (PhotoCodeReader, FakeCodeReader)
DISCREPANCY_READERS: tuple[DiscrepancyReader, ...] = (
    PostgresDiscrepancyReader(),
    FakeDiscrepancyReader(),
)
PAYMENT_PROVIDERS: tuple[type[PaymentProvider], ...] = (
    FakePayments,
    ManualPayments,
    StripePayments,
    ScriptedProvider,
)
PROVIDER_ACCOUNTS: tuple[type[ProviderAccount], ...] = (FakeAccount, StripeAccount)
TIMELINE_READERS: tuple[TimelineReader[UsersReport], ...] = (query_users, ReportReader().users)
TICKETS_READERS: tuple[TicketsReader, ...] = (query_tickets, ReportReader().tickets)
WEBHOOK_SIGNATURES: tuple[WebhookSignatures, ...] = (
    StandardWebhookSignatures("k" * 32),
    FakeWebhookSignatures(),
)
WEBHOOK_ADDRESSES: tuple[WebhookAddresses, ...] = (
    WebhookAddressRules(allows_private=False),
    FakeWebhookAddresses(),
)
WEBHOOK_SENDERS: tuple[type[WebhookSender], ...] = (HttpWebhookSender, FakeWebhookSender)
WEBHOOK_WRITERS: tuple[WebhookWriter, ...] = (write_message, fake_writer)
# What a unit of work carries: its attributes are declared as these ports on both sides.
CARRIED = {
    UserRepository,
    VenueRepository,
    VenuePlanRepository,
    WebhookEndpointRepository,
    WebhookDeliveryRepository,
    SellerRepository,
    BillingRepository,
    InvoiceRepository,
    SettlementRepository,
    BankAccountRepository,
    EventRepository,
    TicketTypeRepository,
    BookingRepository,
    TicketRepository,
    OrderRepository,
    TransferRepository,
    TransactionRepository,
    DisputeRepository,
    LedgerRepository,
    PayoutRepository,
    CartRepository,
    PosterRepository,
    DiscountRepository,
    SessionRepository,
    WebSessionRepository,
    ProviderLogInRepository,
    CalendarFeedRepository,
    ApiKeyRepository,
    PassDeviceRepository,
    IdempotencyKeyRepository,
    OutboxRepository,
    DoorRepository,
    MailRepository,
    AuditLog,
}
COVERED = {
    UnitOfWork,
    UnitOfWorkFactory,
    Clock,
    PasswordHasher,
    PasswordPolicy,
    VerificationTokens,
    TransferTokens,
    TicketTokens,
    ResetTokens,
    AddressTokens,
    MailTransport,
    MailRenderer,
    MailAttachments,
    AccessTokens,
    IdentityProvider,
    RateLimiter,
    InvoiceWriter,
    StatementWriter,
    ReceiptWriter,
    ApiKeySecrets,
    FeedSecrets,
    LogInProvider,
    LogInSecrets,
    PersonalData,
    QrCodes,
    TicketHolderRepository,
    OwnReader,
    WebSessionSecrets,
    CalendarWriter,
    AppleWallet,
    GoogleWallet,
    TicketPrinter,
    PosterMaker,
    CatalogueReader,
    CodeReader,
    DiscrepancyReader,
    PaymentProvider,
    ProviderAccount,
    TimelineReader,
    TicketsReader,
    WebhookSignatures,
    WebhookAddresses,
    WebhookSender,
    WebhookWriter,
} | CARRIED
# They exist for the layers alone: what is outside is named inside, and nothing stands in for it.
WITHOUT_STAND_IN = {
    AuditReader,
    ConcernReader,
    DashboardReader,
    EventImpactReader,
    QueuesReader,
    DisputeReader,
    PayoutReader,
    RefundReader,
    SellThroughReader,
    SoldAddOnReader,
    SoldBookingReader,
    SoldOrderReader,
    MovementReader,
    JournalReader,
    SoldTransactionReader,
    HostedPayments,
    ManagedEventReader,
    MessageHandler,
    TakenSeatsReader,
    Hall,
    DoorListReader,
    AttendeeReader,
    AttendeeListWriter,
    Hall,
    HostedPayments,
    Mailings,
    MailSession,
    MailSubjects,
    MessageHandler,
    TakenSeatsReader,
    TransferReader,
    WrittenMails,
}


def declared_ports() -> Iterator[type]:
    for package in (src.application.ports, src.domain.repositories):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                if getattr(value, "_is_protocol", False) and value.__module__ == module.__name__:
                    yield value


def test_every_port_has_an_adapter_and_a_stand_in() -> None:
    assert set(declared_ports()) == COVERED | WITHOUT_STAND_IN


def test_a_unit_of_work_carries_every_port_it_declares() -> None:
    assert set(UnitOfWork.__annotations__.values()) == CARRIED
    for begin in UNITS_OF_WORK:
        uow = begin()
        for name in UnitOfWork.__annotations__:
            # It has it, and gives it only inside its transaction.
            with pytest.raises(NoTransaction):
                getattr(uow, name)


async def test_the_stand_in_keeps_what_was_committed_and_does_nothing_after() -> None:
    store = Store()
    async with FakeUnitOfWorkFactory(store)() as uow:
        await uow.users.add(User(name="Kept"))
        await uow.commit()
        with pytest.raises(NoTransaction):
            await uow.users.add(User(name="Lost"))
    assert [user.name for user in store.users.values()] == ["Kept"]


async def test_the_stand_in_forgets_everything_when_nobody_commits() -> None:
    store = Store()
    store.add(User(name="Before"))
    before = store.snapshot()
    async with FakeUnitOfWorkFactory(store)() as uow:
        await uow.users.add(User(name="Lost"))
        await uow.users.delete(1)
        await uow.audit.record([AuditEntry("user.deleted", subject="user", subject_id=1, by=None)])
    assert store.snapshot() == before


async def test_the_stand_in_forgets_a_change_that_nobody_saves() -> None:
    store = Store()
    store.add(User(name="Before"))
    async with FakeUnitOfWorkFactory(store)() as uow:
        (await uow.users.get(1)).name = "Changed"
        await uow.commit()
    assert store.user(1).name == "Before"


@pytest.mark.parametrize(
    "limiter",
    [
        SlidingWindowLimiter(
            {"login": "2/day"}, is_enabled=True, storage_url=None, monotonic=time.monotonic
        ),
        FakeRateLimiter(tries=2),
    ],
)
async def test_a_limiter_counts_each_key_alone_and_no_try_that_it_refuses(
    limiter: RateLimiter,
) -> None:
    for key in ("one", "other"):
        left = [await limiter.hit("login", key) for _ in range(4)]
        assert [quota and quota.remaining for quota in left] == [1, 0, 0, 0]
        assert [quota and quota.is_exceeded for quota in left] == [False, False, True, True]
    for tries, is_exceeded in ((1, False), (2, False), (3, True)):
        quota = await limiter.look("login", "third", attempts=tries)
        assert (quota and quota.is_exceeded, quota and quota.remaining) == (is_exceeded, 2)
