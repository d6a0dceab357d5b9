"""Time zones of a request: places and UTC, by the names that IANA's data has."""

import pytest
from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypeForm

from src.presentation.schemas.fields import TIMEZONES, Timezone
from src.presentation.web.pages.manage.fields import Zone
from src.presentation.web.pages.manage.options import zones

NO_PLACES = [
    "localtime",
    "Factory",
    "posixrules",
    "posix/Europe/Berlin",
    "right/Europe/Berlin",
    "Etc/GMT+5",
    "Etc/GMT-14",
    "Etc/Unknown",
    "UTC+1",
    "+01:00",
    "EST5EDT,M3.2.0,M11.1.0",
    "europe/berlin",
    "Europe",
    "../localtime",
    "/etc/localtime",
    "tzdata.zi",
    "zone.tab",
    "",
]
OLDER_NAMES = ["US/Eastern", "EST5EDT", "CET", "Asia/Calcutta", "Europe/Kiev", "Japan", "GB"]
UTC_NAMES = ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu"]


@pytest.mark.parametrize("kind", [Timezone, Zone], ids=["api", "page"])
@pytest.mark.parametrize("zone", NO_PLACES)
def test_what_is_no_place_is_no_time_zone(kind: TypeForm[str], zone: str) -> None:
    with pytest.raises(ValidationError, match="time zone"):
        TypeAdapter[str](kind).validate_python(zone)


@pytest.mark.parametrize("kind", [Timezone, Zone], ids=["api", "page"])
@pytest.mark.parametrize("zone", ["America/Vancouver", *OLDER_NAMES, *UTC_NAMES])
def test_places_are_known_by_older_names_too_and_utc_by_each(
    kind: TypeForm[str], zone: str
) -> None:
    assert TypeAdapter[str](kind).validate_python(zone) == zone


def test_organizers_choose_among_places() -> None:
    assert set(zones()) < TIMEZONES
    assert not [zone for zone in zones() if zone.startswith("Etc/")]
    assert len(zones()) > 400
