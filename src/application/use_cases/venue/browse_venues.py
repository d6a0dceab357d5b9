"""Browse venues with the number of events that are to come there."""

from src.application.ports.catalogue import BrowsedVenue, CatalogueReader
from src.domain.repositories.page import Page, PageRequest


class BrowseVenues:
    """Browse venues in the order of their names, with part of the name or place in `q`.

    Authorization: none.
    """

    def __init__(self, catalogue: CatalogueReader) -> None:
        self._catalogue = catalogue

    async def execute(self, q: str | None, page: PageRequest) -> Page[BrowsedVenue]:
        return await self._catalogue.venues(q, page)
