"""Relay changes to those who plan mails and webhooks."""

from collections.abc import Sequence

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import UnitOfWorkFactory
from src.application.ports.outbox import MessageHandler
from src.domain.errors import Unavailable
from src.domain.repositories.outbox import OutboxRepository

BATCH = 200


class RelayOutbox:
    """Hands each message of the outbox to every handler, once, and removes it.

    A job that is safe to run at any time and concurrently: handlers store what they plan in the
    transaction that removes the messages, so that a crash undoes both or neither. A batch that
    fails is handed over message by message, and a message that fails alone waits for a later run.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        outbox: OutboxRepository,
        handlers: Sequence[MessageHandler],
        for_each: ForEach[int],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._outbox = outbox
        self._handlers = handlers
        self._for_each = for_each

    async def execute(self) -> int:
        """Relay all messages; their number. Raises RowsFailed for those that failed alone."""
        relayed = last = 0
        alone: list[int] = []
        failed_before = set(self._for_each.waiting())
        while ids := await self._outbox.waiting(last, limit=BATCH):
            last = ids[-1]
            try:
                relayed += await self._relay([id_ for id_ in ids if id_ not in failed_before])
            except Unavailable:
                raise
            except Exception:
                alone += ids
        return relayed + await self._for_each.run(alone, lambda id_: self._relay([id_]))

    async def _relay(self, message_ids: Sequence[int]) -> int:
        async with self._unit_of_work() as uow:
            messages = await uow.outbox.take(message_ids)
            if not messages:
                return 0
            for handler in self._handlers:
                await handler.handle(uow, messages)
            await uow.outbox.remove([message.id for message in messages])
            await uow.commit()
        return len(messages)
