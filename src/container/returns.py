"""Bookings and tickets that are given back, and the terms on which events take them."""

from typing import cast

from dependency_injector import containers, providers

from src.application.settling.give_back_tickets import GiveBackTickets
from src.application.settling.return_ticket import ReturnTicket
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.quote_refund import QuoteRefund
from src.application.use_cases.booking.refund_booking import RefundBooking
from src.application.use_cases.booking.refund_tickets import RefundTickets
from src.application.use_cases.event.get_cancellation_policy import GetCancellationPolicy
from src.application.use_cases.event.set_cancellation_policy import (
    RemoveCancellationPolicy,
    SetCancellationPolicy,
)
from src.application.use_cases.ticket.cancel_ticket import CancelTicket
from src.application.use_cases.ticket.refund_ticket import RefundTicket
from src.container.adapters import Adapters
from src.container.selling import Selling
from src.container.settling import Settling


class Returns(containers.DeclarativeContainer):
    """Bookings and tickets that are given back, and the terms on which events take them."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    selling = cast(type[Selling], providers.DependenciesContainer())
    settling = cast(type[Settling], providers.DependenciesContainer())

    give_back_tickets = providers.Singleton(
        GiveBackTickets,
        unit_of_work=adapters.unit_of_work,
        settle_refund=settling.settle_refund,
        clock=adapters.clock,
    )
    return_ticket = providers.Singleton(
        ReturnTicket, tickets=adapters.tickets, give_back=give_back_tickets
    )
    cancel_ticket = providers.Singleton(CancelTicket, return_ticket=return_ticket)
    refund_ticket = providers.Singleton(RefundTicket, return_ticket=return_ticket)
    refund_tickets = providers.Singleton(RefundTickets, give_back=give_back_tickets)
    quote_refund = providers.Singleton(
        QuoteRefund, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    cancel_booking = providers.Singleton(
        CancelBooking,
        bookings=adapters.bookings,
        events=adapters.events,
        change_booking=selling.change_booking,
        give_back=give_back_tickets,
        clock=adapters.clock,
    )
    refund_booking = providers.Singleton(
        RefundBooking,
        bookings=adapters.bookings,
        events=adapters.events,
        change_booking=selling.change_booking,
        refund_ordered=settling.refund_ordered_booking,
        give_back=give_back_tickets,
    )
    get_cancellation_policy = providers.Singleton(GetCancellationPolicy, events=adapters.events)
    set_cancellation_policy = providers.Singleton(
        SetCancellationPolicy, unit_of_work=adapters.unit_of_work
    )
    remove_cancellation_policy = providers.Singleton(
        RemoveCancellationPolicy, unit_of_work=adapters.unit_of_work
    )
