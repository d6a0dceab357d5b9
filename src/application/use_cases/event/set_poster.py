"""Set the poster of an event."""

from src.application.access import require_event_manager
from src.application.ports.database import AuditEntry, Touches, UnitOfWorkFactory
from src.application.ports.pictures import PosterMaker
from src.domain.entities.event import Event
from src.domain.entities.poster import MAX_BYTES
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.event import EventRepository


class SetPoster:
    """Set an event's poster: a JPEG, PNG or WebP image of at most 5 MiB and 40 megapixels, at
    least 400 pixels wide. An earlier poster is replaced.

    Authorization: the event's organizer and admins. Refused with `validation_failed` for anything
    else. It is turned upright, freed of metadata, and kept as WebP and AVIF in a few widths;
    only the first picture of an animation is kept.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, events: EventRepository, maker: PosterMaker
    ) -> None:
        self._unit_of_work = unit_of_work
        self._events = events
        self._maker = maker

    async def execute(self, actor: Actor, event_id: int, image: bytes) -> Event:
        # Before the work, and once more under the lock.
        require_event_manager(actor, await self._events.get(event_id))
        if len(image) > MAX_BYTES:
            raise ValidationFailed("body", "The picture may have at most 5 MB.", reason="too_long")
        made = await self._maker.make(image)
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            event = await uow.events.lock(event_id)
            require_event_manager(actor, event)
            before, event.poster = event.poster, made.poster.name
            await uow.posters.replace(event_id, made.pictures)
            await uow.events.set_poster(event_id, event.poster)
            await uow.audit.record(
                [
                    AuditEntry(
                        "event.poster_set",
                        subject="event",
                        subject_id=event_id,
                        event_id=event_id,
                        before={"poster": before},
                        after={"poster": event.poster},
                        by=actor,
                    )
                ]
            )
            await uow.commit()
        return event
