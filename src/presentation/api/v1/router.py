"""Version 1 of the API: its prefix and everything under it."""

from fastapi import FastAPI

from src.presentation.controllers import (
    analytics,
    auth,
    availability,
    booking,
    cart,
    discount,
    event,
    order,
    reservation,
    ticket,
    ticket_type,
    transaction,
    user,
    venue,
)
from src.presentation.utils.location import API_PREFIX

# A request is compared with one route after the other, so what a crowd asks for stands first.
CONTROLLERS = (
    availability,
    booking,
    event,
    ticket,
    reservation,
    ticket_type,
    auth,
    cart,
    order,
    transaction,
    discount,
    user,
    venue,
    analytics,
)


def include_v1(app: FastAPI) -> None:
    """Add all routes, each controller by itself: a router in a router is searched twice."""
    for controller in CONTROLLERS:
        app.include_router(controller.router, prefix=API_PREFIX)
