"""Discount codes at the edge: shared by carts and orders."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, NotFound, TicketingError
from src.presentation.dependencies.rate_limits import RateLimits

WRONG = ("unknown", "not_applicable")
REFUSES_CODE = ("discount_invalid", "rate_limited")


@asynccontextmanager
async def guessed_code(
    limits: RateLimits, actor: Actor, *, is_guest: bool = False
) -> AsyncIterator[None]:
    """Limit how many discount codes that are not for these tickets an account may enter.

    Guests have a limit together, by their address: who forgets a cookie is another guest.
    """
    async with limits.guess("discount_code", str(actor.id), _is_wrong):
        if not is_guest:
            yield
            return
        async with limits.guess("guests_code", limits.client, _is_wrong, rule="account"):
            yield


@asynccontextmanager
async def guessed_opening(limits: RateLimits) -> AsyncIterator[None]:
    """Limit how many codes that open nothing may be tried from one address."""
    async with limits.guess("opening_code", limits.client, _is_wrong, rule="account"):
        yield


def _is_wrong(refusal: TicketingError) -> bool:
    # What is not there for want of the code that opens it is a wrong code as well.
    is_for_others = isinstance(refusal, DiscountInvalid) and refusal.facts["reason"] in WRONG
    return is_for_others or isinstance(refusal, NotFound)
