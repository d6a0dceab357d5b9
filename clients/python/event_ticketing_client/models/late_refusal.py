from enum import StrEnum
from typing import Self


class LateRefusal(StrEnum):
    BUYER_DELETED = "buyer_deleted"
    CURRENCY_CHANGED = "currency_changed"
    EVENT_CANCELLED = "event_cancelled"
    EVENT_DELETED = "event_deleted"
    EVENT_OVER = "event_over"
    OVER_LIMIT = "over_limit"
    TICKETS_GONE = "tickets_gone"

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
