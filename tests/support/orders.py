"""What the tests of orders and money share: to order, to pay, and to see what has changed."""

from decimal import Decimal
from typing import Any

import asyncpg
import httpx

from tests.support.api import Api, Person
from tests.support.authorization.world import STATE
from tests.support.carts import type_ids
from tests.support.payments import ScriptedProvider


async def stored(connection: asyncpg.Connection) -> dict[str, str]:
    """A checksum of each table: equal before and after a refusal."""
    return {row["name"]: row["state"] for row in await connection.fetch(STATE)}


async def place(api: Api, buyer: Person, *items: dict[str, Any], **fields: Any) -> httpx.Response:
    """Ask for an order of these items."""
    headers = fields.pop("headers", {})
    return await api.post("/orders", buyer, {"items": items, **fields}, headers=headers)


async def item(api: Api, event: dict[str, Any], quantity: int = 1, **fields: Any) -> dict[str, Any]:
    """An item of the event's first ticket type."""
    wanted = {} if "seat_ids" in fields else {"quantity": quantity}
    return {"ticket_type_id": (await type_ids(api, event))[0], **wanted, **fields}


async def manual_payment(
    api: Api, buyer: Person, admin: Person, order: dict[str, Any]
) -> dict[str, Any]:
    """Pay the order at the counter; the payment's JSON."""
    begun = await start(api, buyer, order, provider="manual")
    response = await change_status(api, admin, begun, "success")
    assert response.status_code == 200, response.text
    payment: dict[str, Any] = response.json()
    return payment


async def change_status(
    api: Api, who: Person, transaction: dict[str, Any], status: str, **fields: str
) -> httpx.Response:
    """Say what became of a transaction."""
    path = f"/transactions/{transaction['id']}/status"
    return await api.call("PATCH", path, who, json={"status": status, **fields})


async def order_of(
    api: Api, buyer: Person, *events: dict[str, Any], quantity: int = 2
) -> dict[str, Any]:
    """An order of so many tickets of each event."""
    items = []
    for event in events:
        types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
        items.append({"ticket_type_id": types[0]["id"], "quantity": quantity})
    response = await api.post("/orders", buyer, {"items": items})
    assert response.status_code == 201, response.text
    order: dict[str, Any] = response.json()
    return order


async def start(api: Api, buyer: Person, order: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Start a payment; its JSON."""
    response = await api.post("/transactions", buyer, {"order_id": order["id"], **fields})
    assert response.status_code == 201, response.text
    payment: dict[str, Any] = response.json()
    return payment


async def send_webhook(
    api: Api, provider: ScriptedProvider, payment_id: int, **changes: Any
) -> str:
    """Send the webhook that reports the payment's state; what it led to."""
    transaction = await api.container.adapters.transactions().get(payment_id)
    body, headers = provider.webhook(transaction, **changes)
    response = await api.client.post(
        "/api/v1/payments/scripted/webhook", content=body, headers=headers
    )
    assert response.status_code == 200, response.text
    return str(response.json()["effect"])


async def pay(
    api: Api, buyer: Person, provider: ScriptedProvider, order: dict[str, Any]
) -> dict[str, Any]:
    """Start a payment, let the payer pay it, and let the provider report it."""
    payment = await start(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    assert await send_webhook(api, provider, payment["id"]) == "recorded"
    return payment


async def read(api: Api, who: Person, order: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = (await api.get(f"/orders/{order['id']}", who)).json()
    return found


async def balance(connection: asyncpg.Connection) -> dict[str, Decimal]:
    rows = await connection.fetch(
        "SELECT account::text, sum(amount) AS amount FROM ledger_entries GROUP BY account"
    )
    return {row["account"]: row["amount"] for row in rows}


async def no_discrepancy(api: Api, admin: Person) -> None:
    response = await api.post("/transactions/reconcile", admin)
    assert response.status_code == 200, response.text
    assert response.json() == []


FEES = {
    "payment": "online",
    "service_fee_fixed": "1.50",
    "service_fee_percent": "2.00",
    "tax_rate": "7.00",
}


async def add_on(
    api: Api, organizer: Person, event: dict[str, Any], **fields: Any
) -> dict[str, Any]:
    """A new add-on of the event: five T-shirts at 15.00."""
    body = {"name": "T-shirt", "admits": False, "price": "15.00", "capacity": 5, **fields}
    answer = await api.post(f"/events/{event['id']}/ticket-types", organizer, body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def of(kind: dict[str, Any], quantity: int = 1) -> dict[str, Any]:
    """An item of an order: so many of this ticket type."""
    return {"ticket_type_id": kind["id"], "quantity": quantity}
