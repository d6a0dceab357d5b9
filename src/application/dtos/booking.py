"""A booking with its user and its event."""

from dataclasses import dataclass

from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.user import User


@dataclass(frozen=True, slots=True)
class BookingDetails:
    """A booking (with its tickets), its user and its event."""

    booking: Booking
    user: User
    event: Event
