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
from src.application.use_cases.analytics.read_dashboard import ReadDashboard
from src.application.use_cases.analytics.read_revenue import ReadRevenue
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.analytics.read_tickets import ReadTickets
from src.application.use_cases.analytics.read_users import ReadUsers
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
from src.application.use_cases.order.add_order_items import AddOrderItems
from src.application.use_cases.order.cancel_order import CancelOrder, ConfirmOrder
from src.application.use_cases.order.change_order import ChangeOrder
from src.application.use_cases.order.edit_order import DeleteOrder, EditOrder
from src.application.use_cases.order.place_order import PlaceOrder, PlaceOrderFromCart
from src.application.use_cases.order.read_orders import GetOrder, ListOrders
from src.application.use_cases.order.sell_order import SellOrder
from src.application.use_cases.order.settle_orders import SettleOrders
from src.application.use_cases.payment.move_transaction import MoveTransaction, NoteTransaction
from src.application.use_cases.payment.read_transactions import (
    GetTransaction,
    ListOrderTransactions,
    ListTransactions,
)
from src.application.use_cases.payment.receive_notice import ReceiveNotice
from src.application.use_cases.payment.reconcile import Reconcile
from src.application.use_cases.payment.record_payment import RecordPayment
from src.application.use_cases.payment.refund_events import (
    GetRefundProgress,
    RefundCancelledEvents,
)
from src.application.use_cases.payment.refund_payment import RefundOrderedBooking, RefundPayment
from src.application.use_cases.payment.settle_refund import (
    RecordRefund,
    SettleRefund,
    SettleRefunds,
)
from src.application.use_cases.payment.start_payment import StartPayment
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
from src.infrastructure.payments.fake import FakeService
from src.infrastructure.payments.switched_on import switched_on
from src.infrastructure.repositories.analytics_dashboard import query_dashboard
from src.infrastructure.repositories.analytics_revenue import query_revenue
from src.infrastructure.repositories.analytics_sales import query_sales
from src.infrastructure.repositories.analytics_tickets import query_tickets
from src.infrastructure.repositories.analytics_users import query_users
from src.infrastructure.repositories.booking import TortoiseBookingRepository
from src.infrastructure.repositories.books import PostgresBooksReader
from src.infrastructure.repositories.cart import TortoiseCartRepository
from src.infrastructure.repositories.discount import TortoiseDiscountRepository
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.event_snapshot import EventSnapshotReader
from src.infrastructure.repositories.order import TortoiseOrderRepository
from src.infrastructure.repositories.taken_seats import read_taken_seats
from src.infrastructure.repositories.ticket import TortoiseTicketRepository
from src.infrastructure.repositories.ticket_type import TortoiseTicketTypeRepository
from src.infrastructure.repositories.transaction import TortoiseTransactionRepository
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
    carts = providers.Singleton(TortoiseCartRepository)
    orders = providers.Singleton(TortoiseOrderRepository)
    transactions = providers.Singleton(TortoiseTransactionRepository)
    books = providers.Singleton(PostgresBooksReader)

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

    fake_payments = providers.Singleton(
        FakeService,
        providers.Callable(read_secret_key, settings),
        settings.provided.own_url,
        clock,
    )
    hosted_payments = fake_payments.provided.hosted
    payment_providers = providers.Singleton(switched_on, settings, fake_payments.provided.payments)

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

    sell_order = providers.Singleton(
        SellOrder, unit_of_work, clock, random_code, settings.provided.hold_for
    )
    place_order = providers.Singleton(PlaceOrder, ticket_types, discounts, sale_desk, sell_order)
    place_order_from_cart = providers.Singleton(PlaceOrderFromCart, carts, place_order)
    add_order_items = providers.Singleton(
        AddOrderItems, unit_of_work, place_order, clock, random_code
    )
    get_order = providers.Singleton(GetOrder, orders, events)
    list_orders = providers.Singleton(ListOrders, orders)
    change_order = providers.Singleton(ChangeOrder, unit_of_work)
    edit_order = providers.Singleton(EditOrder, change_order)
    delete_order = providers.Singleton(DeleteOrder, change_order, clock)
    cancel_order = providers.Singleton(CancelOrder, change_order, clock)
    confirm_order = providers.Singleton(ConfirmOrder, change_order, clock, random_code)
    settle_orders = providers.Singleton(SettleOrders, unit_of_work, orders, clock)

    record_payment = providers.Singleton(RecordPayment, unit_of_work, clock, random_code)
    start_payment = providers.Singleton(
        StartPayment, unit_of_work, orders, transactions, payment_providers, record_payment, clock
    )
    record_refund = providers.Singleton(RecordRefund, unit_of_work, clock)
    settle_refund = providers.Singleton(
        SettleRefund, transactions, payment_providers, record_refund
    )
    settle_refunds = providers.Singleton(SettleRefunds, transactions, settle_refund, clock)
    refund_payment = providers.Singleton(RefundPayment, unit_of_work, transactions, settle_refund)
    refund_ordered_booking = providers.Singleton(RefundOrderedBooking, unit_of_work, settle_refund)
    refund_booking = providers.Singleton(
        RefundBooking, bookings, change_booking, refund_ordered_booking
    )
    refund_cancelled_events = providers.Singleton(RefundCancelledEvents, unit_of_work, bookings)
    get_refund_progress = providers.Singleton(GetRefundProgress, transactions, events)
    receive_notice = providers.Singleton(
        ReceiveNotice, transactions, payment_providers, record_payment, record_refund, settle_refund
    )
    list_transactions = providers.Singleton(ListTransactions, transactions)
    get_transaction = providers.Singleton(GetTransaction, transactions, get_order)
    list_order_transactions = providers.Singleton(ListOrderTransactions, transactions, get_order)
    note_transaction = providers.Singleton(NoteTransaction, unit_of_work)
    move_transaction = providers.Singleton(
        MoveTransaction, transactions, record_payment, record_refund
    )
    reconcile = providers.Singleton(
        Reconcile,
        orders,
        transactions,
        books,
        payment_providers,
        record_payment,
        settle_refund,
        settle_orders,
        refund_cancelled_events,
        clock,
    )

    list_discounts = providers.Singleton(ListDiscounts, discounts)
    create_discount = providers.Singleton(CreateDiscount, unit_of_work)
    get_discount = providers.Singleton(GetDiscount, discounts)
    update_discount = providers.Singleton(UpdateDiscount, unit_of_work)
    delete_discount = providers.Singleton(DeleteDiscount, unit_of_work, clock)

    read_dashboard = providers.Singleton(ReadDashboard, query_dashboard, events, clock)
    read_sales = providers.Singleton(ReadSales, query_sales, events, clock)
    read_revenue = providers.Singleton(ReadRevenue, query_revenue, events, clock)
    read_users = providers.Singleton(ReadUsers, query_users, events, clock)
    read_tickets = providers.Singleton(ReadTickets, query_tickets, events)

    sweep_holds = providers.Singleton(SweepHolds, unit_of_work, bookings, clock)
    complete_past_events = providers.Singleton(CompletePastEvents, unit_of_work, events, clock)
    clean_up = providers.Singleton(CleanUp, unit_of_work, clock)
    job_log = providers.Singleton(JobLog, clock)
    worker = providers.Singleton(
        Worker,
        providers.List(
            providers.Factory(Job, "sweep_holds", EVERY_5_SECONDS, sweep_holds.provided.execute),
            providers.Factory(
                Job, "settle_orders", EVERY_5_SECONDS, settle_orders.provided.execute
            ),
            providers.Factory(
                Job,
                "refund_cancelled_events",
                EVERY_5_SECONDS,
                refund_cancelled_events.provided.execute,
            ),
            providers.Factory(
                Job, "settle_refunds", EVERY_5_SECONDS, settle_refunds.provided.execute
            ),
            providers.Factory(Job, "reconcile", EVERY_MINUTE, reconcile.provided.heal),
            providers.Factory(
                Job, "complete_past_events", EVERY_MINUTE, complete_past_events.provided.execute
            ),
            providers.Factory(Job, "clean_up", EVERY_HOUR, clean_up.provided.execute),
            providers.Factory(Job, "clean_up_job_log", EVERY_HOUR, job_log.provided.clean_up),
        ),
    )
