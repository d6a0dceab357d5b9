"""The column type of amounts of money."""

from decimal import Decimal
from typing import Any

from tortoise.fields import Field

from src.domain.shared.money import ZERO


class MoneyField(Field[Decimal], Decimal):  # type: ignore[misc]
    """A `numeric` without precision and scale: how many decimals is the currency's business.

    The driver gives multiples of 10,000 without decimals as `3E+4`; here they become 30000.
    """

    SQL_TYPE = "NUMERIC"
    skip_to_python_if_native = False

    def to_python_value(self, value: Any) -> Decimal | None:
        return None if value is None else Decimal(value) + ZERO
