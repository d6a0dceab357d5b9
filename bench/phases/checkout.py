"""A whole checkout (order of four lines, payment, webhook, confirmation) and a plain booking."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx

from bench.bench import Bench
from bench.console import say
from bench.database import FIRST_BUYER_ID, Database
from bench.report import Row, compare, median, text
from bench.servers import PRODUCT, Server, serve
from src.infrastructure.clock import utc_now

LINES = 4
BUYERS = 8
"""Concurrent buyers, each with one checkout after another."""

CARD = "4242424242424242"
LONGEST_WAIT = 10.0

RECOUNT = """
SELECT (SELECT count(*) FROM orders WHERE status = 'confirmed') AS confirmed,
    (
        SELECT count(*) FROM tickets JOIN bookings ON bookings.id = tickets.booking_id
        JOIN orders ON orders.id = bookings.order_id
        WHERE orders.status = 'confirmed' AND tickets.status = 'active'
    ) AS tickets,
    (SELECT coalesce(sum(total_amount), 0) FROM orders WHERE status = 'confirmed') AS owed,
    (SELECT coalesce(sum(amount), 0) FROM ledger_entries) AS booked,
    (SELECT coalesce(sum(amount), 0) FROM fake_payments
        WHERE pays_at <= now()) AS taken
"""

Step = Callable[[httpx.AsyncClient, str, dict[str, str]], Awaitable[None]]


class Shop:
    """Two events of a server in development mode, used over its API: one paid online, one not."""

    def __init__(self, bench: Bench, server: Server) -> None:
        self._bench = bench
        self._server = server
        self._number = 0
        self.done = 0
        self.plain_id = 0
        self.online: dict[str, Any] = {}

    async def open(self) -> None:
        headers = {"Authorization": f"Bearer {self._bench.admin_token()}"}
        address = f"{self._server.address}/api/v1"
        async with httpx.AsyncClient(base_url=address, headers=headers, timeout=30) as client:
            self.online = await _post(client, "/events", online_event("Paid online"))
            found = await client.get(f"/events/{self.online['id']}/ticket-types")
            self.online["types"] = [ticket_type["id"] for ticket_type in found.json()]
            plain = {**_event("Paid outside"), "capacity": 1_000_000, "price": "25.00"}
            self.plain_id = (await _post(client, "/events", plain))["id"]

    async def book(self, client: httpx.AsyncClient, key: str, headers: dict[str, str]) -> None:
        """Make a plain booking."""
        await _post(
            client,
            "/api/v1/bookings",
            {"event_id": self.plain_id, "quantity": LINES},
            {**headers, "Idempotency-Key": key},
        )

    async def check_out(self, client: httpx.AsyncClient, key: str, headers: dict[str, str]) -> None:
        """Place an order, pay on the provider's page, and wait for the confirmation by webhook."""
        items = [{"ticket_type_id": type_id, "quantity": 1} for type_id in self.online["types"]]
        once = {**headers, "Idempotency-Key": f"order-{key}"}
        order = await _post(client, "/api/v1/orders", {"items": items}, once)
        once = {**headers, "Idempotency-Key": f"pay-{key}"}
        payment = await _post(client, "/api/v1/transactions", {"order_id": order["id"]}, once)
        form = {"card_number": CARD, "action": "pay"}
        paid = await client.post(payment["redirect_url"], data=form)
        assert paid.status_code == 303, paid.text
        end = time.perf_counter() + LONGEST_WAIT
        while True:
            found = await client.get(f"/api/v1/orders/{order['id']}", headers=headers)
            if found.json()["status"] == "confirmed":
                self.done += 1
                return
            if time.perf_counter() > end:
                raise TimeoutError(f"Order {order['id']} is not confirmed: {found.text}")
            await asyncio.sleep(0.002)

    async def crowd(self, name: str, step: Step, seconds: float) -> tuple[float, float]:
        """Repeat the step with concurrent buyers; returns steps per second and the p50 in ms."""
        times: list[float] = []
        end = time.perf_counter() + seconds

        async def repeat_step(buyer: int) -> None:
            token = self._bench.buyer_token(FIRST_BUYER_ID + buyer)
            headers = {"Authorization": f"Bearer {token}"}
            async with httpx.AsyncClient(base_url=self._server.address, timeout=30) as client:
                while time.perf_counter() < end:
                    self._number += 1
                    started = time.perf_counter()
                    await step(client, f"{name}-{self._number}", headers)
                    times.append((time.perf_counter() - started) * 1000)

        started = time.perf_counter()
        await asyncio.gather(*(repeat_step(buyer) for buyer in range(BUYERS)))
        rate = len(times) / (time.perf_counter() - started)
        say(f"  {name}, {BUYERS} buyers: {text(rate, '/s')}, p50 {text(median(times), ' ms')}")
        return rate, median(times)


async def measure(bench: Bench) -> list[Row]:
    """A whole checkout of four lines, compared with a plain booking by the same client."""
    async with bench.postgres.database("checkout") as database:
        settings = bench.shop_settings(database)
        async with serve("product_checkout", PRODUCT, settings, folder=bench.folder) as server:
            shop = Shop(bench, server)
            await shop.open()
            await shop.crowd("warm-up", shop.check_out, 0.5)
            checkouts, bookings = [], []
            for _ in range(bench.plan.repetitions):
                checkouts.append(await shop.crowd("checkout", shop.check_out, bench.plan.seconds))
                bookings.append(await shop.crowd("booking", shop.book, bench.plan.seconds))
            bench.note("checkout", await broken_checkouts(database, shop.done))
    return [
        compare(
            f"checkout of {LINES} lines, p50, {BUYERS} buyers",
            [p50 for _, p50 in checkouts],
            "plain booking, same client",
            [p50 for _, p50 in bookings],
            unit=" ms",
            note=f"{median([rate for rate, _ in checkouts]):.0f} checkouts/s",
        )
    ]


async def broken_checkouts(database: Database, done: int) -> list[str]:
    """Differences between orders, tickets and money, after so many checkouts."""
    row = await database.connection.fetchrow(RECOUNT)
    found = []
    if row["confirmed"] != done:
        found.append(f"{row['confirmed']} orders are confirmed, {done} were seen to be")
    if row["tickets"] != done * LINES:
        found.append(f"{row['tickets']} tickets of {done} orders of {LINES}")
    if not row["owed"] == row["booked"] == row["taken"]:
        found.append(f"owed {row['owed']}, booked {row['booked']}, taken {row['taken']}")
    return found


def online_event(title: str) -> dict[str, Any]:
    """An event that is paid online, of so many types as a checkout has lines, with fee and tax."""
    return {
        **_event(title),
        "payment": "online",
        "ticket_types": [
            {"name": f"Block {line}", "price": "25.00", "capacity": 250_000}
            for line in range(LINES)
        ],
        "service_fee_percent": "2.50",
        "tax_rate": "7.00",
    }


def _event(title: str) -> dict[str, Any]:
    return {"title": title, "date_time": (utc_now() + timedelta(days=30)).isoformat()}


async def _post(
    client: httpx.AsyncClient,
    path: str,
    body: dict[str, Any],
    headers: dict[str, str] | None = None,
) -> Any:
    response = await client.post(path, json=body, headers=headers)
    response.raise_for_status()
    return response.json()
