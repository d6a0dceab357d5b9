"""A bank transfer that is too small is kept while its order waits, and the rest is asked for."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import (
    balance,
    no_discrepancy,
    order_of,
    pay,
    read,
    send_webhook,
    start,
)
from tests.support.payments import ScriptedProvider

FEES = {"service_fee_fixed": "1.50", "service_fee_percent": "2.00", "tax_rate": "7.00"}


@pytest.fixture
async def order(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    """Two tickets with fees and taxes, whose event gives a bank transfer five days."""
    event = await api.event(organizer, payment="online", payment_days=5, **FEES)
    return await order_of(api, buyer, event)


async def receive(
    api: Api, who: Person, payment: dict[str, Any], amount: str | None
) -> dict[str, Any]:
    """Note what came of a bank transfer; the payment."""
    body = {"status": "success", "amount_received": amount}
    response = await api.call("PATCH", f"/transactions/{payment['id']}/status", who, json=body)
    assert response.status_code == 200, response.text
    noted: dict[str, Any] = response.json()
    return noted


async def money_of(api: Api, who: Person, order: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await api.get(f"/transactions/order/{order['id']}", who)).json()
    return found


async def parts_agree(connection: asyncpg.Connection, order: dict[str, Any]) -> None:
    """Every account has what the order's items have, and every payment its own amount."""
    items = order["items"]
    expected = {
        "tickets": sum(Decimal(item["subtotal"]) for item in items),
        "fees": sum(Decimal(item["fee_amount"]) for item in items),
        "taxes": sum(Decimal(item["tax_amount"]) for item in items),
        "unapplied": Decimal(0),
    }
    assert await balance(connection) == expected
    rows = await connection.fetch(
        "SELECT transactions.amount, sum(ledger_entries.amount) AS booked FROM transactions "
        "JOIN ledger_entries ON transaction_id = transactions.id "
        "WHERE transactions.kind = 'payment' GROUP BY transactions.id"
    )
    assert [row["amount"] for row in rows] == [row["booked"] for row in rows]


