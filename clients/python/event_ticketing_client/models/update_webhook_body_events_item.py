from enum import StrEnum
from typing import Self


class UpdateWebhookBodyEventsItem(StrEnum):
    BOOKING = "booking.*"
    BOOKING_CANCELLED = "booking.cancelled"
    BOOKING_CONFIRMED = "booking.confirmed"
    BOOKING_EXPIRED = "booking.expired"
    BOOKING_PENDING = "booking.pending"
    BOOKING_REFUNDED = "booking.refunded"
    DISPUTE = "dispute.*"
    DISPUTE_CLOSED = "dispute.closed"
    DISPUTE_LOST = "dispute.lost"
    DISPUTE_NEEDS_RESPONSE = "dispute.needs_response"
    DISPUTE_UNDER_REVIEW = "dispute.under_review"
    DISPUTE_WARNING = "dispute.warning"
    DISPUTE_WON = "dispute.won"
    EVENT = "event.*"
    EVENT_CANCELLED = "event.cancelled"
    EVENT_COMPLETED = "event.completed"
    EVENT_CREATED = "event.created"
    EVENT_DELETED = "event.deleted"
    EVENT_SOLD_OUT = "event.sold_out"
    EVENT_UPDATED = "event.updated"
    ORDER = "order.*"
    ORDER_CANCELLED = "order.cancelled"
    ORDER_COMPLETED = "order.completed"
    ORDER_CONFIRMED = "order.confirmed"
    ORDER_EXPIRED = "order.expired"
    ORDER_PENDING = "order.pending"
    PAYMENT = "payment.*"
    PAYMENT_FAILED = "payment.failed"
    PAYMENT_STARTED = "payment.started"
    PAYMENT_SUCCESS = "payment.success"
    REFUND = "refund.*"
    REFUND_FAILED = "refund.failed"
    REFUND_STARTED = "refund.started"
    REFUND_SUCCESS = "refund.success"
    TICKET = "ticket.*"
    TICKET_CANCELLED = "ticket.cancelled"
    TICKET_CHECK_IN_UNDONE = "ticket.check_in_undone"
    TICKET_EXITED = "ticket.exited"
    TICKET_REFUNDED = "ticket.refunded"
    TICKET_REISSUED = "ticket.reissued"
    TICKET_TRANSFERRED = "ticket.transferred"
    TICKET_USED = "ticket.used"

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
