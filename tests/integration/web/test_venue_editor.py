"""Venues of organizers as pages: forms without scripts, files, and whose venue it is."""

from typing import Any

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.csv_tables import csv_rows
from tests.support.halls import Hall, buy_seat, make_hall, seated_event
from tests.support.web import Browser, assert_page, assert_redirects, key_of

NEW = {"name": "Old Vic", "location": "London", "timezone": "Europe/London"}
CSV = "section,row,seat_number,accessible,companion\n"


@pytest.fixture
async def browse(browse: Browser, organizer: Person) -> Browser:
    await browse.log_in(organizer)
    return browse


@pytest.fixture
async def hall(api: Api, organizer: Person) -> Hall:
    return await make_hall(api, organizer, ("Stalls",))


async def seats_of(api: Api, hall: Hall) -> list[dict[str, Any]]:
    seats: list[dict[str, Any]] = (await api.get(f"/venues/{hall.id}/seats")).json()
    return seats


async def test_venue_is_created_edited_and_deleted(api: Api, browse: Browser) -> None:
    assert_page(await browse.get("/manage/venues"), "No venue yet")
    assert_page(await browse.get("/manage/venues/new"), "Create venue")
    wrong = await browse.post("/manage/venues", NEW | {"timezone": "London", "latitude": "91"})
    assert_page(wrong, "Old Vic", 'aria-invalid="true"', status=422)
    created = await browse.post("/manage/venues", NEW)
    address = created.headers["location"]
    assert_page(await browse.get(address), "Old Vic", "Venue created.", "Add seats")
    one_coordinate = await browse.post(address, NEW | {"latitude": "51.5", "longitude": ""})
    assert_page(one_coordinate, "Give latitude and longitude together", status=422)
    changed = NEW | {"name": "Young Vic", "latitude": "51.503", "longitude": "-0.107"}
    assert_redirects(await browse.post(address, changed), address)
    venue = (await api.get(f"/venues/{address.rpartition('/')[2]}")).json()
    assert (venue["name"], venue["latitude"], venue["longitude"]) == ("Young Vic", 51.503, -0.107)
    assert_redirects(await browse.post(f"{address}/delete"), "/manage/venues")
    assert (await browse.get(address)).status_code == 404


async def test_block_is_added_once_although_it_is_sent_twice(
    api: Api, browse: Browser, hall: Hall
) -> None:
    address = f"/manage/venues/{hall.id}"
    block = {"section": "Box", "rows": "A-C", "seats": "4", "shape": "straight"}
    block["key"] = key_of(await browse.get(address))
    assert_redirects(await browse.post(f"{address}/blocks", block), address)
    again = await browse.post(f"{address}/blocks", block)
    assert_page(again, "Box", status=422)
    assert len(await seats_of(api, hall)) == 6 + 12
    plan = (await browse.get(f"{address}/plan.json")).json()
    box = next(section for section in plan["sections"] if section["name"] == "Box")
    assert (box["angle"], box["columns"], len(box["rows"])) == (0, 4, 3)
    wrong = await browse.post(f"{address}/blocks", block | {"section": "Pit", "rows": "C-A"})
    assert_page(wrong, "Name the rows, such as A-F or 1-12.", 'value="C-A"', status=422)


async def test_section_is_placed_and_finds_its_place_again(browse: Browser, hall: Hall) -> None:
    address = f"/manage/venues/{hall.id}/section"
    shown = f"{address}?name=Stalls"
    assert_page(await browse.get(shown), "Place on the plan")
    place = {"section": "Stalls", "x": "5", "y": "9.5", "rotation": "30", "angle": "60"}
    assert_redirects(await browse.post(address, place | {"act": "place"}), shown)
    assert_page(await browse.get(shown), 'value="9.5"', "Let it find its place again")
    for wrong in ({"angle": "200"}, {"x": "nan"}, {"y": ""}):
        refused = await browse.post(address, place | wrong)
        assert_page(refused, 'aria-invalid="true"', status=422)
    assert_redirects(await browse.post(address, place | {"act": "arrange"}), shown)
    assert "Let it find its place again" not in (await browse.get(shown)).text


