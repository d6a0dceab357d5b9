"""The primary is killed while a sale runs, and its standby promoted: nothing answered is lost."""

import asyncio
import socket
import time
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from src.infrastructure.database import connecting
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from src.infrastructure.database.orm import PoolSettings
from tests.concurrency.test_chaos import (
    BUYERS,
    POOL,
    SIDE_BY_SIDE,
    SOLD_BEFORE_THE_CRASH,
    assert_answers_are_in_order,
    assert_each_buyer_has_one_booking,
    cast_of,
    connected,
    durable_postgres,
    kill_postmaster,
)
from tests.support.api import assert_problem
from tests.support.concurrency.load import Load
from tests.support.concurrency.running import discrepancies, outcome, running_app
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.database import with_database
from tests.support.product import free_port
from tests.support.standby import both, synchronous_standby, wait_for_standbys
from tests.support.stopwatch import slowdown

SECONDS_WITHOUT_SALES = 10


@pytest.mark.timeout(300)
async def test_nothing_acknowledged_is_lost_when_a_standby_takes_over(tmp_path: Path) -> None:
    data_dir = tmp_path / "primary"
    # With an archive, our role may replicate.
    primary = EmbeddedPostgres(data_dir, backup_dir=tmp_path / "backups")
    url = await asyncio.to_thread(primary.start)
    await migrate_up(url)
    organizer, buyers = await cast_of(url)
    async with synchronous_standby(primary, data_dir, url, tmp_path / "standby") as standby:
        address = both(url, standby)
        server = Server(tmp_path / "server", address, DATABASE_POOL_MAX=str(POOL))
        async with running(server) as client:
            event_id = await make_event(client, server, organizer, capacity=BUYERS)
            load = Load(client, [server], event_id)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(load.run(buyers, side_by_side=SIDE_BY_SIDE))
                await load.wait_until_sold(SOLD_BEFORE_THE_CRASH)
                killed_at = time.monotonic()
                kill_postmaster(data_dir)
                acknowledged = dict(load.bookings)
                standby.promote()
                await load.wait_until_sold(len(acknowledged) + SIDE_BY_SIDE + 1)
                without_sales = time.monotonic() - killed_at
            # The connections beside the pool have moved as well.
            async with asyncio.timeout(60):
                while server.log.count('"event": "listener_connected"') < 2:  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
        report = f"{without_sales:.1f} s without sales, {len(acknowledged)} acknowledged before"
        print(report)  # noqa: T201 - pytest -s shows it
        assert load.lost == 0
        assert without_sales < SECONDS_WITHOUT_SALES * slowdown()
        assert_answers_are_in_order(load, {"unavailable"})
        async with connected(address) as connection:
            assert await connection.fetchval("SELECT NOT pg_is_in_recovery()")
            await assert_each_buyer_has_one_booking(connection, load)
            assert acknowledged.items() <= load.bookings.items()
    await asyncio.to_thread(primary.stop)


async def test_a_host_that_never_answers_does_not_keep_the_others_from_being_tried(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "_last_used", {})
    # It accepts connections, and says nothing: as a machine that is lost behind a firewall.
    silent = socket.create_server(("127.0.0.1", 0))
    closed, port = free_port(), silent.getsockname()[1]
    login, _, host = with_database(postgres_url, "postgres").rpartition("@")
    address = f"{login}@127.0.0.1:{port},127.0.0.1:{closed},{host}?target_session_attrs=read-write"
    started = time.monotonic()
    for _ in range(3):
        connection = await connecting.connect(address, timeout=3)
        assert await connection.fetchval("SELECT 1") == 1
        await connection.close()
    # The one that answered is asked first from then on.
    assert time.monotonic() - started < 2 * slowdown()
    silent.close()


async def test_a_connection_ends_ten_seconds_after_its_host_is_gone(postgres_url: str) -> None:
    """Seen in docs/drills/patroni.sh, where a network is cut; here is what it rests on."""
    connection = await connecting.connect(postgres_url)
    own: Any = connection
    link = own._transport.get_extra_info("socket")
    assert link.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
    options = {
        name: link.getsockopt(socket.IPPROTO_TCP, getattr(socket, name))
        for name in connecting.NO_ANSWER
    }
    assert options == connecting.NO_ANSWER
    idle, interval, probes, _ = options.values()
    assert idle + interval * probes < 12
    await connection.close()


async def test_a_commit_that_no_standby_confirms_is_not_said_to_be_done(tmp_path: Path) -> None:
    """PostgreSQL takes a commit as done whose wait is cancelled, though no standby has it."""
    data_dir = tmp_path / "primary"
    pool = PoolSettings(max_size=2, acquire_timeout=1, lock_timeout=0.5, statement_timeout=0.5)
    async with durable_postgres(data_dir) as (_, url), connected(url) as connection:
        async with running_app(url) as api:
            event = await api.event(await api.person(Role.ORGANIZER))
            buyer = await api.person()
        async with running_app(url, pool=pool) as api:

            async def book() -> httpx.Response:
                headers = {"Idempotency-Key": "a-key-of-the-buyer"}
                path = f"/events/{event['id']}/bookings"
                return await api.post(path, buyer, {"quantity": 1}, headers=headers)

            wait_for_standbys(data_dir, "nobody")
            await waits_for_standbys(connection, is_expected=True)
            problem = assert_problem(await book(), 503, "unavailable")
            assert "may have been done" in problem["detail"]
            # It still waits, and nobody sees it; nor does asking again make it seem done.
            assert await connection.fetchval("SELECT count(*) FROM bookings") == 0
            assert outcome(await book()) == "unavailable"
            assert await connection.fetchval("SELECT count(*) FROM bookings") == 0
            wait_for_standbys(data_dir, "")
            await waits_for_standbys(connection, is_expected=False)
            answers = [await book() for _ in range(2)]
            assert [outcome(answer) for answer in answers] == ["201", "201"]
            assert await connection.fetchval("SELECT count(*) FROM bookings") == 1
            assert await discrepancies(connection) == []


async def waits_for_standbys(connection: asyncpg.Connection, *, is_expected: bool) -> None:
    """Return when the server has read its settings again."""
    async with asyncio.timeout(30):
        while bool(await connection.fetchval("SHOW synchronous_standby_names")) != is_expected:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_no_host_that_can_be_written_to_is_said(postgres_url: str) -> None:
    login, _, _ = postgres_url.rpartition("@")
    address = f"{login}@127.0.0.1:{free_port()},127.0.0.1:{free_port()}/event_ticketing"
    with pytest.raises(OSError):
        await connecting.connect(address, timeout=3)
    with pytest.raises(asyncpg.TargetServerAttributeNotMatched):
        await connecting.connect(f"{postgres_url}?target_session_attrs=standby")
