"""List the events that one manages."""

from dataclasses import replace

from src.application.access import require_organizer_role
from src.application.dtos.managed_event import (
    EventChoices,
    ManagedEvents,
    ManagedEventSearch,
    StaffMember,
    VenueChoice,
)
from src.application.ports.database import Clock
from src.application.ports.management import ManagedEventReader
from src.domain.entities.user import Actor

MAX_CHOICES = 500
MAX_EVENT_CHOICES = 100


class ListManagedEvents:
    """List one's own events of any status, drafts included, with how much of them is sold.

    Authorization: organizers for their own events; admins for all, or those of one organizer.
    """

    def __init__(self, events: ManagedEventReader, clock: Clock) -> None:
        self._events = events
        self._clock = clock

    async def execute(self, actor: Actor, wanted: ManagedEventSearch) -> ManagedEvents:
        require_organizer_role(actor)
        if not actor.is_admin:
            wanted = replace(wanted, organizer_id=actor.id)
        return await self._events.search(wanted, now=self._clock())


class ListEventChoices:
    """List the events to choose from in a form: of any status, the hundred latest.

    `q` is part of the title, for the others.

    Authorization: organizers for their own events, admins for all.
    """

    def __init__(self, events: ManagedEventReader, clock: Clock) -> None:
        self._events = events
        self._clock = clock

    async def execute(self, actor: Actor, q: str | None = None) -> EventChoices:
        require_organizer_role(actor)
        organizer_id = None if actor.is_admin else actor.id
        found = await self._events.choices(
            organizer_id, q, now=self._clock(), limit=MAX_EVENT_CHOICES + 1
        )
        return EventChoices(found[:MAX_EVENT_CHOICES], len(found) <= MAX_EVENT_CHOICES)


class ListStaff:
    """List the scanners of one's events that have not ended, each with those events.

    Authorization: organizers for their own events, admins for all. Of a scanner only the name is
    shown.
    """

    def __init__(self, events: ManagedEventReader, clock: Clock) -> None:
        self._events = events
        self._clock = clock

    async def execute(self, actor: Actor) -> list[StaffMember]:
        require_organizer_role(actor)
        organizer_id = None if actor.is_admin else actor.id
        return await self._events.staff(organizer_id, now=self._clock())


class ListVenueChoices:
    """List the venues that one's events can take place at.

    Authorization: organizers for their own venues, admins for all.
    """

    def __init__(self, events: ManagedEventReader) -> None:
        self._events = events

    async def execute(self, actor: Actor) -> list[VenueChoice]:
        require_organizer_role(actor)
        owner_id = None if actor.is_admin else actor.id
        return await self._events.venues(owner_id, limit=MAX_CHOICES)
