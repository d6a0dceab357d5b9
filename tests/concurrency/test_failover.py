"""The primary is killed while a sale runs, and its standby promoted: nothing answered is lost."""

import asyncio
import socket
import time
from pathlib import Path

import asyncpg
import pytest

from src.infrastructure.database import connecting
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from tests.concurrency.test_chaos import (
    BUYERS,
    POOL,
    SIDE_BY_SIDE,
    SOLD_BEFORE_THE_CRASH,
    assert_answers_are_in_order,
    assert_each_buyer_has_one_booking,
    cast_of,
    connected,
    kill_postmaster,
)
from tests.support.concurrency.load import Load
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.database import with_database
from tests.support.product import free_port
from tests.support.standby import both, synchronous_standby
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


async def test_no_host_that_can_be_written_to_is_said(postgres_url: str) -> None:
    login, _, _ = postgres_url.rpartition("@")
    address = f"{login}@127.0.0.1:{free_port()},127.0.0.1:{free_port()}/event_ticketing"
    with pytest.raises(OSError):
        await connecting.connect(address, timeout=3)
    with pytest.raises(asyncpg.TargetServerAttributeNotMatched):
        await connecting.connect(f"{postgres_url}?target_session_attrs=standby")
