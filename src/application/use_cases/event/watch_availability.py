"""Watch what can still be bought."""

from contextlib import AbstractContextManager

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.live.availability_streams import AvailabilityStreams, Stream
from src.domain.entities.user import Actor


class WatchAvailability:
    """Watch how many tickets are left: server-sent events named `availability`.

    Open to everybody; a draft exists for those who manage it alone. One event on connecting,
    one for each change, at most ten a second and fewer the more watch; comments keep the connection
    alive. A client that does not read is disconnected. Refused with `unavailable` when the
    server has as many watchers as it can bear, or the client's address has its share of them.
    """

    def __init__(
        self, event_snapshots: Snapshots[int, EventSnapshot], streams: AvailabilityStreams
    ) -> None:
        self._event_snapshots = event_snapshots
        self._streams = streams

    async def execute(
        self, actor: Actor | None, event_id: int, client: str
    ) -> AbstractContextManager[Stream]:
        """Entering the context opens a stream of this client (an address).

        It raises Unavailable beyond the limits.
        """
        snapshot = await self._event_snapshots.get(event_id)
        snapshot.event.require_visible_to(actor)
        return self._streams.open(event_id, client)
