"""Reading orders and editing whom to reach about them: lists, pages, versions."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import item, order_of, place, read, stored

CONTACT = {
    "contact_name": "Malee Srisai",
    "contact_email": "malee@example.com",
    "contact_phone": "+66812345678",
    "notes": "By the door",
}


async def listed(api: Api, who: Person, **params: Any) -> list[int]:
    response = await api.get("/orders", who, params=params)
    assert response.status_code == 200, response.text
    return [order["id"] for order in response.json()]


async def edit(api: Api, who: Person, order: dict[str, Any], body: Any, **headers: str) -> Any:
    return await api.put(f"/orders/{order['id']}", who, body, headers=headers)


async def test_customer_lists_their_own_orders_the_newest_first(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    mine = [await order_of(api, buyer, event, quantity=1) for _ in range(2)]
    await order_of(api, await api.person(), event)
    assert await listed(api, buyer) == [mine[1]["id"], mine[0]["id"]]
    assert (await api.get("/orders", buyer)).json()[0] == mine[1]
    assert await listed(api, organizer) == []


async def test_orders_are_filtered(
    api: Api, organizer: Person, buyer: Person, admin: Person, clock: MovableClock
) -> None:
    event, online = await api.event(organizer), await api.event(organizer, payment="online")
    confirmed = await order_of(api, buyer, event)
    pending = await order_of(api, buyer, online)
    other = await order_of(api, await api.person(), online)
    assert await listed(api, admin) == [order["id"] for order in (other, pending, confirmed)]
    assert await listed(api, admin, user_id=buyer.id) == [pending["id"], confirmed["id"]]
    assert await listed(api, admin, status="confirmed") == [confirmed["id"]]
    assert await listed(api, buyer, status="pending") == [pending["id"]]
    since = {"date_from": pending["created_at"]}
    assert await listed(api, buyer, **since) == [pending["id"]]
    assert await listed(api, buyer, date_to=pending["created_at"]) == [confirmed["id"]]


async def test_orders_come_in_pages(api: Api, organizer: Person, buyer: Person) -> None:
    event = await api.event(organizer)
    ids = [(await order_of(api, buyer, event, quantity=1))["id"] for _ in range(3)]
    first = await api.get("/orders", buyer, params={"limit": 2})
    assert [order["id"] for order in first.json()] == ids[:0:-1]
    await order_of(api, buyer, event, quantity=1)
    rest = await api.client.get(first.links["next"]["url"], headers=buyer.headers)
    assert [order["id"] for order in rest.json()] == ids[:1]
    assert "next" not in rest.links


@pytest.mark.parametrize(
    "params", [{"status": "paid"}, {"limit": 0}, {"cursor": "!"}, {"user_id": "me"}], ids=str
)
async def test_list_is_refused_when_a_filter_makes_no_sense(
    params: dict[str, Any], api: Api, buyer: Person
) -> None:
    response = await api.get("/orders", buyer, params=params)
    assert response.status_code in (400, 422)
    assert response.json()["success"] is False


async def test_unchanged_order_is_not_sent_again(
    api: Api, organizer: Person, buyer: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer))
    first = await api.get(f"/orders/{order['id']}", buyer)
    headers = {"If-None-Match": first.headers["etag"]}
    again = await api.get(f"/orders/{order['id']}", buyer, headers=headers)
    assert (again.status_code, again.content) == (304, b"")
    await edit(api, buyer, order, {"notes": "New"})
    assert (await api.get(f"/orders/{order['id']}", buyer, headers=headers)).status_code == 200


async def test_contact_is_taken_with_the_order_and_edited_in_part(
    api: Api, organizer: Person, buyer: Person
) -> None:
    wanted = await item(api, await api.event(organizer))
    order = (await place(api, buyer, wanted, **CONTACT)).json()
    assert {name: order[name] for name in CONTACT} == CONTACT
    response = await edit(api, buyer, order, {"notes": None, "contact_name": "Somchai"})
    assert response.status_code == 200, response.text
    changed = {
        "notes": None,
        "contact_name": "Somchai",
        "updated_at": response.json()["updated_at"],
    }
    assert await read(api, buyer, order) == {**order, **changed}


async def test_nothing_but_the_contact_can_be_edited(
    api: Api, organizer: Person, buyer: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer))
    await edit(api, buyer, order, {"total_amount": "0.00", "status": "cancelled", "user_id": 1})
    unchanged = await read(api, buyer, order)
    assert {**unchanged, "updated_at": ""} == {**order, "updated_at": ""}


@pytest.mark.parametrize(
    "body", [{"contact_email": "nobody"}, {"contact_phone": "call me"}, {"notes": 7}], ids=str
)
async def test_contact_that_makes_no_sense_is_refused(
    body: dict[str, Any],
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer))
    before = await stored(connection)
    assert_problem(await edit(api, buyer, order, body), 422, "validation_failed")
    assert await stored(connection) == before


async def test_change_is_refused_when_somebody_changed_the_order_meanwhile(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    etag = (await api.get(f"/orders/{order['id']}", buyer)).headers["etag"]
    edited = await edit(api, buyer, order, {"notes": "First"}, **{"If-Match": etag})
    assert edited.status_code == 200
    before = await stored(connection)
    stale = {"If-Match": etag}
    path, change = f"/orders/{order['id']}", {"status": "confirmed"}
    for refused in (
        await edit(api, buyer, order, {"notes": "Second"}, **stale),
        await api.post(f"{path}/cancel", buyer, headers=stale),
        await api.call("PATCH", f"{path}/status", organizer, json=change, headers=stale),
    ):
        assert_problem(refused, 412, "stale_version")
    assert await stored(connection) == before
    fresh = {"If-Match": edited.headers["etag"]}
    assert (await edit(api, buyer, order, {"notes": "Second"}, **fresh)).status_code == 200


async def test_unknown_order_is_not_found(api: Api, buyer: Person) -> None:
    path = f"/orders/{10**9}"
    for response in (
        await api.get(path, buyer),
        await api.get(f"{path}/items", buyer),
        await api.put(path, buyer, {"notes": "None"}),
        await api.call("DELETE", path, buyer),
        await api.post(f"{path}/cancel", buyer),
        await api.call("PATCH", f"{path}/status", buyer, json={"status": "cancelled"}),
        await api.get(f"/transactions/order/{10**9}", buyer),
    ):
        assert_problem(response, 404, "not_found")
