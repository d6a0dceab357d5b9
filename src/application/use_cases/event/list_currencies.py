"""List the currencies that events are sold in."""

from collections.abc import Sequence

from src.application.concurrency.snapshots import Snapshots
from src.application.ports.catalogue import CatalogueReader

SECONDS_TO_KEEP = 60.0


class ListCurrencies:
    """List the currencies of active events that are not over, in the order of the alphabet.

    Authorization: none. At most a minute old.
    """

    def __init__(self, catalogue: CatalogueReader) -> None:
        self._catalogue = catalogue
        self._currencies = Snapshots[None, Sequence[str]](self._read, max_age=SECONDS_TO_KEEP)

    async def execute(self) -> Sequence[str]:
        return await self._currencies.get(None)

    async def _read(self, _: None) -> Sequence[str]:
        return await self._catalogue.currencies()
