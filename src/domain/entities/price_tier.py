"""Price tiers: prices of a ticket type that hold until a time, or for its first tickets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.domain.errors import ValidationFailed

MAX_TIERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceTier:
    """A price until a time, for tickets of the type up to a number, or until either is reached."""

    name: str
    price: Decimal
    until: datetime | None = None
    up_to: int | None = None

    def is_over(self, now: datetime, taken: int) -> bool:
        """Whether another price is in force, when `taken` tickets of the type are sold or held."""
        is_late = self.until is not None and now >= self.until
        return is_late or (self.up_to is not None and taken >= self.up_to)


@dataclass(frozen=True, slots=True)
class PriceInForce:
    """A price, and the tier that it is of; None once all tiers are over."""

    price: Decimal
    tier: PriceTier | None = None


def price_in_force(
    price: Decimal, tiers: Sequence[PriceTier], *, now: datetime, taken: int
) -> PriceInForce:
    """The price of the first tier that is not over, else `price`.

    `taken` is the number of tickets of the type that are sold or held.
    """
    for tier in tiers:
        if not tier.is_over(now, taken):
            return PriceInForce(tier.price, tier)
    return PriceInForce(price)


def prices_in_force(
    price: Decimal, tiers: Sequence[PriceTier], *, now: datetime, taken: int
) -> Iterator[Decimal]:
    """The prices of the next tickets, one after the other: each is sold after the one before."""
    while True:
        yield price_in_force(price, tiers, now=now, taken=taken).price
        taken += 1


def require_price_tiers(tiers: Sequence[PriceTier], *, path: str = "body.price_tiers") -> None:
    """Raise ValidationFailed for tiers that never end, or that end before the one before them."""
    if len(tiers) > MAX_TIERS:
        raise ValidationFailed(path, f"A ticket type has at most {MAX_TIERS} price tiers.")
    last_until: datetime | None = None
    last_up_to = 0
    for number, tier in enumerate(tiers):
        if tier.until is None and tier.up_to is None:
            message = f'Say when "{tier.name}" ends: at a time, after a number of tickets, or both.'
            raise ValidationFailed(f"{path}.{number}.until", message, reason="missing")
        if tier.until is not None:
            if last_until is not None and tier.until <= last_until:
                message = f'"{tier.name}" has to end after the price tiers before it.'
                raise ValidationFailed(f"{path}.{number}.until", message)
            last_until = tier.until
        if tier.up_to is not None:
            if tier.up_to <= last_up_to:
                message = (
                    f'"{tier.name}" has to go up to more than {last_up_to} tickets: the number '
                    "counts all tickets of the type, those of the tiers before it too."
                )
                raise ValidationFailed(f"{path}.{number}.up_to", message)
            last_up_to = tier.up_to
