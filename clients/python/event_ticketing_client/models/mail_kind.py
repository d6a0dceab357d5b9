from enum import StrEnum
from typing import Self


class MailKind(StrEnum):
    BOOKING_CONFIRMED = "booking_confirmed"
    DISPUTE_DUE = "dispute_due"
    DISPUTE_LOST = "dispute_lost"
    DISPUTE_OPENED = "dispute_opened"
    DISPUTE_WON = "dispute_won"
    EVENT_CANCELLED = "event_cancelled"
    EVENT_CHANGED = "event_changed"
    FIND_TICKETS = "find_tickets"
    ORDER_CONFIRMED = "order_confirmed"
    PAYMENT_AWAITED = "payment_awaited"
    PAYMENT_FAILED = "payment_failed"
    PAYMENT_REMINDER = "payment_reminder"
    PAYMENT_RETURNED = "payment_returned"
    PAYOUT = "payout"
    REFUND = "refund"
    REFUND_FAILED = "refund_failed"
    RESET_PASSWORD = "reset_password"
    TICKETS_CANCELLED = "tickets_cancelled"
    TICKET_GIVEN = "ticket_given"
    TICKET_RECEIVED = "ticket_received"
    TRANSFER_OFFERED = "transfer_offered"
    VERIFY_EMAIL = "verify_email"

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
