"""Tickets printed in a second, and what that does to the server that asks for them.

`python -m bench.documents` prints a booking of 1,000 tickets and single ones, in the process that
the server uses, while an event loop measures how late it is woken.
"""

import asyncio
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from src.application.dtos.ticket_document import PageFormat, PrintedTicket, SeatLabel, TicketSheet
from src.domain.shared.language import Language
from src.infrastructure.documents.jobs import DrawTicket, Job, PrintTickets
from src.infrastructure.documents.press import Press

TOKEN = "TKT1." + "A7BCDEFGHIJKLMNOPQRSTUVWXYZ23456" * 4
NAMES = ("Anna Müller", "สมชาย น้ำทิพย์", "مريم العلي", "शर्मा प्रिया", "王小明")
MANY = 1000
SINGLES = 50
TARGET_SECONDS, TARGET_MIB = 20.0, 200.0


@dataclass(frozen=True)
class Measured:
    """How long jobs took, how large their results were, and the loop's worst delay meanwhile."""

    seconds: float
    size: int
    worst_delay: float


def make_sheet(count: int) -> TicketSheet:
    """A sheet of `count` tickets with names in several scripts and a page of terms."""
    start = datetime(2026, 12, 25, 12, tzinfo=UTC)
    tickets = tuple(
        PrintedTicket(
            number=number,
            code=f"TKT-20261120-{number:08}",
            token=f"{TOKEN}{number:04}",
            holder=NAMES[number % len(NAMES)],
            ticket_type="Standard",
            price=Decimal("1500.00"),
            seat=SeatLabel(section="A", row=str(number // 40), number=str(number % 40)),
        )
        for number in range(1, count + 1)
    )
    return TicketSheet(
        event_title="Spring concert at the lake",
        venue="Bangkok Arena",
        location="99 Rama IX Road, Bangkok",
        country="TH",
        starts_at=start,
        ends_at=start + timedelta(hours=3),
        timezone="Asia/Bangkok",
        language=Language.EN,
        terms="Doors open at 18:00. Bags larger than A4 are not let in. " * 40,
        currency="THB",
        booking_reference="BKG-7K2M9QXA",
        order_reference="ORD-8M3P2KXW",
        booked_at=start,
        quantity=count,
        tickets=tickets,
    )


async def measure(press: Press, *jobs: Job) -> Measured:
    """Do the jobs one after another beside a loop that wants to be woken every millisecond."""
    worst = 0.0

    async def watch() -> None:
        nonlocal worst
        while True:
            asked = time.perf_counter()
            await asyncio.sleep(0.001)
            worst = max(worst, time.perf_counter() - asked - 0.001)

    watching = asyncio.create_task(watch())
    begun = time.perf_counter()
    size = 0
    for job in jobs:
        size += len(await press.print(job))
    seconds = time.perf_counter() - begun
    watching.cancel()
    return Measured(seconds, size // len(jobs), worst)


async def main() -> bool:
    """Measure and say it; whether the targets were reached."""
    press = Press()
    try:
        one = make_sheet(1)
        first = await measure(press, PrintTickets(one, PageFormat.A4, "Shop"))
        _say("the first ticket, with the start of the process", 1, first)
        for page_format in PageFormat:
            many = await measure(press, PrintTickets(make_sheet(MANY), page_format, "Shop"))
            _say(f"{MANY} tickets of a booking, {page_format}", MANY, many)
        peak = _peak_mib(press)
        jobs = [PrintTickets(one, PageFormat.A4, f"Shop {number}") for number in range(SINGLES)]
        _say("single tickets", SINGLES, await measure(press, *jobs))
        drawn = [DrawTicket(one, PageFormat.PHONE, f"Shop {number}") for number in range(5)]
        _say("pictures", 5, await measure(press, *drawn))
    finally:
        await press.close()
    sys.stdout.write(f"memory of the process, at most: {peak:.0f} MiB (target {TARGET_MIB:.0f})\n")
    return many.seconds <= TARGET_SECONDS and peak <= TARGET_MIB


def _peak_mib(press: Press) -> float:
    """The most memory that the process has had, as Linux keeps it; 0 elsewhere."""
    status = Path(f"/proc/{press.process_id}/status")
    if not status.exists():
        return 0.0
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _say(what: str, count: int, measured: Measured) -> None:
    sys.stdout.write(
        f"{what}: {measured.seconds:.2f} s, {count / measured.seconds:.0f} a second,"
        f" {measured.size / 1024:.0f} KiB each file,"
        f" loop late by {1000 * measured.worst_delay:.0f} ms at most\n"
    )


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(main()) else 1)
