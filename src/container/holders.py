"""What somebody has after buying: their events, bookings and tickets."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.holder.list_own_tickets import ListOwnHolds, ListOwnTickets
from src.application.use_cases.holder.read_bookings import ReadBookings
from src.application.use_cases.holder.show_booking import ShowBooking
from src.application.use_cases.holder.show_ticket import ShowTicket
from src.application.use_cases.holder.trace_old_code import TraceOldCode
from src.container.adapters import Adapters
from src.container.selling import Selling
from src.infrastructure.documents.qr_code import SegnoQrCodes
from src.infrastructure.repositories.ticket_holder import PostgresTicketHolderRepository


class Holders(containers.DeclarativeContainer):
    """What somebody has after buying: their events, bookings and tickets."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    selling = cast(type[Selling], providers.DependenciesContainer())

    ticket_holders = providers.Singleton(PostgresTicketHolderRepository)
    qr_codes = providers.Singleton(SegnoQrCodes)
    read_bookings = providers.Singleton(
        ReadBookings,
        holders=ticket_holders,
        ticket_types=adapters.ticket_types,
        clock=adapters.clock,
        hold_at_most=adapters.settings.provided.hold_at_most,
    )
    list_own_tickets = providers.Singleton(
        ListOwnTickets,
        holders=ticket_holders,
        events=adapters.events,
        read_bookings=read_bookings,
        clock=adapters.clock,
    )
    list_own_holds = providers.Singleton(
        ListOwnHolds,
        bookings=adapters.bookings,
        events=adapters.events,
        read_bookings=read_bookings,
        clock=adapters.clock,
    )
    show_booking = providers.Singleton(
        ShowBooking,
        bookings=adapters.bookings,
        events=adapters.events,
        orders=adapters.orders,
        transactions=adapters.transactions,
        read_bookings=read_bookings,
        clock=adapters.clock,
    )
    show_ticket = providers.Singleton(
        ShowTicket,
        tickets=adapters.tickets,
        bookings=adapters.bookings,
        events=adapters.events,
        transfers=adapters.transfers,
        read_sheet=selling.read_ticket_sheet,
        qr_codes=qr_codes,
        apple_wallet=adapters.apple_wallet,
        google_wallet=adapters.google_wallet,
        clock=adapters.clock,
    )
    trace_old_code = providers.Singleton(
        TraceOldCode, tickets=adapters.tickets, events=adapters.events, holders=ticket_holders
    )
