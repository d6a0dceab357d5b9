"""What a comparison measures of each side."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bench.database import FIRST_BUYER_ID
from bench.http import Client, connected
from bench.phases.checkout import CARD, broken_checkouts
from bench.sale import BOOKED, Sale
from bench.sides import Cpu, Side

MANY_EVENTS = 1000
PAUSE = 0.005
"""Seconds between two looks at an order, where a build does not tell."""

Step = Callable[[Side, Client, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Measured:
    """How many were `done` in `seconds`, their median in milliseconds, and the CPU they took."""

    done: int
    seconds: float
    p50: float
    cpu: Cpu

    @property
    def rate(self) -> float:
        return self.done / self.seconds

    @property
    def cpu_each(self) -> float:
        """Milliseconds of server and database for each."""
        return (self.cpu.server + self.cpu.database) * 1000 / max(self.done, 1)


async def crowd(side: Side, step: Step, clients: int, seconds: float) -> Measured:
    """Repeat the step with so many clients at once; each step is another buyer's."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def repeat() -> None:
        while time.perf_counter() < end:
            number = side.next_number()
            token = side.bench.buyer_token(FIRST_BUYER_ID + number % side.bench.plan.users)
            headers = {"Authorization": f"Bearer {token}"}
            async with connected(side.server.address, headers) as client:
                started = time.perf_counter()
                await step(side, client, number)
                times.append((time.perf_counter() - started) * 1000)

    before, started = await side.cpu(), time.perf_counter()
    await asyncio.gather(*(repeat() for _ in range(clients)))
    took = time.perf_counter() - started
    used = (await side.cpu()).since(before)
    side.bench.note(side.build.name, await broken_checkouts(side.database, side.checkouts))
    return Measured(len(times), took, sorted(times)[len(times) // 2], used)


async def book(side: Side, connections: int, seconds: int, *, events: int) -> Measured:
    """Plain bookings of so many events, by wrk."""
    sale = await Sale.open(side.database, f"book-{side.next_number()}", events=events)
    before = await side.cpu()
    result = await sale.run(
        side.server, side.bench.tokens, connections=connections, seconds=seconds
    )
    used = (await side.cpu()).since(before)
    side.bench.note(side.build.name, await sale.broken_promises(users=side.bench.plan.users))
    return Measured(result.statuses[BOOKED], result.seconds, result.percentile(BOOKED, 0.5), used)


async def check_out_one(side: Side, client: Client, number: int) -> None:
    """A whole checkout of four lines, all buyers of the same event."""
    await _check_out(side, client, number, shop=0)


async def check_out_many(side: Side, client: Client, number: int) -> None:
    """A whole checkout of four lines, the buyers of 100 events."""
    await _check_out(side, client, number, shop=number % len(side.shops))


async def order_one(side: Side, client: Client, number: int) -> None:
    """An order of four lines of one event."""
    await _order(side, client, number, side.shops[0][1])


async def order_two(side: Side, client: Client, number: int) -> None:
    """An order of two lines of one event and two of another."""
    await _order(side, client, number, [*side.shops[1][1][:2], *side.shops[2][1][:2]])


async def _order(side: Side, client: Client, number: int, types: list[int]) -> int:
    order = await client.send(
        "POST",
        "/api/v1/orders",
        {"items": [{"ticket_type_id": type_id, "quantity": 1} for type_id in types]},
        headers={"Idempotency-Key": f"order-{number}"},
        expects=201,
    )
    return int(order["id"])


async def _check_out(side: Side, client: Client, number: int, *, shop: int) -> None:
    """An order, its payment on the provider's page, the webhook, and being told."""
    order_id = await _order(side, client, number, side.shops[shop][1])
    payment = await client.send(
        "POST",
        "/api/v1/transactions",
        {"order_id": order_id},
        headers={"Idempotency-Key": f"pay-{number}"},
        expects=201,
    )
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    page = payment["redirect_url"]
    text = f"card_number={CARD}&action=pay"
    await client.send("POST", page, text.encode(), headers=form, expects=303)
    await _confirmed(side, client, order_id)
    side.checkouts += 1


async def _confirmed(side: Side, client: Client, order_id: int) -> None:
    path = f"/api/v1/orders/{order_id}"
    if side.tells:
        async for _, order in client.events(f"{path}/events"):
            if order["status"] == "confirmed":
                return
    while (await client.send("GET", path))["status"] != "confirmed":  # noqa: ASYNC110 - a server
        await asyncio.sleep(PAUSE)
