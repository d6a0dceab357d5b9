"""Version 1 of the API: its prefix and everything under it."""

from fastapi import APIRouter

from src.presentation.controllers import (
    auth,
    booking,
    event,
    reservation,
    ticket,
    ticket_type,
    user,
    venue,
)

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX)
for controller in (auth, user, venue, event, ticket_type, booking, reservation, ticket):
    router.include_router(controller.router)
