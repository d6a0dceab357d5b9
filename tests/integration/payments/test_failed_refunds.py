"""Refunds that did not go back: taken back by the provider, sent again, paid out another way."""

from decimal import Decimal
from typing import Any

import asyncpg
import httpx
import pytest

from src.application.ports.payments import ProviderState
from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.disputes import dispute
from tests.support.orders import balance, no_discrepancy, order_of, pay, read, send_webhook, stored
from tests.support.payments import ScriptedProvider

FAILED = ProviderState.FAILED
IN_CASH = {"note": "In cash, receipt 17."}


async def refund(api: Api, who: Person, payment: dict[str, Any], **body: Any) -> dict[str, Any]:
    response = await api.post(f"/transactions/{payment['id']}/refund", who, body)
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    return made


async def take_back(api: Api, provider: ScriptedProvider, made: dict[str, Any]) -> None:
    """The buyer's bank sends the refund back, and the provider says so."""
    transaction = await api.container.adapters.transactions().get(made["id"])
    provider.settle_refund(transaction, FAILED)
    assert await send_webhook(api, provider, made["id"]) == "recorded"


async def transaction(api: Api, who: Person, of: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = (await api.get(f"/transactions/{of['id']}", who)).json()
    return found


async def problems(api: Api, admin: Person, **query: str) -> list[tuple[str, int]]:
    found = await api.post("/transactions/reconcile", admin, params=query)
    return [(finding["subject"], finding["subject_id"]) for finding in found.json()]


async def retry(api: Api, who: Person, made: dict[str, Any], **headers: str) -> httpx.Response:
    return await api.post(f"/transactions/{made['id']}/retry", who, headers=headers)


async def pay_out(
    api: Api, who: Person, made: dict[str, Any], body: Any = None, **headers: str
) -> httpx.Response:
    path = f"/transactions/{made['id']}/paid-out"
    return await api.post(path, who, body or IN_CASH, headers=headers)


async def test_a_refund_that_comes_back_is_owed_and_its_payment_can_be_refunded_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await pay(api, buyer, provider, order)
    made = await refund(api, organizer, payment)
    assert made["status"] == "success"
    assert (await balance(connection))["tickets"] == 0

    await take_back(api, provider, made)

    now = await transaction(api, organizer, made)
    assert (now["status"], now["owed_amount"]) == ("failed", "50.00")
    paid = await transaction(api, buyer, payment)
    assert (paid["status"], paid["refunded_amount"]) == ("success", "0.00")
    assert (await balance(connection))["tickets"] == 50
    # Its tickets stay void, and a person hears of it.
    assert [b["status"] for b in (await read(api, buyer, order))["bookings"]] == ["refunded"]
    assert ("failed refund", made["id"]) in await problems(api, admin)
    progress = (await api.get(f"/events/{order['items'][0]['event_id']}/refunds", organizer)).json()
    assert (progress["failed"], progress["done"]) == (1, 0)
    assert (progress["amount_owed"], progress["amount_refunded"]) == ("50.00", "0.00")

    again = await retry(api, organizer, made)

    assert again.status_code == 201, again.text
    assert (again.json()["status"], again.json()["replaces_id"]) == ("success", made["id"])
    assert again.headers["Location"].endswith(f"/transactions/{again.json()['id']}")
    assert (await transaction(api, buyer, payment))["status"] == "refunded"
    await no_discrepancy(api, admin)


async def test_an_old_success_that_arrives_after_the_failure_changes_nothing(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    payment = await pay(api, buyer, provider, order)
    made = await refund(api, organizer, payment)
    await take_back(api, provider, made)
    assert await send_webhook(api, provider, made["id"], state="succeeded") == "recorded"
    assert (await transaction(api, organizer, made))["status"] == "failed"


async def test_the_reconciler_finds_a_refund_that_came_back_unheard(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    payment = await pay(api, buyer, provider, order)
    made = await refund(api, organizer, payment, amount="20.00")
    kept = await api.container.adapters.transactions().get(made["id"])
    provider.settle_refund(kept, FAILED)
    assert ("refund", made["id"]) in await problems(api, admin, dry_run="true")
    assert (await transaction(api, organizer, made))["status"] == "success"

    await problems(api, admin)

    assert (await transaction(api, organizer, made))["status"] == "failed"
    assert await problems(api, admin) == [("failed refund", made["id"])]
    # And the other way round: it has arrived after all.
    provider.settle_refund(kept)
    await problems(api, admin)
    assert (await transaction(api, organizer, made))["status"] == "success"
    await no_discrepancy(api, admin)


async def test_a_nightly_job_hears_within_thirty_days_that_a_refund_came_back(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    compare = api.container.settling.compare_refunds().execute
    payment = await pay(api, buyer, provider, order)
    early = await refund(api, organizer, payment, amount="20.00")
    late = await refund(api, organizer, payment, amount="10.00")
    before = await transaction(api, organizer, late)
    assert await compare() == 0
    kept = api.container.adapters.transactions()
    clock.move(days=29)
    provider.settle_refund(await kept.get(early["id"]), FAILED)
    provider.fail_next("refunds_since")
    assert await compare() == 0, "A provider that does not answer is no fault."
    assert [await compare(), await compare()] == [1, 0]
    organizer = api.renewed(organizer)
    assert (await transaction(api, organizer, early))["status"] == "failed"
    assert await transaction(api, organizer, late) == before
    clock.move(days=2)
    provider.settle_refund(await kept.get(late["id"]), FAILED)
    del provider.refunds[(await kept.get(late["id"])).idempotency_key]
    assert await compare() == 0
    assert (await transaction(api, api.renewed(organizer), late))["status"] == "success"


@pytest.mark.parametrize("said", [{"amount": "1.00"}, {"currency": "EUR"}], ids=str)
async def test_a_webhook_of_another_amount_is_no_success(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    said: dict[str, str],
) -> None:
    provider.refund_state = ProviderState.OPEN
    payment = await pay(api, buyer, provider, order)
    made = await refund(api, organizer, payment, amount="20.00")
    await send_webhook(api, provider, made["id"], state="succeeded", **said)
    now = await transaction(api, organizer, made)
    assert now["status"] == "pending"
    assert now["failure"].startswith("The provider gave back")


async def failed_refund(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    amount: str = "20.00",
) -> dict[str, Any]:
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = FAILED
    made = await refund(api, organizer, payment, amount=amount, reason="Rain")
    assert (made["status"], made["owed_amount"]) == ("failed", amount)
    provider.refund_state = ProviderState.SUCCEEDED
    return made


async def test_a_retry_repeats_the_amount_and_voids_nothing(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    made = await failed_refund(api, organizer, buyer, order, provider)
    key = {"Idempotency-Key": "again-1"}
    again = await retry(api, organizer, made, **key)
    assert (again.json()["amount"], again.json()["reason"]) == ("20.00", "Rain")
    assert again.json()["status"] == "success"
    bookings = (await read(api, buyer, order))["bookings"]
    assert [ticket["status"] for b in bookings for ticket in b["tickets"]] == ["active"] * 2
    before = await stored(connection)
    replay = await retry(api, organizer, made, **key)
    assert replay.json() == again.json()
    assert replay.headers["Idempotency-Replayed"] == "true"
    assert_problem(await retry(api, organizer, made), 409, "invalid_state")
    assert_problem(await pay_out(api, organizer, made), 409, "invalid_state")
    assert await stored(connection) == before
    await no_discrepancy(api, admin)


async def test_what_was_paid_out_another_way_is_in_the_ledger_and_reported_no_more(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    made = await failed_refund(api, organizer, buyer, order, provider)
    refused = await pay_out(api, organizer, made, {**IN_CASH, "amount": "20.01"})
    assert_problem(refused, 409, "refund_exceeds_payment")
    assert_problem(
        await pay_out(api, organizer, made, {"amount": "5.00"}), 422, "validation_failed"
    )

    part = await pay_out(api, organizer, made, {**IN_CASH, "amount": "15.00"})

    assert part.status_code == 201, part.text
    done = part.json()
    assert (done["provider"], done["status"], done["note"]) == (
        "manual",
        "success",
        IN_CASH["note"],
    )
    assert await problems(api, admin) == [("failed refund", made["id"])]
    assert (await pay_out(api, organizer, made)).json()["amount"] == "5.00"
    assert (await balance(connection)) == {"tickets": Decimal("30.00")}
    await no_discrepancy(api, admin)
    revenue = (await api.get("/analytics/revenue", organizer)).json()
    assert [total["refunds"] for total in revenue["totals"]] == ["20.00"]


async def test_a_part_that_failed_and_was_replaced_by_another_amount_is_reported_no_more(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    made = await failed_refund(api, organizer, buyer, order, provider)
    await refund(api, organizer, {"id": made["parent_id"]}, amount="15.00")
    await no_discrepancy(api, admin)
    assert (await transaction(api, organizer, made))["owed_amount"] == "0.00"


async def test_no_more_is_owed_than_is_left_of_the_payment(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = FAILED
    booking = order["bookings"][0]
    assert (await api.put(f"/bookings/{booking['id']}/refund", organizer)).status_code == 200
    provider.refund_state = ProviderState.SUCCEEDED
    made = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()[-1]
    assert made["owed_amount"] == "50.00"

    await refund(api, organizer, payment, amount="15.00")

    assert (await transaction(api, organizer, made))["owed_amount"] == "35.00"
    progress = (await api.get(f"/events/{booking['event_id']}/refunds", organizer)).json()
    assert progress["amount_owed"] == "35.00"
    refused = await pay_out(api, organizer, made, {**IN_CASH, "amount": "35.01"})
    assert_problem(refused, 409, "refund_exceeds_payment")
    assert (await pay_out(api, organizer, made)).json()["amount"] == "35.00"
    assert (await transaction(api, organizer, made))["owed_amount"] == "0.00"
    await no_discrepancy(api, admin)


@pytest.mark.parametrize(("taken", "owed"), [("50.00", "0.00"), ("40.00", "10.00")])
async def test_a_refund_that_fails_after_its_payment_was_lost_is_owed_as_far_as_it_was_not_lost(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    taken: str,
    owed: str,
) -> None:
    """The buyer has the rest from the bank: to send all of it again would pay them twice."""
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = ProviderState.OPEN
    made = await refund(api, organizer, payment, amount="20.00")
    await dispute(api, provider, payment, "lost", amount=Decimal(taken))
    await take_back(api, provider, made)
    failed = await transaction(api, organizer, made)
    assert (failed["status"], failed["owed_amount"]) == ("failed", owed)
    reported = ("failed refund", made["id"]) in await problems(api, admin)
    assert reported is (owed != "0.00")


async def test_a_provider_that_has_made_it_or_does_not_answer_stops_the_second_one(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    made = await failed_refund(api, organizer, buyer, order, provider)
    before = await stored(connection)
    provider.fail_next("find_refund")
    assert_problem(await retry(api, organizer, made), 502, "provider_error")
    assert await stored(connection) == before
    provider.settle_refund(await api.container.adapters.transactions().get(made["id"]))
    known = await retry(api, organizer, made)
    assert (known.json()["id"], known.json()["status"]) == (made["id"], "success")
    assert len(provider.refunds) == 1
    await no_discrepancy(api, admin)


async def test_each_organizer_sends_their_own_part_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
) -> None:
    rival = await api.person(Role.ORGANIZER)
    own = await api.event(organizer, payment="online")
    other = await api.event(rival, payment="online")
    order = await order_of(api, buyer, own, other)
    await pay(api, buyer, provider, order)
    provider.refund_state = FAILED
    booking = next(b for b in order["bookings"] if b["event_id"] == own["id"])
    assert (await api.put(f"/bookings/{booking['id']}/refund", organizer)).status_code == 200
    provider.refund_state = ProviderState.SUCCEEDED
    (made,) = (
        found
        for found in (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
        if found["kind"] == "refund"
    )
    assert (await transaction(api, organizer, made))["owed_amount"] == "50.00"
    assert_problem(await api.get(f"/transactions/{made['id']}", rival), 404, "not_found")
    assert_problem(await retry(api, rival, made), 404, "not_found")
    assert_problem(await retry(api, buyer, made), 403, "forbidden")
    assert (await retry(api, organizer, made)).json()["status"] == "success"
    statuses = {b["event_id"]: b["status"] for b in (await read(api, buyer, order))["bookings"]}
    assert statuses == {own["id"]: "refunded", other["id"]: "confirmed"}
    await no_discrepancy(api, admin)


async def test_each_organizer_sees_the_own_part_of_what_an_administrator_has_to_send_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
) -> None:
    rival = await api.person(Role.ORGANIZER)
    own = await api.event(organizer, payment="online", price="10.00")
    other = await api.event(rival, payment="online", price="5.00")
    order = await order_of(api, buyer, own, other)
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = FAILED
    made = await refund(api, admin, payment)
    assert (made["owed_amount"], made["event_id"]) == ("30.00", None)
    for who, event, part in ((organizer, own, "20.00"), (rival, other, "10.00")):
        progress = (await api.get(f"/events/{event['id']}/refunds", who)).json()
        assert (progress["failed"], progress["amount_owed"]) == (1, part)
        params = {"of_event_id": event["id"], "kind": "refund", "status": "failed"}
        (listed,) = (await api.get("/transactions", who, params=params)).json()
        assert (listed["id"], listed["amount"], listed["owed_amount"]) == (made["id"], part, part)
        shown = await api.container.oversight.read_refund().execute(who.actor, made["id"])
        assert (shown.amount, shown.owed_amount) == (Decimal(part), Decimal(part))
        assert not shown.may_settle
        concerns = await api.container.oversight.read_concerns().execute(who.actor)
        assert [c.facts["amount"] for c in concerns if c.kind == "failed_refund"] == [Decimal(part)]
        assert_problem(await retry(api, who, made), 404, "not_found")
    provider.refund_state = ProviderState.SUCCEEDED
    assert (await retry(api, admin, made)).json()["amount"] == "30.00"
    for who, part in ((organizer, "20.00"), (rival, "10.00")):
        shown = await api.container.oversight.read_refund().execute(who.actor, made["id"])
        assert (shown.amount, shown.owed_amount) == (Decimal(part), Decimal(0))
    await no_discrepancy(api, admin)


async def test_refunds_of_late_money_count_where_they_belong(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    event_id = order["items"][0]["event_id"]
    payment = (await api.post("/transactions", buyer, {"order_id": order["id"]})).json()
    assert (await api.post(f"/orders/{order['id']}/cancel", buyer)).is_success
    provider.refund_state = FAILED
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])
    progress = (await api.get(f"/events/{event_id}/refunds", organizer)).json()
    assert (progress["failed"], progress["amount_owed"]) == (1, "50.00")
