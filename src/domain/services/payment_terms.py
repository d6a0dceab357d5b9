"""How long tickets wait for money that takes days, and what a bank transfer can pay for.

Organizers say it for their events. Where they say nothing, such money has as long as any other.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from src.domain.entities.event import Event
from src.domain.errors import ValidationFailed

MOST_DAYS = 30
"""The most days that an event may let tickets wait for money."""

SHORTEST = timedelta(days=1)
"""A bank transfer needs a day at least: with less time left it is not offered."""


def waits_until(events: Collection[Event], held_since: datetime) -> datetime | None:
    """Until when tickets of these events, held together, may wait for money that takes days.

    None if one of the events does not let them wait longer than any other hold. Never beyond the
    start of an event, nor beyond the end of its sales, after which nobody else could buy them.
    """
    ends: list[datetime] = []
    for event in events:
        if event.payment_days is None:
            return None
        ends += [held_since + timedelta(days=event.payment_days), event.date_time]
        ends += [event.sales_end] if event.sales_end is not None else []
    return min(ends, default=None)


def require_bank_transfer(events: Collection[Event], held_since: datetime, now: datetime) -> None:
    """Raise ValidationFailed unless buyers may pay for all these events by one bank transfer."""
    if (why := why_no_bank_transfer(events, held_since, now)) is not None:
        raise ValidationFailed("body.provider", why)


def why_no_bank_transfer(
    events: Collection[Event], held_since: datetime, now: datetime
) -> str | None:
    """Why the events cannot be paid by one bank transfer, None if they can."""
    if not all(event.allows_bank_transfer for event in events):
        return "This cannot be paid by bank transfer. Choose another way to pay."
    if len({event.payment_instructions or None for event in events}) > 1:
        return (
            "These events are paid to different accounts: order them apart, "
            "or choose another way to pay."
        )
    until = waits_until(events, held_since)
    if until is not None and until - now < SHORTEST:
        return "It is too late for a bank transfer. Choose another way to pay."
    return None


def offers_bank_transfer(events: Collection[Event], held_since: datetime, now: datetime) -> bool:
    """Whether a bank transfer is possible, and has the days that it takes."""
    has_days = waits_until(events, held_since) is not None
    return has_days and why_no_bank_transfer(events, held_since, now) is None


def instructions_for(events: Collection[Event], default: str) -> str:
    """Where a bank transfer for these events goes; `default` where they do not say."""
    named = {event.payment_instructions or default for event in events}
    return named.pop() if len(named) == 1 else default
