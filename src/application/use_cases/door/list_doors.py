"""List the events whose door somebody works at."""

from datetime import timedelta

from src.application.access import is_event_staff
from src.application.dtos.door import DoorChoice, DoorCount, DoorOverview
from src.application.ports.database import Clock
from src.application.ports.door import AttendeeReader
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden
from src.domain.repositories.door import DoorRepository
from src.domain.repositories.event import EventRepository

MAX_DOORS = 50
STILL_OPEN_AFTER_THE_END = timedelta(hours=12)
"""So long scans that were made without a network may be late."""
NEAR = timedelta(hours=18)


class ListDoors:
    """List the events whose tickets the caller may check in, by start, those of today first.

    Scanners get the events they are assigned to, organizers their own, admins all: at most 50, of
    those that have not ended 12 hours ago. Refused with `forbidden` for customers.
    """

    def __init__(self, events: EventRepository, clock: Clock) -> None:
        self._events = events
        self._clock = clock

    async def execute(self, actor: Actor) -> DoorChoice:
        if actor.role is Role.CUSTOMER:
            raise Forbidden("Only scanners and organizers work at a door.")
        now = self._clock()
        ended_after = now - STILL_OPEN_AFTER_THE_END
        events = await self._events.at_door(actor, ended_after=ended_after, limit=MAX_DOORS)
        return DoorChoice(
            near=[event for event in events if event.date_time < now + NEAR],
            later=[event for event in events if event.date_time >= now + NEAR],
        )


class GetDoor:
    """Get an event's door: its gates, and how many of those who come are in.

    Authorization: the event's assigned scanners, its organizer and admins.
    """

    def __init__(
        self, events: EventRepository, door: DoorRepository, attendees: AttendeeReader
    ) -> None:
        self._events = events
        self._door = door
        self._attendees = attendees

    async def execute(self, actor: Actor, event_id: int) -> DoorOverview:
        event = await self._events.get(event_id)
        event.require_visible_to(actor)
        if not await is_event_staff(actor, event, self._events):
            raise Forbidden("Only the event's scanners and its organizer work at its door.")
        count: DoorCount = await self._attendees.count(event_id)
        return DoorOverview(event=event, gates=await self._door.gates(event_id), count=count)
