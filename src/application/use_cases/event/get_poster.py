"""Get a picture of an event's poster."""

from dataclasses import dataclass
from typing import NamedTuple

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.domain.entities.event import EventStatus
from src.domain.entities.poster import Poster
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.poster import PictureFormat, PosterRepository

SECONDS_TO_KEEP = 600.0
PICTURES_KEPT = 200
"""Of some 50 KiB each: what is on the pages that people look at now."""


class PictureKey(NamedTuple):
    """The address of a picture, of which the content never changes."""

    event_id: int
    digest: str
    width: int
    format: PictureFormat


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture, and whether anybody may see it."""

    content: bytes
    is_public: bool


class GetPoster:
    """Get an event's poster in one of its widths and formats.

    Authorization: none; that of a draft is visible to its managers only. A picture of an earlier
    poster is `not_found`.
    """

    def __init__(
        self, event_snapshots: Snapshots[int, EventSnapshot], posters: PosterRepository
    ) -> None:
        self._event_snapshots = event_snapshots
        self._posters = posters
        self._contents = Snapshots[PictureKey, bytes](
            self._read, max_age=SECONDS_TO_KEEP, max_entries=PICTURES_KEPT
        )

    async def execute(self, actor: Actor | None, wanted: PictureKey) -> FoundPicture:
        event = (await self._event_snapshots.get(wanted.event_id)).event
        event.require_visible_to(actor)
        if event.poster is None or Poster.named(event.poster).digest != wanted.digest:
            raise NotFound("picture of event", wanted.event_id)
        content = await self._contents.get(wanted)
        return FoundPicture(content, event.status is not EventStatus.DRAFT)

    async def _read(self, wanted: PictureKey) -> bytes:
        return await self._posters.content(wanted.event_id, wanted.format, wanted.width)
