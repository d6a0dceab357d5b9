"""Venues, events, ticket types and discount codes, with availability and seat maps."""

from typing import cast

from dependency_injector import containers, providers

from src.application.selling.cancel_event_bookings import CancelEventBookings
from src.application.use_cases.discount.create_codes import CreateCodes
from src.application.use_cases.discount.create_discount import CreateDiscount
from src.application.use_cases.discount.delete_discount import DeleteDiscount
from src.application.use_cases.discount.export_discounts import ExportDiscounts
from src.application.use_cases.discount.get_discount import GetDiscount
from src.application.use_cases.discount.list_discounts import ListDiscounts
from src.application.use_cases.discount.update_discount import UpdateDiscount
from src.application.use_cases.event.assign_scanners import AssignScanners
from src.application.use_cases.event.create_event import CreateEvent
from src.application.use_cases.event.delete_event import DeleteEvent
from src.application.use_cases.event.get_availability import GetAvailability
from src.application.use_cases.event.get_event import GetEvent
from src.application.use_cases.event.get_event_calendar import GetEventCalendar
from src.application.use_cases.event.get_event_page import GetEventPage
from src.application.use_cases.event.get_poster import GetPoster
from src.application.use_cases.event.get_seat_map import GetSeatMap
from src.application.use_cases.event.list_currencies import ListCurrencies
from src.application.use_cases.event.list_events import ListEvents
from src.application.use_cases.event.list_public_pages import ListPublicPages
from src.application.use_cases.event.list_scanners import ListScanners
from src.application.use_cases.event.remove_poster import RemovePoster
from src.application.use_cases.event.set_poster import SetPoster
from src.application.use_cases.event.update_event import UpdateEvent
from src.application.use_cases.event.watch_availability import WatchAvailability
from src.application.use_cases.ticket_type.add_ticket_type import AddTicketType
from src.application.use_cases.ticket_type.delete_ticket_type import DeleteTicketType
from src.application.use_cases.ticket_type.get_ticket_type import GetTicketType
from src.application.use_cases.ticket_type.list_ticket_types import (
    ListEventTicketTypes,
    ListTicketTypes,
)
from src.application.use_cases.ticket_type.set_ticket_type_status import SetTicketTypeStatus
from src.application.use_cases.ticket_type.update_ticket_type import UpdateTicketType
from src.application.use_cases.venue.add_seats import AddSeats
from src.application.use_cases.venue.browse_venues import BrowseVenues
from src.application.use_cases.venue.create_venue import CreateVenue
from src.application.use_cases.venue.delete_venue import DeleteVenue
from src.application.use_cases.venue.get_venue import GetVenue
from src.application.use_cases.venue.list_seats import ListSeats
from src.application.use_cases.venue.list_venues import ListVenues
from src.application.use_cases.venue.remove_seat import RemoveSeat
from src.application.use_cases.venue.update_venue import UpdateVenue
from src.container.adapters import Adapters


