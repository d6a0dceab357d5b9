"""List what has a public page."""

from src.application.concurrency.snapshots import Snapshots
from src.application.ports.catalogue import CatalogueReader, PublicPages

SECONDS_TO_KEEP = 300.0
MAX_EVENTS = 40_000
MAX_VENUES = 9_000
"""A sitemap may name 50,000 addresses."""


class ListPublicPages:
    """List the active events that are not over, the earliest first, and the venues.

    Authorization: none. At most five minutes old.
    """

    def __init__(self, catalogue: CatalogueReader) -> None:
        self._catalogue = catalogue
        self._pages = Snapshots[None, PublicPages](self._read, max_age=SECONDS_TO_KEEP)

    async def execute(self) -> PublicPages:
        return await self._pages.get(None)

    async def _read(self, _: None) -> PublicPages:
        return await self._catalogue.public_pages(events=MAX_EVENTS, venues=MAX_VENUES)
