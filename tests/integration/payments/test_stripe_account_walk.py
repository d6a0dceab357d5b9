"""Whatever buyers, banks and people at a dashboard do: the ledger is what Stripe holds and paid.

Webhooks are lost half of the time, and the jobs of the night find what they did not bring.
"""

import random
from contextlib import suppress
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.concurrency.for_each import RowsFailed
from tests.support.api import Api, MovableClock, Person
from tests.support.stripe_shop import StripeShop, stripe_shop

STEPS = 30

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
WHERE COALESCE(booked, 0) <> COALESCE(moved, 0)
"""

# Orders with valid tickets that nothing is paid for any more, and paid ones without.
UNTRUE = """
SELECT orders.id, orders.status::text, stays, valid FROM orders CROSS JOIN LATERAL (
    SELECT COALESCE(sum(amount), 0) AS stays FROM ledger_entries WHERE order_id = orders.id
        AND account <> 'unapplied'
) AS ledger CROSS JOIN LATERAL (
    SELECT count(*) AS valid FROM bookings JOIN tickets ON tickets.event_id = bookings.event_id
        AND tickets.booking_id = bookings.id
    WHERE bookings.order_id = orders.id AND tickets.status = 'active'
) AS admitted
WHERE (orders.status = 'confirmed') <> (valid > 0)
    OR valid > 0 AND stays <= 0 AND NOT EXISTS (
        SELECT FROM disputes WHERE order_id = orders.id AND closed_at IS NULL
    ) AND NOT EXISTS (
        SELECT FROM transactions WHERE order_id = orders.id AND owed_amount > 0
    ) AND NOT EXISTS (
        SELECT FROM disputes WHERE order_id = orders.id AND status = 'lost'
    )
"""


class Walk:
    """Random steps at both ends of a shop."""

    def __init__(self, shop: StripeShop, seed: int, admin: Person, event: dict[str, Any]) -> None:
        self._shop = shop
        self._server = shop.server
        self._random = random.Random(seed)
        self._admin = admin
        self._event = event
        self._payments: list[dict[str, Any]] = []

    async def step(self, buyer: Person) -> None:
        if not self._payments or self._random.random() < 0.25:
            self._payments.append(await self._shop.pay(buyer, self._event, 2))
            return
        step = self._random.choice(
            [self._refund, self._outside, self._return, self._dispute, self._decide, self._pay_out]
        )
        await step(self._random.choice(self._payments))

    async def _refund(self, payment: dict[str, Any]) -> None:
        body = self._random.choice([{}, {"amount": "10.00"}])
        # Nothing may be left of it.
        await self._shop.api.post(f"/transactions/{payment['id']}/refund", self._admin, body)

    async def _outside(self, payment: dict[str, Any]) -> None:
        intent = self._server.intents[payment["provider_reference"]]
        charge = intent["latest_charge"]
        left = charge["amount"] - charge["amount_refunded"]
        if left and not self._is_disputed(intent["id"]):
            made = self._server.refund_outside(intent["id"], self._random.choice([left, 1]))
            await self._maybe_send("refund.created", made)

    async def _return(self, payment: dict[str, Any]) -> None:
        for refund in reversed(self._server.refunds.values()):
            is_of = refund["payment_intent"] == payment["provider_reference"]
            if is_of and refund["status"] == "succeeded":
                self._server.return_refund(refund["id"])
                await self._maybe_send("refund.failed", refund)
                return

    async def _dispute(self, payment: dict[str, Any]) -> None:
        intent = payment["provider_reference"]
        # A bank takes all of a payment; what has gone back by then makes that more than it was.
        if not self._is_disputed(intent) and not self._server.intents[intent]["latest_charge"].get(
            "amount_refunded"
        ):
            made = self._server.dispute(intent)
            await self._maybe_send("charge.dispute.created", made)

    async def _decide(self, payment: dict[str, Any]) -> None:
        for dispute in self._server.disputes.values():
            is_of = dispute["payment_intent"] == payment["provider_reference"]
            if is_of and dispute["status"] == "needs_response":
                self._random.choice([self._server.win, self._server.lose])(dispute)
                await self._maybe_send("charge.dispute.closed", dispute)

    async def _pay_out(self, payment: dict[str, Any]) -> None:
        held = self._server.account.held()["pending"]
        # Stripe pays out no debts.
        unpaid = sum(
            moved["net"] for moved in self._server.account.movements if "payout" not in moved
        )
        if held and unpaid > 0:
            self._server.account.pay_out()

    def _is_disputed(self, intent_id: str) -> bool:
        return any(
            dispute["payment_intent"] == intent_id for dispute in self._server.disputes.values()
        )

    async def _maybe_send(self, kind: str, about: dict[str, Any]) -> None:
        if self._random.random() < 0.5:
            await self._shop.send(kind, about)


@pytest.mark.parametrize("seed", range(4))
async def test_ledger_is_what_the_provider_holds_and_paid_out(
    seed: int,
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    connection: asyncpg.Connection,
    clock: MovableClock,
) -> None:
    event = await api.event(organizer, payment="online", capacity=1000)
    settling = api.container.settling
    with stripe_shop(api) as shop:
        walk = Walk(shop, seed, admin, event)
        for _ in range(STEPS):
            await walk.step(buyer)
        # The night, twice: what the first run repairs can let the second see more.
        for _ in range(2):
            for job in (settling.settle_refunds(), settling.compare_refunds()):
                with suppress(RowsFailed):
                    await job.execute()
            await settling.compare_disputes().execute()
            await shop.follow()
        clock.move(days=2)
        await shop.follow()
        found = [
            finding
            for finding in await shop.findings(admin)
            if finding.partition(":")[0]
            in ("account of transaction", "account movement", "payout", "provider account")
        ]
        assert found == []
        assert [dict(row) for row in await connection.fetch(DIFFERENT)] == []
        assert [dict(row) for row in await connection.fetch(UNTRUE)] == []
        (held,) = (await api.get("/provider-balances", admin)).json()
        net = sum(moved["net"] for moved in shop.server.account.movements)
        assert Decimal(held["balance"]) == Decimal(held["moved"]) == Decimal(net) / 100
