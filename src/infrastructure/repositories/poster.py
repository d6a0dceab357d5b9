"""Posters in PostgreSQL, so that backups have them and what deletes an event deletes them."""

from collections.abc import Sequence

from src.domain.errors import NotFound
from src.domain.repositories.poster import PictureFormat, PosterPicture
from src.infrastructure.database.models import EventPosterModel
from src.infrastructure.database.orm import current_connection

ADD = "INSERT INTO event_posters (event_id, format, width, content) VALUES ($1, $2, $3, $4)"

CONTENT = "SELECT content FROM event_posters WHERE event_id = $1 AND format = $2 AND width = $3"


class TortoisePosterRepository:
    """Implements `PosterRepository`."""

    async def replace(self, event_id: int, pictures: Sequence[PosterPicture]) -> None:
        await self.remove(event_id)
        for picture in pictures:
            values = [event_id, picture.format.value, picture.width, picture.content]
            await current_connection().execute_query(ADD, values)

    async def remove(self, event_id: int) -> None:
        await EventPosterModel.filter(event_id=event_id).delete()

    async def content(self, event_id: int, picture_format: PictureFormat, width: int) -> bytes:
        values = [event_id, picture_format.value, width]
        rows = await current_connection().execute_query_dict(CONTENT, values)
        if not rows:
            raise NotFound("picture of event", event_id)
        return bytes(rows[0]["content"])
