"""Pages of lists: complete, stable while rows are added, and safe from foreign cursors."""

import base64
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person, assert_problem


def next_path(response: httpx.Response) -> str | None:
    """The address of the next page, below the API's prefix."""
    if "link" not in response.headers:
        return None
    found = re.fullmatch(r'<([^>]+)>; rel="next"', response.headers["link"])
    assert found
    return found.group(1).removeprefix(V1)


async def walk(
    api: Api,
    path: str,
    who: Person | None,
    after_first: Callable[[], Awaitable[object]] | None = None,
) -> list[list[int]]:
    """The ids on every page; `after_first` happens between the first and the second."""
    pages = []
    address: str | None = path
    while address is not None:
        response = await api.get(address, who)
        assert response.status_code == 200, response.text
        pages.append([item["id"] for item in response.json()])
        address = next_path(response)
        if after_first and len(pages) == 1:
            await after_first()
    return pages


async def test_pages_together_are_the_whole_list_and_the_last_has_no_link(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    events = [await api.event(organizer) for _ in range(5)]
    path = "/events?limit=2&sort=created_at"
    ids = [event["id"] for event in events]
    assert await walk(api, path, None) == [ids[:2], ids[2:4], ids[4:]]
    exact = await api.get("/events?limit=5")
    assert "link" not in exact.headers
    empty = await api.get("/events?q=nothing")
    assert (empty.json(), "link" in empty.headers) == ([], False)


async def test_next_page_keeps_the_filters(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    wanted = [(await api.event(organizer, kind="movie"))["id"] for _ in range(2)]
    for _ in range(2):
        await api.event(organizer, kind="concert")
    assert await walk(api, "/events?kind=movie&limit=1&sort=created_at", None) == [
        [wanted[0]],
        [wanted[1]],
    ]


@pytest.mark.parametrize("sort", ["date_time", "-date_time", "price", "-price", "-created_at"])
async def test_pages_lose_and_repeat_nothing_when_the_sort_keys_are_equal(
    api: Api, sort: str
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    same = {"date_time": "2036-06-01T19:00:00Z", "price": "10.00"}
    ids = {(await api.event(organizer, **same))["id"] for _ in range(5)}
    pages = await walk(api, f"/events?limit=2&sort={sort}", None)
    found = [item for page in pages for item in page]
    assert (set(found), len(found)) == (ids, 5)


@pytest.mark.parametrize("price", ["5.00", "15.00", "25.00"])
async def test_pages_stay_as_they_are_while_rows_are_added(api: Api, price: str) -> None:
    organizer = await api.person(Role.ORGANIZER)
    prices = ("10.00", "20.00", "30.00", "40.00")
    ids = [(await api.event(organizer, price=amount))["id"] for amount in prices]
    added: list[int] = []

    async def add() -> None:
        added.append((await api.event(organizer, price=price))["id"])

    first, *rest = await walk(api, "/events?limit=2&sort=price", None, after_first=add)
    later = [item for page in rest for item in page]
    assert first == ids[:2]
    assert [item for item in later if item not in added] == ids[2:]
    assert (added[0] in later) is (float(price) > 20)


async def test_newest_first_list_does_not_repeat_when_a_row_is_added(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    ids = [(await api.book(buyer, event["id"]))["id"] for _ in range(4)][::-1]

    async def add() -> None:
        await api.book(buyer, event["id"])

    pages = await walk(api, f"/bookings/user/{buyer.id}?limit=2", buyer, after_first=add)
    assert pages == [ids[:2], ids[2:]]


async def test_every_list_has_pages(api: Api) -> None:
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    event = await api.event(organizer, ticket_types=[{"name": "A"}, {"name": "B"}])
    (first_type, _) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    for _ in range(2):
        body = {"event_id": event["id"], "quantity": 1, "ticket_type_id": first_type["id"]}
        await api.post("/bookings", organizer, body)
    for path in (
        "/users",
        "/bookings",
        f"/bookings/user/{organizer.id}",
        f"/bookings/event/{event['id']}",
        f"/tickets/user/{organizer.id}",
        f"/tickets/user/{organizer.id}/event/{event['id']}",
        f"/tickets/event/{event['id']}",
        "/ticket-types",
        "/ticket-types/search",
    ):
        pages = await walk(api, f"{path}?limit=1", admin)
        assert [len(page) for page in pages] == [1, 1], path
        assert pages[0] != pages[1]


def packed(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "rubbish",
        "????",
        "é",
        "%00",
        packed("date_time"),
        packed("date_time", "2036-01-01T00:00:00+00:00", "1"),
        packed("date_time", "2036-01-01T00:00:00+00:00", True),
        packed("date_time", "2036-01-01T00:00:00+00:00", -1),
        packed("date_time", "2036-01-01T00:00:00+00:00", 2**63),
        packed("date_time", "soon", 1),
        packed("date_time", "0001-01-01T00:00:00+14:00", 1),
        packed("date_time", "9999-12-31T23:59:59-14:00", 1),
        packed("-date_time", "2036-01-01T00:00:00+00:00", 1),
        packed("price", "10.00", 1),
        packed("organizer_id", "1", 1),
        packed({}, "1", 1),
        packed("date_time", None, 1),
    ],
)
async def test_cursor_is_refused_when_it_is_not_one_of_this_list(api: Api, cursor: str) -> None:
    response = await api.get("/events", params={"cursor": cursor})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == ["query.cursor"]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999999", "1e-999999", "10.001", "1" * 400])
async def test_cursor_is_refused_when_its_price_is_none(api: Api, value: str) -> None:
    await api.event(await api.person(Role.ORGANIZER))
    params: dict[str, Any] = {"sort": "price", "cursor": packed("price", value, 1)}
    response = await api.get("/events", params=params)
    assert_problem(response, 422, "validation_failed")


async def test_cursor_of_another_sort_order_is_refused(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    for _ in range(2):
        await api.event(organizer)
    link = next_path(await api.get("/events?limit=1&sort=price"))
    assert link
    other = link.replace("sort=price", "sort=-price")
    assert_problem(await api.get(other), 422, "validation_failed")
    assert (await api.get(link)).status_code == 200
