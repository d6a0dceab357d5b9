"""Disputes as organizers look through them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.dispute import OPEN, DisputeStatus

TO_ANSWER = (DisputeStatus.WARNING, DisputeStatus.NEEDS_RESPONSE)


class DisputeState(StrEnum):
    """Disputes that are not decided yet, those that were lost, and those that came to nothing."""

    OPEN = "open"
    LOST = "lost"
    WON = "won"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDispute:
    """A dispute with its order, as one of its organizers or an admin sees it.

    `is_part` if others sold a part of the order: `amount`, `events` and `has_valid_tickets` are
    then what concerns the reader. `has_valid_tickets` while tickets can still be used.
    """

    id: int
    order_id: int
    order_reference: str
    events: str
    payment_id: int
    transaction_id: int | None
    provider: str
    provider_reference: str
    status: DisputeStatus
    reason: str
    amount: Decimal
    currency: str
    is_part: bool
    is_taken: bool
    has_valid_tickets: bool
    evidence_due_by: datetime | None
    opened_at: datetime
    closed_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_to_answer(self) -> bool:
        """Whether somebody has to answer it at the provider."""
        return self.status in TO_ANSWER

    @property
    def needs_person(self) -> bool:
        """Whether somebody has to answer it, or to decide about tickets that are not paid."""
        is_unpaid = self.status is DisputeStatus.LOST and self.has_valid_tickets
        return self.is_to_answer or is_unpaid
