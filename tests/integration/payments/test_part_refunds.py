"""Of parts of the money for an order some goes back: before they buy tickets, or after."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from tests.integration.payments.test_part_payments import FEES, money_of, parts_agree, receive
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import balance, no_discrepancy, order_of, read, start

BY_BOOKING = """
SELECT booking_id, sum(amount) AS amount FROM ledger_entries GROUP BY booking_id ORDER BY 1
"""


@pytest.fixture
async def order(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    """Two tickets with fees and taxes, whose event gives a bank transfer five days."""
    event = await api.event(organizer, payment="online", payment_days=5, **FEES)
    return await order_of(api, buyer, event)


async def test_some_of_a_part_goes_back_and_the_rest_still_counts(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    await receive(api, organizer, transfer, "40.00")
    await give_back(api, admin, transfer, "15.00")
    # The rest was asked for before that.
    await receive(api, organizer, (await money_of(api, buyer, order))[1], None)
    last = (await money_of(api, buyer, order))[-1]
    assert (last["kind"], last["status"], last["amount"]) == ("payment", "pending", "15.00")
    assert (await read(api, buyer, order))["status"] == "pending"
    await receive(api, organizer, last, None)
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await parts_agree(connection, order)
    await no_discrepancy(api, admin)


async def test_what_is_left_of_a_part_goes_back_where_its_order_lapses(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    await receive(api, organizer, transfer, "40.00")
    await give_back(api, admin, transfer, "15.00")
    await receive(api, organizer, (await money_of(api, buyer, order))[1], None)
    clock.move(days=6)
    for _ in range(2):
        await api.container.settling.settle_orders().execute()
    admin = api.renewed(admin)
    money = await money_of(api, admin, order)
    open_refunds = [each for each in money if each["kind"] == "refund"][1:]
    paid = Decimal(order["total_amount"]) - 40
    assert [Decimal(each["amount"]) for each in open_refunds] == [Decimal(25), paid]
    for refund in open_refunds:
        await receive(api, admin, refund, None)
    assert await balance(connection) == {"unapplied": Decimal(0)}


async def test_what_a_policy_keeps_of_parts_does_not_go_back(
    api: Api, organizer: Person, buyer: Person, admin: Person, order: dict[str, Any]
) -> None:
    event = order["items"][0]["event_id"]
    policy = {"until": "P1D", "kept_percent": "60", "kept_fixed": "0"}
    path = f"/events/{event}/cancellation-policy"
    assert (await api.put(path, organizer, policy)).status_code == 200
    transfer = await start(api, buyer, order, provider="manual")
    for amount in ("40.00", "10.00", None):
        await receive(api, organizer, transfer, amount)
        transfer = (await money_of(api, buyer, order))[-1]
    (booking,) = (await read(api, buyer, order))["bookings"]
    response = await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    assert response.status_code == 200, response.text
    assert (await read(api, buyer, order))["status"] == "cancelled"
    before = await money_of(api, buyer, order)
    await api.container.settling.settle_orders().execute()
    assert await money_of(api, buyer, order) == before


@pytest.mark.parametrize("is_alone", [True, False])
async def test_each_part_gives_back_what_it_has_paid_for(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    connection: asyncpg.Connection,
    is_alone: bool,
) -> None:
    events = [
        await api.event(organizer, payment="online", payment_days=5, price=price, **FEES)
        for price in ("33.33", "10.01")
    ]
    order = await order_of(api, buyer, *events)
    transfer = await start(api, buyer, order, provider="manual")
    for amount in ("7.77", None):
        await receive(api, organizer, transfer, amount)
        transfer = (await money_of(api, buyer, order))[-1]
    first, second = (await read(api, buyer, order))["bookings"]
    kept = (await by_booking(connection))[first["id"]]
    codes = [ticket["ticket_code"] for ticket in second["tickets"]]
    if is_alone:
        responses = [await api.post(f"/tickets/{code}/refund", organizer) for code in codes]
    else:
        responses = [await api.put(f"/bookings/{second['id']}/refund", organizer)]
    assert {response.status_code for response in responses} == {200}
    for money in await money_of(api, buyer, order):
        if money["kind"] == "refund":
            await receive(api, admin, money, None)
    assert await by_booking(connection) == {None: 0, first["id"]: kept, second["id"]: 0}
    await no_discrepancy(api, admin)


async def by_booking(connection: asyncpg.Connection) -> dict[int | None, Decimal]:
    """What the ledger has of each booking, and of money that has bought nothing."""
    rows = await connection.fetch(BY_BOOKING)
    return {row["booking_id"]: row["amount"] for row in rows}


async def give_back(api: Api, who: Person, payment: dict[str, Any], amount: str) -> None:
    """Refund so much of a bank transfer, and note that it is done."""
    path = f"/transactions/{payment['id']}/refund"
    response = await api.post(path, who, {"amount": amount})
    assert response.status_code == 201, response.text
    await receive(api, who, response.json(), None)
