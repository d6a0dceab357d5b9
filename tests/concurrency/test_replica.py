"""Reads from a standby of PostgreSQL: which go there, and what sends them to the primary."""

import asyncio
import math
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest

from src.domain.entities.user import Role
from tests.concurrency.test_chaos import connected, wait_for
from tests.support.api import V1, Person
from tests.support.concurrency.running import add_people
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.replica import Pair, primary_and_replica, samples

EVENTS = f"{V1}/events"
# A text of the dashboard's statements.
OF_DASHBOARD = "sum(total_tickets_sold) AS sold"
OF_BOOKINGS_TABLE = "WITH found AS"
OF_LOOK = "pg_last_xact_replay_timestamp"
BOUND = 2
SECONDS = 20

pytestmark = pytest.mark.timeout(300)


@dataclass(frozen=True)
class Shop:
    """A server that reads from the standby, as its clients use it."""

    server: Server
    client: httpx.AsyncClient

    async def get(self, path: str, who: Person | None = None) -> httpx.Response:
        headers = who.headers if who else {}
        response = await self.client.get(f"{self.server.url}{path}", headers=headers)
        assert response.status_code == 200, response.text
        return response

    async def active(self, who: Person, query: str = "") -> int:
        """The number of active events on the dashboard."""
        number: int = (await self.get(f"{V1}/analytics/dashboard{query}", who)).json()["events"][
            "active"
        ]
        return number

    async def event(self, organizer: Person, title: str = "Run") -> int:
        return await make_event(self.client, self.server, organizer, title=title, capacity=5)

    async def samples(self) -> defaultdict[str, float]:
        return defaultdict(float, await samples(self.client, self.server))

    async def until_read_from_replica(self, who: Person) -> None:
        async def is_read() -> bool:
            before = (await self.samples())["reads_total"]
            await self.active(who)
            return (await self.samples())["reads_total"] > before

        await wait_for(is_read, seconds=SECONDS)


@pytest.fixture(scope="module")
async def pair(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Pair]:
    async with primary_and_replica(tmp_path_factory.mktemp("pair")) as pair:
        yield pair


@pytest.fixture(scope="module")
async def shops(pair: Pair) -> AsyncIterator[list[Shop]]:
    """Two server processes."""
    servers = [pair.server(name) for name in ("one", "other")]
    async with running(*servers) as client:
        yield [Shop(server, client) for server in servers]


async def person(pair: Pair, role: Role) -> Person:
    async with connected(pair.url) as connection:
        (added,) = await add_people(connection, 1, role)
    return added


@pytest.fixture
async def organizer(pair: Pair) -> Person:
    return await person(pair, Role.ORGANIZER)


@pytest.fixture
async def admin(pair: Pair) -> Person:
    return await person(pair, Role.ADMIN)


@pytest.fixture
async def shop(shops: list[Shop], pair: Pair, admin: Person) -> AsyncIterator[Shop]:
    """The first of them, which reads from the standby when the test begins."""
    await shops[0].until_read_from_replica(admin)
    yield shops[0]
    if pair.standby.process.poll() is not None:
        pair.standby.start()
    pair.standby.delay(0)


async def replayed(pair: Pair) -> None:
    """Wait until the standby has all that the primary has now."""

    async def is_replayed() -> bool:
        async with connected(pair.url) as primary, connected(pair.replica_url) as standby:
            position = await primary.fetchval("SELECT pg_current_wal_lsn()::text")
            query = "SELECT pg_last_wal_replay_lsn() >= $1::text::pg_lsn"
            done: bool = await standby.fetchval(query, position)
        return done

    await wait_for(is_replayed, seconds=SECONDS)


async def test_reports_are_read_from_the_replica(shop: Shop, pair: Pair, organizer: Person) -> None:
    await shop.event(organizer)
    await replayed(pair)
    await shop.until_read_from_replica(organizer)
    before = pair.statements(OF_DASHBOARD)
    assert await shop.active(organizer) == 1
    after = pair.statements(OF_DASHBOARD)
    assert (after[0] - before[0], after[1] - before[1]) == (0, 1)
    assert (await shop.samples())["lag_seconds"] < BOUND


async def test_nothing_of_a_sale_is_read_from_the_replica(
    shop: Shop, pair: Pair, organizer: Person
) -> None:
    buyer = await person(pair, Role.CUSTOMER)
    event_id = await shop.event(organizer)
    await replayed(pair)
    before = await shop.samples()
    looks, statements = (pair.statements(text)[1] for text in (OF_LOOK, "SELECT"))
    booked = await shop.client.post(
        f"{shop.server.url}{EVENTS}/{event_id}/bookings",
        headers=buyer.headers,
        json={"quantity": 2},
    )
    assert booked.status_code == 201
    await shop.get(f"{V1}/bookings/{booked.json()['id']}", buyer)
    assert (await shop.get(f"{EVENTS}/{event_id}")).json()["tickets_available"] == 3
    assert await shop.samples() | {"lag_seconds": 0} == before | {"lag_seconds": 0}
    # Both servers look at it once a second, and nobody else.
    looked = pair.statements(OF_LOOK)[1] - looks
    assert abs(pair.statements("SELECT")[1] - statements - looked) <= 1


