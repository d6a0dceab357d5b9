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
    then what concerns the reader, and an administrator settles what is owed or paid twice.
    `has_valid_tickets` while tickets can still be used. `owed_amount` is what the buyer of a
    cancelled order is to have back after a dispute that was won. `paid_twice_amount` was refunded
    too: the buyer has it twice if the dispute is lost, until an administrator has noted what came
    of it.
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
    owed_amount: Decimal
    paid_twice_amount: Decimal
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
        """Whether somebody has to answer it, or to decide about tickets or money afterwards."""
        is_unpaid = self.status is DisputeStatus.LOST and self.has_valid_tickets
        is_money_left = bool(self.owed_amount or (self.paid_twice_amount and not self.is_open))
        return self.is_to_answer or is_unpaid or is_money_left
