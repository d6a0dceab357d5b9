"""Read what needs a person."""

from collections.abc import Sequence

from src.application.dtos.sold import Concern
from src.application.ports.database import Clock
from src.application.ports.sold import ConcernReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository


class ReadConcerns:
    """Read what an organizer has to look at: refunds that failed, bank transfers that are late,
    mails that did not arrive, webhooks that were disabled, events that are sold out, or that
    start within a day and have nobody to scan tickets.

    Authorization: organizers for their own events and webhooks, admins for all.
    """

    def __init__(self, read: ConcernReader, events: EventRepository, clock: Clock) -> None:
        self._read = read
        self._events = events
        self._clock = clock

    async def execute(self, actor: Actor) -> Sequence[Concern]:
        scope = await scope_of(actor, None, self._events)
        return await self._read(scope, self._clock())
