"""Everything that takes locks, all at once over the same three events: nobody waits in a ring."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import asyncpg
import httpx

from src.application.ports.payments import ProviderState
from src.domain.entities.transaction import TransactionKind
from src.domain.errors import Unavailable
from tests.support.api import Person
from tests.support.concurrency.buying import Json, Shop, open_shop
from tests.support.concurrency.money import money_discrepancies, wrong_counts
from tests.support.concurrency.running import (
    add_people,
    deadlocks,
    discrepancies,
    outcome,
    running_app,
)
from tests.support.payments import ScriptedProvider

SECONDS, AT_MOST_SECONDS = 4, 40

# What must have been done, lest it be a storm of refusals.
DEEDS = {
    *("order", "book", "check_out", "add_items", "start", "webhook", "edit", "cancel_event"),
    *("refund", "refund_booking", "check_in", "cancel_order", "delete_user"),
}


@dataclass
class Storm:
    """`done` and `refused` count by deed; `orders` and `payments` are what it has made so far."""

    shop: Shop
    connection: asyncpg.Connection
    events: list[Json]
    types: list[int]
    buyers: list[Person]
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    orders: list[Json] = field(default_factory=list)
    payments: list[Json] = field(default_factory=list)
    bookings: list[Json] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    is_over: bool = False
    dice: random.Random = field(default_factory=lambda: random.Random(7))

    async def note(self, deed: str, request: Awaitable[httpx.Response]) -> Any:
        """The answer's JSON, None where it was refused."""
        response = await request
        if not response.is_success:
            self.refused[outcome(response)] += 1
            return None
        self.done[deed] += 1
        return response.json()

    def items(self) -> list[Json]:
        types = self.dice.sample(self.types, self.dice.choice([1, 2, 2, 3]))
        return [
            {"ticket_type_id": ticket_type, "quantity": self.dice.choice([1, 2])}
            for ticket_type in types
        ]

    async def buy(self) -> None:
        buyer, api = self.dice.choice(self.buyers), self.shop.api
        code = {"discount_code": "STORM"} if self.dice.random() < 0.3 else {}
        match self.dice.choice(["order", "order", "book", "check_out"]):
            case "order":
                body = {"items": self.items(), **code}
                order = await self.note("order", api.post("/orders", buyer, body))
            case "book":
                path = f"/events/{self.dice.choice(self.events)['id']}/bookings"
                booking = await self.note("book", api.post(path, buyer, {"quantity": 1}))
                order = {"id": booking["order_id"]} if booking else None
            case _:
                for item in self.items():
                    await self.note("add_to_cart", api.post("/cart", buyer, item))
                path = f"/orders/from-cart/{buyer.id}"
                order = await self.note("check_out", api.post(path, buyer))
        if order:
            self.orders.append(order)
            await self.pay(order)

    async def pay(self, order: Json) -> None:
        admin, api, provider = self.shop.admin, self.shop.api, self.shop.provider
        if self.dice.random() < 0.3:
            body = {"items": self.items()}
            await self.note("add_items", api.post(f"/orders/{order['id']}/items", admin, body))
        body = {"order_id": order["id"]}
        payment = await self.note("start", api.post("/transactions", admin, body))
        if payment is None:
            return
        stored = await api.container.adapters.transactions().get(payment["id"])
        provider.pay(stored)
        await self.note("webhook", self.shop.send_webhook(*provider.webhook(stored)))
        self.payments.append(payment)
        paid = await self.note("read", api.get(f"/orders/{order['id']}", admin))
        self.bookings += paid["bookings"]
        tickets = [ticket for booking in paid["bookings"] for ticket in booking["tickets"]]
        self.codes += [ticket["ticket_code"] for ticket in tickets if ticket["ticket_code"]]

    async def give_back(self) -> None:
        api, organizer = self.shop.api, self.shop.organizer
        if not self.bookings:
            await self.buy()
            return
        match self.dice.choice(["refund", "part", "booking", "cancel", "check_in", "check_in"]):
            case "refund":
                await self.note("refund", self.shop.refund(self.dice.choice(self.payments)))
            case "part":
                payment = self.dice.choice(self.payments)
                await self.note("part_refund", self.shop.refund(payment, "3.33"))
            case "booking":
                booking = self.dice.choice(self.bookings)
                await self.note("refund_booking", self.shop.refund_booking(booking))
            case "cancel":
                path = f"/orders/{self.dice.choice(self.orders)['id']}/cancel"
                await self.note("cancel_order", api.post(path, organizer))
            case _:
                path = f"/tickets/{self.dice.choice(self.codes or ['TKT-NONE'])}/check-in"
                await self.note("check_in", api.post(path, organizer))

    async def hold_and_release(self) -> None:
        """Orders that nobody pays: cancelled, or left to lapse."""
        buyer, api = self.dice.choice(self.buyers), self.shop.api
        order = await self.note("order", api.post("/orders", buyer, {"items": self.items()}))
        if order and self.dice.random() < 0.7:
            path = f"/orders/{order['id']}/cancel"
            await self.note("cancel_order", api.post(path, buyer))

    async def edit(self) -> None:
        event, api = self.dice.choice(self.events), self.shop.api
        body = {"capacity": self.dice.choice([60, 80, 120]), "price": self.dice.choice(["9", "11"])}
        edit = api.put(f"/events/{event['id']}", self.shop.organizer, body)
        await self.note("edit", edit)

    async def delete_user(self) -> None:
        (buyer,) = await add_people(self.connection, 1)
        api, body = self.shop.api, {"items": self.items()}
        buy = self.note("order", api.post("/orders", buyer, body))
        fill = self.note("add_to_cart", api.post("/cart", buyer, self.items()[0]))
        leave = api.call("DELETE", f"/users/{buyer.id}", self.shop.admin)
        await asyncio.gather(buy, fill, self.note("delete_user", leave))

    async def run_job(self) -> None:
        container = self.shop.api.container
        jobs: list[Callable[[], Awaitable[object]]] = [
            container.jobs.sweep_holds().execute,
            container.settling.settle_orders().execute,
            container.settling.refund_cancelled_events().execute,
            container.settling.settle_refunds().execute,
            partial(container.settling.reconcile().execute, self.shop.admin.actor),
        ]
        try:
            await self.dice.choice(jobs)()
        except Unavailable:
            self.refused["unavailable"] += 1

    async def repeat(self, work: Callable[[], Awaitable[None]]) -> None:
        while not self.is_over:
            await work()

    async def direct(self) -> None:
        """Let holds lapse; cancel two events at once when all else was done; end it all."""
        await asyncio.sleep(SECONDS / 2)
        self.shop.api.clock.move(minutes=11)  # type: ignore[attr-defined]
        await asyncio.sleep(SECONDS / 2)
        with suppress(TimeoutError):
            async with asyncio.timeout(AT_MOST_SECONDS):
                while not self.done.keys() >= DEEDS - {"cancel_event"}:  # noqa: ASYNC110 - simpler
                    await asyncio.sleep(0.05)
        cancel = [self.shop.cancel_event(event) for event in self.events[:2]]
        await asyncio.gather(*(self.note("cancel_event", event_id) for event_id in cancel))
        await asyncio.sleep(1)
        self.is_over = True


