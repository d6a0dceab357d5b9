"""The repository of messages that are still to be relayed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A change that others have to hear of: an entry of the audit log, without its values.

    `id` is the entry's: unique, and larger for a later change of the same subject.
    """

    id: int
    at: datetime
    action: str
    subject: str
    subject_id: int
    event_id: int | None


class OutboxRepository(Protocol):
    """Messages, which the audit log writes with its entries."""

    async def waiting(self, after: int, *, limit: int) -> list[int]:
        """Return the ids of messages beyond `after`, oldest first."""

    async def take(self, message_ids: Collection[int]) -> list[OutboxMessage]:
        """Lock and return those of these that nobody else has taken, oldest first."""

    async def remove(self, message_ids: Collection[int]) -> None:
        """Delete messages that were relayed."""
