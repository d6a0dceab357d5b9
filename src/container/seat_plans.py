"""Plans of halls: for buyers who choose seats, and for organizers who draw them."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.seat_plan.get_seat_plan import GetSeatPlan
from src.application.use_cases.seat_plan.get_seat_states import GetSeatStates
from src.application.use_cases.seat_plan.read_hall import ReadHall
from src.application.use_cases.seat_plan.suggest_seats import SuggestSeats
from src.application.use_cases.venue_plan.export_seats import ExportSeats
from src.application.use_cases.venue_plan.import_seats import ImportSeats
from src.application.use_cases.venue_plan.list_managed_venues import ListManagedVenues
from src.application.use_cases.venue_plan.mark_seats import MarkSeats
from src.application.use_cases.venue_plan.place_section import PlaceSection
from src.application.use_cases.venue_plan.read_venue_plan import ReadVenuePlan
from src.application.use_cases.venue_plan.remove_seats import RemoveSeats
from src.container.adapters import Adapters


class SeatPlans(containers.DeclarativeContainer):
    """Plans of halls: for buyers who choose seats, and for organizers who draw them."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    get_seat_plan = providers.Singleton(
        GetSeatPlan, event_snapshots=adapters.event_snapshots, seat_plans=adapters.seat_plans
    )
    get_seat_states = providers.Singleton(
        GetSeatStates, event_snapshots=adapters.event_snapshots, seat_plans=adapters.seat_plans
    )
    read_hall = providers.Singleton(
        ReadHall, event_snapshots=adapters.event_snapshots, seat_plans=adapters.seat_plans
    )
    suggest_seats = providers.Singleton(
        SuggestSeats, event_snapshots=adapters.event_snapshots, seat_plans=adapters.seat_plans
    )
    read_venue_plan = providers.Singleton(
        ReadVenuePlan, venues=adapters.venues, venue_plans=adapters.venue_plans
    )
    list_managed_venues = providers.Singleton(ListManagedVenues, venues=adapters.venues)
    place_section = providers.Singleton(PlaceSection, unit_of_work=adapters.unit_of_work)
    mark_seats = providers.Singleton(MarkSeats, unit_of_work=adapters.unit_of_work)
    remove_seats = providers.Singleton(
        RemoveSeats,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        on_seats_changed=adapters.venue_seats.provided.invalidate,
    )
    import_seats = providers.Singleton(
        ImportSeats,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        on_seats_changed=adapters.venue_seats.provided.invalidate,
    )
    export_seats = providers.Singleton(
        ExportSeats, venues=adapters.venues, venue_plans=adapters.venue_plans
    )
