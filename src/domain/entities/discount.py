"""A discount code: a percentage or a fixed amount off the tickets that it covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypedDict

from src.domain.entities.event import Event
from src.domain.entities.user import Actor, Role
from src.domain.errors import DiscountInvalid, InUse, ValidationFailed
from src.domain.shared.money import ZERO, payable, percent_of, split
from src.domain.shared.times import said_in

HUNDREDTH = Decimal("0.01")
"""The smallest part of a percentage."""


class DiscountKind(StrEnum):
    """A `percent` off every covered line, or a `fixed` amount off all of them together."""

    PERCENT = "percent"
    FIXED = "fixed"


class DiscountChanges(TypedDict, total=False):
    """The editable fields of a code; a missing field keeps its value."""

    code: str
    value: Decimal
    valid_from: datetime | None
    valid_until: datetime | None
    max_uses: int | None
    max_uses_per_user: int | None


@dataclass(kw_only=True, slots=True)
class Discount:
    """A discount code for one ticket type, one event, or all events of its owner.

    Without an owner it covers all events. `used` is the number of live orders with the code; the
    database keeps it. `value` is a percentage, or an amount in `currency`.
    """

    id: int = 0
    code: str
    owner_id: int | None
    kind: DiscountKind
    value: Decimal
    currency: str | None = None
    event_id: int | None = None
    ticket_type_id: int | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    max_uses: int | None = None
    max_uses_per_user: int | None = None
    used: int = 0
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def is_managed_by(self, actor: Actor) -> bool:
        """Whether the actor is its owner or an admin; without an owner, an admin."""
        is_owner = actor.role is Role.ORGANIZER and actor.id == self.owner_id
        return actor.is_admin or is_owner

    def check(self, timezone: str) -> None:
        """Raise ValidationFailed when its fields contradict each other; times are of `timezone`."""
        if self.kind is DiscountKind.PERCENT and self.value > 100:
            raise ValidationFailed("body.value", "A percentage is at most 100.")
        self.value = self._exact_value()
        if self.valid_from and self.valid_until and self.valid_until <= self.valid_from:
            raise ValidationFailed(
                "body.valid_until",
                f"The code is valid from {said_in(self.valid_from, timezone)}, but only until "
                f"{said_in(self.valid_until, timezone)} ({timezone}): nobody could use it.",
            )

    def _exact_value(self) -> Decimal:
        if self.currency is not None:
            return payable(self.value, self.currency, field="body.value")
        if self.value != (percentage := self.value.quantize(HUNDREDTH)):
            message = "A percentage has 2 decimals at most."
            raise ValidationFailed("body.value", message, reason="decimal_max_places")
        return percentage

    def edit(self, changes: DiscountChanges, *, timezone: str) -> None:
        """Apply `changes`. Raises ValidationFailed, InUse (a limit below its uses)."""
        for field, value in changes.items():
            setattr(self, field, value)
        self.check(timezone)
        if self.max_uses is not None and self.max_uses < self.used:
            raise InUse(f"The code was used {self.used} times already.")

    def delete(self, now: datetime) -> None:
        """Soft-delete the code; orders keep their discount, and the code stays taken."""
        self.deleted_at = now

    def covers(self, event: Event, ticket_type_id: int) -> bool:
        """Whether the code covers tickets of this type."""
        if self.ticket_type_id is not None:
            return self.ticket_type_id == ticket_type_id
        if self.event_id is not None:
            return self.event_id == event.id
        return self.owner_id is None or self.owner_id == event.organizer_id

    def require_usable(self, *, used_by_user: int, now: datetime) -> None:
        """Raise DiscountInvalid unless a user with `used_by_user` uses can use it now."""
        if self.deleted_at is not None:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        if self.valid_from is not None and now < self.valid_from:
            raise DiscountInvalid("not_started", "This discount code is not valid yet.")
        if self.valid_until is not None and now >= self.valid_until:
            raise DiscountInvalid("expired", "This discount code is no longer valid.")
        if self.max_uses is not None and self.used >= self.max_uses:
            raise DiscountInvalid("used_up", "This discount code has been used up.")
        if self.max_uses_per_user is not None and used_by_user >= self.max_uses_per_user:
            raise DiscountInvalid("used_up_by_you", "You have used this discount code already.")

    def amounts(
        self, lines: Sequence[tuple[Event, int, Decimal]], *, currency: str
    ) -> list[Decimal]:
        """Return the discount on each line of (event, ticket type id, subtotal), in whole units.

        Raises DiscountInvalid when it covers none of the lines or has another currency.
        """
        covered = [
            subtotal if self.covers(event, ticket_type_id) else ZERO
            for event, ticket_type_id, subtotal in lines
        ]
        if not any(self.covers(event, ticket_type_id) for event, ticket_type_id, _ in lines):
            raise DiscountInvalid("not_applicable", "This discount code is not for these tickets.")
        if self.kind is DiscountKind.PERCENT:
            return [percent_of(subtotal, self.value, currency) for subtotal in covered]
        if self.currency != currency:
            raise DiscountInvalid(
                "other_currency", f"This discount code is for prices in {self.currency}."
            )
        return split(min(self.value, sum(covered, ZERO)), covered, currency)
