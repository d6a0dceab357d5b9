"""Refunds: how much, with used tickets, twice, by hand, and when the provider fails."""

from decimal import Decimal
from typing import Any

import asyncpg
import httpx
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import (
    balance,
    change_status,
    manual_payment,
    no_discrepancy,
    pay,
    read,
    send_webhook,
    start,
    stored,
)
from tests.support.payments import ScriptedProvider
from tests.support.transfers import accept, make_offer


async def refund(
    api: Api, who: Person, payment: dict[str, Any], body: Any = None, **headers: str
) -> httpx.Response:
    return await api.post(f"/transactions/{payment['id']}/refund", who, body, headers=headers)


async def use_a_ticket(api: Api, organizer: Person, buyer: Person, order: dict[str, Any]) -> None:
    code = (await read(api, buyer, order))["bookings"][0]["tickets"][0]["ticket_code"]
    response = await api.post(f"/tickets/{code}/check-in", organizer)
    assert response.status_code == 200, response.text


async def test_never_more_is_refunded_than_is_left(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await pay(api, buyer, provider, order)
    done = await refund(api, organizer, payment, {"amount": "20.00", "reason": "Rain"})
    assert (done.json()["reason"], done.json()["parent_id"]) == ("Rain", payment["id"])
    before = await stored(connection)
    for amount in ("30.01", "50.00"):
        refused = await refund(api, organizer, payment, {"amount": amount})
        assert_problem(refused, 409, "refund_exceeds_payment")
    assert await stored(connection) == before
    assert len(provider.refunds) == 1


@pytest.mark.parametrize("amount", ["0", "-1.00", "1.001", "much"])
async def test_amount_that_makes_no_sense_is_refused(
    amount: str,
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    before = await stored(connection)
    refused = await refund(api, admin, payment, {"amount": amount})
    assert_problem(refused, 422, "validation_failed")
    assert await stored(connection) == before


async def test_what_has_not_been_paid_is_not_refunded(
    api: Api, buyer: Person, admin: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    failed = await start(api, buyer, order, provider="manual")
    await change_status(api, admin, failed, "failed")
    pending = await start(api, buyer, order, provider="manual")
    before = await stored(connection)
    for payment in (failed, pending):
        assert_problem(await refund(api, admin, payment), 409, "invalid_state")
    assert await stored(connection) == before


async def test_refund_is_not_refunded(
    api: Api, buyer: Person, admin: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    part = (await refund(api, admin, payment, {"amount": "1.00"})).json()
    before = await stored(connection)
    assert_problem(await refund(api, admin, part), 409, "invalid_state")
    assert await stored(connection) == before


async def test_price_of_a_used_ticket_is_never_refunded(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await pay(api, buyer, provider, order)
    await use_a_ticket(api, organizer, buyer, order)
    before = await stored(connection)
    for body in (None, {"amount": "25.01"}):
        assert_problem(await refund(api, organizer, payment, body), 409, "invalid_state")
    booking = order["bookings"][0]["id"]
    assert_problem(await api.put(f"/bookings/{booking}/refund", organizer), 409, "invalid_state")
    assert await stored(connection) == before
    assert (await refund(api, organizer, payment, {"amount": "25.00"})).status_code == 201
    assert (await read(api, buyer, order))["status"] == "confirmed"


async def test_cancelled_event_refunds_only_what_nobody_has_used(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    await pay(api, buyer, provider, order)
    await use_a_ticket(api, organizer, buyer, order)
    event_id = order["items"][0]["event_id"]
    await api.put(f"/events/{event_id}", organizer, {"status": "cancelled"})
    await api.container.settling.refund_cancelled_events().execute()
    api.clock.move(seconds=10)  # type: ignore[attr-defined]
    await api.container.settling.settle_refunds().execute()
    (kept,) = provider.refunds.values()
    assert kept.amount == Decimal("25.00")
    left = await read(api, api.renewed(buyer), order)
    assert [ticket["status"] for ticket in left["bookings"][0]["tickets"]] == ["used", "cancelled"]
    # The only event of the order is over; the booking stays, for the ticket that was used.
    assert (left["status"], left["bookings"][0]["status"]) == ("completed", "confirmed")
    await no_discrepancy(api, api.renewed(admin))


async def test_refund_is_made_once_when_the_request_is_sent_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await pay(api, buyer, provider, order)
    key = {"Idempotency-Key": "refund-1"}
    first = await refund(api, organizer, payment, {"amount": "10.00"}, **key)
    before = await stored(connection)
    again = await refund(api, organizer, payment, {"amount": "10.00"}, **key)
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    other = await refund(api, organizer, payment, {"amount": "11.00"}, **key)
    assert_problem(other, 422, "idempotency_key_reused")
    assert await stored(connection) == before
    assert len(provider.refunds) == 1


async def test_refund_that_the_provider_did_not_answer_is_tried_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    payment = await pay(api, buyer, provider, order)
    provider.fail_next("refund", is_done=True)
    begun = await refund(api, organizer, payment)
    assert (begun.status_code, begun.json()["status"]) == (201, "pending")
    assert (await read(api, buyer, order))["status"] == "cancelled"
    clock.move(seconds=10)
    assert await api.container.settling.settle_refunds().execute() == 1
    assert len(provider.refunds) == 1
    await no_discrepancy(api, api.renewed(admin))


async def test_refund_that_fails_leaves_the_money_refundable_and_is_reported(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = ProviderState.OPEN
    begun = (await refund(api, organizer, payment, {"amount": "50.00"})).json()
    provider.settle_refund(
        await api.container.adapters.transactions().get(begun["id"]), ProviderState.FAILED
    )
    assert await send_webhook(api, provider, begun["id"]) == "recorded"
    shown = (await api.get(f"/transactions/{payment['id']}", buyer)).json()
    assert (shown["status"], shown["refunded_amount"]) == ("success", "0.00")
    findings = (await api.post("/transactions/reconcile", admin)).json()
    assert {finding["subject"] for finding in findings} == {"failed refund", "paid order"}
    assert not any(finding["is_healed"] for finding in findings)
    provider.refund_state = ProviderState.SUCCEEDED
    assert (await refund(api, organizer, payment)).json()["status"] == "success"
    await no_discrepancy(api, admin)


async def test_refund_by_hand_waits_until_somebody_says_that_it_went_back(
    api: Api, buyer: Person, admin: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    begun = (await refund(api, admin, payment)).json()
    assert (begun["status"], begun["amount"]) == ("pending", "50.00")
    assert (await read(api, buyer, order))["status"] == "cancelled"
    assert await balance(connection) == {"tickets": Decimal("50.00")}
    assert (await change_status(api, admin, begun, "success")).json()["status"] == "success"
    assert (await api.get(f"/transactions/{payment['id']}", admin)).json()["status"] == "refunded"
    assert await balance(connection) == {"tickets": Decimal(0)}
    await no_discrepancy(api, admin)


async def test_part_refunds_that_reach_what_was_paid_cancel_the_order(
    api: Api, organizer: Person, buyer: Person, order: dict[str, Any], provider: ScriptedProvider
) -> None:
    payment = await pay(api, buyer, provider, order)
    for amount in ("20.00", "20.00"):
        await refund(api, organizer, payment, {"amount": amount})
    assert (await read(api, buyer, order))["status"] == "confirmed"
    assert (await refund(api, organizer, payment, {"amount": "10.00"})).status_code == 201
    gone = await read(api, buyer, order)
    assert (gone["status"], gone["bookings"][0]["status"]) == ("cancelled", "refunded")


async def test_refund_of_a_transferred_ticket_goes_to_the_buyer_who_never_sees_its_new_code(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await pay(api, buyer, provider, order)
    friend = await api.person()
    code = (await read(api, buyer, order))["bookings"][0]["tickets"][0]["ticket_code"]
    token = await make_offer(api, connection, buyer, code)
    new = (await accept(api, token, friend)).json()["ticket_code"]
    shown = await read(api, buyer, order)
    first, second = shown["bookings"][0]["tickets"]
    assert (first["ticket_code"], first["transferred"]) == (None, True)
    assert second["transferred"] is False
    assert new not in str(shown)
    assert_problem(await api.post(f"/orders/{order['id']}/cancel", buyer), 409, "invalid_state")
    assert_problem(await refund(api, friend, payment), 404, "not_found")

    done = await refund(api, organizer, payment)
    assert (done.json()["status"], done.json()["amount"]) == ("success", "50.00")
    after = await read(api, buyer, order)
    assert (after["status"], after["bookings"][0]["status"]) == ("cancelled", "refunded")
    assert (await api.get(f"/tickets/{new}", friend)).json()["status"] == "cancelled"
    assert_problem(await api.post(f"/tickets/{new}/check-in", organizer), 409, "invalid_state")


async def test_refund_whose_answer_was_lost_is_looked_for_before_it_is_asked_for_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    """By then the provider may have forgotten the key, and would give it back twice."""
    payment = await pay(api, buyer, provider, order)
    provider.fail_next("refund", is_done=True)
    path = f"/transactions/{payment['id']}/refund"
    made = (await api.post(path, organizer, {"amount": "20.00"})).json()
    assert made["status"] == "pending"
    provider.calls.clear()
    clock.move(days=2)
    assert await api.container.settling.settle_refunds().execute() == 1
    assert provider.calls == [("find_refund", made["id"])]
    assert [kept.amount for kept in provider.refunds.values()] == [20]
    assert (await api.get(f"/transactions/{made['id']}", organizer)).json()["status"] == "success"


@pytest.mark.parametrize("changes", [{"amount": "1.00"}, {"currency": "EUR"}], ids=str)
async def test_webhook_of_another_amount_does_not_settle_a_refund(
    changes: dict[str, str],
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = ProviderState.OPEN
    path = f"/transactions/{payment['id']}/refund"
    made = (await api.post(path, organizer, {"amount": "20.00"})).json()
    provider.settle_refund(await api.container.adapters.transactions().get(made["id"]))
    await send_webhook(api, provider, made["id"], **changes)
    now = (await api.get(f"/transactions/{made['id']}", organizer)).json()
    assert (now["status"], now["failure"][:22]) == ("pending", "The provider gave back")
    await send_webhook(api, provider, made["id"])
    now = (await api.get(f"/transactions/{made['id']}", organizer)).json()
    assert (now["status"], now["failure"]) == ("success", None)