async def test_seats_are_marked_and_removed(
    api: Api, browse: Browser, organizer: Person, hall: Hall
) -> None:
    event = await seated_event(api, organizer, hall.id)
    first, second, sold, *_ = (seat["id"] for seat in hall.seats)
    await buy_seat(api, event["id"], sold)
    address = f"/manage/venues/{hall.id}/section/seats"
    none = await browse.post(address, {"section": "Stalls", "act": "accessible"})
    assert_page(none, "Tick the seats first.", status=422)
    for act, seat in (("accessible", first), ("companion", second)):
        await browse.post(address, {"section": "Stalls", "act": act, "seat_ids": seat})
    page = await browse.get(f"/events/{event['id']}/seats")
    assert_page(page, "wheelchair place", "companion seat")
    plan = (await browse.get(f"/events/{event['id']}/plan.json")).json()
    assert plan["access"] == {"accessible": [0], "companion": [1]}
    refused = await browse.post(address, {"section": "Stalls", "act": "remove", "seat_ids": sold})
    assert refused.status_code == 422
    await browse.post(address, {"section": "Stalls", "act": "remove", "seat_ids": first})
    assert len(await seats_of(api, hall)) == 5


async def test_seats_leave_and_return_as_a_file(api: Api, browse: Browser, hall: Hall) -> None:
    address = f"/manage/venues/{hall.id}"
    exported = await browse.get(f"{address}/seats.csv")
    first = csv_rows(exported)[0]
    assert list(first.values()) == ["Stalls", "A", "1", "", ""]
    content = exported.content + b"Box,1,1,yes,\r\n"
    files = {"file": ("seats.csv", content, "text/csv")}
    assert_redirects(await browse.post(f"{address}/file", files=files), address)
    assert_page(await browse.get(address), "1 seat added, 0 marked anew.")
    pasted = await browse.post(f"{address}/file", {"text": CSV + "Box,1,1,,\n"})
    assert_redirects(pasted, address)
    bad = await browse.post(f"{address}/file", {"text": CSV + "Box,2,1,,\nBox,,1,,\nBox,2,1,,\n"})
    assert_page(bad, "Line 3: row is empty.", "Line 4: this seat is on line 2 already.", status=422)
    assert len(await seats_of(api, hall)) == 7


async def test_venue_of_another_organizer_is_not_there(
    api: Api, browse: Browser, other_browse: Browser, hall: Hall
) -> None:
    await other_browse.log_in(await api.person(Role.ORGANIZER))
    address = f"/manage/venues/{hall.id}"
    assert "Old Vic" not in (await other_browse.get("/manage/venues")).text
    for path in ("", "/section?name=Stalls", "/plan.json", "/seats.csv"):
        assert (await other_browse.get(address + path)).status_code == 404
    seat = hall.seats[0]["id"]
    for path, data in (
        ("", NEW),
        ("/delete", {}),
        ("/blocks", {"section": "Box", "rows": "A", "seats": "1"}),
        ("/file", {"text": CSV + "Box,1,1,,\n"}),
        ("/section", {"section": "Stalls", "x": "1", "y": "1"}),
        ("/section/seats", {"section": "Stalls", "act": "remove", "seat_ids": seat}),
    ):
        assert (await other_browse.post(address + path, data)).status_code == 404
    assert await seats_of(api, hall) == hall.seats
    await other_browse.log_in(await api.person())
    assert (await other_browse.get(address)).status_code == 403


async def test_form_of_another_site_and_who_is_not_logged_in_change_nothing(
    api: Api, browse: Browser, other_browse: Browser, hall: Hall
) -> None:
    address = f"/manage/venues/{hall.id}/delete"
    assert (await browse.post(address, headers={"Sec-Fetch-Site": "cross-site"})).status_code == 403
    away = await other_browse.post(address)
    assert away.status_code == 303
    assert away.headers["location"].startswith("/login")
    assert (await api.get(f"/venues/{hall.id}")).status_code == 200
