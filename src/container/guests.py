"""Visitors without an account: what they buy, and how it becomes an account's."""

from typing import cast

from dependency_injector import containers, providers

from src.application.selling.claim_orders import ClaimOrders
from src.application.use_cases.guest.bring_guest_along import BringGuestAlong
from src.application.use_cases.guest.claim_guest_orders import ClaimGuestOrders
from src.application.use_cases.guest.find_tickets import FindTickets
from src.application.use_cases.guest.open_account_for_guest import OpenAccountForGuest
from src.application.use_cases.guest.open_guest_orders import OpenGuestOrders
from src.application.use_cases.guest.read_claim import ReadClaim
from src.application.use_cases.guest.start_guest_session import StartGuestSession
from src.container.adapters import Adapters
from src.container.people import People

SECONDS_TO_FIND_TICKETS = 0.3


class Guests(containers.DeclarativeContainer):
    """Visitors without an account: what they buy, and how it becomes an account's."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    people = cast(type[People], providers.DependenciesContainer())

    claim_orders = providers.Singleton(ClaimOrders, unit_of_work=adapters.unit_of_work)
    start_guest_session = providers.Singleton(
        StartGuestSession,
        unit_of_work=adapters.unit_of_work,
        open_session=people.open_web_session,
        clock=adapters.clock,
    )
    find_tickets = providers.Singleton(
        FindTickets, unit_of_work=adapters.unit_of_work, seconds=SECONDS_TO_FIND_TICKETS
    )
    read_claim = providers.Singleton(
        ReadClaim, unit_of_work=adapters.unit_of_work, tokens=adapters.address_tokens
    )
    claim_guest_orders = providers.Singleton(
        ClaimGuestOrders,
        unit_of_work=adapters.unit_of_work,
        tokens=adapters.address_tokens,
        claim_orders=claim_orders,
    )
    open_account_for_guest = providers.Singleton(
        OpenAccountForGuest,
        unit_of_work=adapters.unit_of_work,
        tokens=adapters.address_tokens,
        password_hasher=adapters.password_hasher,
        password_policy=adapters.password_policy,
        open_session=people.open_web_session,
        claim_orders=claim_orders,
        clock=adapters.clock,
    )
    open_guest_orders = providers.Singleton(
        OpenGuestOrders,
        unit_of_work=adapters.unit_of_work,
        tokens=adapters.address_tokens,
        open_session=people.open_web_session,
        claim_orders=claim_orders,
        clock=adapters.clock,
    )
    bring_guest_along = providers.Singleton(
        BringGuestAlong, unit_of_work=adapters.unit_of_work, claim_orders=claim_orders
    )
