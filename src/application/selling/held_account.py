"""Why the account of a buyer could not be held for a sale."""

from collections.abc import Mapping

from src.domain.entities.user import User
from src.domain.errors import NotFound, TicketingError, Unavailable

BUSY_ACCOUNT = "Your account is being changed at this moment. Please try again."


def why_not_held(buyer_id: int, users: Mapping[int, User]) -> TicketingError:
    """NotFound for an account that is gone, Unavailable for one that somebody has locked."""
    buyer = users.get(buyer_id)
    if buyer is None or buyer.deleted_at is not None:
        return NotFound("user", buyer_id)
    return Unavailable(BUSY_ACCOUNT)
