"""What the tests of settlement share: terms, payouts, statements, and the records behind them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import asyncpg
import httpx

from src.domain.entities.settlement import SettlementTerms
from src.domain.entities.transaction import LedgerAccount, LedgerEntry, TransactionKind
from tests.support.api import Api, Person
from tests.support.fakes.settlement import Happening, Records, Sold


async def agree(api: Api, admin: Person, organizer: Person, **fields: Any) -> dict[str, Any]:
    """Set terms that begin now; their JSON."""
    body = {"currency": "USD", **fields}
    response = await api.post(f"/settlements/{organizer.id}/terms", admin, body)
    assert response.status_code == 201, response.text
    terms: dict[str, Any] = response.json()
    return terms


async def balance_of(api: Api, who: Person, organizer: Person | None = None) -> dict[str, Any]:
    """What the organizer is owed in their only currency."""
    whose = organizer or who
    response = await api.get("/settlements", who, params={"organizer_id": whose.id})
    assert response.status_code == 200, response.text
    (found,) = response.json()
    return dict(found)


async def pay_out(
    api: Api, admin: Person, organizer: Person, amount: str, **fields: Any
) -> httpx.Response:
    """Record that the organizer was paid so much."""
    headers = fields.pop("headers", {})
    body = {
        "organizer_id": organizer.id,
        "currency": "USD",
        "amount": amount,
        "paid_on": api.clock().date().isoformat(),
        "reference": f"transfer {amount}",
        **fields,
    }
    return await api.post("/organizer-payouts", admin, body, headers=headers)


async def statement_of(
    api: Api, who: Person, organizer: Person, start: datetime, end: datetime, **query: Any
) -> dict[str, Any]:
    """The statement of [start, end)."""
    params = {
        "currency": "USD",
        "date_from": start.isoformat(),
        "date_to": end.isoformat(),
        **query,
    }
    response = await api.get(f"/settlements/{organizer.id}/statement", who, params=params)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def records_of(connection: asyncpg.Connection) -> Records:
    """All that shares are computed from, as the database has it."""
    ledger = await connection.fetch("SELECT * FROM ledger_entries ORDER BY id")
    manual = await connection.fetch("SELECT id FROM transactions WHERE provider = 'manual'")
    items = await connection.fetch(
        "SELECT order_items.id, quantity, subtotal - discount_amount AS net, admits "
        "FROM order_items JOIN ticket_types ON ticket_types.id = order_items.ticket_type_id"
    )
    events = await connection.fetch("SELECT id, organizer_id, title, ends_at FROM events")
    terms = await connection.fetch("SELECT * FROM settlement_terms ORDER BY id")
    return Records(
        ledger=[_entry(row) for row in ledger],
        manual={row["id"] for row in manual},
        items={
            row["id"]: Sold(quantity=row["quantity"], net=row["net"], admits=row["admits"])
            for row in items
        },
        events={
            row["id"]: Happening(
                organizer_id=row["organizer_id"], title=row["title"], ends_at=row["ends_at"]
            )
            for row in events
        },
        terms=[SettlementTerms(**dict(row)) for row in terms],
    )


def total(statement: dict[str, Any], part: str) -> Decimal:
    """The sum of a part over all events of a statement."""
    amounts = [event[part] for event in statement["events"]]
    return sum(
        (
            Decimal(value)
            for amount in amounts
            for value in (amount.values() if isinstance(amount, dict) else [amount])
        ),
        Decimal(0),
    )


def _entry(row: asyncpg.Record) -> LedgerEntry:
    values = {name: value for name, value in dict(row).items() if name != "id"}
    values["kind"] = TransactionKind(values["kind"])
    values["account"] = LedgerAccount(values["account"])
    return LedgerEntry(**values)
