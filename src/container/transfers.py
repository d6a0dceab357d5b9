"""Tickets that change hands, or get a new code."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.ticket.get_ticket_transfer import GetTicketTransfer
from src.application.use_cases.ticket.offer_transfer import OfferTransfer
from src.application.use_cases.ticket.reissue_ticket import ReissueTicket
from src.application.use_cases.ticket.withdraw_transfer import WithdrawTransfer
from src.application.use_cases.transfer.accept_transfer import AcceptTransfer
from src.application.use_cases.transfer.decline_transfer import DeclineTransfer
from src.application.use_cases.transfer.get_transfer import GetTransfer
from src.container.adapters import Adapters


class Transfers(containers.DeclarativeContainer):
    """Tickets that change hands, or get a new code."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    offer_transfer = providers.Singleton(
        OfferTransfer,
        unit_of_work=adapters.unit_of_work,
        tokens=adapters.transfer_tokens,
        clock=adapters.clock,
    )
    get_ticket_transfer = providers.Singleton(
        GetTicketTransfer,
        tickets=adapters.tickets,
        transfers=adapters.transfers,
        clock=adapters.clock,
    )
    withdraw_transfer = providers.Singleton(
        WithdrawTransfer, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    get_transfer = providers.Singleton(
        GetTransfer,
        transfers=adapters.transfers,
        tickets=adapters.tickets,
        ticket_types=adapters.ticket_types,
        events=adapters.events,
        users=adapters.users,
        tokens=adapters.transfer_tokens,
        clock=adapters.clock,
    )
    accept_transfer = providers.Singleton(
        AcceptTransfer,
        unit_of_work=adapters.unit_of_work,
        transfers=adapters.transfers,
        tokens=adapters.transfer_tokens,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
    decline_transfer = providers.Singleton(
        DeclineTransfer,
        unit_of_work=adapters.unit_of_work,
        transfers=adapters.transfers,
        tokens=adapters.transfer_tokens,
        clock=adapters.clock,
    )
    reissue_ticket = providers.Singleton(
        ReissueTicket,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
