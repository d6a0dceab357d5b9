"""Everything that takes locks, all at once over the same three events."""

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
from src.domain.errors import Unavailable
from tests.support.api import Person
from tests.support.concurrency.buying import Json, Shop
from tests.support.concurrency.running import add_people, outcome

SECONDS, AT_MOST_SECONDS = 4, 40

# What must have been done, lest it be a storm of refusals.
DEEDS = {
    *("order", "book", "check_out", "add_items", "start", "webhook", "edit", "cancel_event"),
    *("refund", "refund_booking", "check_in", "cancel_order", "delete_user"),
    *("refund_ticket", "cancel_ticket", "take_back", "retry", "pay_out", "give_up"),
    *("make_codes", "change_tiers", "change_policy", "start_transfer", "note_part"),
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
        """The answer's JSON, empty where there is none; None where it was refused."""
        response = await request
        if not response.is_success:
            self.refused[outcome(response)] += 1
            return None
        self.done[deed] += 1
        is_json = "json" in response.headers.get("content-type", "")
        return response.json() if is_json else {}

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
        deeds = ["refund", "part", "booking", "cancel", "check_in", "check_in", "ticket", "ticket"]
        match self.dice.choice([*deeds, "own_ticket", "own_ticket", "take_back", "take_back"]):
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
            case "ticket":
                path = f"/tickets/{self.dice.choice(self.codes or ['TKT-NONE'])}/refund"
                await self.note("refund_ticket", api.post(path, organizer))
            case "own_ticket":
                await self.give_own_ticket_back()
            case "take_back":
                await self.take_back()
            case _:
                path = f"/tickets/{self.dice.choice(self.codes or ['TKT-NONE'])}/check-in"
                await self.note("check_in", api.post(path, organizer))

    async def give_own_ticket_back(self) -> None:
        """As the cancellation policy lets the buyer."""
        booking = self.dice.choice(self.bookings)
        codes = [ticket["ticket_code"] for ticket in booking["tickets"]]
        buyer = next(buyer for buyer in self.buyers if buyer.id == booking["user_id"])
        path = f"/tickets/{self.dice.choice(codes)}/cancel"
        await self.note("cancel_ticket", self.shop.api.post(path, buyer))

    async def take_back(self) -> None:
        """A bank sends a refund back; it is sent again, or paid out another way."""
        api, provider = self.shop.api, self.shop.provider
        done = [refund for refund in provider.refunds.values() if refund.state == "succeeded"]
        if not done:
            return
        kept = self.dice.choice(done)
        assert kept.transaction_id is not None
        refund = await api.container.adapters.transactions().get(kept.transaction_id)
        provider.settle_refund(refund, ProviderState.FAILED)
        await self.note("take_back", self.shop.send_webhook(*provider.webhook(refund)))
        path = f"/transactions/{refund.id}"
        if self.dice.random() < 0.5:
            await self.note("retry", api.post(f"{path}/retry", self.shop.organizer))
        else:
            body = {"note": "In cash."}
            await self.note("pay_out", api.post(f"{path}/paid-out", self.shop.organizer, body))

    async def pay_another_way(self) -> None:
        """A bank transfer of a part, a payment that is given up, and one that is not made."""
        buyer, api, admin = self.dice.choice(self.buyers), self.shop.api, self.shop.admin
        order = await self.note("order", api.post("/orders", buyer, {"items": self.items()}))
        if not order:
            return
        body = {"order_id": order["id"], "provider": "manual"}
        transfer = await self.note("start_transfer", api.post("/transactions", buyer, body))
        if transfer and self.dice.random() < 0.5:
            part = {"status": "success", "amount_received": "1.00"}
            path = f"/transactions/{transfer['id']}/status"
            await self.note("note_part", api.call("PATCH", path, admin, json=part))
        elif transfer:
            path = f"/transactions/{transfer['id']}/cancel"
            await self.note("give_up", api.post(path, buyer))
        await self.note("start", api.post("/transactions", buyer, {"order_id": order["id"]}))

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
        tiers = [{"name": "Early", "price": "8", "up_to": self.dice.choice([5, 50])}]
        path = f"/ticket-types/{self.dice.choice(self.types)}"
        change = api.put(path, self.shop.organizer, {"price_tiers": tiers})
        await self.note("change_tiers", change)
        policy = {"until": "P1D", "kept_percent": self.dice.choice(["10", "50"]), "kept_fixed": "0"}
        path = f"/events/{event['id']}/cancellation-policy"
        await self.note("change_policy", api.put(path, self.shop.organizer, policy))
        codes = {"number": 3, "kind": "percent", "value": "5", "event_id": event["id"]}
        await self.note("make_codes", api.post("/discounts/batch", self.shop.organizer, codes))

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
