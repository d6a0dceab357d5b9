"""Payments that are recorded together end as they do one by one."""

import asyncio
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.settling.record_batch import (
    Answered,
    Left,
    PaymentLanes,
    RecordBatch,
    Recorded,
)
from tests.support.api import Api, Person
from tests.support.concurrency.buying import Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import discrepancies
from tests.support.payments import ScriptedProvider

CASES = (
    *("late", *["paid"] * 9, "paid_twice", "declined", "too_little", "too_much", "lapsed"),
    *("cancelled", "deleted", "of_two_events", "other_currency", "open"),
)
TAKEN: dict[str, dict[str, Any]] = {
    "too_little": {"amount": Decimal("1.00")},
    "too_much": {"amount": Decimal("100.00")},
    "other_currency": {"currency": "EUR"},
}
ENDED = {
    "lapsed": "UPDATE orders SET expires_at = now() - interval '1 s' WHERE id = $1",
    "deleted": "UPDATE orders SET deleted_at = now() WHERE id = $1",
}
SUMMARY = """
SELECT orders.status::text, orders.late_payment::text, orders.late_refusal::text,
    (SELECT array_agg(kind::text || ' ' || status::text || ' ' || amount || ' ' || currency
        || ' ' || COALESCE(reason, '') || ' ' || (provider_reference IS NOT NULL) ORDER BY id)
        FROM transactions WHERE order_id = orders.id) AS transactions,
    (SELECT array_agg(account::text || ' ' || kind::text || ' ' || amount ORDER BY id)
        FROM ledger_entries WHERE order_id = orders.id) AS ledger,
    (SELECT array_agg(bookings.status::text || ' ' || bookings.version ORDER BY id)
        FROM bookings WHERE order_id = orders.id) AS bookings,
    (SELECT array_agg(tickets.status::text || ' ' || (ticket_code IS NOT NULL) ORDER BY tickets.id)
        FROM tickets JOIN bookings ON bookings.id = tickets.booking_id
        WHERE bookings.order_id = orders.id) AS tickets,
    (SELECT array_agg(action ORDER BY id) FROM audit_log
        WHERE subject = 'order' AND subject_id = orders.id) AS audit,
    orders.version
FROM orders WHERE id = $1
"""

Webhook = tuple[bytes, dict[str, str]]


class Till:
    """Orders that wait for money, each with the webhooks that come about it."""

    def __init__(self, shop: Shop, connection: asyncpg.Connection) -> None:
        self._shop = shop
        self._connection = connection
        self.events: list[dict[str, Any]] = []

    async def open(self) -> None:
        self.events = [await self._shop.event(price="30.00", capacity=200) for _ in range(3)]

    async def prepare(self, case: str, number: int) -> tuple[int, list[Webhook]]:
        """The order's id, and what the provider sends about it."""
        shop, buyer = self._shop, await self._shop.api.person()
        events = self.events[:2] if case == "of_two_events" else [self.events[number % 3]]
        order = await shop.order(buyer, *events, quantity=2)
        payment = await shop.start(buyer, order)
        stored = await shop.api.container.adapters.transactions().get(payment["id"])
        await self._end(case, order, buyer)
        if case == "declined":
            shop.provider.decline(stored)
        elif case != "open":
            shop.provider.pay(stored)
        kept = shop.provider.payments[stored.idempotency_key]
        for name, value in TAKEN.get(case, {}).items():
            setattr(kept, name, value)
        webhook = shop.provider.webhook(stored, f"evt_{case}_{order['id']}")
        return order["id"], [webhook] * (2 if case == "paid_twice" else 1)

    async def _end(self, case: str, order: dict[str, Any], buyer: Person) -> None:
        if case in ENDED:
            await self._connection.execute(ENDED[case], order["id"])
        elif case == "cancelled":
            await self._shop.api.post(f"/orders/{order['id']}/cancel", buyer)
        elif case == "late":
            await self._connection.execute(ENDED["lapsed"], order["id"])
            await self._shop.api.container.settling.settle_orders().execute()

    async def summary(self, order_id: int) -> dict[str, Any]:
        row = await self._connection.fetchrow(SUMMARY, order_id)
        assert row is not None
        return dict(row)


async def one_by_one(_: int | None, answered: Sequence[Answered]) -> list[Left]:
    return [Left()] * len(answered)


def in_any_order(effects: list[list[dict[str, str]]]) -> list[list[str]]:
    return [sorted(effect["effect"] for effect in of_case) for of_case in effects]