async def test_tables_are_read_from_the_replica_page_by_page(
    shop: Shop, pair: Pair, organizer: Person
) -> None:
    buyer = await person(pair, Role.CUSTOMER)
    path = f"{shop.server.url}{EVENTS}/{await shop.event(organizer)}/bookings"
    await shop.client.post(path, headers=buyer.headers, json={"quantity": 2})
    await replayed(pair)
    await shop.until_read_from_replica(organizer)
    before = pair.statements(OF_BOOKINGS_TABLE)
    table = await shop.get(f"{V1}/bookings.csv", organizer)
    assert table.headers["content-type"].startswith("text/csv")
    assert len(table.text.splitlines()) == 2
    after = pair.statements(OF_BOOKINGS_TABLE)
    # The number of rows, and the page of them.
    assert (after[0] - before[0], after[1] - before[1]) == (0, 2)


async def test_who_has_written_reads_it_through_any_process(
    shop: Shop, shops: list[Shop], pair: Pair, organizer: Person, admin: Person
) -> None:
    _, other = shops
    await other.until_read_from_replica(admin)
    seen_by_others = await other.active(admin)
    # Less than the bound of 10 seconds, which alone would let everybody read the past.
    pair.standby.delay(6)
    before = await other.samples()
    for number in range(1, 4):
        await shops[number % 2].event(organizer)
        for each in shops:
            assert await each.active(organizer) == number
    found = await other.samples()
    assert found["own_write"] - before["own_write"] == 3
    # Who has written nothing may see the past, and does.
    assert await other.active(admin) == seen_by_others
    pair.standby.delay(0)
    await replayed(pair)
    for each in shops:
        await each.until_read_from_replica(organizer)
        assert await each.active(organizer) == 3


async def test_what_the_replica_does_not_have_yet_is_found(
    shop: Shop, pair: Pair, organizer: Person, admin: Person
) -> None:
    pair.standby.delay(6)
    before = await shop.samples()
    event_id = await shop.event(organizer)
    # 404 would be wrong: there is such an event, and the replica alone does not know of it.
    assert await shop.active(admin, f"?event_id={event_id}") == 1
    assert (await shop.samples())["refusal"] - before["refusal"] == 1


async def test_public_lists_are_shared_by_those_who_read_from_the_same_server(
    shop: Shop, pair: Pair, organizer: Person
) -> None:
    await shop.event(organizer, "Shared")
    await replayed(pair)

    async def listed(who: Person | None = None) -> int:
        return len((await shop.get(f"{EVENTS}?q=Shared", who)).json())

    before = await shop.samples()
    assert await asyncio.gather(*(listed() for _ in range(8))) == [1] * 8
    assert (await shop.samples())["reads_total"] - before["reads_total"] == 8
    pair.standby.delay(6)
    await shop.event(organizer, "Shared too")
    # At the same time, of two servers: nobody is given what was read for others at the other.
    both = [listed(organizer if number % 2 else None) for number in range(8)]
    assert await asyncio.gather(*both) == [1, 2] * 4


async def test_readers_go_on_while_the_replica_stops_and_starts(
    shop: Shop, pair: Pair, organizer: Person
) -> None:
    await shop.event(organizer)
    await replayed(pair)
    before, is_over = await shop.samples(), asyncio.Event()

    async def keep_reading() -> int:
        number = 0
        while not is_over.is_set():
            assert await shop.active(organizer) == 1
            number += 1
        return number

    async def is_unreachable() -> bool:
        return math.isnan((await shop.samples())["lag_seconds"])

    readers = [asyncio.create_task(keep_reading()) for _ in range(4)]
    await shop.until_read_from_replica(organizer)
    await pair.standby.stop()
    await wait_for(is_unreachable, seconds=SECONDS)
    assert (await shop.get("/ready")).json()["status"] == "ready"
    pair.standby.start()
    await shop.until_read_from_replica(organizer)
    is_over.set()
    assert min(await asyncio.gather(*readers)) > 1
    assert (await shop.samples())["unreachable"] > before["unreachable"]


async def test_a_replica_that_is_too_far_behind_is_not_read_from(
    shop: Shop, pair: Pair, organizer: Person, admin: Person
) -> None:
    server = pair.server("behind", DATABASE_REPLICA_MAX_LAG=str(BOUND))
    async with running(server) as client:
        strict = Shop(server, client)
        await strict.until_read_from_replica(admin)
        seen = await strict.active(admin)
        pair.standby.delay(600)
        # By somebody else: the reader has no claim on it but the bound.
        await strict.event(organizer)

        async def is_behind() -> bool:
            return (await strict.samples())["lag_seconds"] > BOUND

        await wait_for(is_behind, seconds=SECONDS)
        assert await strict.active(admin) == seen + 1
        assert (await strict.samples())["behind"] >= 1
        assert '"reason": "behind"' in server.log
        await strict.get("/ready")
        pair.standby.delay(0)
        await strict.until_read_from_replica(admin)
        assert server.log.count('"event": "replica_in_use"') == 2


async def test_a_database_that_is_no_standby_of_ours_is_not_read_from(
    pair: Pair, own_url: str, organizer: Person
) -> None:
    primary = pair.server("primary", DATABASE_REPLICA_URL=pair.url)
    stranger = pair.server("stranger", DATABASE_REPLICA_URL=own_url)
    nobody = pair.server(
        "nobody", DATABASE_REPLICA_URL=pair.url.replace("@127.0.0.1:", "@127.0.0.2:")
    )
    reasons = {primary: "no_standby", stranger: "other_database", nobody: "unreachable"}
    async with running(*reasons) as client:
        await Shop(primary, client).event(organizer)
        for server, reason in reasons.items():
            shop = Shop(server, client)
            assert await shop.active(organizer) == 1
            found = await shop.samples()
            assert (found["reads_total"], found[reason]) == (0, 1)
