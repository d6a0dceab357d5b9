"""Paying orders: what is refused, payments made by hand, wrong amounts."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.orders import (
    balance,
    change_status,
    manual_payment,
    no_discrepancy,
    order_of,
    pay,
    read,
    send_webhook,
    start,
    stored,
)
from tests.support.payments import ScriptedProvider


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"provider": "scripted2"}, 422),
        ({"provider": "stripe"}, 422),
        ({"return_url": "javascript:alert(1)"}, 422),
        ({"return_url": "//elsewhere.example"}, 422),
        ({"order_id": 10**9}, 404),
        ({"order_id": None}, 422),
    ],
    ids=str,
)
async def test_payment_is_refused_when_the_request_makes_no_sense(
    fields: dict[str, Any],
    status: int,
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    before = await stored(connection)
    response = await api.post("/transactions", buyer, {"order_id": order["id"], **fields})
    assert_problem(response, status, "not_found" if status == 404 else "validation_failed")
    assert await stored(connection) == before
    assert provider.calls == []


async def test_payment_is_refused_when_the_order_waits_for_none(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await manual_payment(api, buyer, admin, order)
    cancelled = await order_of(api, buyer, await api.event(organizer, payment="online"))
    await api.post(f"/orders/{cancelled['id']}/cancel", buyer)
    outside = await order_of(api, buyer, await api.event(organizer))
    before = await stored(connection)
    for unpayable in (order, cancelled, outside):
        response = await api.post("/transactions", buyer, {"order_id": unpayable["id"]})
        assert_problem(response, 409, "invalid_state")
    assert await stored(connection) == before
    assert provider.calls == []


async def test_payment_under_way_is_answered_again_but_not_through_another_provider(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    first = await start(api, buyer, order)
    before = await stored(connection)
    assert await start(api, buyer, order) == first
    other = {"order_id": order["id"], "provider": "manual"}
    assert_problem(await api.post("/transactions", buyer, other), 409, "invalid_state")
    assert await stored(connection) == before
    assert len(provider.payments) == 1


async def test_payment_is_started_once_when_the_request_is_sent_again(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    headers, body = {"Idempotency-Key": "pay-1"}, {"order_id": order["id"]}
    first = await api.post("/transactions", buyer, body, headers=headers)
    before = await stored(connection)
    again = await api.post("/transactions", buyer, body, headers=headers)
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    other = {**body, "payment_method": "card"}
    refused = await api.post("/transactions", buyer, other, headers=headers)
    assert_problem(refused, 422, "idempotency_key_reused")
    assert await stored(connection) == before


async def test_second_payment_is_begun_when_the_first_has_failed(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    first = await start(api, buyer, order)
    provider.decline(await api.container.adapters.transactions().get(first["id"]))
    await send_webhook(api, provider, first["id"])
    failed = (await api.get(f"/transactions/{first['id']}", buyer)).json()
    assert (failed["status"], failed["failure"]) == ("failed", "The card was declined.")
    assert (await read(api, buyer, order))["status"] == "pending"
    assert (await pay(api, buyer, provider, order))["id"] != first["id"]
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await no_discrepancy(api, admin)


async def test_second_payment_that_succeeds_too_is_refunded(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    first = await start(api, buyer, order)
    await send_webhook(api, provider, first["id"], state="failed", failure="Too slow.")
    await pay(api, buyer, provider, order)
    provider.pay(await api.container.adapters.transactions().get(first["id"]))
    await send_webhook(api, provider, first["id"])
    mine = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    assert [(transaction["kind"], transaction["status"]) for transaction in mine] == [
        ("payment", "refunded"),
        ("payment", "success"),
        ("refund", "success"),
    ]
    assert (await read(api, buyer, order))["status"] == "confirmed"
    assert await balance(connection) == {"tickets": Decimal("50.00"), "unapplied": Decimal(0)}
    await no_discrepancy(api, admin)


async def test_payment_of_a_cancelled_order_is_refunded(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order)
    await api.post(f"/orders/{order['id']}/cancel", buyer)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])
    gone = await read(api, buyer, order)
    assert (gone["status"], gone["late_payment"]) == ("cancelled", None)
    assert (await api.get(f"/transactions/{payment['id']}", buyer)).json()["status"] == "refunded"
    assert await balance(connection) == {"unapplied": Decimal(0)}
    await no_discrepancy(api, admin)


@pytest.mark.parametrize(
    ("amount", "currency"),
    [("49.99", "USD"), ("50.00", "EUR"), ("10", "JPY"), ("5000", "JPY")],
    ids=str,
)
async def test_too_little_or_another_currency_is_booked_and_goes_back(
    amount: str,
    currency: str,
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order)
    kept = await api.container.adapters.transactions().get(payment["id"])
    provider.pay(kept, Decimal(amount))
    provider.payments[kept.idempotency_key].currency = currency
    assert await send_webhook(api, provider, payment["id"]) == "recorded"
    assert (await read(api, buyer, order))["status"] == "pending"
    paid, refund = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    assert (paid["status"], paid["currency"], paid["requested_amount"]) == (
        "refunded",
        currency,
        "50" if currency == "JPY" else "50.00",
    )
    assert Decimal(paid["amount"]) == Decimal(refund["amount"]) == Decimal(amount)
    assert (refund["status"], refund["currency"]) == ("success", currency)
    assert refund["reason"] == f"{amount} {currency} came; the order costs 50.00 USD."
    assert await balance(connection) == {"unapplied": Decimal(0)}
    await no_discrepancy(api, admin)
    await pay(api, buyer, provider, order)
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await no_discrepancy(api, admin)


@pytest.mark.parametrize("came", ["50.01", "60.00", "150.00"])
async def test_too_much_pays_for_the_order_and_the_rest_goes_back(
    came: str,
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]), Decimal(came))
    assert await send_webhook(api, provider, payment["id"]) == "recorded"
    assert (await read(api, buyer, order))["status"] == "confirmed"
    paid, refund = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    assert (paid["status"], paid["amount"], paid["requested_amount"], paid["refunded_amount"]) == (
        *("success", came, "50.00", str(Decimal(came) - 50)),
    )
    assert (refund["status"], refund["amount"], refund["reason"]) == (
        *("success", str(Decimal(came) - 50), "More was paid than the order cost."),
    )
    assert await balance(connection) == {"tickets": Decimal("50.00"), "unapplied": Decimal(0)}
    await no_discrepancy(api, admin)
    whole = await api.post(f"/transactions/{payment['id']}/refund", admin)
    assert (whole.status_code, whole.json()["amount"]) == (201, "50.00")
    assert (await read(api, buyer, order))["status"] == "cancelled"
    assert set((await balance(connection)).values()) == {Decimal(0)}
    await no_discrepancy(api, admin)


async def test_payment_by_hand_confirms_the_order_or_leaves_it_pending(
    api: Api, buyer: Person, admin: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    first = await start(api, buyer, order, provider="manual", payment_method="transfer")
    assert (first["provider"], first["payment_method"]) == ("manual", "transfer")
    assert (await change_status(api, admin, first, "failed")).json()["status"] == "failed"
    assert (await read(api, buyer, order))["status"] == "pending"
    payment = await manual_payment(api, buyer, admin, order)
    assert (payment["status"], payment["amount"]) == ("success", "50.00")
    assert (await read(api, buyer, order))["status"] == "confirmed"
    assert await balance(connection) == {"tickets": Decimal("50.00")}
    await no_discrepancy(api, admin)


async def test_transaction_of_another_provider_is_not_changed_by_hand(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await start(api, buyer, order)
    before = await stored(connection)
    for status in ("success", "failed"):
        assert_problem(await change_status(api, admin, payment, status), 409, "invalid_state")
    assert await stored(connection) == before


@pytest.mark.parametrize(
    ("status", "code"),
    [("pending", 422), ("refunded", 422), ("lost", 422), ("failed", 409), ("success", 409)],
)
async def test_settled_transaction_is_not_changed_again(
    status: str,
    code: int,
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    before = await stored(connection)
    expected = "validation_failed" if code == 422 else "invalid_state"
    assert_problem(await change_status(api, admin, payment, status), code, expected)
    assert await stored(connection) == before
