"""Port for those who have to hear of changes: mail, and the systems of organizers."""

from collections.abc import Sequence
from typing import Protocol

from src.application.ports.database import UnitOfWork
from src.domain.repositories.outbox import OutboxMessage

__all__ = ["MessageHandler", "OutboxMessage"]


class MessageHandler(Protocol):
    """Plans what a message leads to, such as a mail to send or a webhook to deliver."""

    async def handle(self, uow: UnitOfWork, messages: Sequence[OutboxMessage]) -> None:
        """Store what is to be done, in the transaction that removes the messages.

        What is done at the same time by nobody else: the messages are locked. Nothing outside
        the database may be called here. A message may come again, if its transaction failed.
        """
