"""Posters in memory."""

from collections.abc import Sequence

from src.application.ports.pictures import MadePoster
from src.domain.entities.poster import Poster
from src.domain.errors import NotFound, ValidationFailed
from src.domain.repositories.poster import PictureFormat, PosterPicture
from tests.support.fakes.store import Store


class FakePosterRepository:
    """Implements `PosterRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def replace(self, event_id: int, pictures: Sequence[PosterPicture]) -> None:
        self._store.posters[event_id] = list(pictures)

    async def remove(self, event_id: int) -> None:
        self._store.posters.pop(event_id, None)

    async def content(self, event_id: int, picture_format: PictureFormat, width: int) -> bytes:
        for picture in self._store.posters.get(event_id, ()):
            if (picture.format, picture.width) == (picture_format, width):
                return picture.content
        raise NotFound("picture of event", event_id)


class FakePosterMaker:
    """Implements `PosterMaker`: whatever begins with `image` is one, 800 pixels wide."""

    async def make(self, image: bytes) -> MadePoster:
        if not image.startswith(b"image"):
            raise ValidationFailed("body", "This is no picture.", reason="unfit_picture")
        poster = Poster(f"{sum(image):016x}", 800, 600)
        pictures = [PosterPicture(PictureFormat.WEBP, width, image) for width in poster.widths]
        return MadePoster(poster, pictures)
