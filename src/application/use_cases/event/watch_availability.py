"""Stream the availability of an event."""

from contextlib import AbstractContextManager

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.availability_streams import AvailabilityStreams
from src.application.live.stream import Stream
from src.domain.entities.user import Actor


class WatchAvailability:
    """Stream the number of available tickets as server-sent events named `availability`.

    Authorization: none; drafts are visible to their managers only. Refused with `unavailable` if
    the server or the client's address has too many open streams.

    One event is sent on connection and one for each change, at most ten a second and fewer the
    more clients watch; comments keep the connection alive. A client that does not read is
    disconnected.
    """

    def __init__(
        self, event_snapshots: Snapshots[int, EventSnapshot], streams: AvailabilityStreams
    ) -> None:
        self._event_snapshots = event_snapshots
        self._streams = streams

    async def execute(
        self, actor: Actor | None, event_id: int, client: str
    ) -> AbstractContextManager[Stream]:
        """Return a context that opens a stream of this client (an address).

        Entering it may raise Unavailable.
        """
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        return self._streams.open(event_id, client)
