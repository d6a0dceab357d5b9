"""Rows for the tests of reports: bookings of any date, and money without a payment provider."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from typing import Any

import asyncpg

from tests.support.api import Api, MovableClock, Person, assert_problem

_transactions = count(1)

LEDGER = """
INSERT INTO ledger_entries (at, transaction_id, kind, account, order_id, event_id, amount, currency)
VALUES ($1, $2, $3::text::transaction_kind, $4::text::ledger_account, 1, $5, $6, $7)
"""

ORDER = """
INSERT INTO orders (reference, user_id, status, payment, currency, subtotal, total_amount,
    expires_at)
VALUES ('ORD-' || gen_random_uuid(), $1, $2::text::order_status, 'online', 'USD', 25, 25,
    CASE $2 WHEN 'pending' THEN $3::timestamptz END)
RETURNING id
"""

ITEM = """
INSERT INTO order_items
    (order_id, event_id, ticket_type_id, booking_id, quantity, unit_price, subtotal, total_amount)
SELECT $1, event_id, ticket_type_id, booking_id, 1, 25, 25, 25 FROM tickets WHERE id = $2
"""


def at(*parts: int) -> datetime:
    """That moment in UTC."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def set_clock(clock: MovableClock, moment: datetime) -> None:
    """Let it be that moment now; tokens issued before may have expired."""
    clock.offset = moment - datetime.now(UTC)


async def book_at(
    api: Api,
    connection: asyncpg.Connection,
    buyer: Person,
    event_id: int,
    moment: datetime,
    quantity: int = 1,
) -> dict[str, Any]:
    """A confirmed booking that was made then."""
    booking = await api.book(buyer, event_id, quantity)
    await connection.execute(
        "UPDATE bookings SET booking_date = $1 WHERE id = $2", moment, booking["id"]
    )
    return booking


async def record_money(
    connection: asyncpg.Connection,
    amount: str,
    moment: datetime,
    *,
    event_id: int | None = None,
    account: str = "tickets",
    currency: str = "USD",
) -> None:
    """An entry of the ledger: a refund where the amount is negative."""
    value = Decimal(amount)
    kind = "payment" if value > 0 else "refund"
    row = (moment, next(_transactions), kind, account, event_id, value, currency)
    await connection.execute(LEDGER, *row)


async def add_order(
    connection: asyncpg.Connection,
    booking: Mapping[str, Any],
    *,
    expires_at: datetime,
    status: str = "pending",
) -> int:
    """An order with an item for the booking's first ticket; returns its id."""
    order_id: int = await connection.fetchval(ORDER, booking["user_id"], status, expires_at)
    await connection.execute(ITEM, order_id, booking["tickets"][0]["id"])
    return order_id


async def report(api: Api, name: str, who: Person, **params: Any) -> dict[str, Any]:
    """The report's JSON."""
    response = await api.get(f"/analytics/{name}", who, params=params)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def assert_refused(
    api: Api, name: str, who: Person, status: int, code: str, **params: Any
) -> dict[str, Any]:
    """The report is refused; returns the problem."""
    return assert_problem(await api.get(f"/analytics/{name}", who, params=params), status, code)
