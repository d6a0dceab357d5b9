from enum import StrEnum
from typing import Self


class ProblemCode(StrEnum):
    ACCOUNT_INACTIVE = "account_inactive"
    BODY_TOO_LARGE = "body_too_large"
    CART_EMPTY = "cart_empty"
    DISCOUNT_INVALID = "discount_invalid"
    DUPLICATE = "duplicate"
    EMAIL_NOT_VERIFIED = "email_not_verified"
    FORBIDDEN = "forbidden"
    HEAD_TOO_LARGE = "head_too_large"
    HOLD_EXPIRED = "hold_expired"
    IDEMPOTENCY_IN_PROGRESS = "idempotency_in_progress"
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused"
    INSUFFICIENT_TICKETS = "insufficient_tickets"
    INTERNAL_ERROR = "internal_error"
    INVALID_CREDENTIALS = "invalid_credentials"
    INVALID_SIGNATURE = "invalid_signature"
    INVALID_STATE = "invalid_state"
    IN_USE = "in_use"
    MALFORMED_REQUEST = "malformed_request"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    NOT_AUTHENTICATED = "not_authenticated"
    NOT_FOUND = "not_found"
    PAYOUT_EXCEEDS_BALANCE = "payout_exceeds_balance"
    PROVIDER_ERROR = "provider_error"
    RATE_LIMITED = "rate_limited"
    REFUND_EXCEEDS_PAYMENT = "refund_exceeds_payment"
    REQUEST_TIMEOUT = "request_timeout"
    SALES_CLOSED = "sales_closed"
    SEAT_TAKEN = "seat_taken"
    STALE_VERSION = "stale_version"
    TICKET_LIMIT_EXCEEDED = "ticket_limit_exceeded"
    TOKEN_EXPIRED = "token_expired"
    UNAVAILABLE = "unavailable"
    VALIDATION_FAILED = "validation_failed"

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
