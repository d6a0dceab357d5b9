"""Lists and tables of orders, bookings and payments: who sees what, and how it is found."""

from typing import Any

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.carts import make_code
from tests.support.csv_tables import csv_rows
from tests.support.orders import FEES, order_of, pay, read, start
from tests.support.payments import ScriptedProvider

LISTS = ("orders", "bookings", "transactions")


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer, title="Own", payment="online")


@pytest.fixture
async def paid(
    api: Api, buyer: Person, event: dict[str, Any], provider: ScriptedProvider
) -> dict[str, Any]:
    order = await order_of(api, buyer, event)
    await pay(api, buyer, provider, order)
    return await read(api, buyer, order)


async def ids(api: Api, who: Person, path: str, **params: Any) -> list[int]:
    """What the list has; its table has the same."""
    response = await api.get(f"/{path}", who, params=params)
    assert response.status_code == 200, response.text
    found = [int(item["id"]) for item in response.json()]
    table = await api.get(f"/{path}.csv", who, params=params)
    rows = csv_rows(table)
    name = {"orders": "order_id", "bookings": "booking_id", "transactions": "transaction_id"}[path]
    assert [int(row[name]) for row in rows] == found
    assert table.headers["x-total-count"] == str(len(rows))
    assert table.headers["content-disposition"] == f'attachment; filename="{path}.csv"'
    assert (await api.get(f"/{path}", who, params={**params, "format": "csv"})).text == table.text
    return found


async def test_organizer_lists_what_was_sold_of_their_events(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], paid: dict[str, Any]
) -> None:
    rival = await api.person(Role.ORGANIZER)
    theirs = await order_of(api, buyer, await api.event(rival, payment="online"))
    await start(api, buyer, theirs)
    here = {"event_id": event["id"]}
    assert await ids(api, organizer, "orders", **here) == [paid["id"]]
    assert await ids(api, organizer, "orders", managed=True) == [paid["id"]]
    booking_id = paid["bookings"][0]["id"]
    for params in ({}, here):
        assert await ids(api, organizer, "bookings", **params) == [booking_id]
    (payment,) = (await api.get(f"/transactions/order/{paid['id']}", buyer)).json()
    for params in ({}, {"of_event_id": event["id"]}, {"order_id": paid["id"]}):
        assert await ids(api, organizer, "transactions", **params) == [payment["id"]]
    assert await ids(api, rival, "orders", managed=True) == [theirs["id"]]
    listed = (await api.get("/orders", organizer, params=here)).json()
    assert listed == [paid]


async def test_organizers_own_purchases_are_listed_apart(
    api: Api, organizer: Person, event: dict[str, Any], paid: dict[str, Any]
) -> None:
    rivals = await api.event(await api.person(Role.ORGANIZER), payment="online")
    bought = await order_of(api, organizer, rivals)
    assert await ids(api, organizer, "orders") == [bought["id"]]
    assert await ids(api, organizer, "orders", event_id=rivals["id"]) == [bought["id"]]
    assert await ids(api, organizer, "orders", managed=True) == [paid["id"]]


async def test_customer_finds_their_own_orders_and_no_others(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], paid: dict[str, Any]
) -> None:
    stranger = await api.person()
    for params in ({"reference": paid["reference"]}, {"event_id": event["id"]}, {"q": "Customer"}):
        assert await ids(api, buyer, "orders", **params) == [paid["id"]]
        assert await ids(api, stranger, "orders", **params) == []
    for params in ({"managed": True}, {"user_id": organizer.id}):
        for path in ("/orders", "/orders.csv"):
            assert_problem(await api.get(path, buyer, params=params), 403, "forbidden")
    for path in ("bookings", "transactions"):
        for name in (f"/{path}", f"/{path}.csv"):
            assert_problem(await api.get(name, buyer), 403, "forbidden")


@pytest.mark.parametrize("path", LISTS)
async def test_sold_things_are_found_by_what_people_write_in_a_mail(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    provider: ScriptedProvider,
    path: str,
) -> None:
    await make_code(api, organizer, "SUMMER20", event_id=event["id"])
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    body = {
        "items": [{"ticket_type_id": types[0]["id"], "quantity": 1}],
        "discount_code": "SUMMER20",
        "contact_name": "Małgorzata Święta",
        "contact_email": "Gosia@Example.com",
    }
    order = (await api.post("/orders", buyer, body)).json()
    await pay(api, buyer, provider, order)
    order = await read(api, buyer, order)
    stranger = await api.person()
    await start(api, stranger, await order_of(api, stranger, event, quantity=1))
    (booking,) = order["bookings"]
    found = await ids(api, organizer, path, reference=order["reference"].lower(), **_managed(path))
    assert len(found) == 1
    code = booking["tickets"][0]["ticket_code"]
    words = ("malgorzata swieta", "GOSIA@example", order["reference"], booking["reference"], code)
    for q in (*words, "summer20", buyer.user.name):
        assert await ids(api, organizer, path, q=q, **_managed(path)) == found, q
    by = {"reference": booking["reference"], "provider": "scripted", "user_id": buyer.id}
    assert await ids(api, organizer, path, **by, **_managed(path)) == found
    nothing = ({"q": "TKT-20200101-AAAAAAAA"}, {"reference": "ORD-AAAAAAAA"}, {"provider": "fake"})
    for params in (*nothing, {"date_to": "2020-01-01"}, {"date_from": "2100-01-01"}):
        assert await ids(api, organizer, path, **params, **_managed(path)) == [], params


def _managed(path: str) -> dict[str, Any]:
    return {"managed": True} if path == "orders" else {}


