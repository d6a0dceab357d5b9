"""Terms of payment: days for a bank transfer, which its event sets and its buyer sees."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import (
    change_status,
    manual_payment,
    no_discrepancy,
    order_of,
    read,
    start,
)
from tests.support.payments import ScriptedProvider

HALL = "Alte Oper, IBAN DE02 1203 0000 0000 2020 51"
WITH_DAYS: dict[str, Any] = {
    "payment": "online",
    "payment_days": 5,
    "payment_instructions": HALL,
}


def later(api: Api, **time: int) -> str:
    """So much later than now."""
    return (api.clock() + timedelta(**time)).isoformat()


async def deadline(connection: asyncpg.Connection, order: dict[str, Any]) -> Any:
    """How many days the order and each of its holds last, from when they were held."""
    return await connection.fetchval(
        "SELECT round(extract(epoch FROM orders.expires_at - bookings.booking_date) / 86400, 2) "
        "FROM orders JOIN bookings ON bookings.order_id = orders.id "
        "WHERE orders.id = $1 AND bookings.expires_at = orders.expires_at",
        order["id"],
    )


async def test_a_bank_transfer_holds_its_tickets_for_the_days_of_its_event(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **WITH_DAYS)
    assert (event["payment_days"], event["payment_instructions"]) == (5, HALL)
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order, provider="manual")
    assert await deadline(connection, order) == 5
    assert payment["due_at"] == (await read(api, buyer, order))["expires_at"]
    clock.move(days=4, hours=23)
    await api.container.settling.settle_orders().execute()
    await api.container.settling.reconcile().settle_open_payments()
    assert (await read(api, api.renewed(buyer), order))["status"] == "pending"
    assert (await change_status(api, api.renewed(admin), payment, "success")).status_code == 200
    assert (await read(api, api.renewed(buyer), order))["status"] == "confirmed"
    await no_discrepancy(api, api.renewed(admin))


async def test_a_bank_transfer_that_does_not_come_gives_the_tickets_back(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
) -> None:
    event = await api.event(organizer, **WITH_DAYS)
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order, provider="manual")
    clock.move(days=5, minutes=1)
    await api.container.settling.settle_orders().execute()
    await api.container.settling.reconcile().settle_open_payments()
    buyer = api.renewed(buyer)
    assert (await read(api, buyer, order))["status"] == "expired"
    failed = (await api.get(f"/transactions/{payment['id']}", buyer)).json()
    assert (failed["status"], failed["failure"]) == ("failed", "The money did not come in time.")
    left = (await api.get(f"/events/{event['id']}")).json()["tickets_available"]
    assert left == event["capacity"]


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"payment_days": 30, "sales_end": "+10d"}, 10),
        ({"payment_days": 30}, 20),
        ({"payment_days": 3}, 3),
    ],
    ids=str,
)
async def test_it_never_waits_beyond_the_start_or_the_end_of_sales(
    changes: dict[str, Any],
    days: int,
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    fields = {**WITH_DAYS, **changes, "date_time": later(api, days=20)}
    if "sales_end" in changes:
        fields["sales_end"] = later(api, days=10)
    order = await order_of(api, buyer, await api.event(organizer, **fields))
    await start(api, buyer, order, provider="manual")
    assert abs(float(await deadline(connection, order)) - days) < 0.05


async def test_without_days_it_waits_as_long_as_any_hold(
    api: Api, organizer: Person, buyer: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await start(api, buyer, order, provider="manual")
    assert (await read(api, buyer, order))["expires_at"] == order["expires_at"]
    assert payment["due_at"] is None


async def test_a_card_does_not_wait_for_days(api: Api, organizer: Person, buyer: Person) -> None:
    order = await order_of(api, buyer, await api.event(organizer, **WITH_DAYS))
    await start(api, buyer, order)
    assert (await read(api, buyer, order))["expires_at"] == order["expires_at"]


async def test_an_event_can_refuse_bank_transfers_and_an_administrator_takes_one_all_the_same(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer, **WITH_DAYS, allows_bank_transfer=False)
    order = await order_of(api, buyer, event)
    body = {"order_id": order["id"], "provider": "manual"}
    problem = assert_problem(await api.post("/transactions", buyer, body), 422, "validation_failed")
    assert problem["errors"][0]["field"] == "body.provider"
    assert problem["errors"][0]["message"] == (
        "This cannot be paid by bank transfer. Choose another way to pay."
    )
    await manual_payment(api, admin, admin, order)
    assert (await read(api, buyer, order))["status"] == "confirmed"


async def test_it_is_refused_where_it_would_come_too_late(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, **WITH_DAYS, date_time=later(api, hours=20))
    order = await order_of(api, buyer, event)
    body = {"order_id": order["id"], "provider": "manual"}
    problem = assert_problem(await api.post("/transactions", buyer, body), 422, "validation_failed")
    assert problem["errors"][0]["message"].startswith("It is too late for a bank transfer.")


async def test_events_of_different_accounts_are_not_paid_by_one_bank_transfer(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    first = await api.event(organizer, **WITH_DAYS)
    second = await api.event(organizer, **{**WITH_DAYS, "payment_instructions": "Another account"})
    order = await order_of(api, buyer, first, second)
    body = {"order_id": order["id"], "provider": "manual"}
    assert_problem(await api.post("/transactions", buyer, body), 422, "validation_failed")
    assert await connection.fetchval("SELECT count(*) FROM transactions") == 0


async def test_the_holds_of_a_bank_transfer_count_in_the_limit_per_person(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer, **WITH_DAYS, max_tickets_per_user=2)
    await start(api, buyer, await order_of(api, buyer, event), provider="manual")
    clock.move(days=1)
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    items = [{"ticket_type_id": types[0]["id"], "quantity": 1}]
    again = await api.post("/orders", api.renewed(buyer), {"items": items})
    assert_problem(again, 409, "ticket_limit_exceeded")


@pytest.mark.parametrize(
    "changes",
    [
        {"payment_days": 0},
        {"payment_days": 31},
        {"payment_days": "5"},
        {"allows_bank_transfer": None},
        {"payment_instructions": "x" * 1001},
    ],
    ids=lambda changes: str(changes)[:40],
)
async def test_terms_that_cannot_be_are_refused(
    changes: dict[str, Any], api: Api, organizer: Person
) -> None:
    event = await api.event(organizer, **WITH_DAYS)
    response = await api.call("PUT", f"/events/{event['id']}", organizer, json=changes)
    assert_problem(response, 422, "validation_failed")


async def test_an_organizer_takes_the_bank_transfers_of_their_events(
    api: Api, organizer: Person, buyer: Person
) -> None:
    rival = await api.person(Role.ORGANIZER)
    order = await order_of(api, buyer, await api.event(organizer, **WITH_DAYS))
    payment = await start(api, buyer, order, provider="manual")
    assert_problem(await change_status(api, buyer, payment, "success"), 403, "forbidden")
    assert_problem(await change_status(api, rival, payment, "success"), 404, "not_found")
    assert (await change_status(api, organizer, payment, "success")).status_code == 200
    assert (await read(api, buyer, order))["status"] == "confirmed"


async def test_tickets_wait_for_money_that_its_provider_says_is_on_its_way(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, **WITH_DAYS))
    payment = await start(api, buyer, order)
    kept = await api.container.adapters.transactions().get(payment["id"])
    provider.send(kept)
    clock.move(minutes=2)
    await api.container.settling.reconcile().settle_open_payments()
    assert await deadline(connection, order) == 5
    clock.move(days=3)
    await api.container.settling.settle_orders().execute()
    provider.pay(kept)
    await api.container.settling.reconcile().settle_open_payments()
    found = await read(api, api.renewed(buyer), order)
    assert (found["status"], found["late_payment"]) == ("confirmed", None)
