"""What a phone asks of its passes: Apple's PassKit Web Service, used as a phone would."""

from typing import Any

import asyncpg
import httpx

from src.domain.repositories.pass_device import MAX_DEVICES
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.openapi import OPERATIONS, assert_documented

TYPE = "pass.fake"
V1 = "/apple-wallet/v1"


async def ticket_of(api: Api, organizer: Person, buyer: Person, **event: Any) -> dict[str, Any]:
    ticket: dict[str, Any]
    (ticket,) = (await api.book(buyer, (await api.event(organizer, **event))["id"]))["tickets"]
    return ticket


def token_of(ticket: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"ApplePass token-of-{ticket['id']}-1"}


def registration_of(ticket: dict[str, Any], device: str = "phone-1") -> str:
    return f"{V1}/devices/{device}/registrations/{TYPE}/{ticket['id']}-1"


async def register(api: Api, ticket: dict[str, Any], device: str = "phone-1") -> int:
    path, body = registration_of(ticket, device), {"pushToken": f"push-{device}"}
    response = await api.post(path, None, body, headers=token_of(ticket))
    assert_documented(OPERATIONS["register_apple_device"], response, response.status_code)
    return response.status_code


async def updated(api: Api, since: str | None = None, device: str = "phone-1") -> httpx.Response:
    params = {} if since is None else {"passesUpdatedSince": since}
    return await api.get(f"{V1}/devices/{device}/registrations/{TYPE}", params=params)


async def latest(api: Api, ticket: dict[str, Any], **headers: str) -> httpx.Response:
    path = f"{V1}/passes/{TYPE}/{ticket['id']}-1"
    return await api.get(path, headers={**token_of(ticket), **headers})


async def devices(connection: asyncpg.Connection) -> set[tuple[str, str]]:
    rows = await connection.fetch("SELECT device, push_token FROM pass_devices")
    return {(row["device"], row["push_token"]) for row in rows}


async def test_phone_registers_once_for_each_pass(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    assert [await register(api, ticket) for _ in range(2)] == [201, 200]
    assert await register(api, ticket, "watch-1") == 201
    assert await devices(connection) == {("phone-1", "push-phone-1"), ("watch-1", "push-watch-1")}


async def test_phone_without_the_token_of_the_pass_is_refused(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    ticket, other = [await ticket_of(api, organizer, buyer) for _ in range(2)]
    path, body = registration_of(ticket), {"pushToken": "x"}
    for headers in ({}, token_of(other), {"Authorization": "ApplePass "}, buyer.headers):
        for method in ("POST", "DELETE"):
            refused = await api.call(method, path, headers=headers, json=body)
            assert_problem(refused, 401, "not_authenticated")
        refused = await api.get(f"{V1}/passes/{TYPE}/{ticket['id']}-1", headers=headers)
        assert_problem(refused, 401, "not_authenticated")
    nobody = f"{V1}/passes/{TYPE}/999999999999-1"
    assert_problem(await api.get(nobody, headers=token_of(ticket)), 401, "not_authenticated")
    assert await devices(connection) == set()


async def test_pass_of_an_earlier_issue_is_dead(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    await register(api, ticket)
    await connection.execute("UPDATE tickets SET issue = 2 WHERE id = $1", ticket["id"])
    assert_problem(await latest(api, ticket), 401, "not_authenticated")
    assert (await updated(api)).status_code == 204


async def test_phone_learns_which_passes_changed_since_it_asked(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    other = await ticket_of(api, organizer, buyer)
    for each in (ticket, other):
        await register(api, each)
    first = (await updated(api)).json()
    assert first["serialNumbers"] == [f"{ticket['id']}-1", f"{other['id']}-1"]
    # As if both had been made long before, and the phone had asked then.
    await connection.execute("ALTER TABLE events DISABLE TRIGGER USER")
    await connection.execute("ALTER TABLE tickets DISABLE TRIGGER USER")
    for table in ("events", "tickets"):
        await connection.execute(f"UPDATE {table} SET updated_at = now() - interval '1 hour'")
    await connection.execute("ALTER TABLE events ENABLE TRIGGER USER")
    await connection.execute("ALTER TABLE tickets ENABLE TRIGGER USER")
    assert (await updated(api, first["lastUpdated"])).status_code == 204
    await api.put(f"/events/{event['id']}", organizer, {"date_time": "2033-07-05T20:00:00Z"})
    again = (await updated(api, first["lastUpdated"])).json()
    assert again["serialNumbers"] == [f"{ticket['id']}-1"]
    assert int(again["lastUpdated"]) >= int(first["lastUpdated"])
    assert (await updated(api, device="phone-2")).status_code == 204


async def test_phone_gets_the_newest_state_unless_it_has_it(
    api: Api, organizer: Person, buyer: Person
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    operation = OPERATIONS["get_latest_apple_pass"]
    response = await latest(api, ticket)
    assert_documented(operation, response, 200)
    assert response.content == b"PK"
    assert response.headers["content-type"] == "application/vnd.apple.pkpass"
    assert response.headers["cache-control"] == "private, no-store"
    modified = response.headers["last-modified"]
    assert modified.endswith("GMT")
    known = await latest(api, ticket, **{"If-Modified-Since": modified})
    assert_documented(operation, known, 304)
    assert known.content == b""
    for stale in ("Mon, 01 Jan 2024 00:00:00 GMT", "yesterday", "Mon, 01 Jan 2024 00:00:00"):
        again = await latest(api, ticket, **{"If-Modified-Since": stale})
        assert again.status_code == 200


async def test_phone_gets_the_pass_of_a_cancelled_ticket_too(
    api: Api, organizer: Person, buyer: Person
) -> None:
    booking = await api.book(buyer, (await api.event(organizer))["id"])
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    assert (await latest(api, booking["tickets"][0])).status_code == 200
    content = api.container.adapters.apple_wallet().written[-1]  # type: ignore[attr-defined]
    assert content.is_void


async def test_phone_that_removes_the_pass_is_forgotten(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    await register(api, ticket)
    for _ in range(2):
        done = await api.call("DELETE", registration_of(ticket), headers=token_of(ticket))
        assert done.status_code == 200
    assert await devices(connection) == set()


async def test_pass_has_so_many_devices_and_no_more(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    for number in range(MAX_DEVICES + 2):
        await register(api, ticket, f"phone-{number}")
    known = {device for device, _ in await devices(connection)}
    assert known == {f"phone-{number}" for number in range(2, MAX_DEVICES + 2)}


async def test_deleted_user_leaves_no_devices(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    other = await ticket_of(api, organizer, await api.person())
    await register(api, ticket)
    await register(api, other, "phone-2")
    assert (await api.call("DELETE", f"/users/{buyer.id}", buyer)).status_code == 200
    assert await devices(connection) == {("phone-2", "push-phone-2")}


async def test_what_no_phone_sends_is_refused_by_name(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    for since in ("x", "-1", "999999999999999"):
        assert_problem(await updated(api, since), 422, "validation_failed")
    path = registration_of(ticket)
    for body in ({}, {"pushToken": ""}, {"pushToken": "x" * 201}, {"pushToken": "a b"}):
        refused = await api.post(path, None, body, headers=token_of(ticket))
        assert_problem(refused, 422, "validation_failed")
    for serial in ("x", "1", "1-x", "٣-1", "9" * 19 + "-1", f"0{ticket['id']}-1"):
        refused = await api.get(f"{V1}/passes/{TYPE}/{serial}", headers=token_of(ticket))
        assert_problem(refused, 401, "not_authenticated")
