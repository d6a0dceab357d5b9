"""A venue: a place where events happen, and its seats."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from src.domain.entities.user import Actor, Role
from src.domain.errors import InUse, ValidationFailed

MAX_SEATS_PER_CALL = 50_000
MAX_SEATS = 100_000
"""Seats of a venue in all: as many as all but a few of the world's stadiums have, and a seat map
that a browser can still show."""


class VenueChanges(TypedDict, total=False):
    """The fields of a venue that may be edited; a missing one stays as it is."""

    name: str
    location: str | None
    timezone: str


@dataclass(slots=True)
class Seat:
    """One seat of a venue. It never changes; making a frozen one would take three times as long.

    The natural order, everywhere: section, then row and seat number, each of them the shorter
    before the longer and then by code point. So 2 comes before 10, and Z before AA.
    """

    id: int
    section: str
    row: str
    seat_number: str


@dataclass(kw_only=True, slots=True)
class Venue:
    """`timezone` is the one of events there that name none; whoever made it, owns it."""

    id: int = 0
    name: str
    location: str | None = None
    timezone: str = "UTC"
    owner_id: int
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def is_managed_by(self, actor: Actor) -> bool:
        """Its owner or an admin."""
        is_owner = actor.role is Role.ORGANIZER and actor.id == self.owner_id
        return actor.is_admin or is_owner

    def edit(self, changes: VenueChanges) -> None:
        """Apply the fields given. Events keep the name and the time zone they took over."""
        for field, value in changes.items():
            setattr(self, field, value)

    def require_room(self, *, existing: int, new: int) -> None:
        """Raises ValidationFailed when the new seats would be more than a venue may have."""
        if existing + new > MAX_SEATS:
            raise ValidationFailed(
                "body.seats",
                f"A venue may have at most {MAX_SEATS} seats, and this one has {existing}.",
                reason="too_many_seats",
            )

    def delete(self, *, open_events: int, now: datetime) -> None:
        """Take it from sight; past events keep it. Raises InUse while others are to come."""
        if open_events:
            raise InUse("Events take place here that are not over. Move or cancel them first.")
        self.deleted_at = now
