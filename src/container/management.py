"""What organizers do with their own events beside selling them."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.event.add_scanner import AddScanner, RemoveScanner
from src.application.use_cases.event.duplicate_event import DuplicateEvent
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.list_managed_events import (
    ListEventChoices,
    ListManagedEvents,
    ListStaff,
    ListVenueChoices,
)
from src.application.use_cases.event.preview_event_cancellation import PreviewEventCancellation
from src.application.use_cases.event.preview_event_move import PreviewEventMove
from src.application.use_cases.event.price_example import PriceExample
from src.container.adapters import Adapters
from src.infrastructure.read_models.event_impact import PostgresEventImpactReader
from src.infrastructure.read_models.managed_events import PostgresManagedEventReader


class Management(containers.DeclarativeContainer):
    """What organizers do with their own events beside selling them."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    managed_events = providers.Singleton(PostgresManagedEventReader)
    event_impact = providers.Singleton(PostgresEventImpactReader)

    list_managed_events = providers.Singleton(
        ListManagedEvents, events=managed_events, clock=adapters.clock
    )
    list_event_choices = providers.Singleton(
        ListEventChoices, events=managed_events, clock=adapters.clock
    )
    list_staff = providers.Singleton(ListStaff, events=managed_events, clock=adapters.clock)
    list_venue_choices = providers.Singleton(ListVenueChoices, events=managed_events)
    get_managed_event = providers.Singleton(
        GetManagedEvent, events=adapters.events, ticket_types=adapters.ticket_types
    )
    price_example = providers.Singleton(PriceExample)
    preview_event_cancellation = providers.Singleton(
        PreviewEventCancellation, events=adapters.events, impact=event_impact
    )
    preview_event_move = providers.Singleton(
        PreviewEventMove, events=adapters.events, impact=event_impact
    )
    duplicate_event = providers.Singleton(
        DuplicateEvent, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    add_scanner = providers.Singleton(AddScanner, unit_of_work=adapters.unit_of_work)
    remove_scanner = providers.Singleton(RemoveScanner, unit_of_work=adapters.unit_of_work)
