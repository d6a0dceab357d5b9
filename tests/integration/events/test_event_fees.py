"""Service fees and taxes of events: set, edited, answered, charged; kept by orders as they were."""

from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.orders import order_of, read, stored

NONE = {
    "service_fee_fixed": "0.00",
    "service_fee_percent": "0.00",
    "tax_rate": "0.00",
    "tax_inclusive": False,
}
FEES = {
    "service_fee_fixed": "1.50",
    "service_fee_percent": "2.00",
    "tax_rate": "7.00",
    "tax_inclusive": True,
}


def fees(event: dict[str, Any]) -> dict[str, Any]:
    return {name: event[name] for name in NONE}


def amounts(order: dict[str, Any]) -> tuple[str, ...]:
    names = ("subtotal", "fee_amount", "tax_amount", "tax_included", "total_amount")
    return tuple(order[name] for name in names)


async def test_event_has_the_fees_that_it_was_given(api: Api, organizer: Person) -> None:
    plain, charged = await api.event(organizer), await api.event(organizer, **FEES)
    assert (fees(plain), fees(charged)) == (NONE, FEES)
    assert fees((await api.get(f"/events/{charged['id']}")).json()) == FEES
    listed = {event["id"]: fees(event) for event in (await api.get("/events")).json()}
    assert listed == {plain["id"]: NONE, charged["id"]: FEES}


@pytest.mark.parametrize("field", list(FEES))
async def test_one_fee_is_edited_and_the_others_stay(
    field: str, api: Api, organizer: Person
) -> None:
    event = await api.event(organizer, **FEES)
    response = await api.put(f"/events/{event['id']}", organizer, {field: NONE[field]})
    assert response.status_code == 200, response.text
    assert fees((await api.get(f"/events/{event['id']}")).json()) == {**FEES, field: NONE[field]}


@pytest.mark.parametrize(
    "change",
    [
        {"service_fee_fixed": "-0.01"},
        {"service_fee_fixed": "0.001"},
        {"service_fee_percent": "100.01"},
        {"service_fee_percent": "-1"},
        {"tax_rate": "100.01"},
        {"tax_rate": None},
        {"tax_inclusive": "perhaps"},
    ],
    ids=str,
)
async def test_fee_that_makes_no_sense_is_refused(
    change: dict[str, Any], api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, **FEES)
    before = await stored(connection)
    refused = await api.put(f"/events/{event['id']}", organizer, change)
    assert_problem(refused, 422, "validation_failed")
    assert await stored(connection) == before


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # Two at 25.00, 1.50 each and 2 per cent: 54.00, of which 7/107 is tax.
        ({}, ("50.00", "4.00", "3.53", "3.53", "54.00")),
        ({"tax_inclusive": False}, ("50.00", "4.00", "3.78", "0.00", "57.78")),
        ({"service_fee_fixed": "0.00"}, ("50.00", "1.00", "3.34", "3.34", "51.00")),
        (NONE, ("50.00", "0.00", "0.00", "0.00", "50.00")),
    ],
    ids=["inclusive", "exclusive", "per cent alone", "none"],
)
async def test_fees_and_taxes_are_charged_as_the_event_says(
    changes: dict[str, Any],
    expected: tuple[str, ...],
    api: Api,
    organizer: Person,
    buyer: Person,
) -> None:
    event = await api.event(organizer, payment="online", **{**FEES, **changes})
    order = await order_of(api, buyer, event)
    assert amounts(order) == expected
    assert amounts(order["items"][0]) == expected
    payment = (await api.post("/transactions", buyer, {"order_id": order["id"]})).json()
    assert payment["amount"] == expected[-1]


async def test_order_keeps_the_fees_that_it_was_made_with(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", **FEES)
    order = await order_of(api, buyer, event)
    await api.put(f"/events/{event['id']}", organizer, NONE)
    assert amounts(await read(api, buyer, order)) == amounts(order)
    assert amounts(await order_of(api, buyer, event))[-1] == "50.00"
