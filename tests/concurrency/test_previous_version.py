"""A server of the version before the newest migration, on a database that has it.

While a version is brought out, servers of the one before go on for minutes.
"""

import io
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from src.infrastructure.database.migrations import known_migrations
from tests.support.api import V1, Person
from tests.support.concurrency.running import add_people, discrepancies
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.paths import ROOT

CARD = "4242424242424242"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _git(*arguments: str) -> bytes:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _migrations(commit: str) -> set[str]:
    names = _git("ls-tree", "--name-only", commit, "migrations/ticketing/").decode().split()
    return {Path(name).name for name in names if name.endswith(".py")}


def _commit_before() -> str | None:
    """The newest commit that has some of today's migrations, and no others."""
    today = set(known_migrations())
    commits = _git("log", "--first-parent", "--format=%H", "--", "migrations/ticketing")
    return next((name for name in commits.decode().split() if _migrations(name) < today), None)


@pytest.fixture(scope="module")
def previous(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources as they were before the newest migrations."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("the history is not here: this is no clone")
    commit = _commit_before()
    if commit is None:
        pytest.skip("the history does not have the version before the newest migration")
    archive = _git("archive", commit, "src", "migrations", "pyproject.toml")
    folder = tmp_path_factory.mktemp("previous")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder


async def test_the_version_before_the_newest_migration_sells_with_it(
    own_url: str, own_connection: asyncpg.Connection, previous: Path, tmp_path: Path
) -> None:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    (buyer,) = await add_people(own_connection, 1)
    old = Server(tmp_path / "old", own_url, PYTHONPATH=str(previous))
    new = Server(tmp_path / "new", own_url)
    async with running(old) as client:
        assert (await client.get(f"{old.url}/ready")).status_code == 200
        event_id = await make_event(client, old, organizer, capacity=10, payment="online")
        order = await _buy(client, old, buyer, event_id)
        (booking,) = order["bookings"]
        code = booking["tickets"][0]["ticket_code"]
        checked_in = await client.post(
            f"{old.url}{V1}/tickets/{code}/check-in", headers=organizer.headers
        )
        assert checked_in.status_code == 200, checked_in.text
        refunded = await _buy(client, old, buyer, event_id)
        (given_back,) = refunded["bookings"]
        refund = await client.put(
            f"{old.url}{V1}/bookings/{given_back['id']}/refund", headers=organizer.headers
        )
        assert refund.status_code == 200, refund.text
    async with running(new) as client:
        again = await client.get(f"{new.url}{V1}/orders/{order['id']}", headers=buyer.headers)
        assert again.json()["status"] == "confirmed"
        await _buy(client, new, buyer, event_id)
    assert await discrepancies(own_connection) == []


async def _buy(
    client: httpx.AsyncClient, server: Server, buyer: Person, event_id: int
) -> dict[str, Any]:
    """A paid order of two tickets."""
    types = (await client.get(f"{server.url}{V1}/events/{event_id}/ticket-types")).json()
    items = [{"ticket_type_id": types[0]["id"], "quantity": 2}]
    placed = await client.post(
        f"{server.url}{V1}/orders", headers=buyer.headers, json={"items": items}
    )
    assert placed.status_code == 201, placed.text
    order_id = placed.json()["id"]
    payment = await client.post(
        f"{server.url}{V1}/transactions", headers=buyer.headers, json={"order_id": order_id}
    )
    assert payment.status_code == 201, payment.text
    paid = await client.post(
        payment.json()["redirect_url"], content=f"card_number={CARD}&action=pay", headers=FORM
    )
    assert paid.status_code == 303, paid.text
    path = f"{server.url}{V1}/orders/{order_id}"
    async with client.stream("GET", f"{path}/events", headers=buyer.headers) as stream:
        async for line in stream.aiter_lines():
            if '"confirmed"' in line:
                break
    order: dict[str, Any] = (await client.get(path, headers=buyer.headers)).json()
    assert order["status"] == "confirmed", order
    return order
