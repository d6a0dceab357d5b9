"""Tickets of hidden types are counted for the event's managers alone."""

from typing import Any

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.carts import make_code

COUNTS = ("capacity", "total_tickets_sold", "tickets_held", "tickets_available")


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


async def make(api: Api, organizer: Person, **fields: Any) -> tuple[dict[str, Any], dict[str, int]]:
    """An event of four open and four hidden tickets and some T-shirts; ids of types by name."""
    types = [
        {"name": "Open", "price": "0", "capacity": 4},
        {"name": "Hidden", "price": "0", "capacity": 4, "is_hidden": True},
        {"name": "Shirt", "price": "0", "capacity": 50, "admits": False},
    ]
    event = await api.event(organizer, capacity=None, price=None, ticket_types=types, **fields)
    found = await api.get(f"/events/{event['id']}/ticket-types", organizer)
    return event, {kind["name"]: kind["id"] for kind in found.json()}


async def counts(api: Api, event: dict[str, Any], who: Person | None) -> set[tuple[int, ...]]:
    """What the event itself and the list of events say, which is the same."""
    one = (await api.get(f"/events/{event['id']}", who)).json()
    (listed,) = (await api.get("/events", who)).json()
    return {tuple(answer[name] for name in COUNTS) for answer in (one, listed)}


async def sell(api: Api, who: Person, type_id: int, quantity: int) -> None:
    items = [{"ticket_type_id": type_id, "quantity": quantity}]
    sold = await api.post("/orders", who, {"items": items})
    assert sold.status_code == 201, sold.text


async def test_strangers_see_an_event_as_if_it_had_only_what_they_can_buy(
    api: Api, organizer: Person
) -> None:
    event, types = await make(api, organizer)
    buyer, admin = await api.person(), await api.person(Role.ADMIN)
    await sell(api, organizer, types["Hidden"], 1)
    for who in (None, buyer, await api.person(Role.ORGANIZER)):
        assert await counts(api, event, who) == {(4, 0, 0, 4)}
    for who in (organizer, admin):
        assert await counts(api, event, who) == {(8, 1, 0, 7)}
    await sell(api, buyer, types["Open"], 4)
    assert await counts(api, event, None) == {(4, 4, 0, 0)}
    (own,) = (await api.get(f"/bookings/user/{buyer.id}", buyer)).json()
    assert tuple(own["event"][name] for name in COUNTS) == (4, 4, 0, 0)
    assert await counts(api, event, organizer) == {(8, 5, 0, 3)}
    available = (await api.get(f"/events/{event['id']}/availability")).json()
    assert available["tickets_available"] == 0
    count = await api.get(f"/tickets/event/{event['id']}/available")
    assert count.json()["available"] == 0


async def test_an_event_of_which_only_hidden_tickets_are_left_is_sold_out_in_lists(
    api: Api, organizer: Person
) -> None:
    event, types = await make(api, organizer)
    buyer = await api.person()

    async def found(available: bool) -> list[int]:
        answer = await api.get("/events", buyer, params={"available": available})
        return [item["id"] for item in answer.json()]

    assert (await found(True), await found(False)) == ([event["id"]], [])
    await sell(api, buyer, types["Open"], 4)
    assert (await found(True), await found(False)) == ([], [event["id"]])


async def test_a_capacity_that_types_share_is_left_to_both(api: Api, organizer: Person) -> None:
    types = [
        {"name": "Open", "price": "0"},
        {"name": "Hidden", "price": "0", "is_hidden": True},
    ]
    event = await api.event(organizer, capacity=10, price=None, ticket_types=types)
    answer = await api.get(f"/events/{event['id']}/ticket-types", organizer)
    hidden = next(kind["id"] for kind in answer.json() if kind["is_hidden"])
    assert await counts(api, event, None) == {(10, 0, 0, 10)}
    await sell(api, organizer, hidden, 3)
    assert await counts(api, event, None) == {(7, 0, 0, 7)}


async def test_for_who_has_the_code_the_event_is_not_sold_out(api: Api, organizer: Person) -> None:
    event, types = await make(api, organizer)
    await sell(api, await api.person(), types["Open"], 4)
    await make_code(api, organizer, "FRIENDS", value="0", ticket_type_id=types["Hidden"])
    page = api.container.catalogue.get_event_page()
    for code, left in ((None, 0), ("FRIENDS", 4)):
        shown = await page.execute(None, event["id"], code)
        assert shown.event.tickets_available == left
        assert shown.phase.value == ("on_sale" if left else "sold_out")
