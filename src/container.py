"""The only composition root: which class stands behind which name.

Everything is stateless, or guards its own state, and lives as long as the process.
"""

import time
from functools import partial

from dependency_injector import containers, providers
from prometheus_client import CollectorRegistry

from src.application.availability_streams import AvailabilityStreams
from src.application.lanes import Lanes
from src.application.ports import IdentityProvider
from src.application.seat_maps import HALLS, SeatMaps
from src.application.snapshots import Snapshots
from src.application.use_cases.auth.authenticate import Authenticate, LoadActors
from src.application.use_cases.auth.log_in import LogIn
from src.application.use_cases.auth.log_out import LogOut
from src.application.use_cases.auth.open_session import OpenSession
from src.application.use_cases.auth.refresh_session import RefreshSession
from src.application.use_cases.auth.sign_up import SignUp
from src.application.use_cases.booking.book_tickets import BookTickets, ReserveTickets
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.change_booking import ChangeBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.application.use_cases.booking.get_booking import GetBooking
from src.application.use_cases.booking.list_bookings import (
    ListBookings,
    ListEventBookings,
    ListUserBookings,
)
from src.application.use_cases.booking.refund_booking import RefundBooking
from src.application.use_cases.booking.release_holds import SweepHolds
from src.application.use_cases.booking.sale_desk import SaleDesk
from src.application.use_cases.booking.sell_tickets import SellTickets
from src.application.use_cases.cart.add_to_cart import AddToCart
from src.application.use_cases.cart.apply_discount import ApplyDiscount, RemoveDiscount
from src.application.use_cases.cart.change_cart_item import ChangeCartItem
from src.application.use_cases.cart.clear_cart import ClearCart
from src.application.use_cases.cart.get_cart import GetCart, GetCartTotal
from src.application.use_cases.cart.remove_cart_item import RemoveCartItem
from src.application.use_cases.discount.create_discount import CreateDiscount
from src.application.use_cases.discount.delete_discount import DeleteDiscount
from src.application.use_cases.discount.get_discount import GetDiscount
from src.application.use_cases.discount.list_discounts import ListDiscounts
from src.application.use_cases.discount.update_discount import UpdateDiscount
from src.application.use_cases.event.assign_scanners import AssignScanners, ListScanners
from src.application.use_cases.event.complete_past_events import CompletePastEvents
from src.application.use_cases.event.create_event import CreateEvent
from src.application.use_cases.event.delete_event import DeleteEvent
from src.application.use_cases.event.get_availability import GetAvailability
from src.application.use_cases.event.get_event import GetEvent
from src.application.use_cases.event.get_seat_map import GetSeatMap
from src.application.use_cases.event.list_events import ListEvents
from src.application.use_cases.event.update_event import UpdateEvent
from src.application.use_cases.event.watch_availability import WatchAvailability
from src.application.use_cases.maintenance.clean_up import CleanUp
from src.application.use_cases.ticket.check_in_ticket import CheckInTicket, UndoCheckIn
from src.application.use_cases.ticket.get_ticket import GetTicket
from src.application.use_cases.ticket.list_tickets import ListEventTickets, ListUserTickets
from src.application.use_cases.ticket_type.add_ticket_type import AddTicketType
from src.application.use_cases.ticket_type.delete_ticket_type import DeleteTicketType
from src.application.use_cases.ticket_type.get_ticket_type import GetTicketType
from src.application.use_cases.ticket_type.list_ticket_types import (
    ListEventTicketTypes,
    ListTicketTypes,
)
from src.application.use_cases.ticket_type.set_ticket_type_status import SetTicketTypeStatus
from src.application.use_cases.ticket_type.update_ticket_type import UpdateTicketType
from src.application.use_cases.user.create_user import CreateUser
from src.application.use_cases.user.delete_user import DeleteUser
from src.application.use_cases.user.get_user import GetUser, GetUserByUsername
from src.application.use_cases.user.list_users import ListUsers
from src.application.use_cases.user.set_user_active import SetUserActive
from src.application.use_cases.user.update_user import UpdateUser
from src.application.use_cases.venue.add_seats import AddSeats
from src.application.use_cases.venue.create_venue import CreateVenue
from src.application.use_cases.venue.delete_venue import DeleteVenue
from src.application.use_cases.venue.get_venue import GetVenue
from src.application.use_cases.venue.list_seats import ListSeats
from src.application.use_cases.venue.list_venues import ListVenues
from src.application.use_cases.venue.remove_seat import RemoveSeat
from src.application.use_cases.venue.update_venue import UpdateVenue
from src.config import Settings, read_secret_key
from src.infrastructure.clock import utc_now
from src.infrastructure.database.migrations import why_not_ready
from src.infrastructure.database.orm import Database, PoolSettings
from src.infrastructure.database.unit_of_work import TortoiseUnitOfWork
from src.infrastructure.jobs.tables import JobLog
from src.infrastructure.jobs.worker import EVERY_5_SECONDS, EVERY_HOUR, EVERY_MINUTE, Job, Worker
from src.infrastructure.notifications.event_changes import EventChanges
from src.infrastructure.repositories.booking import TortoiseBookingRepository
from src.infrastructure.repositories.discount import TortoiseDiscountRepository
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.event_snapshot import EventSnapshotReader
from src.infrastructure.repositories.taken_seats import read_taken_seats
from src.infrastructure.repositories.ticket import TortoiseTicketRepository
from src.infrastructure.repositories.ticket_type import TortoiseTicketTypeRepository
from src.infrastructure.repositories.user import TortoiseUserRepository
from src.infrastructure.repositories.venue import TortoiseVenueRepository
from src.infrastructure.security.identity_provider import (
    JwksIdentityProvider,
    NoIdentityProvider,
    ProviderSettings,
)
from src.infrastructure.security.passwords import Argon2PasswordHasher
from src.infrastructure.security.random_code import random_code
from src.infrastructure.security.rate_limiter import MovingWindowLimiter
from src.infrastructure.security.tokens import JwtAccessTokens
from src.presentation.utils.event_stream import availability_frame
from src.presentation.utils.request_context import RequestMetrics
from src.presentation.utils.seat_map_json import SeatMapJson


