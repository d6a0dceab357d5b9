"""What a discount code takes off, as it was when it was given to an order."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from src.domain.entities.event import Event
from src.domain.shared.money import ZERO, percent_of, split


class DiscountKind(StrEnum):
    """A `percent` off every covered line, or a `fixed` amount off all of them together."""

    PERCENT = "percent"
    FIXED = "fixed"


class DiscountLine(NamedTuple):
    """Tickets of one type that a code may cover, at their list price."""

    event: Event
    ticket_type_id: int
    subtotal: Decimal
    quantity: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountTerms:
    """What a code takes off and off what; an order keeps them, whatever becomes of the code.

    `value` is a percentage, or an amount in `currency`; `max_discount` the most that a percentage
    takes off in all.
    """

    kind: DiscountKind
    value: Decimal
    currency: str | None = None
    owner_id: int | None = None
    event_id: int | None = None
    ticket_type_id: int | None = None
    max_discount: Decimal | None = None

    def covers(self, event: Event, ticket_type_id: int) -> bool:
        """Whether they cover tickets of this type."""
        if self.ticket_type_id is not None:
            return self.ticket_type_id == ticket_type_id
        if self.event_id is not None:
            return self.event_id == event.id
        return self.owner_id is None or self.owner_id == event.organizer_id

    def tickets(self, lines: Sequence[DiscountLine]) -> int:
        """The number of tickets that they cover."""
        return sum(line.quantity for line in lines if self.covers(line.event, line.ticket_type_id))

    def spent(self, lines: Sequence[DiscountLine]) -> Decimal:
        """What the covered tickets cost without a discount."""
        return sum(self._subtotals(lines), ZERO)

    def amounts(self, lines: Sequence[DiscountLine], *, currency: str) -> list[Decimal]:
        """The discount on each line in `currency`; nothing off a line that they do not cover.

        A fixed amount, and a percentage at its cap, is split so that the shares add up to it.
        """
        covered = self._subtotals(lines)
        if self.kind is DiscountKind.FIXED:
            return split(min(self.value, sum(covered, ZERO)), covered, currency)
        amounts = [percent_of(subtotal, self.value, currency) for subtotal in covered]
        if self.max_discount is not None and sum(amounts, ZERO) > self.max_discount:
            return split(self.max_discount, amounts, currency)
        return amounts

    def _subtotals(self, lines: Sequence[DiscountLine]) -> list[Decimal]:
        return [
            line.subtotal if self.covers(line.event, line.ticket_type_id) else ZERO
            for line in lines
        ]
