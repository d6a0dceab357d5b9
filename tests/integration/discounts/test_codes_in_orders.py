"""Codes in orders: whose is used, what an order keeps, and what counts as a use."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.carts import apply, make_code, put_in, total_of, type_ids
from tests.support.orders import item, order_of, pay, place, read, send_webhook, start
from tests.support.payments import ScriptedProvider

MINUTES_OF_A_HOLD = 11


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


@pytest.fixture
async def rival(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


@pytest.fixture
async def buyer(api: Api) -> Person:
    return await api.person()


async def add(api: Api, who: Person, order: dict[str, Any], *items: Any) -> Any:
    return await api.post(f"/orders/{order['id']}/items", who, {"items": items})


async def used(connection: asyncpg.Connection, code: str = "SUMMER20") -> tuple[int, int]:
    query = "SELECT used, used_tickets FROM discounts WHERE code = $1"
    row = await connection.fetchrow(query, code)
    assert row is not None
    return row["used"], row["used_tickets"]


# Names


async def test_each_owner_has_a_code_of_the_same_name_and_the_tickets_decide(
    api: Api, organizer: Person, rival: Person, buyer: Person
) -> None:
    for owner, percent in ((organizer, "10"), (rival, "30")):
        await make_code(api, owner, "EARLY", value=percent)
        event = await api.event(owner, payment="online", price="100.00")
        order = (await place(api, buyer, await item(api, event), discount_code="EARLY")).json()
        assert order["discount_amount"] == f"{percent}.00"


@pytest.mark.parametrize("way", ["order", "cart"])
async def test_over_events_of_two_owners_the_code_that_takes_off_most_is_used(
    api: Api, organizer: Person, rival: Person, buyer: Person, way: str
) -> None:
    await make_code(api, organizer, "EARLY", value="20")
    most = await make_code(api, rival, "EARLY", value="15")
    cheap = await api.event(organizer, payment="online", price="10.00")
    dear = await api.event(rival, payment="online", price="100.00")
    if way == "order":
        items = [await item(api, event) for event in (cheap, dear)]
        order = (await place(api, buyer, *items, discount_code="early")).json()
    else:
        for event in (cheap, dear):
            await put_in(api, buyer, (await type_ids(api, event))[0])
        assert (await apply(api, buyer, "EARLY")).json()["discount_amount"] == "15.00"
        order = (await api.post(f"/orders/from-cart/{buyer.id}", buyer, {})).json()
    assert [line["discount_amount"] for line in order["items"]] == ["0.00", "15.00"]
    found = await api.get(f"/discounts/{most['id']}", rival)
    assert (found.json()["used"], found.json()["used_tickets"]) == (1, 1)


async def test_cart_changes_its_owner_s_code_as_it_changes(
    api: Api, organizer: Person, rival: Person, buyer: Person
) -> None:
    await make_code(api, organizer, "EARLY", value="20")
    await make_code(api, rival, "EARLY", value="15")
    first = await api.event(organizer, payment="online", price="10.00")
    second = await api.event(rival, payment="online", price="100.00")
    await put_in(api, buyer, (await type_ids(api, first))[0])
    assert (await apply(api, buyer, "EARLY")).json()["discount_amount"] == "2.00"
    await put_in(api, buyer, (await type_ids(api, second))[0])
    assert (await total_of(api, buyer))["discount_amount"] == "15.00"


async def test_refusal_says_what_helps_most(
    api: Api, organizer: Person, rival: Person, buyer: Person
) -> None:
    await make_code(api, organizer, "EARLY", valid_until="2026-01-01T00:00:00Z")
    await make_code(api, rival, "EARLY", min_spend="200.00", currency="USD")
    events = [await api.event(owner, payment="online") for owner in (organizer, rival)]
    items = [await item(api, event) for event in events]
    refused = await place(api, buyer, *items, discount_code="EARLY")
    problem = assert_problem(refused, 409, "discount_invalid")
    assert problem["reason"] == "below_minimum"
    assert problem["detail"] == "This discount code needs tickets for at least 200.00 USD."


@pytest.mark.parametrize("typed", [" summer20 ", "Summer20", "SUMMER20\t"])
async def test_code_is_read_alike_however_it_is_typed(
    api: Api, organizer: Person, buyer: Person, typed: str
) -> None:
    await make_code(api, organizer)
    event = await api.event(organizer, payment="online")
    order = await place(api, buyer, await item(api, event), discount_code=typed)
    assert order.json()["discount_code"] == "SUMMER20"
    await put_in(api, buyer, (await type_ids(api, event))[0])
    assert (await apply(api, buyer, typed)).json()["discount_code"] == "SUMMER20"


# What an order keeps


@pytest.mark.parametrize("what", ["edited", "deleted", "over"])
async def test_added_tickets_get_what_the_order_was_given(
    api: Api, organizer: Person, buyer: Person, what: str
) -> None:
    event = await api.event(organizer, payment="online", price="50.00")
    code = await make_code(api, organizer, value="10")
    order = (await place(api, buyer, await item(api, event), discount_code="SUMMER20")).json()
    path = f"/discounts/{code['id']}"
    if what == "edited":
        assert (await api.put(path, organizer, {"value": "100"})).status_code == 200
    elif what == "deleted":
        await api.call("DELETE", path, organizer)
    else:
        await api.put(path, organizer, {"valid_until": "2026-01-02T00:00:00Z"})
    grown = (await add(api, buyer, order, await item(api, event, 2))).json()
    assert [line["discount_amount"] for line in grown["items"]] == ["5.00", "10.00"]
    assert grown["total_amount"] == "135.00"


async def test_cap_of_a_percentage_is_one_for_the_order_and_what_is_added(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online", price="100.00")
    await make_code(api, organizer, value="10", max_discount="25.00", event_id=event["id"])
    order = (await place(api, buyer, await item(api, event, 2), discount_code="SUMMER20")).json()
    assert order["discount_amount"] == "20.00"
    grown = (await add(api, buyer, order, await item(api, event))).json()
    assert grown["discount_amount"] == "25.00"
    grown = (await add(api, buyer, order, await item(api, event))).json()
    assert (grown["discount_amount"], grown["total_amount"]) == ("25.00", "375.00")
    assert await used(connection) == (1, 4)


async def test_cap_is_split_over_the_lines_to_the_cent(
    api: Api, organizer: Person, buyer: Person
) -> None:
    types = [{"name": name, "price": "33.33"} for name in ("A", "B", "C")]
    event = await api.event(organizer, payment="online", ticket_types=types)
    await make_code(api, organizer, value="50", max_discount="10.00", event_id=event["id"])
    items = [{"ticket_type_id": kind, "quantity": 1} for kind in await type_ids(api, event)]
    order = (await place(api, buyer, *items, discount_code="SUMMER20")).json()
    assert [line["discount_amount"] for line in order["items"]] == ["3.34", "3.33", "3.33"]


# What counts


@pytest.mark.parametrize("limit", ["max_uses", "max_uses_per_user", "max_tickets"])
async def test_lapsed_order_does_not_use_its_code_up(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    connection: asyncpg.Connection,
    limit: str,
) -> None:
    events = [await api.event(organizer, payment="online") for _ in range(2)]
    fields: dict[str, Any] = {limit: 1}
    await make_code(api, organizer, **fields)
    wanted = await item(api, events[0])
    assert (await place(api, buyer, wanted, discount_code="SUMMER20")).status_code == 201
    refused = await place(api, buyer, wanted, discount_code="SUMMER20")
    reason = "used_up_by_you" if limit == "max_uses_per_user" else "used_up"
    assert assert_problem(refused, 409, "discount_invalid")["reason"] == reason
    clock.move(minutes=MINUTES_OF_A_HOLD)
    await put_in(api, buyer, wanted["ticket_type_id"])
    assert (await apply(api, buyer)).status_code == 200
    again = (
        await place(
            api, buyer, *[await item(api, event) for event in events], discount_code="SUMMER20"
        )
        if limit != "max_tickets"
        else await place(api, buyer, wanted, discount_code="SUMMER20")
    )
    assert again.status_code == 201, again.text
    statuses = await connection.fetch("SELECT status FROM orders ORDER BY id")
    assert [row["status"] for row in statuses] == ["pending", "pending"]
    assert (await used(connection))[0] == 1


async def test_late_money_is_honoured_though_others_have_had_the_last_use(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online")
    await make_code(api, organizer, max_uses=1)
    wanted = await item(api, event)
    late = (await place(api, buyer, wanted, discount_code="SUMMER20")).json()
    begun = await start(api, buyer, late)
    provider.pay(await api.container.adapters.transactions().get(begun["id"]))
    clock.move(minutes=MINUTES_OF_A_HOLD)
    other = await api.person()
    taken = await place(api, other, wanted, discount_code="SUMMER20")
    assert taken.status_code == 201, taken.text
    assert await send_webhook(api, provider, begun["id"]) == "recorded"
    assert (await read(api, buyer, late))["status"] == "confirmed"
    assert await used(connection) == (1, 1)


async def test_code_is_good_for_so_many_tickets(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    types = [{"name": "Standard"}, {"name": "VIP"}]
    event = await api.event(organizer, payment="online", capacity=50, ticket_types=types)
    standard, vip = await type_ids(api, event)
    await make_code(api, organizer, ticket_type_id=vip, max_tickets=3)

    def of(quantity: int) -> list[dict[str, Any]]:
        other = {"ticket_type_id": standard, "quantity": 4}
        return [other, {"ticket_type_id": vip, "quantity": quantity}]

    order = (await place(api, buyer, *of(2), discount_code="SUMMER20")).json()
    assert await used(connection) == (1, 2)
    refused = await place(api, buyer, *of(2), discount_code="SUMMER20")
    problem = assert_problem(refused, 409, "discount_invalid")
    assert problem["reason"] == "too_many_tickets"
    assert problem["detail"] == "This discount code is good for 1 of these tickets only."
    refused = await add(api, buyer, order, {"ticket_type_id": vip, "quantity": 2})
    assert_problem(refused, 409, "discount_invalid")
    assert await used(connection) == (1, 2)
    grown = await add(api, buyer, order, {"ticket_type_id": vip, "quantity": 1})
    assert grown.status_code == 201, grown.text
    assert await used(connection) == (1, 3)
    await api.post(f"/orders/{order['id']}/cancel", buyer)
    assert await used(connection) == (0, 0)


async def test_minimum_is_what_the_covered_tickets_cost(
    api: Api, organizer: Person, rival: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", price="25.00")
    foreign = await api.event(rival, payment="online", price="500.00")
    await make_code(api, organizer, min_spend="50.00", event_id=event["id"])
    few = [await item(api, event), await item(api, foreign)]
    refused = await place(api, buyer, *few, discount_code="SUMMER20")
    assert assert_problem(refused, 409, "discount_invalid")["reason"] == "below_minimum"
    order = await place(api, buyer, await item(api, event, 2), discount_code="SUMMER20")
    assert order.json()["discount_amount"] == "10.00"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"min_spend": "10.00"}, "body.currency"),
        ({"max_discount": "10.00"}, "body.currency"),
        ({"kind": "fixed", "currency": "EUR", "max_discount": "1.00"}, "body.max_discount"),
        ({"min_spend": "0", "currency": "EUR"}, "body.min_spend"),
        ({"min_spend": "10.50", "currency": "JPY"}, "body.min_spend"),
        ({"max_discount": "10.50", "currency": "JPY"}, "body.max_discount"),
        ({"kind": "fixed", "value": "10.50", "currency": "JPY"}, "body.value"),
        ({"value": "0"}, "body.value"),
    ],
    ids=str,
)
async def test_code_whose_fields_do_not_fit_is_refused(
    api: Api, organizer: Person, fields: dict[str, Any], field: str
) -> None:
    body = {"code": "ODD", "kind": "percent", "value": "20", **fields}
    problem = assert_problem(
        await api.post("/discounts", organizer, body), 422, "validation_failed"
    )
    assert [fault["field"] for fault in problem["errors"]] == [field]
    assert (await api.get("/discounts", organizer)).json() == []


async def test_first_amount_of_a_percentage_brings_its_currency(
    api: Api, organizer: Person
) -> None:
    event = await api.event(organizer, currency="EUR")
    for fields, currency in (({"event_id": event["id"]}, None), ({}, "EUR")):
        code = await make_code(api, organizer, f"CODE{len(fields)}", **fields)
        assert code["currency"] is None
        path, change = f"/discounts/{code['id']}", {"min_spend": "10"}
        if currency:
            refused = await api.put(path, organizer, change)
            assert_problem(refused, 422, "validation_failed")
            change["currency"] = currency
        edited = (await api.put(path, organizer, change)).json()
        assert (edited["currency"], edited["min_spend"]) == ("EUR", "10.00")
        plain = (await api.put(path, organizer, {"min_spend": None})).json()
        assert plain["currency"] is None


async def test_limit_below_the_tickets_that_used_it_is_refused(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    code = await make_code(api, organizer)
    await place(api, buyer, await item(api, event, 3), discount_code="SUMMER20")
    refused = await api.put(f"/discounts/{code['id']}", organizer, {"max_tickets": 2})
    problem = assert_problem(refused, 409, "in_use")
    assert problem["detail"] == "The code was used for 3 tickets already."
    allowed = await api.put(f"/discounts/{code['id']}", organizer, {"max_tickets": 3})
    assert allowed.json()["used_tickets"] == 3


async def test_paid_order_without_a_code_is_as_before(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    await pay(api, buyer, provider, order)
    assert (await read(api, buyer, order))["discount_code"] is None
