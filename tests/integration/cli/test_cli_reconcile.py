"""`python -m src.cli reconcile`: says in words what differs, repairs it, and asks for help."""

import sys
from dataclasses import dataclass

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api
from tests.support.processes import Finished, run

GIVEN_UP = "The provider says that it failed; that had not been recorded."
NOT_ENABLED = "Its provider (scripted) is not enabled."

# So long ago that no request can still be settling the payment.
AGE = "UPDATE transactions SET created_at = created_at - interval '2 minutes'"
LAPSED = "UPDATE {} SET expires_at = now() - interval '1 second'"
STATE = """
SELECT (SELECT status::text FROM orders), (SELECT status::text FROM transactions),
    (SELECT tickets_held FROM events)
"""


@dataclass(frozen=True)
class Shop:
    """A database in which one order waits for one payment."""

    url: str
    connection: asyncpg.Connection
    payment_id: int

    async def state(self) -> tuple[str, str, int]:
        """The status of the order and of the payment, and the tickets held."""
        return tuple(await self.connection.fetchrow(STATE) or ())

    async def lapse(self) -> None:
        """As if the deadline of the order had passed."""
        for table in ("orders", "bookings"):
            await self.connection.execute(LAPSED.format(table))

    async def reconcile(self, *arguments: str) -> Finished:
        command = (sys.executable, "-m", "src.cli", "reconcile", *arguments)
        return await run(command, {"DATABASE_URL": self.url})


@pytest.fixture
async def shop(api: Api, connection: asyncpg.Connection, database_url: str) -> Shop:
    event = await api.event(await api.person(Role.ORGANIZER), payment="online")
    buyer = await api.person()
    booking = await api.book(buyer, event["id"], 2)
    body = {"order_id": booking["order_id"], "provider": "manual"}
    payment = (await api.post("/transactions", buyer, body)).json()
    await connection.execute(AGE)
    return Shop(database_url, connection, payment["id"])


async def test_nothing_is_found_when_all_agrees(shop: Shop) -> None:
    finished = await shop.reconcile()
    assert (finished.code, finished.output) == (0, "No discrepancies.\n"), finished.errors
    assert await shop.state() == ("pending", "pending", 2)


async def test_payment_of_an_order_that_lapsed_is_reported_then_repaired(shop: Shop) -> None:
    await shop.lapse()
    preview = await shop.reconcile("--dry-run")
    assert preview.code == 0, preview.errors
    assert preview.output.splitlines() == [
        f"payment {shop.payment_id}: {GIVEN_UP} (would be repaired)",
        "1 found: 1 would be repaired, 0 need a person.",
    ]
    assert await shop.state() == ("pending", "pending", 2)

    repaired = await shop.reconcile()
    assert repaired.code == 0, repaired.errors
    assert repaired.output.splitlines() == [
        f"payment {shop.payment_id}: {GIVEN_UP} (repaired)",
        "1 found: 1 repaired, 0 need a person.",
    ]
    assert await shop.state() == ("expired", "failed", 0)
    assert (await shop.reconcile()).output == "No discrepancies.\n"


@pytest.mark.parametrize("arguments", [(), ("--dry-run",)], ids=["for real", "dry run"])
async def test_exit_code_asks_for_a_person_when_no_program_can_decide(
    arguments: tuple[str, ...], shop: Shop
) -> None:
    await shop.connection.execute("UPDATE transactions SET provider = 'scripted'")
    finished = await shop.reconcile(*arguments)
    assert finished.code == 1, finished.errors
    line, summary = finished.output.splitlines()
    assert line == f"payment {shop.payment_id}: {NOT_ENABLED} (needs a person)"
    assert summary.endswith("1 need a person.")
    assert await shop.state() == ("pending", "pending", 2)


async def test_wrong_option_is_refused(shop: Shop) -> None:
    await shop.lapse()
    finished = await shop.reconcile("--wet-run")
    assert (finished.code, finished.output) == (2, "")
    assert "--wet-run" in finished.errors
    assert await shop.state() == ("pending", "pending", 2)


async def test_help_says_what_the_exit_codes_mean(database_url: str) -> None:
    command = (sys.executable, "-m", "src.cli", "reconcile", "--help")
    finished = await run(command, {"DATABASE_URL": database_url})
    assert finished.code == 0
    assert "--dry-run" in finished.output
    assert (
        "Exit code 0: no discrepancies, or all were repaired. 1: some need a person."
        in finished.output
    )
