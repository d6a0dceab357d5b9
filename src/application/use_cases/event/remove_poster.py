"""Remove the poster of an event."""

from src.application.access import require_event_manager
from src.application.ports.database import AuditEntry, Touches, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class RemovePoster:
    """Remove an event's poster; a picture that is made for it stands in its place.

    Authorization: the event's organizer and admins. Refused with `not_found` where it has none.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, event_id: int) -> None:
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            event = await uow.events.lock(event_id)
            require_event_manager(actor, event)
            if event.poster is None:
                raise NotFound("poster of event", event_id)
            before, event.poster = event.poster, None
            await uow.posters.remove(event_id)
            await uow.events.set_poster(event_id, event.poster)
            await uow.audit.record(
                [
                    AuditEntry(
                        "event.poster_removed",
                        subject="event",
                        subject_id=event_id,
                        event_id=event_id,
                        before={"poster": before},
                        after={"poster": None},
                        by=actor,
                    )
                ]
            )
            await uow.commit()
