from enum import StrEnum
from typing import Self


class Scope(StrEnum):
    ANALYTICSREAD = "analytics:read"
    EVENTSREAD = "events:read"
    EVENTSWRITE = "events:write"
    ORDERSREAD = "orders:read"
    ORDERSWRITE = "orders:write"
    TICKETSCHECK_IN = "tickets:check-in"
    USERSWRITE = "users:write"
    WEBHOOKSWRITE = "webhooks:write"

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
