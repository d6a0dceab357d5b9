"""People, venues and events."""

from dependency_injector import providers

from src.application.concurrency.lanes import Lanes
from src.application.identity.load_actors import LoadActors
from src.application.identity.open_session import OpenSession
from src.application.use_cases.auth.authenticate import Authenticate
from src.application.use_cases.auth.log_in import LogIn
from src.application.use_cases.auth.log_out import LogOut
from src.application.use_cases.auth.refresh_session import RefreshSession
from src.application.use_cases.auth.sign_up import SignUp
from src.application.use_cases.event.assign_scanners import AssignScanners
from src.application.use_cases.event.create_event import CreateEvent
from src.application.use_cases.event.delete_event import DeleteEvent
from src.application.use_cases.event.get_availability import GetAvailability
from src.application.use_cases.event.get_event import GetEvent
from src.application.use_cases.event.get_seat_map import GetSeatMap
from src.application.use_cases.event.list_events import ListEvents
from src.application.use_cases.event.list_scanners import ListScanners
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
from src.container.adapters import Adapters


class Catalogue(Adapters):
    """People, venues and events."""

    open_session = providers.Singleton(
        OpenSession, Adapters.access_tokens, Adapters.settings.provided.refresh_token_lifetime
    )
    load_actors = providers.Singleton(LoadActors, Adapters.users)
    actor_lanes = providers.Singleton(
        Lanes, load_actors.provided.execute, max_batch=1000, max_waiting=10_000
    )
    authenticate = providers.Singleton(
        Authenticate,
        Adapters.unit_of_work,
        Adapters.users,
        Adapters.access_tokens,
        Adapters.identity_provider,
        actor_lanes,
    )
    sign_up = providers.Singleton(
        SignUp, Adapters.unit_of_work, Adapters.password_hasher, open_session, Adapters.clock
    )
    log_in = providers.Singleton(
        LogIn,
        Adapters.unit_of_work,
        Adapters.users,
        Adapters.password_hasher,
        open_session,
        Adapters.clock,
    )
    refresh_session = providers.Singleton(
        RefreshSession, Adapters.unit_of_work, Adapters.access_tokens, open_session, Adapters.clock
    )
    log_out = providers.Singleton(
        LogOut, Adapters.unit_of_work, Adapters.access_tokens, Adapters.clock
    )

    create_user = providers.Singleton(CreateUser, Adapters.unit_of_work, Adapters.password_hasher)
    list_users = providers.Singleton(ListUsers, Adapters.users)
    get_user = providers.Singleton(GetUser, Adapters.users)
    get_user_by_username = providers.Singleton(GetUserByUsername, Adapters.users)
    update_user = providers.Singleton(
        UpdateUser, Adapters.unit_of_work, Adapters.password_hasher, Adapters.clock
    )
    set_user_active = providers.Singleton(SetUserActive, Adapters.unit_of_work, Adapters.clock)
    delete_user = providers.Singleton(DeleteUser, Adapters.unit_of_work, Adapters.clock)

    create_venue = providers.Singleton(CreateVenue, Adapters.unit_of_work)
    list_venues = providers.Singleton(ListVenues, Adapters.venues)
    get_venue = providers.Singleton(GetVenue, Adapters.venues)
    update_venue = providers.Singleton(UpdateVenue, Adapters.unit_of_work)
    delete_venue = providers.Singleton(DeleteVenue, Adapters.unit_of_work, Adapters.clock)
    list_seats = providers.Singleton(ListSeats, Adapters.venues)
    add_seats = providers.Singleton(AddSeats, Adapters.unit_of_work, Adapters.clock)
    remove_seat = providers.Singleton(RemoveSeat, Adapters.unit_of_work, Adapters.clock)

    create_event = providers.Singleton(CreateEvent, Adapters.unit_of_work, Adapters.clock)
    list_events = providers.Singleton(ListEvents, Adapters.events)
    get_event = providers.Singleton(GetEvent, Adapters.event_snapshots)
    get_seat_map = providers.Singleton(
        GetSeatMap, Adapters.event_snapshots, Adapters.seat_map_snapshots
    )
    get_availability = providers.Singleton(GetAvailability, Adapters.event_snapshots)
    watch_availability = providers.Singleton(
        WatchAvailability, Adapters.event_snapshots, Adapters.availability_streams
    )
    update_event = providers.Singleton(UpdateEvent, Adapters.unit_of_work, Adapters.clock)
    delete_event = providers.Singleton(DeleteEvent, Adapters.unit_of_work, Adapters.clock)
    assign_scanners = providers.Singleton(AssignScanners, Adapters.unit_of_work)
    list_scanners = providers.Singleton(ListScanners, Adapters.events, Adapters.users)

    add_ticket_type = providers.Singleton(AddTicketType, Adapters.unit_of_work)
    list_ticket_types = providers.Singleton(ListTicketTypes, Adapters.ticket_types)
    list_event_ticket_types = providers.Singleton(
        ListEventTicketTypes, Adapters.events, Adapters.ticket_types
    )
    get_ticket_type = providers.Singleton(GetTicketType, Adapters.events, Adapters.ticket_types)
    update_ticket_type = providers.Singleton(UpdateTicketType, Adapters.unit_of_work)
    set_ticket_type_status = providers.Singleton(SetTicketTypeStatus, Adapters.unit_of_work)
    delete_ticket_type = providers.Singleton(DeleteTicketType, Adapters.unit_of_work)
