"""Discount codes at the edge: shared by carts and orders."""

from contextlib import AbstractAsyncContextManager

from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, TicketingError
from src.presentation.dependencies.rate_limits import RateLimits

REFUSES_CODE = ("discount_invalid", "rate_limited")


def guessed_code(limits: RateLimits, actor: Actor) -> AbstractAsyncContextManager[None]:
    """Limit how many unknown discount codes an account may enter."""
    return limits.guess("discount_code", str(actor.id), _is_unknown)


def _is_unknown(refusal: TicketingError) -> bool:
    return isinstance(refusal, DiscountInvalid) and refusal.facts["reason"] == "unknown"
