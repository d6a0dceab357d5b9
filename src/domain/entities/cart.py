"""A cart: what a user means to buy. It takes no stock."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(kw_only=True, slots=True)
class CartItem:
    """Tickets of one type; `seat_ids` where the buyer chose seats, as many as `quantity`."""

    id: int = 0
    user_id: int
    event_id: int
    ticket_type_id: int
    quantity: int
    seat_ids: list[int] = field(default_factory=list)
    created_at: datetime | None = None
    updated_at: datetime | None = None
