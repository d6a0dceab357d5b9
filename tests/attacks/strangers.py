"""Strangers who mean no good, from loopback addresses of their own, in a process of their own.

`python -m tests.attacks.strangers '{"port": …}'`, with all of `Orders`; until it is killed. It says
`ready` when those who wait are there.
"""

import asyncio
import json
import resource
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle

ADDRESSES = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")
"""No proxy's address, and not the one that the sale comes from."""

SECONDS_BETWEEN_BYTES = 1.0
SECONDS_UNTIL_NEXT_TRY = 0.5
SECONDS_BETWEEN_ARRIVALS = 0.005

HEAD = b"GET /health HTTP/1.1\r\nHost: test\r\nX-Slow: "
BODY = (
    b"POST /api/v1/auth/login HTTP/1.1\r\nHost: test\r\n"
    b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
)


@dataclass(frozen=True, kw_only=True)
class Orders:
    """Whom to attack, with how many of each; the token is a customer's."""

    port: int
    event_id: int
    token: str
    slow_heads: int
    slow_bodies: int
    streams: int
    faulty_bodies: int
    faults: int


Attack = Callable[[int, str], Awaitable[None]]
"""One attacker on this port, from this address, until the connection is gone."""


async def drip_head(port: int, address: str) -> None:
    await _drip(port, address, HEAD)


async def drip_body(port: int, address: str) -> None:
    await _drip(port, address, BODY)


def sit_in_stream(event_id: int) -> Attack:
    """Open a stream of this event, and never read it."""
    request = f"GET /api/v1/events/{event_id}/availability/stream HTTP/1.1\r\nHost: test\r\n\r\n"

    async def attack(port: int, address: str) -> None:
        _, writer = await asyncio.open_connection(
            "127.0.0.1", port, local_addr=(address, 0), limit=1024
        )
        try:
            writer.write(request.encode())
            await writer.wait_closed()
        finally:
            writer.close()

    return attack


def send_faults(token: str, number: int) -> Attack:
    """Post a body with this many faults, and read the answer to its end."""
    body = json.dumps({"ticket_type_id": 1, "seat_ids": [0] * number}).encode()
    head = (
        f"POST /api/v1/cart HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/json\r\nConnection: close\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )

    async def attack(port: int, address: str) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
        try:
            writer.write(head.encode() + body)
            while await reader.read(65536):
                pass
        finally:
            writer.close()

    return attack


async def attack_all(orders: Orders) -> None:
    """All attacks, without end: first those who wait, and once they are there the bodies."""
    waiting = (
        (drip_head, orders.slow_heads),
        (drip_body, orders.slow_bodies),
        (sit_in_stream(orders.event_id), orders.streams),
    )
    faults = send_faults(orders.token, orders.faults)
    async with asyncio.TaskGroup() as group:
        for attack, number in waiting:
            group.create_task(besiege(attack, number, orders.port))
        await asyncio.sleep(1 + max(number for _, number in waiting) * SECONDS_BETWEEN_ARRIVALS)
        print("ready", flush=True)  # noqa: T201 - the parent process waits for it
        group.create_task(send_at_once(faults, orders.faulty_bodies, orders.port))


async def besiege(attack: Attack, number: int, port: int) -> None:
    """Let so many attack from all the addresses, one after another; who is out comes back."""

    async def attacker(address: str) -> None:
        while True:
            with suppress(OSError, EOFError):
                await attack(port, address)
            await asyncio.sleep(SECONDS_UNTIL_NEXT_TRY)

    async with asyncio.TaskGroup() as group:
        for _, address in zip(range(number), cycle(ADDRESSES), strict=False):
            group.create_task(attacker(address))
            await asyncio.sleep(SECONDS_BETWEEN_ARRIVALS)


async def send_at_once(attack: Attack, number: int, port: int) -> None:
    """Let so many attack once, together."""
    addresses = (address for _, address in zip(range(number), cycle(ADDRESSES), strict=False))
    attacks = [attack(port, address) for address in addresses]
    await asyncio.gather(*attacks, return_exceptions=True)


async def _drip(port: int, address: str, begin: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    try:
        writer.write(begin)
        # A connection that was reset has no end of file, but an exception.
        while not reader.at_eof() and reader.exception() is None:
            await asyncio.sleep(SECONDS_BETWEEN_BYTES)
            writer.write(b"x")
    finally:
        writer.close()


if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(attack_all(Orders(**json.loads(sys.argv[1]))))