async def test_order_of_several_organizers_shows_each_their_lines_alone(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any]
) -> None:
    rival = await api.person(Role.ORGANIZER)
    dear = await api.event(rival, title="Rival", payment="online", price="70.00")
    shared = await order_of(api, buyer, event, dear, quantity=1)
    for who, of, total in ((organizer, event, "25.00"), (rival, dear, "70.00")):
        response = await api.get("/orders", who, params={"event_id": of["id"]})
        (listed,) = response.json()
        assert (listed["id"], listed["total_amount"], listed["subtotal"]) == (
            shared["id"],
            total,
            total,
        )
        assert {item["event_id"] for item in listed["items"]} == {of["id"]}
        assert {booking["event_id"] for booking in listed["bookings"]} == {of["id"]}
        (row,) = csv_rows(await api.get("/orders.csv", who, params={"managed": True}))
        assert (row["events"], row["total_amount"], row["is_whole"]) == (
            of["title"],
            total,
            "false",
        )
    admin = await api.person(Role.ADMIN)
    (listed,) = (await api.get("/orders", admin)).json()
    assert listed == shared


async def test_order_of_several_organizers_is_read_as_it_is_listed(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], provider: ScriptedProvider
) -> None:
    """Each sees the own lines, and of the money what is for them; nothing that pays."""
    rival = await api.person(Role.ORGANIZER)
    dear = await api.event(rival, title="Rival", payment="online", price="70.00")
    shared = await order_of(api, buyer, event, dear, quantity=1)
    path = f"/orders/{shared['id']}"
    started = await start(api, buyer, shared)

    async def seen_by(who: Person) -> list[dict[str, Any]]:
        (listed,) = (await api.get("/orders", who, params={"managed": True})).json()
        assert (await api.get(path, who)).json() == listed
        assert (await api.get(f"{path}/items", who)).json() == listed["items"]
        rows: list[dict[str, Any]] = (await api.get("/transactions", who)).json()
        assert (await api.get(f"/transactions/order/{shared['id']}", who)).json() == rows[::-1]
        for row in rows:
            assert (await api.get(f"/transactions/{row['id']}", who)).json() == row
            assert row["client_secret"] is row["redirect_url"] is row["note"] is None
        return rows

    for who, amount in ((organizer, "25.00"), (rival, "70.00")):
        assert [row["amount"] for row in await seen_by(who)] == [amount]
    await pay(api, buyer, provider, shared)
    booking = next(b for b in shared["bookings"] if b["event_id"] == dear["id"])
    assert (await api.put(f"/bookings/{booking['id']}/refund", rival)).status_code == 200
    assert [row["amount"] for row in await seen_by(organizer)] == ["25.00"]
    refund, payment = await seen_by(rival)
    assert (refund["amount"], payment["amount"]) == ("70.00", "70.00")
    # In pages too.
    first = await api.get(f"/transactions/order/{shared['id']}", rival, params={"limit": 1})
    following = {"limit": 1, "cursor": first.headers["x-next-cursor"]}
    second = await api.get(f"/transactions/order/{shared['id']}", rival, params=following)
    assert (first.json(), second.json()) == ([payment], [refund])
    # What is for the other organizer alone, and what is somebody else's, is not there.
    stranger = await api.person(Role.ORGANIZER)
    for who, hidden in (
        (organizer, f"/transactions/{refund['id']}"),
        (stranger, path),
        (stranger, f"/transactions/order/{shared['id']}"),
        (stranger, f"/transactions/{started['id']}"),
    ):
        assert_problem(await api.get(hidden, who), 404, "not_found")
    # Only who owns all of it has its receipt, or changes it.
    for who in (organizer, rival):
        assert_problem(await api.get(f"{path}/receipt", who), 404, "not_found")
        edit = await api.put(path, who, {"notes": "Mine"})
        assert_problem(edit, 404, "not_found")


async def test_table_of_orders_has_fees_and_taxes_also_of_a_part(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], admin: Person
) -> None:
    taxed = await api.event(await api.person(Role.ORGANIZER), **FEES)
    order = await order_of(api, buyer, event, taxed)
    names = ("subtotal", "discount_amount", "fee_amount", "tax_amount", "tax_included")
    (whole,) = csv_rows(await api.get("/orders.csv", admin))
    assert [whole[name] for name in names] == [order[name] for name in names]
    (part,) = csv_rows(await api.get("/orders.csv", organizer, params={"managed": True}))
    assert [part[name] for name in names] == ["50.00", "0.00", "0.00", "0.00", "0.00"]


async def test_cells_of_a_table_are_no_formulas_and_have_the_decimals_of_their_currency(
    api: Api, organizer: Person, buyer: Person
) -> None:
    for currency, price, shown in (("JPY", "1500", "1500"), ("KWD", "1.505", "1.505")):
        event = await api.event(organizer, currency=currency, price=price, payment="online")
        types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
        items = [{"ticket_type_id": types[0]["id"], "quantity": 1}]
        body = {"items": items, "contact_name": "=1+1"}
        await api.post("/orders", buyer, body)
        params = {"event_id": event["id"]}
        (row,) = csv_rows(await api.get("/orders.csv", organizer, params=params))
        assert (row["name"], row["total_amount"]) == ("'=1+1", shown)


@pytest.mark.parametrize("path", LISTS)
async def test_head_of_a_table_reads_no_rows(api: Api, organizer: Person, path: str) -> None:
    response = await api.client.head(f"/api/v1/{path}.csv", headers=organizer.headers)
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["x-total-count"] == "0"
