"""A port for reading what is a buyer's own."""

from typing import Protocol

from src.application.dtos.booking import BookingDetails
from src.application.dtos.cart import CartContents
from src.domain.entities.booking import BookingStatus
from src.domain.entities.user import Actor
from src.domain.repositories.page import Page, PageRequest


class OwnReader(Protocol):
    """Reads each by one statement; raises NotFound for a user who does not exist."""

    async def bookings(
        self, viewer: Actor, user_id: int, status: BookingStatus | None, page: PageRequest
    ) -> Page[BookingDetails]:
        """The user's bookings, newest first, with their events as the viewer sees them."""

    async def cart(self, user_id: int) -> CartContents: ...
