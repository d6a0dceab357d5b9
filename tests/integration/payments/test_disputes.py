"""Disputes: what a bank takes is booked, tickets end once it is lost, and it can come back."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.dtos.sold import ConcernKind
from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.disputes import dispute, movements, report
from tests.support.orders import balance, no_discrepancy, order_of, pay, read, send_webhook
from tests.support.payments import ScriptedProvider


@pytest.fixture
async def payment(
    api: Api, buyer: Person, provider: ScriptedProvider, order: dict[str, Any]
) -> dict[str, Any]:
    return await pay(api, buyer, provider, order)


async def seen(api: Api, who: Person, order: dict[str, Any]) -> tuple[str, list[str]]:
    """The status of an order, and those of its tickets."""
    now = await read(api, who, order)
    tickets = [ticket for booking in now["bookings"] for ticket in booking["tickets"]]
    return now["status"], [ticket["status"] for ticket in tickets]


async def problems(api: Api, admin: Person) -> list[str]:
    found = (await api.post("/transactions/reconcile", admin)).json()
    return [finding["subject"] for finding in found]


async def test_disputed_money_is_booked_as_held_and_the_tickets_stay_valid(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await dispute(api, provider, payment)
    assert await balance(connection) == {"tickets": 50, "disputed": -50}
    assert await seen(api, buyer, order) == ("confirmed", ["active", "active"])
    (movement,) = await movements(api, organizer, order)
    assert (movement["status"], movement["amount"], movement["parent_id"]) == (
        "pending",
        "50.00",
        payment["id"],
    )
    paid = (await api.get(f"/transactions/{payment['id']}", organizer)).json()
    assert (paid["status"], paid["disputed_amount"], paid["lost_amount"]) == (
        "success",
        "50.00",
        "0.00",
    )
    # It is checked in, which is what a seller answers with.
    code = (await read(api, buyer, order))["bookings"][0]["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/check-in", organizer)).status_code == 200
    assert await problems(api, admin) == ["dispute"]
    # What a bank has taken cannot be refunded as well.
    refused = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert_problem(refused, 409, "refund_exceeds_payment")


async def test_lost_dispute_ends_the_tickets_and_the_order(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment)
    await dispute(api, provider, payment, "lost", reference=reference)
    assert await balance(connection) == {"tickets": 0, "disputed": 0}
    assert await seen(api, buyer, order) == ("cancelled", ["cancelled", "cancelled"])
    (movement,) = await movements(api, organizer, order)
    assert movement["status"] == "success"
    event = (await api.get(f"/events/{order['items'][0]['event_id']}")).json()
    assert event["tickets_available"] == event["capacity"]
    await no_discrepancy(api, admin)


async def test_lost_dispute_of_what_was_partly_refunded_has_its_amount_for_the_organizer_too(
    api: Api,
    organizer: Person,
    admin: Person,
    payment: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    made = await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "10.00"})
    assert made.status_code == 201, made.text
    reference = await dispute(api, provider, payment)
    await dispute(api, provider, payment, "lost", reference=reference)
    for reader in (admin, organizer):
        (found,) = (await api.get("/disputes", reader)).json()
        assert (found["amount"], found["is_part"]) == ("50.00", False)


async def test_won_dispute_puts_the_money_back(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment)
    await dispute(api, provider, payment, "under_review", reference=reference)
    await dispute(api, provider, payment, "won", reference=reference)
    assert await balance(connection) == {"tickets": 50, "disputed": 0}
    assert await seen(api, buyer, order) == ("confirmed", ["active", "active"])
    assert [money["status"] for money in await movements(api, organizer, order)] == ["failed"]
    await no_discrepancy(api, admin)
    # The money is there, so that it can go back.
    made = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert (made.status_code, made.json()["status"]) == (201, "success")
    await no_discrepancy(api, admin)


async def test_inquiry_moves_no_money_and_can_become_a_dispute(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment, "warning")
    assert await balance(connection) == {"tickets": 50}
    assert await movements(api, buyer, order) == []
    assert await problems(api, admin) == ["dispute"]
    await dispute(api, provider, payment, "closed", reference=reference)
    await no_discrepancy(api, admin)
    await dispute(api, provider, payment, "needs_response", reference=reference)
    assert await balance(connection) == {"tickets": 50, "disputed": -50}


async def test_decision_can_change_and_tickets_that_ended_do_not_come_back(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment, "lost")
    await dispute(api, provider, payment, "won", reference=reference)
    assert await balance(connection) == {"tickets": 50}
    assert await seen(api, buyer, order) == ("cancelled", ["cancelled", "cancelled"])
    # Somebody has to send it back, or to sell the tickets again.
    assert await problems(api, admin) == ["paid order"]
    await dispute(api, provider, payment, "lost", reference=reference)
    assert await balance(connection) == {"tickets": 0}
    await no_discrepancy(api, admin)


async def test_events_take_effect_in_any_order_twice_and_late(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment, sends=False)
    await dispute(api, provider, payment, "lost", reference=reference, sends=False)
    # What an event says may be over: the provider is asked.
    assert await report(api, provider, reference, event_id="evt_created") == "recorded"
    assert await report(api, provider, reference, event_id="evt_created") == "repeated"
    assert await report(api, provider, reference, event_id="evt_closed") == "repeated"
    assert await balance(connection) == {"tickets": 0}
    # And an answer can be older than one that came before.
    await dispute(api, provider, payment, "needs_response", reference=reference)
    assert await balance(connection) == {"tickets": 0}
    assert (await seen(api, buyer, order))[0] == "cancelled"


async def test_dispute_whose_webhooks_were_lost_is_found_at_night(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment, sends=False)
    dry = (await api.post("/transactions/reconcile", admin, params={"dry_run": "true"})).json()
    assert [(finding["subject_id"], finding["is_healed"]) for finding in dry] == [
        (payment["id"], True)
    ]
    assert await balance(connection) == {"tickets": 50}
    compare = api.container.settling.compare_disputes()
    assert await compare.execute() == 1
    assert await compare.execute() == 0
    assert await balance(connection) == {"tickets": 50, "disputed": -50}
    await dispute(api, provider, payment, "lost", reference=reference, sends=False)
    assert await problems(api, admin) == ["payment"]
    assert await balance(connection) == {"tickets": 0, "disputed": 0}
    await no_discrepancy(api, admin)


async def test_used_tickets_of_a_lost_dispute_stay_used(
    api: Api,
    buyer: Person,
    organizer: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    code = (await read(api, buyer, order))["bookings"][0]["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/check-in", organizer)).status_code == 200
    await dispute(api, provider, payment, "lost")
    status, tickets = await seen(api, buyer, order)
    assert (status, sorted(tickets)) == ("confirmed", ["cancelled", "used"])


async def test_dispute_of_a_part_leaves_the_tickets_and_the_rest_can_be_refunded(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await dispute(api, provider, payment, "lost", amount=Decimal("20.00"))
    assert await balance(connection) == {"tickets": 30}
    assert await seen(api, buyer, order) == ("confirmed", ["active", "active"])
    made = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert (made.json()["amount"], made.json()["status"]) == ("30.00", "success")
    assert await seen(api, buyer, order) == ("cancelled", ["cancelled", "cancelled"])
    await no_discrepancy(api, admin)


async def test_dispute_of_what_was_refunded_already_is_money_for_nothing(
    api: Api,
    buyer: Person,
    organizer: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """The buyer has it twice, and the ledger says so."""
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "30.00"})
    await dispute(api, provider, payment, "lost")
    assert await balance(connection) == {"tickets": 0, "unapplied": -30}
    assert (await seen(api, buyer, order))[0] == "cancelled"


async def test_inquiry_about_what_was_refunded_costs_twice_once_it_is_lost_until_that_is_settled(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment, "warning")
    made = await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "30.00"})
    assert made.json()["status"] == "success"
    (listed,) = (await api.get("/disputes", organizer)).json()
    assert (listed["paid_twice_amount"], listed["owed_amount"]) == ("30.00", "0.00")
    await dispute(api, provider, payment, reference=reference)
    await dispute(api, provider, payment, "lost", reference=reference)
    assert await balance(connection) == {"tickets": 0, "disputed": 0, "unapplied": -30}
    (listed,) = (await api.get("/disputes", organizer)).json()
    assert listed["paid_twice_amount"] == "30.00"
    movement = listed["transaction_id"]
    (finding,) = (await api.post("/transactions/reconcile", admin)).json()
    assert (finding["subject"], finding["subject_id"]) == ("lost dispute", listed["id"])
    assert finding["problem"] == (
        "The buyer has 30.00 USD twice, refunded and by the bank. Settle it with the buyer, "
        f"then note at transaction {movement} what came of it."
    )
    concerns = api.container.oversight.read_concerns()
    (concern,) = await concerns.execute(organizer.actor)
    assert (concern.kind, concern.subject_id) == (ConcernKind.PAID_TWICE, listed["id"])
    assert concern.facts["amount"] == Decimal("30.00")
    noted = await api.put(f"/transactions/{movement}", admin, {"note": "Given back in cash."})
    assert noted.status_code == 200
    await no_discrepancy(api, admin)
    assert await concerns.execute(organizer.actor) == []
    (listed,) = (await api.get("/disputes", organizer)).json()
    assert listed["paid_twice_amount"] == "0.00"


async def test_dispute_won_after_the_order_was_cancelled_leaves_money_to_be_refunded(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "10.00"})
    reference = await dispute(api, provider, payment, amount=Decimal("40.00"))
    cancelled = await api.post(f"/orders/{order['id']}/cancel", organizer)
    assert cancelled.status_code == 200, cancelled.text
    (listed,) = (await api.get("/disputes", organizer)).json()
    assert listed["owed_amount"] == "0.00"
    await dispute(api, provider, payment, "won", reference=reference)
    (listed,) = (await api.get("/disputes", organizer)).json()
    assert (listed["owed_amount"], listed["paid_twice_amount"]) == ("40.00", "0.00")
    (finding,) = (await api.post("/transactions/reconcile", admin)).json()
    assert (finding["subject"], finding["problem"]) == (
        "paid order",
        "It is cancelled, and 40.00 USD of its money has not gone back.",
    )
    concerns = api.container.oversight.read_concerns()
    (concern,) = await concerns.execute(organizer.actor)
    assert (concern.kind, concern.subject_id) == (ConcernKind.OWED_AFTER_DISPUTE, listed["id"])
    assert concern.facts["amount"] == Decimal("40.00")
    made = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert made.json()["amount"] == "40.00"
    await no_discrepancy(api, admin)
    assert await concerns.execute(organizer.actor) == []


async def test_event_that_is_cancelled_during_a_dispute_is_refunded_once_that_is_won(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    clock: MovableClock,
) -> None:
    """Also where the order stands, for its other event."""
    events = [await api.event(organizer, payment="online") for _ in range(2)]
    order = await order_of(api, buyer, *events)
    payment = await pay(api, buyer, provider, order)
    reference = await dispute(api, provider, payment)
    await api.put(f"/events/{events[0]['id']}", organizer, {"status": "cancelled"})
    jobs = api.container.settling
    assert await jobs.refund_cancelled_events().execute() == 0
    await dispute(api, provider, payment, "won", reference=reference)
    assert await jobs.refund_cancelled_events().execute() == 1
    clock.move(minutes=1)
    await jobs.settle_refunds().execute()
    assert await balance(connection) == {"tickets": 50, "disputed": 0}
    assert (await seen(api, buyer, order))[0] == "confirmed"
    await no_discrepancy(api, admin)


async def test_tickets_cannot_be_given_back_while_a_bank_holds_their_money(
    api: Api,
    buyer: Person,
    organizer: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """They would end, and nothing would go back, not even when the dispute is won."""
    event_id = order["items"][0]["event_id"]
    policy = {"until": "PT1H"}
    given = await api.call("PUT", f"/events/{event_id}/cancellation-policy", organizer, json=policy)
    assert given.status_code == 200, given.text
    booking = (await read(api, buyer, order))["bookings"][0]
    reference = await dispute(api, provider, payment)
    code = booking["tickets"][0]["ticket_code"]
    for refused in (
        await api.call("PUT", f"/bookings/{booking['id']}/refund", organizer),
        await api.post(f"/tickets/{code}/refund", organizer),
        await api.post(f"/tickets/{code}/cancel", buyer),
        await api.get(f"/bookings/{booking['id']}/tickets/refund", buyer),
    ):
        assert_problem(refused, 409, "invalid_state")
        assert "bank holds the money" in refused.json()["detail"]
    assert await seen(api, buyer, order) == ("confirmed", ["active", "active"])
    await dispute(api, provider, payment, "won", reference=reference)
    refunded = await api.call("PUT", f"/bookings/{booking['id']}/refund", organizer)
    assert refunded.json()["status"] == "refunded"
    assert await balance(connection) == {"tickets": 0, "disputed": 0}


async def test_amount_of_an_open_dispute_can_change(
    api: Api,
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await dispute(api, provider, payment)
    await dispute(api, provider, payment, reference=reference, amount=Decimal("45.00"))
    assert await balance(connection) == {"tickets": 50, "disputed": -45}


async def test_dispute_of_somebody_else_is_unknown_and_one_that_comes_too_early_is_sent_again(
    api: Api,
    buyer: Person,
    organizer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    assert await report(api, provider, "nobody's") == "unknown"
    begun = (await api.post("/transactions", buyer, {"order_id": order["id"]})).json()
    reference = await dispute(api, provider, begun, sends=False)
    body, headers = provider.dispute_webhook(reference)
    path = "/api/v1/payments/scripted/webhook"
    early = await api.client.post(path, content=body, headers=headers)
    assert early.status_code == 503
    provider.pay(await api.container.adapters.transactions().get(begun["id"]))
    await send_webhook(api, provider, begun["id"])
    provider.fail_next("find_dispute")
    failed = await api.client.post(path, content=body, headers=headers)
    assert failed.status_code == 503
    assert (await api.client.post(path, content=body, headers=headers)).status_code == 200
    assert await balance(connection) == {"tickets": 50, "disputed": -50}


async def test_lost_dispute_of_an_order_over_several_events_is_shared_by_its_items(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    events = [await api.event(organizer, payment="online") for _ in range(2)]
    order = await order_of(api, buyer, *events)
    payment = await pay(api, buyer, provider, order)
    await dispute(api, provider, payment, "lost")
    rows = await connection.fetch(
        "SELECT event_id, sum(amount) AS amount FROM ledger_entries GROUP BY event_id"
    )
    assert {row["amount"] for row in rows} == {0}
    assert (await seen(api, buyer, order))[0] == "cancelled"
    await no_discrepancy(api, admin)


@pytest.mark.parametrize("which", ["refund", "dispute"])
async def test_what_a_buyer_had_twice_is_on_the_ledger_once_when_one_of_it_comes_back(
    api: Api,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    which: str,
) -> None:
    """Not as money for tickets, and a debt beside it."""
    part = {"amount": "30.00"}
    made = (await api.post(f"/transactions/{payment['id']}/refund", organizer, part)).json()
    reference = await dispute(api, provider, payment, "lost")
    assert await balance(connection) == {"tickets": 0, "unapplied": -30}
    if which == "refund":
        stored = await api.container.adapters.transactions().get(made["id"])
        provider.settle_refund(stored, ProviderState.FAILED)
        await send_webhook(api, provider, made["id"])
        left = 0
    else:
        await dispute(api, provider, payment, "won", reference=reference)
        left = 20
    assert await balance(connection) == {"tickets": left, "unapplied": 0}
    (listed,) = (await api.get("/disputes", admin)).json()
    assert listed["paid_twice_amount"] == "0.00"


async def test_refund_of_what_was_lost_takes_from_the_tickets_once_that_is_won(
    api: Api,
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """Made in the dashboard, where nobody hinders it; the bank then decides again."""
    reference = await dispute(api, provider, payment, "lost")
    stored = await api.container.adapters.transactions().get(payment["id"])
    refunded = provider.refund_outside(stored, Decimal("20.00"))
    body, headers = provider.outside_webhook(refunded)
    path = "/api/v1/payments/scripted/webhook"
    await api.client.post(path, content=body, headers=headers)
    assert await balance(connection) == {"tickets": 0, "unapplied": -20}
    await dispute(api, provider, payment, "won", reference=reference)
    assert await balance(connection) == {"tickets": 30, "unapplied": 0}
