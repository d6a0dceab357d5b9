"""A venue where events take place, and its seats."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from src.domain.entities.user import Actor, Role
from src.domain.errors import InUse, ValidationFailed
from src.domain.shared.country import require_country

MAX_SEATS_PER_CALL = 50_000
MAX_SEATS = 100_000
"""Seats of a venue in all: as many as all but a few of the world's stadiums have, and a seat map
that a browser can still show."""


class VenueChanges(TypedDict, total=False):
    """The editable fields of a venue; a missing field keeps its value."""

    name: str
    location: str | None
    country: str | None
    timezone: str
    latitude: float | None
    longitude: float | None


@dataclass(slots=True)
class Seat:
    """A seat of a venue. It never changes; creating frozen instances takes three times as long.

    The natural order of seats is by section, row and seat number, each as people read labels
    (see `label_key`): 2 comes before 2A, that before 10, and Z before AA.
    """

    id: int
    section: str
    row: str
    seat_number: str


@dataclass(kw_only=True, slots=True)
class Venue:
    """A venue, owned by the user who created it; `timezone` is the default of its events.

    Its events are in its `country`, which may not be known.
    `plan_version` counts changes of how its seats are drawn, which are no edits of the venue.
    """

    id: int = 0
    name: str
    location: str | None = None
    country: str | None = None
    timezone: str = "UTC"
    latitude: float | None = None
    longitude: float | None = None
    owner_id: int
    deleted_at: datetime | None = None
    version: int = 1
    plan_version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def is_managed_by(self, actor: Actor) -> bool:
        """Whether the actor is its owner or an admin."""
        is_owner = actor.role is Role.ORGANIZER and actor.id == self.owner_id
        return actor.is_admin or is_owner

    def edit(self, changes: VenueChanges) -> None:
        """Apply `changes`. Events keep the name, country and time zone that they copied.

        Raises ValidationFailed.
        """
        for field, value in changes.items():
            setattr(self, field, value)
        self.check_place()

    def check_place(self) -> None:
        """Raises ValidationFailed for a country or coordinates that do not exist."""
        if self.country is not None:
            require_country(self.country, field="body.country")
        self._require_coordinates()

    def require_same_country(self, country: str | None) -> None:
        """Raises ValidationFailed for an event here that says it is in another country."""
        if country is not None and self.country not in (None, country):
            message = f"The venue is in {self.country}: leave the country out, or say the same."
            raise ValidationFailed("body.country", message)

    def _require_coordinates(self) -> None:
        """Raises ValidationFailed unless it has both coordinates or neither, on Earth."""
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            message = "Give latitude and longitude together, or neither."
            raise ValidationFailed(f"body.{missing}", message)
        for field, value, most in (
            ("latitude", self.latitude, 90),
            ("longitude", self.longitude, 180),
        ):
            # Not a number is not within either.
            if value is not None and not -most <= value <= most:
                raise ValidationFailed(f"body.{field}", f"Enter degrees from -{most} to {most}.")

    def require_room(self, *, existing: int, new: int) -> None:
        """Raises ValidationFailed when the new seats would be more than a venue may have."""
        if existing + new > MAX_SEATS:
            raise ValidationFailed(
                "body.seats",
                f"A venue may have at most {MAX_SEATS} seats, and this one has {existing}.",
                reason="too_many_seats",
            )

    def delete(self, *, open_events: int, now: datetime) -> None:
        """Soft-delete the venue; past events keep it. Raises InUse while events are open."""
        if open_events:
            raise InUse(
                "Events take place here that are not over. Change their venue or cancel them first."
            )
        self.deleted_at = now
