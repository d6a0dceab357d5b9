"""Version 1 of the API: its prefix and everything under it."""

from fastapi import APIRouter

from src.presentation.controllers import auth, booking, event, ticket, ticket_type, user

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX)
for controller in (auth, user, event, ticket_type, booking, ticket):
    router.include_router(controller.router)
