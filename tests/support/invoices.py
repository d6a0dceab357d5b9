"""What the tests of invoices share: a seller, orders that are paid, and what they add up to."""

from decimal import Decimal
from typing import Any

import asyncpg
import httpx

from tests.support.api import Api, Person
from tests.support.orders import order_of, pay
from tests.support.payments import ScriptedProvider

SELLER = {
    "name": "Konzerthaus am Fluss GmbH",
    "street": "Uferstraße 12",
    "postal_code": "10115",
    "city": "Berlin",
    "country": "DE",
    "vat_id": "DE123456789",
    "invoice_prefix": "KF-",
    "timezone": "Europe/Berlin",
}
BILLING = {
    "name": "Muster AG",
    "street": "Gasse 1\nHinterhaus",
    "postal_code": "20095",
    "city": "Hamburg",
    "country": "DE",
    "vat_id": "DE987654321",
}

# Credit notes count as negative; both by seller and order, like the ledger.
DOCUMENTS = """
SELECT order_id, currency,
    sum(CASE kind WHEN 'invoice' THEN gross_amount ELSE -gross_amount END) AS amount
FROM invoices GROUP BY order_id, currency
"""
LEDGER = """
SELECT order_id, currency, sum(amount) AS amount FROM ledger_entries
WHERE account IN ('tickets', 'fees', 'taxes') GROUP BY order_id, currency
"""


async def be_seller(api: Api, organizer: Person, **fields: Any) -> dict[str, Any]:
    """Say who sells; the answer."""
    response = await api.put(f"/sellers/{organizer.id}", organizer, {**SELLER, **fields})
    assert response.status_code == 200, response.text
    seller: dict[str, Any] = response.json()
    return seller


async def paid_order(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    **event: Any,
) -> dict[str, Any]:
    """An order of two tickets of an event of this organizer, paid online; its JSON before that."""
    event = {"payment": "online", **event}
    order = await order_of(api, buyer, await api.event(organizer, **event))
    order["payment"] = await pay(api, buyer, provider, order)
    return order


async def issue(api: Api, who: Person, order: dict[str, Any]) -> httpx.Response:
    """Ask for the invoices of the order."""
    return await api.post(f"/orders/{order['id']}/invoices", who)


async def issued(api: Api, who: Person, order: dict[str, Any]) -> list[dict[str, Any]]:
    """The invoices of the order, issued now if they are due."""
    response = await issue(api, who, order)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()
    return found


async def require_agreement(connection: asyncpg.Connection) -> None:
    """Raise unless invoices less credit notes are what the ledger has of each order."""
    assert await _sums(connection, DOCUMENTS) == await _sums(connection, LEDGER)


async def _sums(connection: asyncpg.Connection, statement: str) -> dict[tuple[int, str], Decimal]:
    rows = await connection.fetch(statement)
    return {(row["order_id"], row["currency"]): row["amount"] for row in rows if row["amount"]}
