"""Price tiers in the row of their ticket type, as JSON: a sale reads them with it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from src.domain.entities.price_tier import PriceTier


def tiers_to_json(tiers: Sequence[PriceTier]) -> list[dict[str, Any]] | None:
    """What the column holds: nothing without tiers. Amounts are texts, never floats."""
    if not tiers:
        return None
    return [
        {
            "name": tier.name,
            "price": str(tier.price),
            "until": tier.until.isoformat() if tier.until else None,
            "up_to": tier.up_to,
        }
        for tier in tiers
    ]


def tiers_from_json(stored: Sequence[Mapping[str, Any]] | None) -> tuple[PriceTier, ...]:
    """The tiers of a row."""
    return tuple(
        PriceTier(
            name=tier["name"],
            price=Decimal(tier["price"]),
            until=datetime.fromisoformat(tier["until"]) if tier["until"] else None,
            up_to=tier["up_to"],
        )
        for tier in stored or ()
    )
