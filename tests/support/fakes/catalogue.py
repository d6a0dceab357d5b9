"""The catalogue as visitors read it, in memory."""

from collections.abc import Sequence

from src.application.ports.catalogue import BrowsedVenue, EventBackground, PublicPage, PublicPages
from src.domain.entities.event import Event, EventStatus
from src.domain.repositories.page import Page, PageRequest
from tests.support.fakes.store import Store, contains


class FakeCatalogueReader:
    """Implements `CatalogueReader`; everything is on one page."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def venues(self, q: str | None, page: PageRequest) -> Page[BrowsedVenue]:
        found = [
            venue
            for venue in self._store.venues.values()
            if venue.deleted_at is None and contains(q, venue.name, venue.location)
        ]
        events = self._to_come()
        return Page(
            [
                BrowsedVenue(venue, sum(event.venue_id == venue.id for event in events))
                for venue in sorted(found, key=lambda venue: (venue.name, venue.id))
            ]
        )

    async def currencies(self) -> Sequence[str]:
        return sorted({event.currency for event in self._to_come()})

    async def public_pages(self, *, events: int, venues: int) -> PublicPages:
        now = self._store.clock()
        found = sorted(self._to_come(), key=lambda event: (event.date_time, event.id))
        places = [venue for venue in self._store.venues.values() if venue.deleted_at is None]
        return PublicPages(
            [PublicPage(e.id, e.title, e.updated_at or now) for e in found[:events]],
            [PublicPage(p.id, p.name, p.updated_at or now) for p in places[:venues]],
        )

    async def background(self, event_id: int) -> EventBackground:
        event = self._store.event(event_id)
        organizer = self._store.users.get(event.organizer_id)
        name = organizer.name if organizer else ""
        return EventBackground(name, self._store.location(event.venue_id))

    def _to_come(self) -> list[Event]:
        now = self._store.clock()
        return [
            event
            for event in self._store.events.values()
            if event.deleted_at is None
            and event.status is EventStatus.ACTIVE
            and event.ends_at > now
        ]
