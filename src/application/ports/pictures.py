"""Ports for pictures that people upload."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from src.domain.entities.poster import Poster
from src.domain.repositories.poster import PosterPicture


@dataclass(frozen=True, slots=True)
class MadePoster:
    """A poster with its pictures."""

    poster: Poster
    pictures: Sequence[PosterPicture]


class PosterMaker(Protocol):
    """Makes posters, outside the event loop. Raises Unavailable when too many are asked for."""

    async def make(self, image: bytes) -> MadePoster:
        """Return the poster of an image: upright, without metadata, in each width and format.

        Raises ValidationFailed for anything but a JPEG, PNG or WebP image of a fitting size.
        """
