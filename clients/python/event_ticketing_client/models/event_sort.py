from enum import StrEnum
from typing import Self


class EventSort(StrEnum):
    CREATED_AT = "created_at"
    DATE_TIME = "date_time"
    PRICE = "price"
    VALUE_1 = "-date_time"
    VALUE_3 = "-price"
    VALUE_5 = "-created_at"

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