@pytest.mark.timeout(300)
async def test_payments_recorded_together_end_as_they_do_one_by_one(
    api: Api,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shop = await open_shop(api, provider)
    till = Till(shop, connection)
    await till.open()
    lanes = api.container.settling.payment_lanes()
    alone = [await till.prepare(case, number) for number, case in enumerate(CASES)]
    with monkeypatch.context() as patch:
        patch.setattr(lanes, "_run", one_by_one)
        effects_alone = [
            [(await shop.send_webhook(*webhook)).json() for webhook in webhooks]
            for _, webhooks in alone
        ]
    together = [await till.prepare(case, number) for number, case in enumerate(CASES)]
    batches = _watch(monkeypatch, lanes)

    responses = await asyncio.gather(
        *(shop.send_webhook(*webhook) for _, webhooks in together for webhook in webhooks)
    )

    answers = iter([response.json() for response in responses])
    effects = [[next(answers) for _ in webhooks] for _, webhooks in together]
    # Which of two equal webhooks sent at once is recorded, and which repeated, is chance.
    assert in_any_order(effects) == in_any_order(effects_alone)
    for case, (first, _), (second, _) in zip(CASES, alone, together, strict=True):
        expected = await till.summary(first)
        assert (case, await till.summary(second)) == (case, expected)
    # Several were recorded by one transaction, or this test would prove nothing.
    assert max(sum(isinstance(result, Recorded) for result in batch) for batch in batches) > 1
    await connection.execute("UPDATE orders SET deleted_at = NULL")
    await shop.settle()
    assert await money_discrepancies(connection, provider) == []
    assert await wrong_counts(connection) == await discrepancies(connection) == []


async def test_an_event_that_somebody_keeps_locked_holds_up_no_payment_of_another(
    api: Api, provider: ScriptedProvider, connection: asyncpg.Connection
) -> None:
    shop = await open_shop(api, provider)
    till = Till(shop, connection)
    await till.open()
    prepared = [await till.prepare("paid", number) for number in range(6)]
    async with connection.transaction():
        await connection.execute(
            "SELECT FROM events WHERE id = $1 FOR UPDATE", till.events[0]["id"]
        )
        sent = [
            asyncio.create_task(shop.send_webhook(*webhook))
            for _, webhooks in prepared
            for webhook in webhooks
        ]
        done, waiting = await asyncio.wait(sent, timeout=3)
        assert (len(done), len(waiting)) == (4, 2)
    assert [(await response).json()["effect"] for response in sent] == ["recorded"] * 6


async def test_a_fault_in_a_batch_fails_none_of_its_payments(
    api: Api,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shop = await open_shop(api, provider)
    till = Till(shop, connection)
    await till.open()
    prepared = [await till.prepare("paid", number) for number in range(3)]
    monkeypatch.setattr(RecordBatch, "_record", _fail)
    sent = await asyncio.gather(*(shop.send_webhook(*webhook) for _, (webhook,) in prepared))
    assert [response.json() for response in sent] == [{"effect": "recorded"}] * 3


async def _fail(*_: Any) -> None:
    raise ZeroDivisionError


async def test_each_entry_of_the_audit_log_names_the_request_that_it_came_from(
    api: Api, provider: ScriptedProvider, connection: asyncpg.Connection
) -> None:
    shop = await open_shop(api, provider)
    till = Till(shop, connection)
    await till.open()
    prepared = [await till.prepare("paid", number) for number in range(6)]
    await asyncio.gather(
        *(
            shop.send_webhook(body, {**headers, "X-Correlation-ID": f"request-{order_id}"})
            for order_id, ((body, headers),) in prepared
        )
    )
    for order_id, _ in prepared:
        found = await connection.fetch(
            """
            SELECT DISTINCT correlation_id FROM audit_log
            WHERE action IN ('order.confirmed', 'payment.success') AND subject_id IN (
                $1, (SELECT id FROM transactions WHERE order_id = $1)
            ) AND (subject = 'transaction' OR subject_id = $1)
            """,
            order_id,
        )
        assert f"request-{order_id}" in {row["correlation_id"] for row in found}


def _watch(monkeypatch: pytest.MonkeyPatch, lanes: PaymentLanes) -> list[list[Any]]:
    """The results of each batch from now on."""
    batches: list[list[Any]] = []
    run = lanes._run

    async def watched(event_id: int | None, answered: Sequence[Answered]) -> list[Any]:
        results = list(await run(event_id, answered))
        batches.append(results)
        return results

    monkeypatch.setattr(lanes, "_run", watched)
    return batches
