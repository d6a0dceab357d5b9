"""Invoices are numbered without gaps and doubles, also if a process dies while it gives them."""

import asyncio
import random
import sys
from collections import Counter
from datetime import UTC, datetime

import asyncpg

from src.application.invoicing.issue import issue
from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.concurrency.invoice_storm import STEPS
from tests.support.invoices import be_seller, paid_order, require_agreement
from tests.support.payments import ScriptedProvider
from tests.support.processes import run

ORDERS = 25
PROCESSES = 100
STORM = (sys.executable, "-m", "tests.support.concurrency.invoice_storm")

NUMBERS = "SELECT number FROM invoices WHERE seller_id = $1 ORDER BY number"


async def test_hundred_processes_that_die_at_every_step_leave_no_gap_and_no_double(
    api: Api,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
    database_url: str,
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    await be_seller(api, organizer)
    orders = [await paid_order(api, organizer, buyer, provider) for _ in range(ORDERS)]
    wanted = [order["id"] for order in orders] * (PROCESSES // ORDERS)
    random.Random(PROCESSES).shuffle(wanted)
    storm = await run(
        (*STORM, database_url, str(organizer.id), *map(str, wanted)), {"LANG": "C.UTF-8"}
    )
    killed, ended, failed = map(int, storm.output.split())
    assert (killed + ended, failed) == (PROCESSES, 0), storm.errors
    # Those that came after their order was done took no number, and died of no later step.
    assert killed > PROCESSES // len(STEPS)

    numbers = [row["number"] for row in await connection.fetch(NUMBERS, organizer.id)]
    assert 0 < len(numbers) <= ORDERS
    assert numbers == list(range(1, len(numbers) + 1))
    await _issue_the_rest(api, organizer, wanted)
    numbers = [row["number"] for row in await connection.fetch(NUMBERS, organizer.id)]
    assert numbers == list(range(1, ORDERS + 1))
    rows = await connection.fetch("SELECT order_id FROM invoices")
    assert Counter(row["order_id"] for row in rows) == {order["id"]: 1 for order in orders}
    await require_agreement(connection)


async def _issue_the_rest(api: Api, organizer: Person, order_ids: list[int]) -> None:
    """As the job does, but twice at once."""

    async def work() -> None:
        async with api.container.adapters.unit_of_work()() as uow:
            await issue(uow, organizer.id, sorted(set(order_ids)), now=datetime.now(UTC), by=None)
            await uow.commit()

    await asyncio.gather(work(), work())
