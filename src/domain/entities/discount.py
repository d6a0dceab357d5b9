"""A discount code: a percentage or a fixed amount off the tickets that it covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypedDict

from src.domain.entities.discount_terms import DiscountKind, DiscountLine, DiscountTerms
from src.domain.entities.event import Event
from src.domain.entities.user import Actor, Role
from src.domain.errors import DiscountInvalid, InUse, ValidationFailed
from src.domain.shared.money import payable
from src.domain.shared.times import said_in

HUNDREDTH = Decimal("0.01")
"""The smallest part of a percentage."""

NOT_ITS_TICKETS = "This discount code is not for these tickets."


def code_name(text: str) -> str:
    """The name of a code, however it was typed."""
    return text.strip().upper()


class DiscountChanges(TypedDict, total=False):
    """The editable fields of a code; a missing field keeps its value."""

    code: str
    value: Decimal
    valid_from: datetime | None
    valid_until: datetime | None
    max_uses: int | None
    max_uses_per_user: int | None
    max_tickets: int | None
    min_spend: Decimal | None
    max_discount: Decimal | None
    currency: str | None


@dataclass(kw_only=True, slots=True)
class Discount:
    """A discount code for one ticket type, one event, or all events of its owner.

    Without an owner it covers all events. `used` is the number of orders that count as its uses,
    `used_tickets` the tickets that it covers in them; the database keeps both. `value` is a
    percentage, or an amount in `currency`. `min_spend` is what the covered tickets have to cost,
    `max_discount` the most that a percentage takes off an order, both in `currency`. A code that
    names a hidden ticket type opens it.
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
    max_tickets: int | None = None
    min_spend: Decimal | None = None
    max_discount: Decimal | None = None
    used: int = 0
    used_tickets: int = 0
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def is_managed_by(self, actor: Actor) -> bool:
        """Whether the actor is its owner or an admin; without an owner, an admin."""
        is_owner = actor.role is Role.ORGANIZER and actor.id == self.owner_id
        return actor.is_admin or is_owner

    @property
    def terms(self) -> DiscountTerms:
        """What an order gets that uses it now."""
        return DiscountTerms(
            kind=self.kind,
            value=self.value,
            currency=self.currency,
            owner_id=self.owner_id,
            event_id=self.event_id,
            ticket_type_id=self.ticket_type_id,
            max_discount=self.max_discount,
        )

    @property
    def needs_currency(self) -> bool:
        """Whether one of its fields is an amount of money."""
        amounts = (self.min_spend, self.max_discount)
        return self.kind is DiscountKind.FIXED or any(amount is not None for amount in amounts)

    def check(self, timezone: str) -> None:
        """Raise ValidationFailed when its fields contradict each other; times are of `timezone`."""
        if self.kind is DiscountKind.PERCENT and self.value > 100:
            raise ValidationFailed("body.value", "A percentage is at most 100.")
        if self.kind is DiscountKind.FIXED and self.max_discount is not None:
            message = "A fixed amount takes off no more than itself: leave the cap out."
            raise ValidationFailed("body.max_discount", message)
        if not self.value and self.ticket_type_id is None:
            message = "A code that takes nothing off has to name the ticket type that it opens."
            raise ValidationFailed("body.value", message, reason="greater_than")
        if self.needs_currency and self.currency is None:
            message = "An amount of money for several events needs a currency."
            raise ValidationFailed("body.currency", message, reason="missing")
        self.value = self._exact_value()
        self.min_spend = self._exact("min_spend", self.min_spend)
        self.max_discount = self._exact("max_discount", self.max_discount)
        if self.valid_from and self.valid_until and self.valid_until <= self.valid_from:
            raise ValidationFailed(
                "body.valid_until",
                f"The code is valid from {said_in(self.valid_from, timezone)}, but only until "
                f"{said_in(self.valid_until, timezone)} ({timezone}): nobody could use it.",
            )

    def _exact_value(self) -> Decimal:
        if self.kind is DiscountKind.FIXED and self.currency is not None:
            return payable(self.value, self.currency, field="body.value")
        if self.value != (percentage := self.value.quantize(HUNDREDTH)):
            message = "A percentage has 2 decimals at most."
            raise ValidationFailed("body.value", message, reason="decimal_max_places")
        return percentage

    def _exact(self, field: str, amount: Decimal | None) -> Decimal | None:
        if amount is None or self.currency is None:
            return amount
        return payable(amount, self.currency, field=f"body.{field}")

    def edit(self, changes: DiscountChanges, *, timezone: str, currency: str | None = None) -> None:
        """Apply `changes`; the first amount of a percentage is in `currency`, its event's.

        Raises ValidationFailed, InUse (a limit below its uses).
        """
        given = changes.get("currency")
        known = self.currency or currency
        if given is not None and known is not None and given != known:
            raise ValidationFailed("body.currency", f"The amounts of this code are in {known}.")
        for field, value in changes.items():
            if field != "currency":
                setattr(self, field, value)
        self.currency = (known or given) if self.needs_currency else None
        self.check(timezone)
        if self.max_uses is not None and self.max_uses < self.used:
            raise InUse(f"The code was used {self.used} times already.")
        if self.max_tickets is not None and self.max_tickets < self.used_tickets:
            raise InUse(f"The code was used for {self.used_tickets} tickets already.")

    def delete(self, now: datetime) -> None:
        """Soft-delete the code, which frees its name; orders keep their discount."""
        self.deleted_at = now

    def covers(self, event: Event, ticket_type_id: int) -> bool:
        """Whether the code covers tickets of this type."""
        return self.terms.covers(event, ticket_type_id)

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

    def has_room(self, tickets: int) -> bool:
        """Whether its limits leave room for one more use, of so many tickets."""
        has_use = self.max_uses is None or self.used < self.max_uses
        return has_use and (
            self.max_tickets is None or self.used_tickets + tickets <= self.max_tickets
        )

    def require_room(self, tickets: int) -> None:
        """Raise DiscountInvalid unless it can be used for so many tickets more."""
        if self.max_tickets is None or self.used_tickets + tickets <= self.max_tickets:
            return
        left = max(0, self.max_tickets - self.used_tickets)
        if not left:
            raise DiscountInvalid("used_up", "This discount code has been used up.")
        message = f"This discount code is good for {left} of these tickets only."
        raise DiscountInvalid("too_many_tickets", message)

    def amounts(self, lines: Sequence[DiscountLine], *, currency: str) -> list[Decimal]:
        """Return the discount on each line, in whole units of the currency.

        Raises DiscountInvalid when it covers none of the lines, has another currency, or when
        they cost less than its minimum.
        """
        terms = self.terms
        if not terms.tickets(lines):
            raise DiscountInvalid("not_applicable", NOT_ITS_TICKETS)
        if self.currency not in (None, currency):
            raise DiscountInvalid(
                "other_currency", f"This discount code is for prices in {self.currency}."
            )
        if self.min_spend is not None and terms.spent(lines) < self.min_spend:
            raise DiscountInvalid(
                "below_minimum",
                f"This discount code needs tickets for at least {self.min_spend} {currency}.",
            )
        return terms.amounts(lines, currency=currency)

    def record_use(self, tickets: int, *, uses: int = 1) -> None:
        """Count one more use, of so many tickets; negative ones are taken back."""
        self.used += uses
        self.used_tickets += tickets
