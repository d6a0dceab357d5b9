"""Browsing events over HTTP: what is listed, filtered and sorted."""

import base64
import json
from typing import Any

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem


async def titles(api: Api, who: Person | None = None, **params: Any) -> list[str]:
    response = await api.get("/events", who, params=params)
    assert response.status_code == 200, response.text
    return [event["title"] for event in response.json()]


async def test_only_active_events_are_listed_without_a_status(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    await api.event(organizer, title="Active")
    await api.event(organizer, title="Draft", status="draft")
    over = await api.event(organizer, title="Cancelled")
    await api.put(f"/events/{over['id']}", organizer, {"status": "cancelled"})
    assert await titles(api) == ["Active"]
    assert await titles(api, organizer) == ["Active"]
    assert await titles(api, status="cancelled") == ["Cancelled"]
    assert await titles(api, status="completed") == []


async def test_drafts_are_listed_for_their_owner_and_admins_alone(api: Api) -> None:
    owner, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    await api.event(owner, title="Mine", status="draft")
    await api.event(await api.person(Role.ORGANIZER), title="Theirs", status="draft")
    assert await titles(api, owner, status="draft") == ["Mine"]
    assert sorted(await titles(api, admin, status="draft")) == ["Mine", "Theirs"]
    for outsider in (None, await api.person(), await api.person(Role.SCANNER)):
        assert await titles(api, outsider, status="draft") == []


@pytest.mark.parametrize("q", ["amle", "HAMLET", "old vic"])
async def test_events_are_searched_by_a_piece_of_title_or_venue(api: Api, q: str) -> None:
    organizer = await api.person(Role.ORGANIZER)
    await api.event(organizer, title="Hamlet", venue="The Old Vic")
    await api.event(organizer, title="Macbeth", venue="The Globe", description="Not Hamlet")
    assert await titles(api, q=q) == ["Hamlet"]


@pytest.mark.parametrize("q", ["%", "_", "'", "\\"])
async def test_search_takes_special_characters_as_they_are(api: Api, q: str) -> None:
    organizer = await api.person(Role.ORGANIZER)
    await api.event(organizer, title="Plain")
    await api.event(organizer, title=f"O{q}dd")
    assert await titles(api, q=q) == [f"O{q}dd"]


async def test_events_are_filtered_by_kind(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    await api.event(organizer, title="Concert", kind="concert")
    await api.event(organizer, title="Movie", kind="movie")
    assert await titles(api, kind="movie") == ["Movie"]


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"date_from": "2036-06-02T00:00:00Z"}, ["Second", "Third"]),
        ({"date_from": "2036-06-02T00:00:00"}, ["Second", "Third"]),
        ({"date_to": "2036-06-02T00:00:00Z"}, ["First"]),
        ({"date_from": "2036-06-02T00:00:01Z", "date_to": "2036-06-04T00:00:00Z"}, ["Third"]),
        ({"date_from": "2036-06-02T02:00:00+02:00", "date_to": "2036-06-03"}, ["Second"]),
    ],
)
async def test_events_are_filtered_by_their_start(
    api: Api, params: dict[str, Any], expected: list[str]
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    for day, title in enumerate(("First", "Second", "Third"), start=1):
        await api.event(organizer, title=title, date_time=f"2036-06-0{day}T00:00:00Z")
    assert await titles(api, **params) == expected


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"price_min": "20"}, ["Middle", "Dear"]),
        ({"price_max": "20.00"}, ["Cheap", "Middle"]),
        ({"price_min": "10.01", "price_max": "29.99"}, ["Middle"]),
    ],
)
async def test_events_are_filtered_by_price(
    api: Api, params: dict[str, Any], expected: list[str]
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    for title, price in [("Cheap", "10.00"), ("Middle", "20.00"), ("Dear", "30.00")]:
        await api.event(organizer, title=title, price=price)
    assert await titles(api, sort="price", **params) == expected


async def test_events_are_filtered_by_whether_tickets_are_left(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    full = await api.event(organizer, title="Full", capacity=2)
    await api.event(organizer, title="Free", capacity=2)
    await api.book(buyer, full["id"], 2)
    assert await titles(api, available=True) == ["Free"]
    assert await titles(api, available=False) == ["Full"]


async def test_tickets_of_a_hold_are_left_from_its_last_moment_without_a_sweep(
    api: Api, clock: MovableClock
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    held = await api.event(organizer, title="Held", capacity=2)
    full = await api.event(organizer, title="Full", capacity=2)
    await api.book(buyer, full["id"], 2)
    await api.post("/reservations/reserve", buyer, {"event_id": held["id"], "quantity": 2})
    assert await titles(api, available=True) == []
    clock.move(minutes=10)
    assert await titles(api, available=True) == ["Held"]
    assert await titles(api, available=False) == ["Full"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (None, ["B", "C", "A"]),
        ("date_time", ["B", "C", "A"]),
        ("-date_time", ["A", "C", "B"]),
        ("price", ["C", "A", "B"]),
        ("-price", ["B", "A", "C"]),
        ("created_at", ["A", "B", "C"]),
        ("-created_at", ["C", "B", "A"]),
    ],
)
async def test_events_are_sorted(api: Api, sort: str | None, expected: list[str]) -> None:
    organizer = await api.person(Role.ORGANIZER)
    for title, day, price in [("A", 3, "20.00"), ("B", 1, "30.00"), ("C", 2, "10.00")]:
        await api.event(organizer, title=title, price=price, date_time=f"2036-06-0{day}T00:00:00Z")
    assert await titles(api, None, **({"sort": sort} if sort else {})) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sort", "title"),
        ("status", "open"),
        ("kind", "party"),
        ("date_from", "soon"),
        ("price_min", "-1"),
        ("price_max", "NaN"),
        ("available", "maybe"),
        ("limit", "0"),
        ("limit", "101"),
        ("q", " "),
        ("q", "a\x00b"),
    ],
)
async def test_list_is_refused_when_a_filter_is_not_valid(api: Api, name: str, value: str) -> None:
    problem = assert_problem(
        await api.get("/events", params={name: value}), 422, "validation_failed"
    )
    assert [error["field"] for error in problem["errors"]] == [f"query.{name}"]


