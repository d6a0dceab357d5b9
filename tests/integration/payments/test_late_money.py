"""Money that comes after the deadline buys the same tickets, or goes back for the true reason."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import no_discrepancy, order_of, read, send_webhook, start
from tests.support.payments import ScriptedProvider

CODE = {"code": "TEN", "kind": "percent", "value": "10"}


@pytest.fixture
async def lapsed(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    provider: ScriptedProvider,
) -> dict[str, Any]:
    """An order of two tickets with a code, whose payment was started and whose time is over."""
    code = await api.post("/discounts", organizer, {**CODE, "max_uses": 1})
    assert code.status_code == 201, code.text
    event = await api.event(organizer, payment="online")
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    items = [{"ticket_type_id": types[0]["id"], "quantity": 2}]
    placed = await api.post("/orders", buyer, {"items": items, "discount_code": "TEN"})
    assert placed.status_code == 201, placed.text
    payment = await start(api, buyer, placed.json())
    clock.move(hours=1)
    await api.container.settling.settle_orders().execute()
    return {
        "order": placed.json(),
        "payment": payment,
        "event": event["id"],
        "type": types[0]["id"],
        "discount": code.json()["id"],
    }


async def pay_late(api: Api, provider: ScriptedProvider, payment: dict[str, Any]) -> None:
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    assert await send_webhook(api, provider, payment["id"]) == "recorded"


async def used_up(api: Api, lapsed: dict[str, Any]) -> None:
    """Somebody else uses the code for the last time."""
    other = await api.person()
    items = [{"ticket_type_id": lapsed["type"], "quantity": 1}]
    placed = await api.post("/orders", other, {"items": items, "discount_code": "TEN"})
    assert placed.status_code == 201, placed.text


@pytest.mark.parametrize("what", ["nothing", "code", "used up", "code ended", "paused", "sales"])
async def test_late_money_is_honoured_where_only_a_new_sale_would_be_refused(
    what: str,
    lapsed: dict[str, Any],
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    clock: MovableClock,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    organizer, buyer = api.renewed(organizer), api.renewed(buyer)
    if what == "code":
        await api.call("DELETE", f"/discounts/{lapsed['discount']}", organizer)
    elif what == "used up":
        await used_up(api, lapsed)
    elif what == "code ended":
        await connection.execute("UPDATE discounts SET valid_until = now() - interval '1 year'")
    elif what == "paused":
        path = f"/ticket-types/{lapsed['type']}/status"
        await api.call("PATCH", path, organizer, json={"status": "paused"})
    elif what == "sales":
        await connection.execute("UPDATE events SET sales_end = now() - interval '1 year'")
    await pay_late(api, provider, lapsed["payment"])
    order = await read(api, buyer, lapsed["order"])
    assert (order["status"], order["late_payment"], order["late_refusal"]) == (
        *("confirmed", "honoured", None),
    )
    assert (order["total_amount"], order["discount_code"]) == ("45.00", "TEN")
    assert await connection.fetchval("SELECT used FROM discounts") == 1
    await no_discrepancy(api, api.renewed(admin))


SOLD_OUT = "UPDATE events SET capacity = 1; UPDATE ticket_types SET capacity = 1"
REFUSED = {
    "tickets_gone": (SOLD_OUT, "The money came after the deadline, and the tickets were gone."),
    "over_limit": (
        "UPDATE events SET max_tickets_per_user = 1",
        "The money came after the deadline, and the buyer had as many other tickets by then as "
        "one person may have.",
    ),
    "event_cancelled": (
        "UPDATE events SET status = 'cancelled'",
        "The money came after the deadline, and the event was cancelled.",
    ),
    "event_deleted": (
        "UPDATE events SET deleted_at = now()",
        "The money came after the deadline, and the event was withdrawn.",
    ),
    "event_over": (
        "UPDATE events SET status = 'completed'",
        "The money came after the deadline, and the event was over.",
    ),
    "currency_changed": (
        "UPDATE events SET currency = 'EUR'",
        "The money came after the deadline, and the event was sold in another currency by then.",
    ),
}


@pytest.mark.parametrize("why", REFUSED)
async def test_late_money_goes_back_once_and_the_reason_is_the_true_one(
    why: str,
    lapsed: dict[str, Any],
    api: Api,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    change, reason = REFUSED[why]
    await connection.execute(change)
    await pay_late(api, provider, lapsed["payment"])
    await pay_late(api, provider, lapsed["payment"])
    order = await read(api, api.renewed(buyer), lapsed["order"])
    assert (order["status"], order["late_payment"], order["late_refusal"]) == (
        *("expired", "refunded", why),
    )
    path = f"/transactions/order/{order['id']}"
    _, refund = (await api.get(path, api.renewed(buyer))).json()
    assert (refund["amount"], refund["status"], refund["reason"]) == ("45.00", "success", reason)
    assert await connection.fetchval("SELECT used FROM discounts") == 0
    await no_discrepancy(api, api.renewed(admin))


async def test_late_money_of_a_buyer_who_was_deleted_goes_back(
    lapsed: dict[str, Any], api: Api, buyer: Person, provider: ScriptedProvider
) -> None:
    admin = await api.person(Role.ADMIN)
    assert (await api.call("DELETE", f"/users/{buyer.id}", admin)).status_code == 200
    await pay_late(api, provider, lapsed["payment"])
    order = await read(api, admin, lapsed["order"])
    assert order["late_refusal"] == "buyer_deleted"


async def test_a_new_order_of_the_same_code_is_not_taken_its_use(
    lapsed: dict[str, Any],
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """The use that a late order was not counted for is not given back when that order ends."""
    await used_up(api, lapsed)
    await pay_late(api, provider, lapsed["payment"])
    path = f"/transactions/{lapsed['payment']['id']}/refund"
    assert (await api.post(path, api.renewed(organizer))).status_code == 201
    assert (await read(api, api.renewed(buyer), lapsed["order"]))["status"] == "cancelled"
    assert await connection.fetchval("SELECT used FROM discounts") == 1
    other = await order_of(api, api.renewed(buyer), await api.event(api.renewed(organizer)))
    assert other["discount_code"] is None
