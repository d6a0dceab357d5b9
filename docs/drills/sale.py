"""The buyers of the drill, and its report; `patroni.sh` starts both.

sale.py event                makes an event at http://127.0.0.1:8000 and prints its id
sale.py sell EVENT FILE      buys until SIGTERM; a line for each booking that was answered 201
sale.py report FOLDER        compares those lines with what is stored
"""

import asyncio
import csv
import signal
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path

import httpx

API = "http://127.0.0.1:8000/api/v1"
BUYERS = 8
PAUSE_SECONDS = 0.05
AGAIN_SECONDS = 0.25
FAULTS = ("switchover", "crash", "partition")


@dataclass(frozen=True)
class Sale:
    """A booking that was answered 201: when, its id, and at which attempt."""

    at: float
    booking: str
    attempt: int


async def log_in(client: httpx.AsyncClient, email: str) -> dict[str, str]:
    """The header of a user of the sample data."""
    body = {"email": email, "password": "sample-password"}
    response = (await client.post(f"{API}/auth/login", json=body)).raise_for_status()
    return {"Authorization": f"Bearer {response.json()['access_token']}"}


async def make_event() -> int:
    async with httpx.AsyncClient() as client:
        starts = (datetime.now(UTC) + timedelta(days=30)).isoformat()
        body = {"title": "Drill", "date_time": starts, "price": "25.00", "capacity": 1_000_000}
        headers = await log_in(client, "admin@example.com")
        response = await client.post(f"{API}/events", json=body, headers=headers)
        return int(response.raise_for_status().json()["id"])


async def sell(event_id: int, path: Path) -> None:
    """Each buyer asks for one ticket after another, and for each with one key until it is there."""
    is_over = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, is_over.set)
    with path.open("w", buffering=1) as file:
        async with httpx.AsyncClient(timeout=60) as client:
            headers = await log_in(client, "somchai@example.com")

            async def buy(key: str) -> None:
                for attempt in count(1):
                    body, keyed = {"quantity": 1}, {**headers, "Idempotency-Key": key}
                    url = f"{API}/events/{event_id}/bookings"
                    response = await client.post(url, json=body, headers=keyed)
                    if response.status_code == 201:
                        file.write(f"{time.time()},{key},{response.json()['id']},{attempt}\n")
                        return
                    print(time.time(), response.status_code, response.text, flush=True)
                    await asyncio.sleep(AGAIN_SECONDS)

            async def buy_one_after_another(buyer: int) -> None:
                for number in count():
                    if is_over.is_set():
                        return
                    await buy(f"{path.stem}-{buyer}-{number}")
                    await asyncio.sleep(PAUSE_SECONDS)

            await asyncio.gather(*map(buy_one_after_another, range(BUYERS)))


def report(folder: Path) -> bool:
    """Print what was acknowledged and stored, and the time without sales; whether all is well."""
    shop, alone = read_sales(folder / "shop.csv"), read_sales(folder / "alone.csv")
    acknowledged = [sale.booking for sale in shop + alone]
    stored = (folder / "stored").read_text().split()
    missing = set(acknowledged) - set(stored)
    print(f"acknowledged: {len(acknowledged)} bookings, each with its own Idempotency-Key")
    print(f"  at a later attempt: {sum(sale.attempt > 1 for sale in shop + alone)}")
    print(f"  missing: {len(missing)}")
    print(f"  stored, but not acknowledged: {len(set(stored) - set(acknowledged))}")
    print(f"  one booking for two keys: {len(acknowledged) - len(set(acknowledged))}")
    with (folder / "faults.csv").open() as file:
        moments = {(fault, moment): float(time) for fault, moment, time in csv.reader(file)}
    for fault in FAULTS:
        begins = moments[fault, "begins"]
        print(
            f"{fault}: {longest_gap(shop, begins, moments[fault, 'promoted']):.1f} s without sales;"
            f" another primary after {moments[fault, 'promoted'] - begins:.1f} s,"
            f" the old one is back after {moments[fault, 'rejoined'] - begins:.1f} s"
        )
    cut, healed = moments["partition", "begins"], moments["partition", "healed"]
    within = [sale.at - cut for sale in alone if cut < sale.at < healed]
    print(
        f"the part that was cut off for {healed - cut:.1f} s: its server acknowledged"
        f" {len(within)} bookings, the last {max(within, default=0):.2f} s after the cut;"
        f" its primary took no writes after {moments['partition', 'demoted'] - cut:.1f} s"
    )
    return sorted(stored) == sorted(acknowledged)


def read_sales(path: Path) -> list[Sale]:
    with path.open() as file:
        rows = [Sale(float(at), booking, int(tries)) for at, _, booking, tries in csv.reader(file)]
    return sorted(rows, key=lambda sale: sale.at)


def longest_gap(sales: list[Sale], start: float, end: float) -> float:
    """The most seconds between two sales, of those that cover any of the time between these."""
    pairs = ((before.at, after.at) for before, after in pairwise(sales))
    return max(after - before for before, after in pairs if before < end and after > start)


match sys.argv[1:]:
    case ["event"]:
        print(asyncio.run(make_event()))
    case ["sell", event, file]:
        asyncio.run(sell(int(event), Path(file)))
    case ["report", folder]:
        sys.exit(not report(Path(folder)))
    case _:
        sys.exit(__doc__)
