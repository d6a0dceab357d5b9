"""The cancellation policy of an event: until when buyers give tickets back, and what is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from src.domain.shared.money import percent_of

LONGEST_UNTIL = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationPolicy:
    """What buyers may do without the organizer: until `until` before the event starts.

    For each ticket the organizer keeps `kept_percent` per cent of what was paid and `kept_fixed`,
    an amount in the event's currency, but never more than what was paid.
    """

    until: timedelta
    kept_percent: Decimal
    kept_fixed: Decimal

    def deadline(self, starts_at: datetime) -> datetime:
        """Return the moment from which tickets of an event that starts then stay with the buyer."""
        return starts_at - self.until

    def kept(self, paid: Decimal, currency: str) -> Decimal:
        """Return what the organizer keeps of what was paid for a ticket."""
        return min(paid, percent_of(paid, self.kept_percent, currency) + self.kept_fixed)
