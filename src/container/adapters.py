"""Settings, clocks, repositories and external services, on which use cases depend."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any

from dependency_injector import containers, providers
from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import Metric
from starlette.requests import HTTPConnection

from src.application.concurrency.shares import Shares
from src.application.concurrency.snapshots import Snapshots
from src.application.concurrency.turns import Turns
from src.application.live.availability_streams import AvailabilityStreams
from src.application.live.order_streams import OrderStreams
from src.application.live.seat_maps import HALLS, SeatMaps
from src.application.live.seat_plans import SeatPlans
from src.application.live.stream_places import StreamPlaces
from src.application.live.venue_seats import VenueSeats
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWorkFactory
from src.application.ports.security import WebSessionSecrets
from src.application.reports.exports import Exports
from src.config import (
    SHOP_NAME,
    Settings,
    read_secret_key,
    read_ticket_key,
    read_version,
)
from src.container.identity import identity_provider, log_in_provider
from src.container.wallets import apple_wallet, google_wallet
from src.infrastructure.database.migrations import why_not_ready
from src.infrastructure.database.orm import Database, PoolSettings
from src.infrastructure.database.positions import Positions
from src.infrastructure.database.replica import Replica, ReplicaMetrics, reads_from_replica
from src.infrastructure.documents.calendars.writer import IcalendarWriter
from src.infrastructure.documents.posters import PressPosterMaker
from src.infrastructure.documents.press import Press
from src.infrastructure.documents.receipts import PdfReceiptWriter
from src.infrastructure.documents.tickets import FileTicketPrinter
from src.infrastructure.metrics.database import PoolMetrics, read_database_metrics
from src.infrastructure.metrics.exposition import Exposition, write_families
from src.infrastructure.metrics.jobs import JobMetrics
from src.infrastructure.metrics.lanes import LaneMetrics
from src.infrastructure.metrics.service import ServiceMetrics
from src.infrastructure.notifications.event_changes import EventChanges
from src.infrastructure.payments.enabled_providers import enabled_providers
from src.infrastructure.payments.fake.provider import FakeService
from src.infrastructure.read_models.catalogue import PostgresCatalogueReader
from src.infrastructure.read_models.event_snapshot import EventSnapshotReader
from src.infrastructure.read_models.order_states import read_order_states
from src.infrastructure.read_models.own import PostgresOwnReader
from src.infrastructure.read_models.personal_data import PostgresPersonalData
from src.infrastructure.read_models.taken_seats import read_taken_seats
from src.infrastructure.reports.discrepancies import PostgresDiscrepancyReader
from src.infrastructure.reports.payouts import PostgresPayoutReader
from src.infrastructure.repositories.api_key import TortoiseApiKeyRepository
from src.infrastructure.repositories.booking import TortoiseBookingRepository
from src.infrastructure.repositories.calendar_feed import TortoiseCalendarFeedRepository
from src.infrastructure.repositories.cart import TortoiseCartRepository
from src.infrastructure.repositories.discount import TortoiseDiscountRepository
from src.infrastructure.repositories.dispute import TortoiseDisputeRepository
from src.infrastructure.repositories.door import PostgresDoorRepository
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.order import TortoiseOrderRepository
from src.infrastructure.repositories.outbox import TortoiseOutboxRepository
from src.infrastructure.repositories.pass_device import TortoisePassDeviceRepository
from src.infrastructure.repositories.poster import TortoisePosterRepository
from src.infrastructure.repositories.ticket import TortoiseTicketRepository
from src.infrastructure.repositories.ticket_type import TortoiseTicketTypeRepository
from src.infrastructure.repositories.transaction import TortoiseTransactionRepository
from src.infrastructure.repositories.transfer import TortoiseTransferRepository
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from src.infrastructure.repositories.user import TortoiseUserRepository
from src.infrastructure.repositories.venue import TortoiseVenueRepository
from src.infrastructure.repositories.venue_plan import PostgresVenuePlanRepository
from src.infrastructure.repositories.web_session import TortoiseWebSessionRepository
from src.infrastructure.repositories.webhook_delivery import TortoiseWebhookDeliveryRepository
from src.infrastructure.repositories.webhook_endpoint import TortoiseWebhookEndpointRepository
from src.infrastructure.security.address_tokens import JwtAddressTokens
from src.infrastructure.security.api_key_secrets import RandomApiKeySecrets
from src.infrastructure.security.feed_secrets import RandomFeedSecrets
from src.infrastructure.security.password_policy import CommonPasswords
from src.infrastructure.security.passwords import Argon2PasswordHasher
from src.infrastructure.security.random_code import random_code
from src.infrastructure.security.rate_limiter import SlidingWindowLimiter
from src.infrastructure.security.ticket_tokens import Ed25519TicketTokens
from src.infrastructure.security.tokens import JwtAccessTokens
from src.infrastructure.security.transfer_tokens import HmacTransferTokens
from src.infrastructure.security.verification_tokens import JwtResetTokens, JwtVerificationTokens
from src.infrastructure.security.web_session_secrets import SignedWebSessionSecrets
from src.infrastructure.tracing import Tracing, open_tracing
from src.infrastructure.webhooks.addresses import WebhookAddressRules
from src.infrastructure.webhooks.sender import HttpWebhookSender
from src.infrastructure.webhooks.signatures import StandardWebhookSignatures
from src.infrastructure.webhooks.transport import CheckedNetwork
from src.presentation.dependencies.rate_limits import RunningGuesses
from src.presentation.middleware.request_context import RequestMetrics
from src.presentation.schemas.venue import write_seats
from src.presentation.schemas.webhook_message import write_message
from src.presentation.utils.event_stream import availability_frame, order_frame
from src.presentation.utils.seat_map_json import SeatMapJson
from src.presentation.utils.seat_plan_json import SeatPlanJson
from src.presentation.web.cookies import Cookies

MAX_CHANGES_WAITING_FOR_AN_EVENT = 200
MAX_SECONDS_TO_WAIT_FOR_AN_EVENT = 5.0
MAX_SECONDS_OF_STORED_METRICS = 5.0


def _pool_settings(settings: Settings) -> PoolSettings:
    return PoolSettings(
        settings.database_pool_min,
        settings.database_pool_max,
        is_behind_pooler=settings.database_direct_url is not None,
    )


def _cookies(settings: Settings) -> Cookies:
    return Cookies(
        is_secure=settings.own_url.startswith("https://"),
        path=settings.path_prefix or "/",
        session_seconds=int(settings.refresh_token_lifetime.total_seconds()),
    )


def _signed_session_of(
    cookies: Cookies, secrets: WebSessionSecrets
) -> Callable[[HTTPConnection], str | None]:
    def session_of(connection: HTTPConnection) -> str | None:
        secret = cookies.session_of(connection)
        return secret if secret is not None and secrets.is_ours(secret) else None

    return session_of


def _storage_url(settings: Settings) -> str | None:
    url = settings.rate_limit_storage_url
    return url.get_secret_value() if url is not None else None


def _units_of_work(
    clock: Clock,
    on_events_changed: Callable[[Collection[int]], None],
    on_orders_changed: Callable[[Collection[int]], None],
    on_recorded: Callable[[Sequence[AuditEntry]], None],
    turns: Turns[int],
) -> UnitOfWorkFactory:
    def begin(*, touches: Touches | None = None) -> TortoiseUnitOfWork:
        return TortoiseUnitOfWork(
            clock,
            on_events_changed,
            on_orders_changed=on_orders_changed,
            on_recorded=on_recorded,
            turns=turns,
            touches=touches,
        )

    return begin


def _shared_readiness() -> Callable[[], Awaitable[str | None]]:
    """The readiness, read once for all who ask at a time: anybody may, as often as they like."""
    snapshots: Snapshots[None, str | None] = Snapshots(lambda _: why_not_ready())
    return lambda: snapshots.get(None)


def _shared_metrics(exposition: Exposition, clock: Clock) -> Callable[[], Awaitable[bytes]]:
    """The metrics, written once for all who ask at a time, as for the readiness."""
    stored: Snapshots[None, list[Metric]] = Snapshots(
        lambda _: read_database_metrics(clock), max_age=MAX_SECONDS_OF_STORED_METRICS
    )

    async def write(_: None) -> bytes:
        families = await stored.get(None)
        # Files of several processes are read there: no request waits meanwhile.
        return await asyncio.to_thread(exposition.write) + write_families(families)

    snapshots: Snapshots[None, bytes] = Snapshots(write)
    return lambda: snapshots.get(None)


def _snapshots(
    metrics: ServiceMetrics, name: str, fetch: Callable[[Any], Awaitable[Any]], **options: Any
) -> Snapshots[Any, Any]:
    return Snapshots(metrics.timed(name, fetch), **options)


def _database(pool: PoolSettings, tracing: Tracing | None) -> Database:
    return Database(pool, tracing.note_statement if tracing is not None else None)


def _replica(
    settings: Settings, pool: PoolSettings, tracing: Tracing | None, registry: CollectorRegistry
) -> Replica | None:
    if settings.database_replica_url is None:
        return None
    return Replica(
        settings.database_replica_url,
        pool,
        Positions(settings.database_replica_max_lag),
        ReplicaMetrics(registry),
        tracing.note_statement if tracing is not None else None,
    )


class Adapters(containers.DeclarativeContainer):
    """Settings, clocks, repositories and external services, on which use cases depend."""

    settings = providers.Dependency(instance_of=Settings)

    tracing = providers.Singleton(open_tracing, providers.Callable(read_version))
    pool_settings = providers.Singleton(_pool_settings, settings)
    database = providers.Singleton(_database, pool=pool_settings, tracing=tracing)
    clock = database.provided.clock
    monotonic = providers.Object(time.monotonic)
    random_code = providers.Object(random_code)
    readiness = providers.Singleton(_shared_readiness)
    exposition = providers.Singleton(Exposition, providers.Callable(read_version))
    metrics_registry = exposition.provided.registry
    metrics = providers.Singleton(_shared_metrics, exposition, clock)
    replica = providers.Singleton(
        _replica, settings, pool=pool_settings, tracing=tracing, registry=metrics_registry
    )
    reads_from = providers.Object(reads_from_replica)
    request_metrics = providers.Singleton(RequestMetrics, registry=metrics_registry)
    service_metrics = providers.Singleton(ServiceMetrics, registry=metrics_registry)
    lane_metrics = providers.Singleton(LaneMetrics, registry=metrics_registry)
    job_metrics = providers.Singleton(JobMetrics, registry=metrics_registry)
    pool_metrics = providers.Singleton(PoolMetrics, registry=metrics_registry, database=database)
    samples = providers.Singleton(
        tuple, providers.List(lane_metrics.provided.sample, pool_metrics.provided.sample)
    )

    users = providers.Singleton(TortoiseUserRepository)
    venues = providers.Singleton(TortoiseVenueRepository)
    venue_plans = providers.Singleton(PostgresVenuePlanRepository)
    events = providers.Singleton(TortoiseEventRepository, clock=clock)
    ticket_types = providers.Singleton(TortoiseTicketTypeRepository, clock=clock)
    bookings = providers.Singleton(TortoiseBookingRepository)
    tickets = providers.Singleton(TortoiseTicketRepository)
    discounts = providers.Singleton(TortoiseDiscountRepository)
    carts = providers.Singleton(TortoiseCartRepository)
    orders = providers.Singleton(TortoiseOrderRepository)
    transfers = providers.Singleton(TortoiseTransferRepository)
    transactions = providers.Singleton(TortoiseTransactionRepository)
    disputes = providers.Singleton(TortoiseDisputeRepository)
    outbox = providers.Singleton(TortoiseOutboxRepository)
    door_repository = providers.Singleton(PostgresDoorRepository)
    webhook_endpoints = providers.Singleton(TortoiseWebhookEndpointRepository)
    webhook_deliveries = providers.Singleton(TortoiseWebhookDeliveryRepository)
    discrepancies = providers.Singleton(PostgresDiscrepancyReader)
    payout_reader = providers.Singleton(PostgresPayoutReader)

    own_reader = providers.Singleton(PostgresOwnReader, clock=clock)
    catalogue_reader = providers.Singleton(PostgresCatalogueReader, clock=clock)
    event_reader = providers.Singleton(EventSnapshotReader, clock=clock)
    event_snapshots = providers.Singleton(
        _snapshots,
        service_metrics,
        "event",
        fetch=event_reader.provided.read,
        monotonic=monotonic,
    )
    seat_maps = providers.Singleton(
        SeatMaps,
        event_snapshots=event_snapshots,
        venues=venues,
        taken_seats=read_taken_seats,
        write=SeatMapJson,
        clock=clock,
    )
    seat_map_snapshots = providers.Singleton(
        _snapshots,
        service_metrics,
        "seat map",
        fetch=seat_maps.provided.read,
        max_entries=HALLS,
        monotonic=monotonic,
    )
    seat_plans = providers.Singleton(
        SeatPlans,
        event_snapshots=event_snapshots,
        venues=venues,
        venue_plans=venue_plans,
        taken_seats=read_taken_seats,
        write=SeatPlanJson,
        clock=clock,
    )
    venue_seats = providers.Singleton(VenueSeats, venues=venues, write=write_seats)
    stream_places = providers.Singleton(
        StreamPlaces,
        max_streams=settings.provided.max_streams,
        max_per_client=settings.provided.max_streams_per_client,
    )
    availability_streams = providers.Singleton(
        AvailabilityStreams,
        snapshots=event_snapshots,
        encode=availability_frame,
        places=stream_places,
    )
    read_order_states = providers.Object(read_order_states)
    order_streams = providers.Singleton(
        OrderStreams, read=read_order_states, encode=order_frame, places=stream_places
    )
    event_changes = providers.Singleton(
        EventChanges,
        snapshots=providers.List(event_snapshots, seat_map_snapshots, seat_plans.provided.taken),
        streams=availability_streams,
        order_streams=order_streams,
        check=database.provided.clock.sync,
    )
    unit_of_work = providers.Singleton(
        _units_of_work,
        clock=clock,
        on_events_changed=event_changes.provided.note,
        on_orders_changed=event_changes.provided.note_orders,
        on_recorded=service_metrics.provided.note_changes,
        turns=providers.Singleton(
            Turns,
            max_waiting=MAX_CHANGES_WAITING_FOR_AN_EVENT,
            max_seconds=MAX_SECONDS_TO_WAIT_FOR_AN_EVENT,
        ),
    )

    requests: providers.Singleton[Shares[str]] = providers.Singleton(
        Shares,
        total=settings.provided.max_requests,
        each=settings.provided.max_requests_per_client,
    )

    password_hasher = providers.Singleton(Argon2PasswordHasher)
    password_policy = providers.Singleton(CommonPasswords, shop_name=SHOP_NAME)
    access_tokens = providers.Singleton(
        JwtAccessTokens,
        secret_key=providers.Callable(read_secret_key, settings),
        lifetime=settings.provided.access_token_lifetime,
        clock=clock,
    )
    verification_tokens = providers.Singleton(
        JwtVerificationTokens,
        secret_key=providers.Callable(read_secret_key, settings),
        clock=clock,
    )
    transfer_tokens = providers.Singleton(
        HmacTransferTokens, secret_key=providers.Callable(read_secret_key, settings)
    )
    ticket_tokens = providers.Singleton(
        Ed25519TicketTokens, secret=providers.Callable(read_ticket_key, settings)
    )
    web_session_secrets = providers.Singleton(
        SignedWebSessionSecrets, secret_key=providers.Callable(read_secret_key, settings)
    )
    cookies = providers.Singleton(_cookies, settings)
    signed_session_of = providers.Singleton(_signed_session_of, cookies, web_session_secrets)
    reset_tokens = providers.Singleton(
        JwtResetTokens, secret_key=providers.Callable(read_secret_key, settings), clock=clock
    )
    identity_provider = providers.Singleton(identity_provider, settings=settings)
    log_in_provider = providers.Singleton(log_in_provider, settings=settings)
    web_sessions = providers.Singleton(TortoiseWebSessionRepository)
    api_keys = providers.Singleton(TortoiseApiKeyRepository)
    api_key_secrets = providers.Singleton(RandomApiKeySecrets)
    personal_data = providers.Singleton(PostgresPersonalData)
    exports = providers.Singleton(Exports)
    address_tokens = providers.Singleton(
        JwtAddressTokens, secret_key=providers.Callable(read_secret_key, settings), clock=clock
    )
    rate_limiter = providers.Singleton(
        SlidingWindowLimiter,
        rules=settings.provided.rate_limits,
        is_enabled=settings.provided.rate_limit_enabled,
        storage_url=providers.Callable(_storage_url, settings),
        monotonic=monotonic,
    )
    running_guesses = providers.Singleton(RunningGuesses)

    fake_payments = providers.Singleton(
        FakeService,
        application_key=providers.Callable(read_secret_key, settings),
        base_url=settings.provided.own_url,
        clock=clock,
    )
    hosted_payments = fake_payments.provided.hosted
    payment_providers = providers.Singleton(
        enabled_providers,
        settings=settings,
        fake=fake_payments.provided.payments,
        fake_account=fake_payments.provided.account,
    )
    pass_devices = providers.Singleton(TortoisePassDeviceRepository)
    calendar_feeds = providers.Singleton(TortoiseCalendarFeedRepository)
    posters = providers.Singleton(TortoisePosterRepository)
    feed_secrets = providers.Singleton(RandomFeedSecrets)
    calendar_writer = providers.Singleton(
        IcalendarWriter, shop_name=SHOP_NAME, link=settings.provided.public_url, clock=clock
    )
    apple_wallet = providers.Singleton(apple_wallet, settings=settings, clock=clock)
    google_wallet = providers.Singleton(google_wallet, settings=settings, clock=clock)
    webhook_signatures = providers.Singleton(
        StandardWebhookSignatures, secret_key=providers.Callable(read_secret_key, settings)
    )
    webhook_addresses = providers.Singleton(
        WebhookAddressRules, allows_private=settings.provided.webhook_allow_private
    )
    webhook_sender = providers.Singleton(
        HttpWebhookSender,
        addresses=webhook_addresses,
        network=providers.Singleton(
            CheckedNetwork, is_allowed=webhook_addresses.provided.is_allowed
        ),
        clock=clock,
        user_agent="event-ticketing-webhooks/1",
    )
    webhook_writer = providers.Object(write_message)
    press = providers.Singleton(Press)
    poster_maker = providers.Singleton(PressPosterMaker, press=press)
    receipt_writer = providers.Singleton(PdfReceiptWriter, shop_name=SHOP_NAME, press=press)
    ticket_printer = providers.Singleton(FileTicketPrinter, shop_name=SHOP_NAME, press=press)
