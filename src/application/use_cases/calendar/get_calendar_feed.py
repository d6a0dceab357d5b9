"""Get a calendar feed."""

from collections import defaultdict
from datetime import timedelta

from src.application.dtos.calendar import CalendarEntry
from src.application.ports.calendars import CalendarWriter
from src.application.ports.database import Clock
from src.application.ports.security import FeedSecrets
from src.domain.errors import NotFound
from src.domain.repositories.calendar_feed import CalendarFeedRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.venue import VenueRepository

MAX_EVENTS = 200
KEPT_AFTER_THE_END = timedelta(days=90)


class GetCalendarFeed:
    """Get all events that a user has tickets for, as a calendar to subscribe to.

    Authorization: anybody who has the secret address. The next 200 events, and those that
    ended in the last 90 days. Cancelled events stay, marked as cancelled.
    """

    def __init__(
        self,
        feeds: CalendarFeedRepository,
        tickets: TicketRepository,
        events: EventRepository,
        venues: VenueRepository,
        writer: CalendarWriter,
        secrets: FeedSecrets,
        clock: Clock,
    ) -> None:
        self._feeds = feeds
        self._tickets = tickets
        self._events = events
        self._venues = venues
        self._writer = writer
        self._secrets = secrets
        self._clock = clock

    async def owner(self, secret: str) -> int:
        """Return whose feed it is. Raises NotFound, in which the secret is not repeated."""
        user_id = await self._feeds.find_user(self._secrets.hash(secret))
        if user_id is None:
            raise NotFound("calendar")
        return user_id

    async def execute(self, user_id: int) -> bytes:
        """Return the calendar of the feed's owner."""
        since = self._clock() - KEPT_AFTER_THE_END
        event_ids = await self._events.attended(user_id, ended_after=since, limit=MAX_EVENTS)
        events = await self._events.by_ids(event_ids)
        tickets = defaultdict(list)
        for ticket in await self._tickets.admitting(user_id, event_ids=event_ids):
            tickets[ticket.event_id].append(ticket)
        venues = await self._venues.by_ids(
            {event.venue_id for event in events.values() if event.venue_id}
        )
        return self._writer.feed(
            [
                CalendarEntry(
                    event=(event := events[event_id]),
                    tickets=tuple(tickets[event_id]),
                    address=venues[event.venue_id].location if event.venue_id else None,
                )
                for event_id in event_ids
            ]
        )
