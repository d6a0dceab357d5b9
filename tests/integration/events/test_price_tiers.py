"""Price tiers over HTTP: given, read, sold at, and shown in lists by a job."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.carts import cart_of, put_in, total_of
from tests.support.orders import place
from tests.support.rows import snapshot

EARLY = {"name": "Early bird", "price": "20.00", "up_to": 3}


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


async def tiered(api: Api, organizer: Person, *tiers: dict[str, Any], **fields: Any) -> Any:
    """An event whose only type costs 30.00 after these tiers; the type."""
    kind = {"name": "Standard", "price": "30.00", "price_tiers": list(tiers or [EARLY])}
    event = await api.event(organizer, ticket_types=[kind], **fields)
    (only,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    return only


async def test_a_type_says_which_price_is_in_force_and_until_when(
    api: Api, organizer: Person
) -> None:
    until = (api.clock() + timedelta(days=2)).replace(microsecond=0)
    tier = {"name": "Now", "price": "10.00", "until": until.isoformat(), "up_to": 5}
    kind = await tiered(api, organizer, tier, {"name": "Soon", "price": "20.00", "up_to": 8})
    assert kind["price"] == "30.00"
    assert (kind["current_price"], kind["current_tier"], kind["left_at_price"]) == (
        "10.00",
        "Now",
        5,
    )
    assert kind["next_price_at"] == until.isoformat().replace("+00:00", "Z")
    assert [tier["name"] for tier in kind["price_tiers"]] == ["Now", "Soon"]
    availability = (await api.get(f"/events/{kind['event_id']}/availability")).json()
    (left,) = availability["ticket_types"]
    assert (left["price"], left["current_price"], left["left_at_price"]) == ("30.00", "10.00", 5)


async def test_tickets_are_sold_at_the_price_in_force_and_over_the_boundary_at_both(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    kind = await tiered(api, organizer)
    first = await api.book(buyer, kind["event_id"], 2)
    second = await api.book(buyer, kind["event_id"], 2)
    assert (first["total_amount"], second["total_amount"]) == ("40.00", "50.00")
    assert [ticket["price"] for ticket in second["tickets"]] == ["20.00", "30.00"]
    now = (await api.get(f"/ticket-types/{kind['id']}")).json()
    assert (now["current_price"], now["current_tier"], now["left_at_price"]) == (
        "30.00",
        None,
        None,
    )


async def test_a_tier_ends_at_its_time(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    until = (api.clock() + timedelta(hours=1)).isoformat()
    kind = await tiered(api, organizer, {"name": "Now", "price": "20.00", "until": until})
    assert (await api.book(buyer, kind["event_id"]))["total_amount"] == "20.00"
    clock.move(hours=1)
    buyer = api.renewed(buyer)
    assert (await api.book(buyer, kind["event_id"]))["total_amount"] == "30.00"


async def test_lapsed_holds_give_their_price_back(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    kind = await tiered(api, organizer, payment="online")
    wanted = {"ticket_type_id": kind["id"], "quantity": 3}
    assert (await place(api, buyer, wanted)).json()["subtotal"] == "60.00"
    wanted["quantity"] = 1
    assert (await place(api, buyer, wanted)).json()["subtotal"] == "30.00"
    clock.move(hours=1)
    assert (await api.get(f"/ticket-types/{kind['id']}")).json()["current_price"] == "20.00"
    wanted["quantity"] = 4
    order = (await place(api, api.renewed(buyer), wanted)).json()
    lines = [(line["quantity"], line["unit_price"]) for line in order["items"]]
    assert (lines, order["subtotal"]) == ([(3, "20.00"), (1, "30.00")], "90.00")


async def test_a_cart_shows_the_prices_that_its_tickets_would_have(
    api: Api, organizer: Person, buyer: Person
) -> None:
    kind = await tiered(api, organizer)
    await put_in(api, buyer, kind["id"], 4)
    (item,) = await cart_of(api, buyer)
    assert (item["unit_price"], item["subtotal"]) == ("20.00", "90.00")
    prices = [{"unit_price": "20.00", "quantity": 3}, {"unit_price": "30.00", "quantity": 1}]
    assert item["prices"] == prices
    assert (await total_of(api, buyer))["total_amount"] == "90.00"
    order = (await api.post(f"/orders/from-cart/{buyer.id}", buyer)).json()
    assert order["total_amount"] == "90.00"


@pytest.mark.parametrize(
    ("tiers", "field"),
    [
        ([{"name": "Never", "price": "1.00"}], "body.price_tiers.0.until"),
        ([EARLY, {**EARLY, "name": "Again"}], "body.price_tiers.1.up_to"),
        ([{**EARLY, "up_to": 0}], "body.price_tiers.0.up_to"),
        ([{**EARLY, "price": "-1"}], "body.price_tiers.0.price"),
        ([EARLY] * 11, "body.price_tiers"),
    ],
)
async def test_tiers_that_contradict_each_other_are_refused(
    api: Api, organizer: Person, tiers: Any, field: str, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    body = {"name": "VIP", "price": "30.00", "price_tiers": tiers}
    refused = await api.post(f"/events/{event['id']}/ticket-types", organizer, body)
    problem = assert_problem(refused, 422, "validation_failed")
    assert problem["errors"][0]["field"] == field
    assert await snapshot(connection, event["id"]) == before


async def test_tiers_of_a_new_event_are_refused_by_their_place(api: Api, organizer: Person) -> None:
    kinds = [{"name": "A", "price": "1"}, {"name": "B", "price": "1", "price_tiers": [EARLY] * 2}]
    body = {"title": "T", "date_time": "2090-01-01T00:00:00Z", "capacity": 5, "ticket_types": kinds}
    problem = assert_problem(await api.post("/events", organizer, body), 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.ticket_types.1.price_tiers.1.up_to"


async def test_tiers_are_edited_audited_and_copied(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    kind = await tiered(api, organizer)
    tier = {"name": "Late", "price": "25.00", "until": "2090-05-01T09:00:00", "up_to": None}
    path = f"/ticket-types/{kind['id']}"
    edited = (await api.put(path, organizer, {"price_tiers": [tier]})).json()
    assert edited["price_tiers"] == [{**tier, "until": "2090-05-01T09:00:00Z"}]
    assert (await api.get(path)).json()["current_price"] == "25.00"
    (after,) = [
        row["after"]
        for row in await connection.fetch(
            "SELECT after::text FROM audit_log WHERE action = 'ticket_type.updated'"
            " AND subject_id = $1",
            kind["id"],
        )
    ]
    assert '"name": "Late"' in after and "2090-05-01" in after
    duplicate = f"/events/{kind['event_id']}/duplicate"
    copy = (await api.post(duplicate, organizer, {"date_time": "2091-01-01T00:00:00Z"})).json()
    (copied,) = (await api.get(f"/events/{copy['id']}/ticket-types", organizer)).json()
    assert [kept["name"] for kept in copied["price_tiers"]] == ["Late"]
    none = (await api.put(path, organizer, {"price_tiers": []})).json()
    assert (none["price_tiers"], none["current_price"]) == ([], "30.00")


async def test_lists_show_the_lowest_price_in_force_as_a_job_keeps_it(
    api: Api, organizer: Person, buyer: Person
) -> None:
    kind = await tiered(api, organizer, title="Zzyzx", currency="USD")
    path = f"/events/{kind['event_id']}"
    event = (await api.get(path)).json()
    assert (event["price"], event["lowest_price"]) == ("30.00", "20.00")

    async def found(**bounds: str) -> list[int]:
        wanted = {"q": "Zzyzx", "currency": "USD", "sort": "price", **bounds}
        return [row["id"] for row in (await api.get("/events", params=wanted)).json()]

    assert await found(price_max="20.00") == [kind["event_id"]]
    await api.book(buyer, kind["event_id"], 3)
    version = (await api.get(path)).headers["etag"].partition("-")[0]
    refresh = api.container.jobs.refresh_tier_prices().execute
    assert await refresh() >= 1
    assert await found(price_max="20.00") == []
    assert await found(price_min="30.00") == [kind["event_id"]]
    assert (await api.get(path)).headers["etag"].partition("-")[0] == version
    assert await refresh() == 0


async def test_lists_go_on_by_the_price_they_show(api: Api, organizer: Person) -> None:
    for price, tiers in (("30.00", [EARLY]), ("25.00", []), ("10.00", [])):
        kind = {"name": "Standard", "price": price, "price_tiers": tiers}
        await api.event(organizer, title="Qqwert", currency="USD", ticket_types=[kind])
    prices: list[str] = []
    wanted = {"q": "Qqwert", "currency": "USD", "sort": "-price", "limit": "1"}
    page = await api.get("/events", params=wanted)
    while True:
        prices += [event["lowest_price"] for event in page.json()]
        if "next" not in page.links:
            break
        page = await api.client.get(page.links["next"]["url"])
    assert prices == ["25.00", "20.00", "10.00"]
