"""Get the calendar file of an event."""

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.calendar import CalendarEntry, CalendarMethod
from src.application.dtos.event import EventSnapshot
from src.application.ports.calendars import CalendarWriter
from src.domain.entities.event import EventStatus
from src.domain.entities.user import Actor
from src.domain.repositories.venue import VenueRepository


class GetEventCalendar:
    """Get an event as a calendar file (iCalendar), for those who have no ticket yet.

    Authorization: none; drafts are visible to their managers only. Once the event is cancelled,
    the file takes it out of the calendar. Times are in UTC, so that every calendar shows the same
    instant.
    """

    def __init__(
        self,
        event_snapshots: Snapshots[int, EventSnapshot],
        venues: VenueRepository,
        writer: CalendarWriter,
    ) -> None:
        self._event_snapshots = event_snapshots
        self._venues = venues
        self._writer = writer

    async def execute(self, actor: Actor | None, event_id: int) -> bytes:
        event = (await self._event_snapshots.get(event_id)).event
        event.require_visible_to(actor)
        venues = await self._venues.by_ids([event.venue_id] if event.venue_id else [])
        address = venues[event.venue_id].location if event.venue_id in venues else None
        is_off = event.status is EventStatus.CANCELLED
        method = CalendarMethod.CANCEL if is_off else CalendarMethod.PUBLISH
        entry = CalendarEntry(event=event, tickets=(), address=address)
        return self._writer.event(entry, method=method)
