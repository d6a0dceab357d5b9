"""The repository of posters."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PictureFormat(StrEnum):
    """How a picture is encoded, by the ending of its address."""

    WEBP = "webp"
    AVIF = "avif"
    JPEG = "jpg"


@dataclass(frozen=True, slots=True)
class PosterPicture:
    """A poster in one width and one format."""

    format: PictureFormat
    width: int
    content: bytes


class PosterRepository(Protocol):
    """The pictures of each event's poster; an event has one poster at most."""

    async def replace(self, event_id: int, pictures: Sequence[PosterPicture]) -> None:
        """Store the pictures of the event's poster; those of an earlier one are gone."""

    async def remove(self, event_id: int) -> None:
        """Delete the pictures of the event's poster."""

    async def content(self, event_id: int, picture_format: PictureFormat, width: int) -> bytes:
        """Return one picture. Raises NotFound."""
