"""Whether three sets of records agree: the ledger, the provider's account, and the invoices."""

from collections import defaultdict
from decimal import Decimal

import asyncpg

from src.domain.entities.payout import MovementKind
from tests.support.scripted_account import CAME_BACK, ScriptedAccount

LEDGER = """
SELECT booked.currency, sum(booked.amount) AS amount FROM ledger_entries AS booked
JOIN transactions ON transactions.id = booked.transaction_id
WHERE transactions.provider = $1 GROUP BY booked.currency
"""

# What a transaction is on the ledger, and what it moved at the provider.
DIFFERENT = """
SELECT transactions.id, kind::text, status::text, booked, moved FROM transactions
LEFT JOIN (
    SELECT transaction_id, sum(amount) AS booked FROM ledger_entries GROUP BY transaction_id
) AS ledger ON ledger.transaction_id = transactions.id
LEFT JOIN (
    SELECT transaction_id, sum(paid_amount) AS moved FROM provider_movements
    GROUP BY transaction_id
) AS account ON account.transaction_id = transactions.id
WHERE provider = $1 AND COALESCE(booked, 0) <> COALESCE(moved, 0)
"""

UNKNOWN = """
SELECT kind::text, source_reference, sum(amount) AS amount FROM provider_movements
WHERE transaction_id IS NULL AND kind IN ('payment', 'refund', 'dispute')
GROUP BY kind, source_reference HAVING sum(amount) <> 0
"""

BALANCES = "SELECT currency, opening, balance, moved FROM provider_balances"
PAYOUTS = "SELECT provider_reference, status::text, amount, is_itemized FROM payouts"


async def account_differences(
    connection: asyncpg.Connection, account: ScriptedAccount
) -> list[str]:
    """Where ledger less fees is not what the provider holds and has paid out, by currency."""
    rows = await connection.fetch(LEDGER, account.name)
    ledger = {row["currency"]: row["amount"] for row in rows}
    fees: dict[str, Decimal] = defaultdict(Decimal)
    for moved in account.movements:
        fees[moved.currency] += moved.fee
        if moved.kind is MovementKind.ADJUSTMENT:
            fees[moved.currency] -= moved.amount
    sent: dict[str, Decimal] = defaultdict(Decimal)
    for payout in account.payouts.values():
        if payout.status not in CAME_BACK:
            sent[payout.currency] += payout.amount
    held = account.held()
    wrong = [
        f"the ledger has {ledger.get(currency, 0)} {currency}, fees are {fees[currency]}; "
        f"held are {held.get(currency, 0)}, and paid out {sent[currency]}"
        for currency in {*ledger, *fees, *sent, *held}
        if ledger.get(currency, 0) - fees[currency] != held.get(currency, 0) + sent[currency]
    ]
    for row in await connection.fetch(BALANCES):
        known = (row["opening"], row["balance"], row["moved"])
        if known != (0, held.get(row["currency"], 0), held.get(row["currency"], 0)):
            wrong.append(f"{dict(row)} is known of {held.get(row['currency'])}")
    for row in await connection.fetch(PAYOUTS):
        made = account.payouts[row["provider_reference"]]
        if tuple(row)[1:] != (made.status.value, made.amount, made.is_itemized):
            wrong.append(f"{dict(row)} is known of {made}")
    wrong += [
        f"on the ledger: {dict(row)}" for row in await connection.fetch(DIFFERENT, account.name)
    ]
    return wrong + [f"not known here: {dict(row)}" for row in await connection.fetch(UNKNOWN)]
