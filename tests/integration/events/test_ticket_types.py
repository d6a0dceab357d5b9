"""Ticket types over HTTP: adding, editing, pausing and deleting them."""

from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person, assert_problem
from tests.support.rows import snapshot

VIP = {"name": "VIP", "category": "Premium", "price": "90.00", "capacity": 4}


async def types_of(api: Api, event: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    return found


async def only_type(api: Api, event: dict[str, Any]) -> dict[str, Any]:
    (only,) = await types_of(api, event)
    return only


async def add(api: Api, event: dict[str, Any], who: Person | None, **fields: Any) -> httpx.Response:
    return await api.post(f"/events/{event['id']}/ticket-types", who, {**VIP, **fields})


async def buy(
    api: Api, buyer: Person, event: dict[str, Any], ticket_type: dict[str, Any], quantity: int
) -> httpx.Response:
    body = {"quantity": quantity, "ticket_type_id": ticket_type["id"]}
    return await api.post(f"/events/{event['id']}/bookings", buyer, body)


async def test_added_type_is_sold_beside_the_first(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    response = await add(api, event, organizer, sales_start="2026-01-01T00:00:00Z")
    assert response.status_code == 201
    vip = response.json()
    assert response.headers["location"] == f"{V1}/ticket-types/{vip['id']}"
    assert {name: vip[name] for name in VIP} == VIP
    assert (vip["event_id"], vip["status"], vip["available"]) == (event["id"], "available", 4)
    assert (vip["sold"], vip["held"]) == (0, 0)
    assert vip["sales_start"] == "2026-01-01T00:00:00Z"
    assert (await api.get(f"/ticket-types/{vip['id']}")).json() == vip
    booking = (await buy(api, buyer, event, vip, 3)).json()
    assert booking["total_amount"] == "270.00"
    after = (await api.get(f"/ticket-types/{vip['id']}")).json()
    assert (after["sold"], after["available"]) == (3, 1)


async def test_added_type_takes_capacity_and_price_of_its_event(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    path = f"/events/{event['id']}/ticket-types"
    late = (await api.post(path, organizer, {"name": "Late"})).json()
    assert (late["capacity"], late["price"], late["category"]) == (10, "25.00", None)


async def test_price_of_an_event_is_that_of_its_cheapest_type(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, price="25.00")

    async def price() -> str:
        return str((await api.get(f"/events/{event['id']}")).json()["price"])

    cheap = (await add(api, event, organizer, price="5.00")).json()
    assert await price() == "5.00"
    await api.put(f"/ticket-types/{cheap['id']}", organizer, {"price": "30.00"})
    assert await price() == "25.00"
    dear = (await add(api, event, organizer, name="Cheapest", price="1.00")).json()
    await api.call("DELETE", f"/ticket-types/{dear['id']}", organizer)
    assert await price() == "25.00"


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"name": "General admission"}, 409, "duplicate"),
        ({"name": ""}, 422, "validation_failed"),
        ({"capacity": -1}, 422, "validation_failed"),
        ({"capacity": 0}, 422, "validation_failed"),
        ({"price": "0.001"}, 422, "validation_failed"),
        (
            {"sales_start": "2030-02-01T00:00", "sales_end": "2030-01-01T00:00"},
            422,
            "validation_failed",
        ),
    ],
)
async def test_type_is_refused_when_a_field_breaks_a_rule(
    api: Api, connection: asyncpg.Connection, fields: dict[str, Any], status: int, code: str
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    assert_problem(await add(api, event, organizer, **fields), status, code)
    assert await snapshot(connection, event["id"]) == before


async def test_changes_are_refused_to_a_user_who_does_not_manage_the_event(
    api: Api, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    path = f"/ticket-types/{(await only_type(api, event))['id']}"
    before = await snapshot(connection, event["id"])
    strangers = [
        (await api.person(Role.ORGANIZER), 404, "not_found"),
        (await api.person(), 403, "forbidden"),
        (await api.person(Role.SCANNER), 403, "forbidden"),
        (None, 401, "not_authenticated"),
    ]
    for who, status, code in strangers:
        assert_problem(await add(api, event, who), status, code)
        assert_problem(await api.put(path, who, {"price": "1.00"}), status, code)
        paused = await api.call("PATCH", f"{path}/status", who, json={"status": "paused"})
        assert_problem(paused, status, code)
        assert_problem(await api.call("DELETE", path, who), status, code)
    assert await snapshot(connection, event["id"]) == before


async def test_edit_changes_what_is_sent_and_leaves_the_rest(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, timezone="Asia/Bangkok")
    vip = (await add(api, event, organizer)).json()
    body = {"name": "Golden", "category": None, "sales_end": "2036-01-01T07:00:00"}
    response = await api.put(f"/ticket-types/{vip['id']}", organizer, body)
    assert response.status_code == 200
    after = response.json()
    assert after.pop("updated_at") > vip.pop("updated_at")
    assert after == {**vip, **body, "sales_end": "2036-01-01T00:00:00Z"}


@pytest.mark.parametrize(
    "changes", [{"name": None}, {"price": "-1"}, {"capacity": "many"}, {"capacity": 0}]
)
async def test_edit_is_refused_when_a_field_is_not_valid(
    api: Api, connection: asyncpg.Connection, changes: dict[str, Any]
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    path = f"/ticket-types/{(await only_type(api, event))['id']}"
    response = await api.put(path, organizer, {"category": "New", **changes})
    assert_problem(response, 422, "validation_failed")
    assert await snapshot(connection, event["id"]) == before


async def test_edit_is_refused_when_the_name_is_taken_in_the_event(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event, other = await api.event(organizer), await api.event(organizer)
    vip = (await add(api, event, organizer)).json()
    assert (await add(api, other, organizer)).status_code == 201
    before = await snapshot(connection, event["id"])
    body = {"name": "General admission", "price": "1.00"}
    problem = assert_problem(
        await api.put(f"/ticket-types/{vip['id']}", organizer, body), 409, "duplicate"
    )
    assert problem["field"] == "name"
    assert await snapshot(connection, event["id"]) == before


async def test_capacity_of_a_type_is_not_cut_below_what_is_sold(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    vip = (await add(api, event, organizer)).json()
    await buy(api, buyer, event, vip, 3)
    before = await snapshot(connection, event["id"])
    path = f"/ticket-types/{vip['id']}"
    assert_problem(await api.put(path, organizer, {"capacity": 2}), 409, "in_use")
    assert await snapshot(connection, event["id"]) == before
    cut = (await api.put(path, organizer, {"capacity": 3})).json()
    assert (cut["capacity"], cut["available"]) == (3, 0)


async def test_paused_type_is_not_sold_until_it_is_available_again(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    only = await only_type(api, event)
    path = f"/ticket-types/{only['id']}/status"
    for status in ("paused", "closed"):
        changed = await api.call("PATCH", path, organizer, json={"status": status})
        assert (changed.status_code, changed.json()["status"]) == (200, status)
        refused = await buy(api, buyer, event, only, 1)
        assert_problem(refused, 409, "sales_closed")
    await api.call("PATCH", path, organizer, json={"status": "available"})
    assert (await buy(api, buyer, event, only, 1)).status_code == 201


async def test_status_is_refused_when_there_is_no_such_one(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    path = f"/ticket-types/{(await only_type(api, event))['id']}/status"
    response = await api.call("PATCH", path, organizer, json={"status": "gone"})
    assert_problem(response, 422, "validation_failed")
    assert await snapshot(connection, event["id"]) == before


async def test_unsold_type_is_deleted(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    only, vip = await only_type(api, event), (await add(api, event, organizer)).json()
    response = await api.call("DELETE", f"/ticket-types/{vip['id']}", organizer)
    expected = {"success": True, "message": "The ticket type is deleted.", "data": None}
    assert (response.status_code, response.json()) == (200, expected)
    assert [ticket_type["id"] for ticket_type in await types_of(api, event)] == [only["id"]]
    assert_problem(await api.get(f"/ticket-types/{vip['id']}"), 404, "not_found")


async def test_type_that_was_ever_sold_is_not_deleted(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    vip = (await add(api, event, organizer)).json()
    booking = (await buy(api, buyer, event, vip, 1)).json()
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    before = await snapshot(connection, event["id"])
    response = await api.call("DELETE", f"/ticket-types/{vip['id']}", organizer)
    assert_problem(response, 409, "in_use")
    assert await snapshot(connection, event["id"]) == before


async def test_only_type_of_an_event_is_not_deleted(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    path = f"/ticket-types/{(await only_type(api, event))['id']}"
    assert_problem(await api.call("DELETE", path, organizer), 409, "in_use")
    assert await snapshot(connection, event["id"]) == before


async def test_unknown_type_is_not_found(api: Api) -> None:
    admin, path = await api.person(Role.ADMIN), "/ticket-types/999999999"
    assert_problem(await api.get(path), 404, "not_found")
    assert_problem(await api.put(path, admin, {"price": "1.00"}), 404, "not_found")
    response = await api.call("PATCH", f"{path}/status", admin, json={"status": "paused"})
    assert_problem(response, 404, "not_found")
    assert_problem(await api.call("DELETE", path, admin), 404, "not_found")
