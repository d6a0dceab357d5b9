"""A dispute: a buyer asks their bank for the money of a payment, and the bank may take it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class DisputeStatus(StrEnum):
    """`warning` is an inquiry, for which no money is taken yet; `closed` one that came to nothing.

    Until `evidence_due_by` somebody answers a dispute that `needs_response`; the bank decides.
    """

    WARNING = "warning"
    NEEDS_RESPONSE = "needs_response"
    UNDER_REVIEW = "under_review"
    WON = "won"
    LOST = "lost"
    CLOSED = "closed"


class MoneyOfDispute(StrEnum):
    """Where the disputed money is: with the seller, held by the bank, or with the buyer."""

    KEPT = "kept"
    HELD = "held"
    GONE = "gone"


OPEN = frozenset({DisputeStatus.WARNING, DisputeStatus.NEEDS_RESPONSE, DisputeStatus.UNDER_REVIEW})
DECIDED = frozenset({DisputeStatus.WON, DisputeStatus.LOST, DisputeStatus.CLOSED})

LATER = {
    DisputeStatus.WARNING: frozenset(DisputeStatus),
    DisputeStatus.NEEDS_RESPONSE: frozenset({DisputeStatus.UNDER_REVIEW, *DECIDED}),
    DisputeStatus.UNDER_REVIEW: frozenset({DisputeStatus.NEEDS_RESPONSE, *DECIDED}),
    # A bank can decide again after an appeal, and an inquiry that was closed can become a dispute.
    DisputeStatus.WON: frozenset({DisputeStatus.LOST}),
    DisputeStatus.LOST: frozenset({DisputeStatus.WON}),
    DisputeStatus.CLOSED: frozenset(DisputeStatus) - {DisputeStatus.WARNING},
}
"""What can follow; anything else is older than what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeReport:
    """A dispute as its provider has it now.

    `is_taken` while the provider has withdrawn the money.
    """

    reference: str
    status: DisputeStatus
    reason: str
    amount: Decimal
    currency: str
    evidence_due_by: datetime | None
    is_taken: bool
    opened_at: datetime


@dataclass(kw_only=True, slots=True)
class Dispute:
    """A dispute of a payment; `transaction_id` is the movement of its money, once there was one."""

    id: int = 0
    order_id: int
    payment_id: int
    transaction_id: int | None = None
    provider: str
    provider_reference: str
    status: DisputeStatus
    reason: str
    amount: Decimal
    currency: str
    evidence_due_by: datetime | None = None
    is_taken: bool = False
    opened_at: datetime
    closed_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is not decided yet."""
        return self.status in OPEN

    @property
    def money(self) -> MoneyOfDispute:
        """Where the disputed money is."""
        if not self.is_taken:
            return MoneyOfDispute.KEPT
        return MoneyOfDispute.GONE if self.status is DisputeStatus.LOST else MoneyOfDispute.HELD

    def follow(self, report: DisputeReport, now: datetime) -> None:
        """Record what its provider says; nothing if that is older than what is known.

        Reports come in any order, more than once, and late.
        """
        is_same = report.status is self.status
        if not is_same and report.status not in LATER[self.status]:
            return
        self.is_taken = self._is_taken(report, is_same=is_same)
        self.status, self.reason = report.status, report.reason
        self.amount, self.currency = report.amount, report.currency
        self.evidence_due_by = report.evidence_due_by
        if self.is_open:
            self.closed_at = None
        elif self.closed_at is None or not is_same:
            self.closed_at = now

    def _is_taken(self, report: DisputeReport, *, is_same: bool) -> bool:
        """Of two reports with the same status, the older one can come later."""
        if not is_same:
            return report.is_taken
        if report.status in (DisputeStatus.WON, DisputeStatus.CLOSED):
            return self.is_taken and report.is_taken
        return self.is_taken or report.is_taken
