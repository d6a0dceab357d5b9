"""Visitors without an account, who become guests when they begin to buy."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends

from src.application.dtos.viewer import OpenedWebSession
from src.application.use_cases.auth.end_web_session import EndWebSession
from src.application.use_cases.guest.bring_guest_along import BringGuestAlong
from src.application.use_cases.guest.start_guest_session import StartGuestSession
from src.domain.entities.user import Actor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.web.visit import CurrentVisit


async def buyer_or_guest(
    visit: CurrentVisit,
    limits: Limits,
    start: Annotated[StartGuestSession, provided("start_guest_session")],
) -> Actor:
    """Return the viewer, or a new guest whom the browser remembers. Raises RateLimited."""
    if (actor := visit.actor) is not None:
        return actor
    await limits.hit("guest", limits.client)
    opened = await start.execute(visit.request.headers.get("user-agent"))
    visit.remember(opened.secret)
    correlation_id = getattr(visit.request.state, "correlation_id", None)
    return Actor(opened.user.id, opened.user.role, correlation_id)


Buyer = Annotated[Actor, Depends(buyer_or_guest)]


async def guest_of_browser(
    visit: CurrentVisit,
    use_case: Annotated[BringGuestAlong, provided("bring_guest_along")],
    end_session: Annotated[EndWebSession, provided("end_web_session")],
) -> Callable[[OpenedWebSession], Awaitable[None]]:
    """Return what to call after a log-in: what a guest of this browser holds comes along.

    Only then does the session before end: should it fail, the guest still has it, and all of it.
    """

    async def bring(opened: OpenedWebSession) -> None:
        if visit.viewer is not None and visit.viewer.is_guest:
            await use_case.execute(Actor(opened.user.id, opened.user.role), visit.viewer.id)
        if (former := visit.session_secret) is not None:
            await end_session.execute(former)

    return bring


BringAlong = Annotated[Callable[[OpenedWebSession], Awaitable[None]], Depends(guest_of_browser)]