async def test_nobody_waits_in_a_ring_when_everything_happens_at_once(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    provider = ScriptedProvider()
    async with running_app(own_url, payment_providers=provider.as_providers()) as api:
        storm = await gather_storm(await open_shop(api, provider), own_connection)
        works = [*[storm.buy] * 8, *[storm.give_back] * 4, *[storm.hold_and_release] * 3]
        works += [storm.edit, storm.run_job, storm.run_job, storm.delete_user]
        await asyncio.gather(*(storm.repeat(work) for work in works), storm.direct())
        await decide_payments(storm)
        await storm.shop.settle()

    assert storm.refused["internal_error"] == 0
    assert storm.done.keys() >= DEEDS
    assert await money_discrepancies(own_connection, provider) == []
    assert await wrong_counts(own_connection) == await discrepancies(own_connection) == []
    assert await deadlocks(own_connection) == 0


async def gather_storm(shop: Shop, connection: asyncpg.Connection) -> Storm:
    """Three events that are paid online, a code for all of them, and twenty buyers."""
    fees = {"service_fee_percent": "2.00", "tax_rate": "7.00"}
    events = [await shop.event(capacity=100, **fees) for _ in range(3)]
    code = {"code": "STORM", "kind": "percent", "value": "10", "max_uses": 40}
    assert (await shop.api.post("/discounts", shop.organizer, code)).status_code == 201
    rows = await connection.fetch("SELECT id FROM ticket_types ORDER BY id")
    buyers = await add_people(connection, 20)
    return Storm(shop, connection, events, [row["id"] for row in rows], buyers)


async def decide_payments(storm: Storm) -> None:
    """Every payment that is open is paid; no webhook is sent."""
    container, provider = storm.shop.api.container, storm.shop.provider
    payments = await container.adapters.transactions().open(
        TransactionKind.PAYMENT,
        created_before=container.adapters.clock()(),
        after_id=0,
        limit=10_000,
    )
    for payment in payments:
        kept = provider.payments.get(payment.idempotency_key)
        if kept is not None and kept.state is ProviderState.OPEN:
            provider.pay(payment)
