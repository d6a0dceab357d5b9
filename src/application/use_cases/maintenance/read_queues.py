"""Read the state of queues and background jobs."""

from src.application.access import require_admin
from src.application.dtos.health import QueuesReport
from src.application.ports.database import Clock
from src.application.ports.health import QueuesReader
from src.domain.entities.user import Actor


class ReadQueues:
    """Read what waits in the background: mails, webhook deliveries, changes in the outbox, lapsed
    reservations and refunds, and when each job ran.

    Authorization: admins.
    """

    def __init__(self, read: QueuesReader, clock: Clock) -> None:
        self._read = read
        self._clock = clock

    async def execute(self, actor: Actor) -> QueuesReport:
        require_admin(actor)
        return await self._read(self._clock())