PRICES = (
    *(("Berlin", "299.00", "EUR"), ("Bangkok", "1500.00", "THB"), ("Hamburg", "20.00", "EUR")),
    *(("Tokyo", "3000", "JPY"), ("Phuket", "250.00", "THB"), ("Osaka", "800", "JPY")),
    *(("Bremen", "20.00", "EUR"), ("Free", "0", "THB")),
)
RISING = ["Hamburg", "Bremen", "Berlin", "Osaka", "Tokyo", "Free", "Phuket", "Bangkok"]
"""By currency, then by price, then by age."""


@pytest.fixture
async def abroad(api: Api) -> Person:
    """Who has events in euros, yen and baht."""
    organizer = await api.person(Role.ORGANIZER)
    for title, price, currency in PRICES:
        await api.event(organizer, title=title, price=price, currency=currency)
    return organizer


async def test_prices_are_sorted_within_their_currency(api: Api, abroad: Person) -> None:
    assert await titles(api, sort="price") == RISING
    assert await titles(api, sort="-price") == RISING[::-1]
    assert await titles(api, sort="-price", currency="jpy") == ["Tokyo", "Osaka"]


@pytest.mark.parametrize("sort", ["price", "-price"])
@pytest.mark.parametrize("limit", [1, 2, 3, 7])
async def test_pages_by_price_have_everything_once_while_events_are_added(
    api: Api, abroad: Person, sort: str, limit: int
) -> None:
    seen: list[str] = []
    params: dict[str, Any] = {"sort": sort, "limit": limit}
    while True:
        response = await api.get("/events", params=params)
        assert response.status_code == 200, response.text
        seen += [event["title"] for event in response.json()]
        if "X-Next-Cursor" not in response.headers:
            break
        params["cursor"] = response.headers["X-Next-Cursor"]
        await api.event(abroad, title="Late", price="0", currency="EUR")
    known = [title for title in seen if title != "Late"]
    assert known == (RISING if sort == "price" else RISING[::-1])


@pytest.mark.parametrize("cursor", ["25.00", "EUR", "EUR x", "eur 1", "EUR 1e99", "E\x00R 1", " 1"])
async def test_cursor_that_no_list_has_given_is_refused(api: Api, cursor: str) -> None:
    packed = base64.urlsafe_b64encode(json.dumps(["price", cursor, 1]).encode()).decode()
    params = {"sort": "price", "cursor": packed.rstrip("=")}
    problem = assert_problem(await api.get("/events", params=params), 422, "validation_failed")
    assert problem["errors"][0]["field"] == "query.cursor"


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"price_max": "300", "currency": "EUR"}, ["Berlin", "Hamburg", "Bremen"]),
        ({"price_min": "300", "currency": "THB"}, ["Bangkok"]),
        ({"price_max": "900", "q": "osaka"}, ["Osaka"]),
        ({"price_max": "0"}, ["Free"]),
        ({"currency": "JPY"}, ["Tokyo", "Osaka"]),
        ({"currency": "USD", "price_max": "9"}, []),
    ],
)
async def test_prices_are_compared_within_one_currency(
    api: Api, abroad: Person, params: dict[str, Any], expected: list[str]
) -> None:
    assert await titles(api, **params) == expected


@pytest.mark.parametrize("params", [{"price_max": "300"}, {"price_min": "0.01", "kind": "other"}])
@pytest.mark.parametrize("path", ["/events", "/ticket-types", "/ticket-types/search"])
async def test_price_without_a_currency_is_refused_where_there_are_several(
    api: Api, abroad: Person, path: str, params: dict[str, str]
) -> None:
    if path != "/events":
        params = {name: value for name, value in params.items() if name != "kind"}
    problem = assert_problem(await api.get(path, params=params), 422, "validation_failed")
    assert problem["errors"][0]["field"] == "query.currency"
    assert (
        problem["detail"] == "There are prices in EUR, JPY and THB. Say in which currency yours is."
    )
    assert problem["currencies"] == ["EUR", "THB", "JPY"]


@pytest.mark.parametrize("path", ["/ticket-types", "/ticket-types/search"])
async def test_types_are_filtered_by_price_in_a_currency(
    api: Api, abroad: Person, path: str
) -> None:
    found = await api.get(path, params={"price_max": "300", "currency": "THB"})
    assert [ticket_type["price"] for ticket_type in found.json()] == ["250.00", "0.00"]