def _pool_settings(settings: Settings) -> PoolSettings:
    return PoolSettings(settings.database_pool_min, settings.database_pool_max)


def _identity_provider(settings: Settings) -> IdentityProvider:
    issuer, audience = settings.identity_issuer, settings.identity_audience
    jwks_url = settings.identity_jwks_url
    if not (issuer and audience and jwks_url):
        return NoIdentityProvider()
    return JwksIdentityProvider(
        ProviderSettings(issuer, audience, jwks_url, settings.identity_claims)
    )


MAX_SALES_IN_A_BATCH = 100
MAX_WAITING_IN_A_LANE = 2000


class Container(containers.DeclarativeContainer):
    """Controllers ask for the use cases by these names."""

    settings = providers.Dependency(instance_of=Settings)

    clock = providers.Object(utc_now)
    monotonic = providers.Object(time.monotonic)
    random_code = providers.Object(random_code)
    database = providers.Singleton(Database, providers.Callable(_pool_settings, settings))
    readiness = providers.Object(why_not_ready)
    metrics_registry = providers.Singleton(CollectorRegistry)
    request_metrics = providers.Singleton(RequestMetrics, metrics_registry)

    users = providers.Singleton(TortoiseUserRepository)
    venues = providers.Singleton(TortoiseVenueRepository)
    events = providers.Singleton(TortoiseEventRepository, clock)
    ticket_types = providers.Singleton(TortoiseTicketTypeRepository, clock)
    bookings = providers.Singleton(TortoiseBookingRepository)
    tickets = providers.Singleton(TortoiseTicketRepository)
    discounts = providers.Singleton(TortoiseDiscountRepository)

    event_reader = providers.Singleton(EventSnapshotReader, clock)
    event_snapshots = providers.Singleton(
        Snapshots, event_reader.provided.read, monotonic=monotonic
    )
    seat_maps = providers.Singleton(
        SeatMaps,
        event_snapshots,
        venues,
        read_taken_seats,
        SeatMapJson,
        clock,
    )
    seat_map_snapshots = providers.Singleton(
        Snapshots, seat_maps.provided.read, max_entries=HALLS, monotonic=monotonic
    )
    availability_streams = providers.Singleton(
        AvailabilityStreams,
        event_snapshots,
        availability_frame,
        max_streams=settings.provided.max_streams,
    )
    event_changes = providers.Singleton(
        EventChanges, providers.List(event_snapshots, seat_map_snapshots), availability_streams
    )
    unit_of_work = providers.Singleton(
        partial, TortoiseUnitOfWork, clock, event_changes.provided.note
    )

    password_hasher = providers.Singleton(Argon2PasswordHasher)
    access_tokens = providers.Singleton(
        JwtAccessTokens,
        providers.Callable(read_secret_key, settings),
        settings.provided.access_token_lifetime,
        clock,
    )
    identity_provider = providers.Singleton(_identity_provider, settings)
    rate_limiter = providers.Singleton(
        MovingWindowLimiter,
        settings.provided.rate_limits,
        is_enabled=settings.provided.rate_limit_enabled,
    )

    open_session = providers.Singleton(
        OpenSession, access_tokens, settings.provided.refresh_token_lifetime
    )
    load_actors = providers.Singleton(LoadActors, users)
    actor_lanes = providers.Singleton(
        Lanes, load_actors.provided.execute, max_batch=1000, max_waiting=10_000
    )
    authenticate = providers.Singleton(
        Authenticate, unit_of_work, users, access_tokens, identity_provider, actor_lanes
    )
    sign_up = providers.Singleton(SignUp, unit_of_work, password_hasher, open_session, clock)
    log_in = providers.Singleton(LogIn, unit_of_work, users, password_hasher, open_session, clock)
    refresh_session = providers.Singleton(
        RefreshSession, unit_of_work, access_tokens, open_session, clock
    )
    log_out = providers.Singleton(LogOut, unit_of_work, access_tokens, clock)

    create_user = providers.Singleton(CreateUser, unit_of_work, password_hasher)
    list_users = providers.Singleton(ListUsers, users)
    get_user = providers.Singleton(GetUser, users)
    get_user_by_username = providers.Singleton(GetUserByUsername, users)
    update_user = providers.Singleton(UpdateUser, unit_of_work, password_hasher, clock)
    set_user_active = providers.Singleton(SetUserActive, unit_of_work, clock)
    delete_user = providers.Singleton(DeleteUser, unit_of_work, clock)

    create_venue = providers.Singleton(CreateVenue, unit_of_work)
    list_venues = providers.Singleton(ListVenues, venues)
    get_venue = providers.Singleton(GetVenue, venues)
    update_venue = providers.Singleton(UpdateVenue, unit_of_work)
    delete_venue = providers.Singleton(DeleteVenue, unit_of_work, clock)
    list_seats = providers.Singleton(ListSeats, venues)
    add_seats = providers.Singleton(AddSeats, unit_of_work, clock)
    remove_seat = providers.Singleton(RemoveSeat, unit_of_work, clock)

    create_event = providers.Singleton(CreateEvent, unit_of_work, clock)
    list_events = providers.Singleton(ListEvents, events)
    get_event = providers.Singleton(GetEvent, event_snapshots)
    get_seat_map = providers.Singleton(GetSeatMap, event_snapshots, seat_map_snapshots)
    get_availability = providers.Singleton(GetAvailability, event_snapshots)
    watch_availability = providers.Singleton(
        WatchAvailability, event_snapshots, availability_streams
    )
    update_event = providers.Singleton(UpdateEvent, unit_of_work, clock)
    delete_event = providers.Singleton(DeleteEvent, unit_of_work, clock)
    assign_scanners = providers.Singleton(AssignScanners, unit_of_work)
    list_scanners = providers.Singleton(ListScanners, events, users)

    add_ticket_type = providers.Singleton(AddTicketType, unit_of_work)
    list_ticket_types = providers.Singleton(ListTicketTypes, ticket_types)
    list_event_ticket_types = providers.Singleton(ListEventTicketTypes, events, ticket_types)
    get_ticket_type = providers.Singleton(GetTicketType, events, ticket_types)
    update_ticket_type = providers.Singleton(UpdateTicketType, unit_of_work)
    set_ticket_type_status = providers.Singleton(SetTicketTypeStatus, unit_of_work)
    delete_ticket_type = providers.Singleton(DeleteTicketType, unit_of_work)

    change_booking = providers.Singleton(ChangeBooking, unit_of_work)
    sell_tickets = providers.Singleton(
        SellTickets, unit_of_work, clock, random_code, settings.provided.hold_for
    )
    sale_lanes = providers.Singleton(
        Lanes,
        sell_tickets.provided.execute,
        max_batch=MAX_SALES_IN_A_BATCH,
        max_waiting=MAX_WAITING_IN_A_LANE,
    )
    sale_desk = providers.Singleton(SaleDesk, sale_lanes)
    book_tickets = providers.Singleton(BookTickets, sale_desk)
    reserve_tickets = providers.Singleton(ReserveTickets, sale_desk)
    extend_booking = providers.Singleton(
        ExtendBooking,
        change_booking,
        clock,
        settings.provided.hold_for,
        settings.provided.hold_at_most,
    )
    confirm_booking = providers.Singleton(ConfirmBooking, change_booking, clock, random_code)
    cancel_booking = providers.Singleton(CancelBooking, change_booking, clock)
    refund_booking = providers.Singleton(RefundBooking, change_booking)
    get_booking = providers.Singleton(GetBooking, bookings, events)
    list_bookings = providers.Singleton(ListBookings, bookings)
    list_user_bookings = providers.Singleton(ListUserBookings, bookings, events, users)
    list_event_bookings = providers.Singleton(ListEventBookings, bookings, events)

    list_user_tickets = providers.Singleton(ListUserTickets, tickets)
    list_event_tickets = providers.Singleton(ListEventTickets, tickets, events)
    get_ticket = providers.Singleton(GetTicket, tickets, events)
    check_in_ticket = providers.Singleton(CheckInTicket, unit_of_work, clock)
    undo_check_in = providers.Singleton(UndoCheckIn, unit_of_work)

    add_to_cart = providers.Singleton(AddToCart, unit_of_work, clock)
    change_cart_item = providers.Singleton(ChangeCartItem, unit_of_work, clock)
    remove_cart_item = providers.Singleton(RemoveCartItem, unit_of_work)
    clear_cart = providers.Singleton(ClearCart, unit_of_work)
    get_cart = providers.Singleton(GetCart, unit_of_work)
    get_cart_total = providers.Singleton(GetCartTotal, unit_of_work, clock)
    apply_discount = providers.Singleton(ApplyDiscount, unit_of_work, clock)
    remove_discount = providers.Singleton(RemoveDiscount, unit_of_work)

    list_discounts = providers.Singleton(ListDiscounts, discounts)
    create_discount = providers.Singleton(CreateDiscount, unit_of_work)
    get_discount = providers.Singleton(GetDiscount, discounts)
    update_discount = providers.Singleton(UpdateDiscount, unit_of_work)
    delete_discount = providers.Singleton(DeleteDiscount, unit_of_work, clock)

    sweep_holds = providers.Singleton(SweepHolds, unit_of_work, bookings, clock)
    complete_past_events = providers.Singleton(CompletePastEvents, unit_of_work, events, clock)
    clean_up = providers.Singleton(CleanUp, unit_of_work, clock)
    job_log = providers.Singleton(JobLog, clock)
    worker = providers.Singleton(
        Worker,
        providers.List(
            providers.Factory(Job, "sweep_holds", EVERY_5_SECONDS, sweep_holds.provided.execute),
            providers.Factory(
                Job, "complete_past_events", EVERY_MINUTE, complete_past_events.provided.execute
            ),
            providers.Factory(Job, "clean_up", EVERY_HOUR, clean_up.provided.execute),
            providers.Factory(Job, "clean_up_job_log", EVERY_HOUR, job_log.provided.clean_up),
        ),
    )
