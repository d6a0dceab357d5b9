"""A booking with what a person wants to see beside it."""

from dataclasses import dataclass

from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import User


@dataclass(frozen=True, slots=True)
class BookingDetails:
    """The booking (with its tickets), who made it, and what it is for."""

    booking: Booking
    user: User
    event: Event