async def test_the_rest_is_asked_for_and_the_two_confirm_the_order(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    noted = await receive(api, organizer, transfer, "40.00")
    assert (noted["status"], noted["amount"], noted["requested_amount"]) == (
        *("success", "40.00", order["total_amount"]),
    )
    assert await balance(connection) == {"unapplied": Decimal(40)}
    _, rest = await money_of(api, buyer, order)
    missing = Decimal(order["total_amount"]) - 40
    assert (rest["status"], rest["provider"], Decimal(rest["amount"])) == (
        *("pending", "manual", missing),
    )
    assert rest["due_at"] == transfer["due_at"]
    assert (await read(api, buyer, order))["status"] == "pending"
    await no_discrepancy(api, admin)
    await receive(api, organizer, rest, None)
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await parts_agree(connection, order)
    await no_discrepancy(api, admin)


async def test_the_rest_is_paid_by_card_and_all_of_it_can_go_back(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    await receive(api, organizer, transfer, "40.00")
    rest = (await money_of(api, buyer, order))[1]
    assert (await api.post(f"/transactions/{rest['id']}/cancel", buyer)).status_code == 200
    card = await pay(api, buyer, provider, order)
    assert Decimal(card["amount"]) == Decimal(order["total_amount"]) - 40
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await parts_agree(connection, order)
    await no_discrepancy(api, admin)
    # What one of the two paid goes back: the tickets are still paid in part, and stay.
    first = await api.post(f"/transactions/{card['id']}/refund", admin)
    assert first.status_code == 201, first.text
    assert (await read(api, buyer, order))["status"] == "confirmed"
    second = await api.post(f"/transactions/{transfer['id']}/refund", admin)
    assert second.status_code == 201, second.text
    assert (await read(api, buyer, order))["status"] == "cancelled"
    await receive(api, admin, second.json(), None)
    assert set((await balance(connection)).values()) == {Decimal(0)}
    await no_discrepancy(api, admin)


async def test_the_rest_keeps_the_days_of_the_transfer_where_it_is_given_up(
    api: Api, organizer: Person, buyer: Person, order: dict[str, Any]
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    await receive(api, organizer, transfer, "40.00")
    rest = (await money_of(api, buyer, order))[1]
    until = (await read(api, buyer, order))["expires_at"]
    assert until == transfer["due_at"]
    assert (await api.post(f"/transactions/{rest['id']}/cancel", buyer)).status_code == 200
    assert (await read(api, buyer, order))["expires_at"] == until
    # Where nothing is kept any more, the tickets wait as long as any others.
    assert (await api.post(f"/transactions/{transfer['id']}/refund", organizer)).status_code == 201
    again = await start(api, buyer, order, provider="manual")
    assert (await api.post(f"/transactions/{again['id']}/cancel", buyer)).status_code == 200
    assert (await read(api, buyer, order))["expires_at"] < until


async def test_a_part_goes_back_where_its_order_lapses(
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
    clock.move(days=6)
    for _ in range(2):
        await api.container.settling.settle_orders().execute()
    await api.container.settling.reconcile().settle_open_payments()
    buyer, admin = api.renewed(buyer), api.renewed(admin)
    assert (await read(api, buyer, order))["status"] == "expired"
    part, rest, refund = await money_of(api, buyer, order)
    assert (rest["status"], rest["failure"]) == ("failed", "The money did not come in time.")
    assert (refund["amount"], refund["status"], refund["parent_id"]) == (
        *("40.00", "pending", part["id"]),
    )
    assert refund["reason"] == "The order ended before all of its money had come."
    await receive(api, admin, refund, None)
    assert await balance(connection) == {"unapplied": Decimal(0)}
    # The rest, late: too little, and back.
    await receive(api, admin, rest, None)
    assert (await money_of(api, buyer, order))[-1]["kind"] == "refund"
    assert (await read(api, buyer, order))["status"] == "expired"


async def test_a_part_goes_back_where_its_buyer_cancels(
    api: Api, organizer: Person, buyer: Person, admin: Person, order: dict[str, Any]
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    await receive(api, organizer, transfer, "40.00")
    assert (await api.post(f"/orders/{order['id']}/cancel", buyer)).status_code == 200
    for _ in range(2):
        await api.container.settling.settle_orders().execute()
    refunds = [
        money["amount"] for money in await money_of(api, buyer, order) if money["kind"] == "refund"
    ]
    assert refunds == ["40.00"]


async def test_an_organizer_confirms_an_order_of_which_a_part_has_come(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    await receive(api, organizer, transfer, "40.00")
    path = f"/orders/{order['id']}/status"
    confirmed = await api.call("PATCH", path, organizer, json={"status": "confirmed"})
    assert confirmed.status_code == 200, confirmed.text
    paid = [Decimal(money["amount"]) for money in await money_of(api, buyer, order)]
    assert sum(paid) == Decimal(order["total_amount"])
    await parts_agree(connection, order)
    await no_discrepancy(api, admin)


async def test_three_parts_and_more_than_enough(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order, provider="manual")
    for amount in ("10.00", "0.01", "100.00"):
        await receive(api, organizer, payment, amount)
        payment = (await money_of(api, buyer, order))[-1]
    assert (await read(api, buyer, order))["status"] == "confirmed"
    surplus = Decimal("110.01") - Decimal(order["total_amount"])
    assert (payment["kind"], Decimal(payment["amount"])) == ("refund", surplus)
    assert payment["reason"] == "More was paid than the order cost."
    await receive(api, admin, payment, None)
    await parts_agree(connection, order)
    await no_discrepancy(api, admin)


async def test_a_provider_gives_too_little_back_and_nothing_is_kept(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]), Decimal("40.00"))
    await send_webhook(api, provider, payment["id"])
    assert await balance(connection) == {"unapplied": Decimal(0)}
    again = await start(api, buyer, order)
    assert again["amount"] == order["total_amount"]


@pytest.mark.parametrize("amount", ["0", "-1.00", "40.001"])
async def test_an_amount_that_cannot_have_come_is_refused(
    api: Api, organizer: Person, buyer: Person, order: dict[str, Any], amount: str
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    body = {"status": "success", "amount_received": amount}
    path = f"/transactions/{transfer['id']}/status"
    response = await api.call("PATCH", path, organizer, json=body)
    assert_problem(response, 422, "validation_failed")
    failed = await api.call(
        "PATCH", path, organizer, json={"status": "failed", "amount_received": "1.00"}
    )
    assert_problem(failed, 422, "validation_failed")


async def test_an_order_of_which_a_part_is_here_takes_no_more_tickets(
    api: Api, organizer: Person, buyer: Person, order: dict[str, Any]
) -> None:
    transfer = await start(api, buyer, order, provider="manual")
    await receive(api, organizer, transfer, "15.50")
    (rest,) = [m for m in await money_of(api, buyer, order) if m["status"] == "pending"]
    assert (await api.post(f"/transactions/{rest['id']}/cancel", buyer)).status_code == 200
    items = [{"ticket_type_id": order["items"][0]["ticket_type_id"], "quantity": 1}]
    added = await api.post(f"/orders/{order['id']}/items", buyer, {"items": items})
    problem = assert_problem(added, 409, "invalid_state")
    assert problem["detail"].startswith("Money for this order is here: its tickets and its price")
    assert (await read(api, buyer, order))["total_amount"] == order["total_amount"]
