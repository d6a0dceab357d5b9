"""Load the viewers of concurrent requests for pages together."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime, timedelta

from src.application.concurrency.lanes import Lanes
from src.application.dtos.viewer import Viewer
from src.application.ports.database import Clock, UnitOfWorkFactory

SEEN_EVERY = timedelta(minutes=5)
"""How exact `last_seen_at` is: a page that is looked at writes this often."""

ViewerLanes = Lanes[None, bytes, Viewer | None]
ReadViewers = Callable[[Collection[bytes], datetime], Awaitable[dict[bytes, Viewer]]]


class LoadViewers:
    """The batch function of the viewers' lane: one query for all waiting requests."""

    def __init__(
        self,
        read_viewers: ReadViewers,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        lifetime: timedelta,
    ) -> None:
        self._read_viewers = read_viewers
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._lifetime = lifetime

    async def execute(self, _: None, hashes: Sequence[bytes]) -> list[Viewer | Exception | None]:
        """Return the viewer of each session; None where it has ended or the account may not."""
        now = self._clock()
        found = await self._read_viewers(set(hashes), now)
        viewers = {key: viewer for key, viewer in found.items() if viewer.is_active}
        stale = {
            viewer.session_id
            for viewer in viewers.values()
            if viewer.last_seen_at < now - SEEN_EVERY
        }
        if stale:
            async with self._unit_of_work() as uow:
                await uow.web_sessions.see(stale, now=now, until=now + self._lifetime)
                await uow.commit()
        return [viewers.get(key) for key in hashes]
