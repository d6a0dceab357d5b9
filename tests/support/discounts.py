"""Discount codes."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from tests.support.examples import ORGANIZER
from tests.support.prices import percents


def make_discount(kind: DiscountKind = DiscountKind.PERCENT, **fields: Any) -> Discount:
    """20 per cent, or 20.00 USD, off all events of the organizer."""
    values = {
        "code": "SUMMER",
        "owner_id": ORGANIZER.id,
        "kind": kind,
        "value": Decimal("20.00"),
        "currency": "USD" if kind is DiscountKind.FIXED else None,
        **fields,
    }
    return Discount(**values)


discounts = st.none() | st.builds(
    lambda kind, value: make_discount(kind, id=7, value=value),
    st.sampled_from(DiscountKind),
    percents.filter(bool),
)
"""No code, or one of the organizer that takes a percentage or a sum off all their events."""
