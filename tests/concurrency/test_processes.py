"""Several server processes sell the tickets of one database."""

import asyncio
from pathlib import Path

import asyncpg
import httpx

from src.domain.entities.user import Role
from tests.support.api import Person
from tests.support.concurrency.running import add_people, discrepancies, outcomes
from tests.support.concurrency.servers import Server, book, make_event, running

IN_FLIGHT = 60


async def test_stock_and_limit_hold_when_three_processes_sell_to_three_hundred_buyers(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    buyers = await add_people(own_connection, 300)
    servers = [Server(tmp_path / name, own_url) for name in ("a", "b", "c")]
    slots = asyncio.Semaphore(IN_FLIGHT)

    async with running(*servers) as client:
        event_id = await make_event(
            client, servers[0], organizer, capacity=100, max_tickets_per_user=1
        )

        async def ask(server: Server, buyer: Person) -> httpx.Response:
            async with slots:
                return await book(client, server, event_id, buyer)

        # Each buyer asks two of the three servers at the same time.
        responses = await asyncio.gather(
            *(
                ask(servers[(number + step) % 3], buyer)
                for number, buyer in enumerate(buyers)
                for step in (0, 1)
            )
        )

    counted = outcomes(responses)
    assert counted["201"] == 100
    assert counted.keys() == {"201", "ticket_limit_exceeded", "insufficient_tickets"}
    holders = [response.json()["user_id"] for response in responses if response.is_success]
    assert len(set(holders)) == 100
    rows = await own_connection.fetch("SELECT user_id FROM tickets WHERE status = 'active'")
    assert sorted(row["user_id"] for row in rows) == sorted(holders)
    assert await discrepancies(own_connection) == []
