"""Who manages a venue, and when it can go."""

from datetime import UTC, datetime

import pytest

from src.domain.entities.user import Actor, Role
from src.domain.entities.venue import Venue
from src.domain.errors import InUse

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("actor", "is_managed"),
    [
        (Actor(1, Role.ORGANIZER), True),
        (Actor(2, Role.ORGANIZER), False),
        (Actor(2, Role.ADMIN), True),
        (Actor(1, Role.CUSTOMER), False),
    ],
)
def test_venue_is_managed_by_its_owner_or_an_admin(actor: Actor, is_managed: bool) -> None:
    assert Venue(name="Old Vic", owner_id=1).is_managed_by(actor) is is_managed


def test_venue_with_events_to_come_is_not_deleted() -> None:
    venue = Venue(name="Old Vic", owner_id=1)
    with pytest.raises(InUse):
        venue.delete(open_events=1, now=NOW)
    assert venue.deleted_at is None
    venue.delete(open_events=0, now=NOW)
    assert venue.deleted_at == NOW


def test_edit_leaves_what_is_not_given() -> None:
    venue = Venue(name="Old Vic", location="London", owner_id=1)
    venue.edit({"location": None, "timezone": "Europe/London"})
    assert (venue.name, venue.location, venue.timezone) == ("Old Vic", None, "Europe/London")
