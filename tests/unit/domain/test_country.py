"""Countries of venues and events, and places in words."""

import pytest

from src.domain.entities.venue import Venue
from src.domain.errors import ValidationFailed
from src.domain.shared.country import with_country


@pytest.mark.parametrize(
    ("place", "name", "said"),
    [
        ("Bangkok", "Thailand", "Bangkok, Thailand"),
        ("Bangkok, Thailand", "Thailand", "Bangkok, Thailand"),
        ("BANGKOK, THAILAND", "Thailand", "BANGKOK, THAILAND"),
        ("Bangkok", None, "Bangkok"),
        ("", "Thailand", ""),
    ],
)
def test_place_ends_with_its_country_once(place: str, name: str | None, said: str) -> None:
    assert with_country(place, name) == said


@pytest.mark.parametrize("country", ["UK", "XX", "de"])
def test_venue_in_no_country_is_refused(country: str) -> None:
    with pytest.raises(ValidationFailed) as refused:
        Venue(name="Old Vic", owner_id=1).edit({"country": country})
    assert refused.value.field == "body.country"


def test_event_is_in_the_country_of_its_venue() -> None:
    venue = Venue(name="Old Vic", owner_id=1)
    venue.require_same_country("DE")
    venue.edit({"country": "GB"})
    venue.require_same_country("GB")
    venue.require_same_country(None)
    with pytest.raises(ValidationFailed) as refused:
        venue.require_same_country("DE")
    assert refused.value.field == "body.country"
