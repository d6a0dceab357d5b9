"""Request and response bodies of cancellation policies."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic.config import JsonDict

from src.domain.entities.cancellation_policy import LONGEST_UNTIL, CancellationPolicy
from src.presentation.schemas.body import Body, Sentences
from src.presentation.schemas.fields import Answer, Percent, Price, Rate, StoredMoney, with_example

POLICY_EXAMPLE: JsonDict = {"until": "P7D", "kept_percent": "10.00", "kept_fixed": "2.00"}
DURATION = r"^P(?!$)(\d{1,3}D)?(T(?!$)(\d{1,4}H)?(\d{1,6}M)?)?$"


def _duration(value: Any) -> timedelta:
    if isinstance(value, timedelta):
        return value
    found = re.fullmatch(DURATION, value, re.ASCII) if isinstance(value, str) else None
    if found is None:
        raise ValueError("must be days, hours and minutes such as P7D, PT48H or P1DT12H")
    days, _, hours, minutes = (part and part.strip("TDHM") for part in found.groups())
    return timedelta(days=int(days or 0), hours=int(hours or 0), minutes=int(minutes or 0))


def _spelt(duration: timedelta) -> str:
    """The duration in whole days, hours and minutes, by ISO 8601."""
    hours, minutes = divmod(duration.seconds // 60, 60)
    days = f"{duration.days}D" if duration.days else ""
    time = f"{f'{hours}H' if hours else ''}{f'{minutes}M' if minutes else ''}"
    return f"P{days}{f'T{time}' if time else ''}" if days or time else "PT0M"


Duration = Annotated[
    timedelta,
    BeforeValidator(_duration),
    Field(le=LONGEST_UNTIL),
    PlainSerializer(_spelt, return_type=str),
    WithJsonSchema({"type": "string", "pattern": DURATION}),
]
"""By ISO 8601, in days, hours and minutes: a month or a year is not always as long."""


class CancellationPolicyAnswer(Answer):
    """Until when buyers may give tickets back, and what is kept of each."""

    model_config = with_example(POLICY_EXAMPLE)

    until: Duration = Field(description="How long before the start of the event that ends.")
    kept_percent: Rate
    kept_fixed: StoredMoney


class CancellationPolicyBody(Body):
    """Until when buyers may give tickets back, and what the organizer keeps of each ticket."""

    model_config = with_example(POLICY_EXAMPLE)

    not_here: ClassVar[Sentences] = {}

    until: Duration = Field(
        description="How long before the start of the event that ends, at most 366 days. "
        "`PT0M` is until it starts."
    )
    kept_percent: Percent = Field(
        Decimal("0.00"), description="Per cent of what was paid, fees and taxes included."
    )
    kept_fixed: Price = Field(
        Decimal("0.00"), description="For each ticket, in the event's currency."
    )

    def to_policy(self) -> CancellationPolicy:
        """The policy of the domain."""
        return CancellationPolicy(
            until=self.until, kept_percent=self.kept_percent, kept_fixed=self.kept_fixed
        )