class Catalogue(containers.DeclarativeContainer):
    """Venues, events, ticket types and discount codes, with availability and seat maps."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    site_address = providers.Singleton(str, adapters.settings.provided.own_url)
    create_venue = providers.Singleton(CreateVenue, unit_of_work=adapters.unit_of_work)
    list_venues = providers.Singleton(ListVenues, venues=adapters.venues)
    get_venue = providers.Singleton(GetVenue, venues=adapters.venues)
    update_venue = providers.Singleton(UpdateVenue, unit_of_work=adapters.unit_of_work)
    delete_venue = providers.Singleton(
        DeleteVenue, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    list_seats = providers.Singleton(ListSeats, venue_seats=adapters.venue_seats)
    add_seats = providers.Singleton(
        AddSeats,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        on_seats_changed=adapters.venue_seats.provided.invalidate,
    )
    remove_seat = providers.Singleton(
        RemoveSeat,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        on_seats_changed=adapters.venue_seats.provided.invalidate,
    )
    create_event = providers.Singleton(
        CreateEvent, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    list_events = providers.Singleton(
        ListEvents, events=adapters.events, reads_from=adapters.reads_from
    )
    get_event = providers.Singleton(GetEvent, event_snapshots=adapters.event_snapshots)
    get_event_page = providers.Singleton(
        GetEventPage,
        event_snapshots=adapters.event_snapshots,
        catalogue=adapters.catalogue_reader,
        discounts=adapters.discounts,
        clock=adapters.clock,
    )
    get_event_calendar = providers.Singleton(
        GetEventCalendar,
        event_snapshots=adapters.event_snapshots,
        venues=adapters.venues,
        writer=adapters.calendar_writer,
    )
    set_poster = providers.Singleton(
        SetPoster,
        unit_of_work=adapters.unit_of_work,
        events=adapters.events,
        maker=adapters.poster_maker,
    )
    remove_poster = providers.Singleton(RemovePoster, unit_of_work=adapters.unit_of_work)
    get_poster = providers.Singleton(
        GetPoster, event_snapshots=adapters.event_snapshots, posters=adapters.posters
    )
    list_currencies = providers.Singleton(ListCurrencies, catalogue=adapters.catalogue_reader)
    list_public_pages = providers.Singleton(ListPublicPages, catalogue=adapters.catalogue_reader)
    browse_venues = providers.Singleton(BrowseVenues, catalogue=adapters.catalogue_reader)
    get_seat_map = providers.Singleton(
        GetSeatMap,
        event_snapshots=adapters.event_snapshots,
        seat_map_snapshots=adapters.seat_map_snapshots,
    )
    get_availability = providers.Singleton(
        GetAvailability, event_snapshots=adapters.event_snapshots
    )
    watch_availability = providers.Singleton(
        WatchAvailability,
        event_snapshots=adapters.event_snapshots,
        streams=adapters.availability_streams,
    )
    cancel_event_bookings = providers.Singleton(
        CancelEventBookings, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    update_event = providers.Singleton(
        UpdateEvent,
        unit_of_work=adapters.unit_of_work,
        events=adapters.events,
        cancel_bookings=cancel_event_bookings,
        clock=adapters.clock,
    )
    delete_event = providers.Singleton(
        DeleteEvent, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    assign_scanners = providers.Singleton(AssignScanners, unit_of_work=adapters.unit_of_work)
    list_scanners = providers.Singleton(ListScanners, events=adapters.events, users=adapters.users)
    add_ticket_type = providers.Singleton(
        AddTicketType, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    list_ticket_types = providers.Singleton(ListTicketTypes, ticket_types=adapters.ticket_types)
    list_event_ticket_types = providers.Singleton(
        ListEventTicketTypes,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        discounts=adapters.discounts,
        clock=adapters.clock,
    )
    get_ticket_type = providers.Singleton(
        GetTicketType, events=adapters.events, ticket_types=adapters.ticket_types
    )
    update_ticket_type = providers.Singleton(UpdateTicketType, unit_of_work=adapters.unit_of_work)
    set_ticket_type_status = providers.Singleton(
        SetTicketTypeStatus, unit_of_work=adapters.unit_of_work
    )
    delete_ticket_type = providers.Singleton(DeleteTicketType, unit_of_work=adapters.unit_of_work)
    list_discounts = providers.Singleton(ListDiscounts, discounts=adapters.discounts)
    create_discount = providers.Singleton(CreateDiscount, unit_of_work=adapters.unit_of_work)
    export_discounts = providers.Singleton(
        ExportDiscounts, discounts=adapters.discounts, exports=adapters.exports
    )
    create_codes = providers.Singleton(
        CreateCodes, unit_of_work=adapters.unit_of_work, random_code=adapters.random_code
    )
    get_discount = providers.Singleton(GetDiscount, discounts=adapters.discounts)
    update_discount = providers.Singleton(UpdateDiscount, unit_of_work=adapters.unit_of_work)
    delete_discount = providers.Singleton(
        DeleteDiscount, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
