"""A database on a Citus cluster, with all tables distributed. Needs CLUSTER_URL.

That is the address of a database on the coordinator, of a role that can create databases, in which
the extension `citus` was created and the nodes were added. Nothing there changes: the tests have a
database of their own on each node.
"""

import os
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import asyncpg
import pytest

from src.infrastructure.database.migrations import migrate_up
from tests.distributed.distribution import distribute
from tests.support.database import _execute, with_database

NAME = "event_ticketing_distributed_tests"
NODES = "SELECT nodename, nodeport FROM pg_dist_node WHERE isactive AND shouldhaveshards"


@pytest.fixture(scope="session")
async def cluster_url() -> AsyncIterator[str]:
    """The address of the coordinator's database, migrated and distributed."""
    given = os.environ.get("CLUSTER_URL")
    if not given:
        pytest.skip("no cluster: CLUSTER_URL is not set")
    nodes = await _nodes(given)
    login = urlsplit(given)
    own = urlsplit(with_database(given, NAME))
    user, _, _ = login.netloc.rpartition("@")
    each = [own.geturl(), *(own._replace(netloc=f"{user}@{h}:{p}").geturl() for h, p in nodes)]
    for url in each:
        server = urlsplit(url)._replace(path=login.path).geturl()
        await _execute(server, f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        await _execute(server, f"CREATE DATABASE {NAME}")
    # Before the extension: it refuses functions that keep the search_path of their making.
    await migrate_up(own.geturl())
    for url in each:
        await _execute(url, "CREATE EXTENSION citus")
    connection = await asyncpg.connect(own.geturl())
    coordinator = (login.hostname, login.port or 5432)
    await connection.execute("SELECT citus_set_coordinator_host($1, $2)", *coordinator)
    for host, port in nodes:
        await connection.execute("SELECT citus_add_node($1, $2)", host, port)
    await distribute(connection)
    await connection.close()
    yield own.geturl()
    for url in each:
        server = urlsplit(url)._replace(path=login.path).geturl()
        await _execute(server, f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


@pytest.fixture
async def cluster(cluster_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to the coordinator."""
    connection = await asyncpg.connect(cluster_url)
    yield connection
    await connection.close()


async def _nodes(url: str) -> list[tuple[str, int]]:
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch(NODES)
    finally:
        await connection.close()
    return [(row["nodename"], row["nodeport"]) for row in rows]
