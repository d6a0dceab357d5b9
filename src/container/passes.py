"""Calendars and wallets: an event in the hands of who goes there."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.calendar.find_calendar_feed import FindCalendarFeed
from src.application.use_cases.calendar.get_calendar_feed import GetCalendarFeed
from src.application.use_cases.calendar.get_ticket_calendar import GetTicketCalendar
from src.application.use_cases.calendar.make_calendar_feed import MakeCalendarFeed
from src.application.use_cases.calendar.revoke_calendar_feed import RevokeCalendarFeed
from src.application.use_cases.wallet.get_apple_pass import GetApplePass
from src.application.use_cases.wallet.get_google_link import GetGoogleLink
from src.application.use_cases.wallet.get_latest_pass import GetLatestPass
from src.application.use_cases.wallet.list_updated_passes import ListUpdatedPasses
from src.application.use_cases.wallet.pass_owner import PassOwner
from src.application.use_cases.wallet.read_pass import ReadPass
from src.application.use_cases.wallet.register_device import RegisterDevice
from src.application.use_cases.wallet.unregister_device import UnregisterDevice
from src.container.adapters import Adapters
from src.presentation.utils.responses import location


class Passes(containers.DeclarativeContainer):
    """Calendars and wallets: an event in the hands of who goes there."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    read_pass = providers.Singleton(
        ReadPass,
        tickets=adapters.tickets,
        ticket_types=adapters.ticket_types,
        events=adapters.events,
        venues=adapters.venues,
        users=adapters.users,
        tokens=adapters.ticket_tokens,
    )
    get_apple_pass = providers.Singleton(
        GetApplePass, read_pass=read_pass, wallet=adapters.apple_wallet
    )
    get_google_link = providers.Singleton(
        GetGoogleLink, read_pass=read_pass, wallet=adapters.google_wallet
    )
    pass_owner = providers.Singleton(
        PassOwner, tickets=adapters.tickets, wallet=adapters.apple_wallet
    )
    register_device = providers.Singleton(
        RegisterDevice, unit_of_work=adapters.unit_of_work, pass_owner=pass_owner
    )
    unregister_device = providers.Singleton(
        UnregisterDevice, unit_of_work=adapters.unit_of_work, pass_owner=pass_owner
    )
    list_updated_passes = providers.Singleton(
        ListUpdatedPasses, devices=adapters.pass_devices, clock=adapters.clock
    )
    get_latest_pass = providers.Singleton(
        GetLatestPass, pass_owner=pass_owner, read_pass=read_pass, wallet=adapters.apple_wallet
    )
    get_ticket_calendar = providers.Singleton(
        GetTicketCalendar,
        tickets=adapters.tickets,
        events=adapters.events,
        venues=adapters.venues,
        writer=adapters.calendar_writer,
    )
    get_calendar_feed = providers.Singleton(
        GetCalendarFeed,
        feeds=adapters.calendar_feeds,
        tickets=adapters.tickets,
        events=adapters.events,
        venues=adapters.venues,
        writer=adapters.calendar_writer,
        secrets=adapters.feed_secrets,
        clock=adapters.clock,
    )
    find_calendar_feed = providers.Singleton(
        FindCalendarFeed, calendar_feeds=adapters.calendar_feeds
    )
    make_calendar_feed = providers.Singleton(
        MakeCalendarFeed,
        unit_of_work=adapters.unit_of_work,
        secrets=adapters.feed_secrets,
        base=providers.Callable(
            "{}{}".format, adapters.settings.provided.own_url, location("calendar")
        ),
    )
    revoke_calendar_feed = providers.Singleton(
        RevokeCalendarFeed, unit_of_work=adapters.unit_of_work
    )
