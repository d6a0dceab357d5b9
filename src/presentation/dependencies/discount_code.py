"""Discount codes at the edge: shared by carts and orders."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, TicketingError
from src.presentation.dependencies.rate_limits import RateLimits

REFUSES_CODE = ("discount_invalid", "rate_limited")


@asynccontextmanager
async def guessed_code(
    limits: RateLimits, actor: Actor, *, is_guest: bool = False
) -> AsyncIterator[None]:
    """Limit how many unknown discount codes an account may enter.

    Guests have a limit together, by their address: who forgets a cookie is another guest.
    """
    async with limits.guess("discount_code", str(actor.id), _is_unknown):
        if not is_guest:
            yield
            return
        async with limits.guess("guests_code", limits.client, _is_unknown, rule="account"):
            yield


def _is_unknown(refusal: TicketingError) -> bool:
    return isinstance(refusal, DiscountInvalid) and refusal.facts["reason"] == "unknown"
