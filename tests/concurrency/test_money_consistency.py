"""Turns that a purchase can take at the wrong moment: money and tickets agree after each."""

from typing import Any

import asyncpg
import pytest

from src.application.ports.payments import MANUAL
from tests.support.api import Api, MovableClock
from tests.support.concurrency.buying import Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import at_once, discrepancies, outcomes
from tests.support.payments import ScriptedProvider


@pytest.fixture
async def shop(api: Api, provider: ScriptedProvider) -> Shop:
    return await open_shop(api, provider)


async def everything_agrees(shop: Shop, connection: asyncpg.Connection) -> None:
    """Nothing is left to repair, and provider, ledger and tickets say the same."""
    await shop.settle()
    assert await money_discrepancies(connection, shop.provider) == []
    assert await wrong_counts(connection) == await discrepancies(connection) == []


async def settle_by_hand(shop: Shop, order: dict[str, Any]) -> None:
    """An administrator pays back what was taken by hand."""
    admin = shop.api.renewed(shop.admin)
    for row in await shop.api.container.adapters.transactions().of_order(order["id"]):
        if not row.is_payment and row.provider == MANUAL:
            path = f"/transactions/{row.id}/status"
            await shop.api.call("PATCH", path, admin, json={"status": "success"})


async def test_booking_refund_after_a_part_refund_returns_its_share_of_what_is_left(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    first, second = await shop.event(price="30.00"), await shop.event(price="10.00")
    buyer = await shop.api.person()
    order = await shop.order(buyer, first, second)
    payment = await shop.pay(buyer, order)
    await shop.refund(payment, "20.00")

    response = await shop.refund_booking(order["bookings"][0])

    assert response.json()["status"] == "refunded"
    refunds = [str(refund.amount) for refund in shop.provider.refunds.values()]
    assert refunds == ["20.00", "15.00"]
    assert await shop.status(order) == "confirmed"
    await everything_agrees(shop, connection)


async def test_cancelled_event_leaves_the_other_its_money_after_a_part_refund(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    first, second = await shop.event(price="30.00"), await shop.event(price="10.00")
    buyer = await shop.api.person()
    order = await shop.order(buyer, first, second)
    payment = await shop.pay(buyer, order)
    await shop.refund(payment, "20.00")

    await shop.cancel_event(first)
    await shop.settle()

    assert [str(refund.amount) for refund in shop.provider.refunds.values()] == ["20.00", "15.00"]
    await everything_agrees(shop, connection)


async def test_late_money_for_a_deleted_order_goes_back(
    shop: Shop, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event())
    payment = await shop.start(buyer, order)
    clock.move(minutes=11)
    await shop.api.container.settling.settle_orders().execute()
    deleted = await shop.api.call("DELETE", f"/orders/{order['id']}", shop.api.renewed(buyer))
    assert deleted.status_code == 200

    await shop.provider_takes(payment)

    assert await shop.status(order) == "expired"
    assert len(shop.provider.refunds) == 1
    await everything_agrees(shop, connection)


async def test_money_for_an_order_that_has_lost_a_booking_goes_back(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event(), await shop.event())
    payment = await shop.start(buyer, order)
    confirm = f"/orders/{order['id']}/status"
    confirmed = await shop.api.call("PATCH", confirm, shop.organizer, json={"status": "confirmed"})
    assert confirmed.status_code == 200, confirmed.text
    await shop.refund_booking(order["bookings"][0])
    await settle_by_hand(shop, order)

    await shop.provider_takes(payment)

    assert await shop.status(order) == "confirmed"
    assert len(shop.provider.refunds) == 1
    await everything_agrees(shop, connection)


async def test_refund_of_money_that_bought_nothing_leaves_the_tickets(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    buyer = await shop.api.person()
    order = await shop.order(buyer, await shop.event())
    first = await shop.start(buyer, order)
    await shop.provider_declines(first)
    second = await shop.pay(buyer, order)
    shop.provider.refund_state = shop.provider.refund_state.FAILED
    # The provider changed its mind about the first: it bought nothing, and does not go back.
    await shop.provider_takes(first)
    shop.provider.refund_state = shop.provider.refund_state.SUCCEEDED

    await shop.refund(first)

    assert await shop.status(order) == "confirmed"
    kept = await shop.api.get(f"/transactions/{second['id']}", buyer)
    assert kept.json()["status"] == "success"
    back = [refund for refund in shop.provider.refunds.values() if refund.state == "succeeded"]
    assert len(back) == 1


async def test_free_tickets_added_to_an_order_are_in_its_sums(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    event = await shop.event(
        ticket_types=[{"name": "Guest", "price": "20.00"}, {"name": "Paying", "price": "5.00"}]
    )
    types = (await shop.api.get(f"/events/{event['id']}/ticket-types")).json()
    guest, paying = (
        ticket_type["id"]
        for ticket_type in sorted(types, key=lambda ticket_type: str(ticket_type["name"]))
    )
    code = {"code": "GUEST", "kind": "percent", "value": "100", "ticket_type_id": guest}
    assert (await shop.api.post("/discounts", shop.organizer, code)).status_code == 201
    buyer = await shop.api.person()
    items: list[dict[str, Any]] = [
        {"ticket_type_id": guest, "quantity": 1},
        {"ticket_type_id": paying, "quantity": 1},
    ]
    body = {"items": items, "discount_code": "GUEST"}
    order = (await shop.api.post("/orders", buyer, body)).json()

    more = await shop.api.post(f"/orders/{order['id']}/items", buyer, {"items": items[:1]})

    assert more.status_code == 201, more.text
    assert await wrong_counts(connection) == []


async def test_order_is_cancelled_when_both_its_events_are_cancelled_at_once(
    shop: Shop, connection: asyncpg.Connection
) -> None:
    for _ in range(5):
        first, second = await shop.event(), await shop.event()
        buyer = await shop.api.person()
        order = await shop.order(buyer, first, second)
        await shop.pay(buyer, order)

        responses = await at_once(shop.cancel_event(first), shop.cancel_event(second))

        assert outcomes(responses) == {"200": 2}
        assert await shop.status(order) == "cancelled"
    await everything_agrees(shop, connection)
