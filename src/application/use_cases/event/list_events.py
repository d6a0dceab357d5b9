"""List events."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from src.application.catalogue.price_filter import require_one_currency
from src.application.concurrency.lanes import Lanes
from src.domain.entities.event import Event, EventStatus
from src.domain.entities.user import Role
from src.domain.repositories.event import EventFilter, EventRepository
from src.domain.repositories.page import Page, PageRequest

MANY = 10_000
MANAGING = (Role.ORGANIZER, Role.ADMIN)

Listing = tuple[EventFilter, PageRequest, Hashable]
"""What is listed, and where it is read from."""


class ListEvents:
    """List events with the given `status`, by default active events.

    Authorization: none; drafts are listed for their managers only. Sorted by price, they are
    grouped by currency. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the events that all other filters find are sold in several.
    """

    def __init__(self, events: EventRepository, reads_from: Callable[[], Hashable]) -> None:
        """`reads_from` names the server that a read would go to now."""
        self._events = events
        self._reads_from = reads_from
        self._lanes = Lanes[Listing, None, Page[Event]](
            self._read_for_all, max_batch=MANY, max_waiting=MANY
        )

    async def execute(self, wanted: EventFilter, page: PageRequest) -> Page[Event]:
        """The page is shared with others who want the same: it must not be modified."""
        await require_one_currency(wanted, self._events.currencies)
        if _is_personal(wanted):
            return await self._events.search(wanted, page)
        listing = (replace(wanted, viewer=None), page, self._reads_from())
        return await self._lanes.submit(listing, None)

    async def _read_for_all(
        self, listing: Listing, waiting: Sequence[None]
    ) -> Sequence[Page[Event]]:
        """Read the page once for all who wait for it; who comes meanwhile waits for the next."""
        wanted, page, _ = listing
        return [await self._events.search(wanted, page)] * len(waiting)


def _is_personal(wanted: EventFilter) -> bool:
    """Whether the viewer sees something that others do not: drafts, or stock that is hidden."""
    viewer = wanted.viewer
    return viewer is not None and (viewer.role in MANAGING or wanted.status is EventStatus.DRAFT)
