"""Posters, made by the process that prints."""

import pickle

from src.application.ports.pictures import MadePoster
from src.domain.errors import ValidationFailed
from src.infrastructure.documents.jobs import MakePoster
from src.infrastructure.documents.press import Press


class PressPosterMaker:
    """Implements `PosterMaker`."""

    def __init__(self, press: Press) -> None:
        self._press = press

    async def make(self, image: bytes) -> MadePoster:
        made = pickle.loads(await self._press.print(MakePoster(image)))  # noqa: S301 (our own)
        if isinstance(made, MadePoster):
            return made
        raise ValidationFailed("body", made, reason="unfit_picture")
