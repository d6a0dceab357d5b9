"""The repository of disputes."""

from collections.abc import Sequence
from typing import Protocol

from src.domain.entities.dispute import Dispute


class DisputeRepository(Protocol):
    """Disputes. A caller that changes one holds the lock of its order."""

    async def by_reference(self, provider: str, reference: str) -> Dispute | None: ...

    async def of_payment(self, payment_id: int) -> list[Dispute]:
        """Return all disputes of a payment, oldest first."""

    async def open(self, *, after_id: int, limit: int) -> Sequence[Dispute]:
        """Return those that are not decided yet with ids above `after_id`, in id order."""

    async def add(self, dispute: Dispute) -> None:
        """Store a new dispute and set its id."""

    async def save(self, dispute: Dispute) -> None:
        """Store what can change of it."""
