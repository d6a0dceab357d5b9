from enum import StrEnum
from typing import Self


class TransactionMessageType(StrEnum):
    DISPUTE_CLOSED = "dispute.closed"
    DISPUTE_LOST = "dispute.lost"
    DISPUTE_NEEDS_RESPONSE = "dispute.needs_response"
    DISPUTE_UNDER_REVIEW = "dispute.under_review"
    DISPUTE_WARNING = "dispute.warning"
    DISPUTE_WON = "dispute.won"
    PAYMENT_FAILED = "payment.failed"
    PAYMENT_STARTED = "payment.started"
    PAYMENT_SUCCESS = "payment.success"
    REFUND_FAILED = "refund.failed"
    REFUND_STARTED = "refund.started"
    REFUND_SUCCESS = "refund.success"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A value that a newer service has: a member without a name of its own."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
