"""A buyer gives a payment up to pay another way, and money that comes all the same is not lost."""

from datetime import datetime, timedelta
from typing import Any

import asyncpg

from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import (
    balance,
    change_status,
    no_discrepancy,
    order_of,
    pay,
    read,
    send_webhook,
    start,
    stored,
)
from tests.support.payments import ScriptedProvider


async def give_up(api: Api, who: Person, payment: dict[str, Any]) -> Any:
    return await api.post(f"/transactions/{payment['id']}/cancel", who)


async def test_a_card_follows_a_bank_transfer_that_was_given_up(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online", payment_days=5)
    order = await order_of(api, buyer, event)
    transfer = await start(api, buyer, order, provider="manual")
    other = {"order_id": order["id"]}
    problem = assert_problem(await api.post("/transactions", buyer, other), 409, "invalid_state")
    assert problem["detail"].endswith("Give it up first to pay another way.")
    response = await give_up(api, buyer, transfer)
    assert response.status_code == 200, response.text
    assert (response.json()["status"], response.json()["given_up"]) == ("failed", True)
    assert response.json()["failure"] == "The buyer chose another way to pay."
    # As long as any hold from now: a card needs no days.
    until = datetime.fromisoformat((await read(api, buyer, order))["expires_at"])
    assert until - api.clock() <= timedelta(minutes=10)
    await pay(api, buyer, provider, order)
    assert (await read(api, buyer, order))["status"] == "confirmed"
    assert await balance(connection) == {"tickets": 50}
    await no_discrepancy(api, admin)


async def test_giving_up_twice_changes_nothing_more(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order)
    first = await give_up(api, buyer, payment)
    before = await stored(connection)
    again = await give_up(api, buyer, payment)
    assert (again.status_code, again.json()) == (200, first.json())
    assert await stored(connection) == before
    assert [name for name, _ in provider.calls] == ["start", "cancel"]


async def test_what_is_paid_cannot_be_given_up(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await pay(api, buyer, provider, order)
    before = await stored(connection)
    assert_problem(await give_up(api, buyer, payment), 409, "invalid_state")
    assert await stored(connection) == before


async def test_a_payment_that_was_made_meanwhile_is_recorded_and_not_given_up(
    api: Api, buyer: Person, order: dict[str, Any], provider: ScriptedProvider
) -> None:
    payment = await start(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    assert_problem(await give_up(api, buyer, payment), 409, "invalid_state")
    assert (await read(api, buyer, order))["status"] == "confirmed"


async def test_money_on_its_way_cannot_be_given_up(
    api: Api, buyer: Person, order: dict[str, Any], provider: ScriptedProvider
) -> None:
    payment = await start(api, buyer, order)
    provider.send(await api.container.adapters.transactions().get(payment["id"]))
    problem = assert_problem(await give_up(api, buyer, payment), 409, "invalid_state")
    assert problem["detail"] == "The money is on its way: this payment cannot be given up now."
    found = (await api.get(f"/transactions/{payment['id']}", buyer)).json()
    assert (found["status"], found["given_up"]) == ("pending", False)


async def test_nothing_is_given_up_while_the_provider_does_not_answer(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order)
    provider.fail_next("cancel", is_done=True)
    before = await stored(connection)
    assert_problem(await give_up(api, buyer, payment), 502, "provider_error")
    assert await stored(connection) == before
    assert (await give_up(api, buyer, payment)).json()["given_up"] is True


async def test_money_that_comes_all_the_same_pays_for_an_order_that_still_waits(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer, payment="online", payment_days=5)
    order = await order_of(api, buyer, event)
    transfer = await start(api, buyer, order, provider="manual")
    await give_up(api, buyer, transfer)
    assert (await change_status(api, admin, transfer, "success")).json()["given_up"] is False
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await no_discrepancy(api, admin)


async def test_money_that_comes_for_an_order_that_is_paid_goes_back_once(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online", payment_days=5)
    order = await order_of(api, buyer, event)
    first = await start(api, buyer, order)
    await give_up(api, buyer, first)
    await pay(api, buyer, provider, order)
    # Its provider had cancelled it, and says now that it was paid.
    provider.pay(await api.container.adapters.transactions().get(first["id"]))
    for _ in range(2):
        await send_webhook(api, provider, first["id"])
    found = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    refunds = [(money["amount"], money["reason"]) for money in found if money["kind"] == "refund"]
    assert refunds == [("50.00", "The order was paid by another payment.")]
    assert await balance(connection) == {"tickets": 50, "unapplied": 0}
    await no_discrepancy(api, admin)


async def test_the_deadline_is_not_moved_by_starting_and_giving_up_again(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer, payment="online", payment_days=5)
    order = await order_of(api, buyer, event)
    first = await start(api, buyer, order, provider="manual")
    clock.move(days=2)
    buyer = api.renewed(buyer)
    await give_up(api, buyer, first)
    again = await start(api, buyer, order, provider="manual")
    assert again["due_at"] == first["due_at"]
    clock.move(days=2, hours=1)
    buyer = api.renewed(buyer)
    await give_up(api, buyer, again)
    body = {"order_id": order["id"], "provider": "manual"}
    assert_problem(await api.post("/transactions", buyer, body), 422, "validation_failed")


async def test_transfers_that_are_given_up_at_once_do_not_carry_a_hold_beyond_its_cap(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer, payment="online", payment_days=5)
    order = await order_of(api, buyer, event)
    cap = datetime.fromisoformat(order["expires_at"]) + timedelta(minutes=10)
    for _ in range(3):
        clock.move(minutes=6)
        buyer = api.renewed(buyer)
        await give_up(api, buyer, await start(api, buyer, order, provider="manual"))
    assert datetime.fromisoformat((await read(api, buyer, order))["expires_at"]) == cap
    clock.move(minutes=2, seconds=1)
    body = {"order_id": order["id"]}
    late = await api.post("/transactions", api.renewed(buyer), body)
    assert_problem(late, 409, "hold_expired")


async def test_money_of_a_deleted_order_is_found_by_its_buyer_and_by_administrators(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    payment = await start(api, buyer, order)
    clock.move(hours=1)
    await api.container.settling.settle_orders().execute()
    buyer, admin, organizer = map(api.renewed, (buyer, admin, organizer))
    assert (await api.call("DELETE", f"/orders/{order['id']}", buyer)).status_code == 200
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])
    assert (await api.get(f"/orders/{order['id']}", buyer)).status_code == 404
    for who in (buyer, admin, organizer):
        found = (await api.get(f"/transactions/order/{order['id']}", who)).json()
        assert [money["kind"] for money in found] == ["payment", "refund"]
        assert found[1]["reason"] == "The order was deleted before the money came."
        assert (await api.get(f"/transactions/{payment['id']}", who)).status_code == 200
    stranger = await api.person()
    assert (await api.get(f"/transactions/order/{order['id']}", stranger)).status_code == 404
