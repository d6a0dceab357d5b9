"""A small business charges no tax, from the moment it says so, whatever rates its events have."""

import asyncio
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.invoices import be_seller, issued, require_agreement
from tests.support.orders import add_on, item, of, pay, place
from tests.support.payments import ScriptedProvider

TAXED = {
    "payment": "online",
    "price": "119.00",
    "service_fee_fixed": "11.90",
    "tax_rate": "19.00",
    "fee_tax_rate": "7.00",
}


async def order_with_shirt(api: Api, buyer: Person, event: dict[str, Any], shirt: Any) -> Any:
    answer = await place(api, buyer, await item(api, event), of(shirt))
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.mark.parametrize("is_inclusive", [False, True])
async def test_small_business_charges_no_tax_whatever_the_rates(
    is_inclusive: bool,
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **TAXED, tax_inclusive=is_inclusive)
    shirt = await add_on(api, organizer, event, tax_rate="25.00")
    before = await order_with_shirt(api, buyer, event, shirt)
    assert Decimal(before["tax_amount"]) > 0
    await be_seller(api, organizer, is_small_business=True)
    assert (await api.get(f"/events/{event['id']}")).json()["by_small_business"] is True
    order = await order_with_shirt(api, buyer, event, shirt)
    assert [line["tax_amount"] for line in order["items"]] == ["0.00", "0.00"]
    assert {line["tax_relief"] for line in order["items"]} == {"small_business"}
    net = sum(Decimal(line["subtotal"]) + Decimal(line["fee_amount"]) for line in order["items"])
    assert Decimal(order["total_amount"]) == net
    # What was placed keeps what it was made with.
    kept = (await api.get(f"/orders/{before['id']}", buyer)).json()
    assert (kept["total_amount"], kept["tax_amount"]) == (
        before["total_amount"],
        before["tax_amount"],
    )
    for placed in (before, order):
        await pay(api, buyer, provider, placed)
    (taxed,) = await issued(api, buyer, before)
    assert {line["tax_category"] for line in taxed["lines"]} == {"standard"}
    (small,) = await issued(api, buyer, order)
    assert {line["tax_category"] for line in small["lines"]} == {"small_business"}
    assert small["tax_amount"] == "0.00"
    await require_agreement(connection)


async def test_a_new_event_of_a_small_business_is_without_tax_from_the_start(
    api: Api, organizer: Person, buyer: Person
) -> None:
    await be_seller(api, organizer, is_small_business=True)
    event = await api.event(organizer, **TAXED)
    assert (event["by_small_business"], event["tax_rate"]) == (True, "19.00")
    copy = await api.post(
        f"/events/{event['id']}/duplicate", organizer, {"date_time": "2037-01-01T20:00:00Z"}
    )
    assert copy.json()["by_small_business"] is True, copy.text
    order = (await place(api, buyer, await item(api, event))).json()
    assert order["total_amount"] == "130.90"
    booking = (await api.post("/bookings", buyer, {"event_id": event["id"], "quantity": 1})).json()
    booked = (await api.get(f"/orders/{booking['order_id']}", buyer)).json()
    assert booked["total_amount"] == "130.90"
    await be_seller(api, organizer)
    event = (await api.get(f"/events/{event['id']}")).json()
    assert event["by_small_business"] is False
    order = (await place(api, buyer, await item(api, event))).json()
    assert order["total_amount"] == "154.34"


async def test_events_of_others_keep_their_taxes(
    api: Api, organizer: Person, buyer: Person
) -> None:
    other = await api.person(Role.ORGANIZER)
    event = await api.event(other, **TAXED)
    version = (await api.get(f"/events/{event['id']}")).headers["etag"]
    await be_seller(api, organizer, is_small_business=True)
    found = await api.get(f"/events/{event['id']}")
    assert (found.json()["by_small_business"], found.headers["etag"]) == (False, version)


async def test_database_refuses_a_tax_on_what_was_sold_without_one(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    await be_seller(api, organizer, is_small_business=True)
    await place(api, buyer, await item(api, await api.event(organizer, **TAXED)))
    with pytest.raises(asyncpg.CheckViolationError, match="order_items_relief_is_without_tax"):
        await connection.execute("UPDATE order_items SET tax_amount = 1, total_amount = 1")


async def test_no_event_that_is_added_meanwhile_is_missed(api: Api, organizer: Person) -> None:
    for is_small in (True, False, True):
        added = await asyncio.gather(
            api.event(organizer, **TAXED),
            be_seller(api, organizer, is_small_business=is_small),
            api.event(organizer, **TAXED),
        )
        for event in (added[0], added[2]):
            found = (await api.get(f"/events/{event['id']}")).json()
            assert found["by_small_business"] is is_small
