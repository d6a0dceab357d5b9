"""The on-sale: several server processes, one database, far more buyers than places."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Person
from tests.support.concurrency.running import add_people, discrepancies, outcomes
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.database import MakeDatabase, empty

PLACES = 100
IN_FLIGHT = 60
PATIENCE_SECONDS = 150
REFUSALS = {"insufficient_tickets", "seat_taken"}


@dataclass
class OnSale:
    """Three servers that sell one event; each buyer asks the next of them."""

    client: httpx.AsyncClient
    servers: Sequence[Server]
    connection: asyncpg.Connection
    organizer: Person
    event_id: int = 0
    seat_ids: list[int] = field(default_factory=list)
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(IN_FLIGHT))

    async def post(self, number: int, path: str, who: Person, body: Any = None) -> httpx.Response:
        """Ask the server of this number."""
        url = f"{self.servers[number % len(self.servers)].url}{V1}{path}"
        async with self.slots:
            return await self.client.post(url, headers=who.headers, json=body)

    async def book(self, number: int, buyer: Person, wanted: dict[str, Any]) -> httpx.Response:
        return await self.post(number, f"/events/{self.event_id}/bookings", buyer, wanted)

    async def book_all(
        self, buyers: Sequence[Person], requests: Sequence[dict[str, Any]]
    ) -> list[httpx.Response]:
        """All of them at once, each with the wanted of their place in the line."""
        line = enumerate(zip(buyers, requests, strict=True))
        return await asyncio.gather(*(self.book(n, buyer, wanted) for n, (buyer, wanted) in line))

    async def open_hall(self) -> None:
        """An event with ten rows of ten numbered seats."""
        venue = (await self.post(0, "/venues", self.organizer, {"name": "Hall"})).json()["id"]
        seats = {"section": "Stalls", "rows": [*"ABCDEFGHIJ"], "seats_per_row": 10}
        added = await self.post(0, f"/venues/{venue}/seats", self.organizer, seats)
        assert added.status_code == 201, added.text
        found = await self.client.get(f"{self.servers[0].url}{V1}/venues/{venue}/seats")
        self.seat_ids = [seat["id"] for seat in found.json()]
        assert len(self.seat_ids) == PLACES
        self.event_id = await make_event(
            self.client, self.servers[0], self.organizer, venue_id=venue, seating="reserved"
        )


@pytest.fixture(scope="module")
async def database(make_database: MakeDatabase) -> str:
    return await make_database()


@pytest.fixture(scope="module")
async def servers(
    database: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[httpx.AsyncClient, Sequence[Server]]]:
    """No worker sweeps: only a sale can free what a hold has left."""
    folder = tmp_path_factory.mktemp("servers")
    servers = [
        Server(folder / name, database, HOLD_SECONDS="1", WORKER_ENABLED="false") for name in "abc"
    ]
    async with running(*servers) as client:
        yield client, servers


@pytest.fixture
async def sale(
    database: str, servers: tuple[httpx.AsyncClient, Sequence[Server]]
) -> AsyncIterator[OnSale]:
    """In the database there is nothing but an organizer."""
    connection = await asyncpg.connect(database)
    await empty(connection)
    (organizer,) = await add_people(connection, 1, Role.ORGANIZER)
    yield OnSale(*servers, connection, organizer)
    await connection.close()


async def assert_sold_out(connection: asyncpg.Connection, *, is_seated: bool) -> None:
    """Each place is sold once, and every counter says so."""
    tickets = await connection.fetch("SELECT seat_id FROM tickets WHERE status = 'active'")
    assert len(tickets) == PLACES
    seats = {row["seat_id"] for row in tickets}
    assert len(seats) == PLACES if is_seated else seats == {None}
    event = await connection.fetchrow("SELECT total_tickets_sold, tickets_held FROM events")
    assert event is not None
    assert tuple(event) == (PLACES, 0)
    assert await discrepancies(connection) == []


async def assert_answers_are_stored(
    connection: asyncpg.Connection, responses: Sequence[httpx.Response]
) -> None:
    """Every sale that was answered is there, no other is, and the rest was refused."""
    sold = [response.json() for response in responses if response.status_code == 201]
    assert outcomes(responses).keys() <= {"201", *REFUSALS}
    assert len(sold) < len(responses)
    assert sum(booking["quantity"] for booking in sold) == PLACES
    rows = await connection.fetch("SELECT id FROM bookings")
    assert sorted(row["id"] for row in rows) == sorted(booking["id"] for booking in sold)


async def test_each_seat_is_sold_once_when_requests_for_seats_overlap(sale: OnSale) -> None:
    await sale.open_hall()
    seats = sale.seat_ids
    # Of three who want a seat one wants its neighbour too, so that nearly all overlap. A
    # seat stays free only if nobody wants it alone: in the end none is.
    requests = [
        {"seat_ids": [seats[n % PLACES], seats[(n + 1) % PLACES]] if n % 3 == 0 else [seat]}
        for n, seat in enumerate(seats * 3)
    ]
    responses = await sale.book_all(await add_people(sale.connection, len(requests)), requests)

    await assert_answers_are_stored(sale.connection, responses)
    await assert_sold_out(sale.connection, is_seated=True)


async def test_each_seat_is_sold_once_when_the_system_chooses_them(sale: OnSale) -> None:
    await sale.open_hall()
    # More single buyers than seats: whatever the pairs leave is sold.
    requests = [{"quantity": 1 + (n % 3 == 0), "best_available": True} for n in range(300)]
    responses = await sale.book_all(await add_people(sale.connection, len(requests)), requests)

    await assert_answers_are_stored(sale.connection, responses)
    await assert_sold_out(sale.connection, is_seated=True)


async def test_exactly_the_capacity_is_sold_when_a_thousand_buy_by_quantity(sale: OnSale) -> None:
    sale.event_id = await make_event(sale.client, sale.servers[0], sale.organizer, capacity=PLACES)
    requests = [{"quantity": 1 + (n % 3 == 0)} for n in range(1000)]
    responses = await sale.book_all(await add_people(sale.connection, len(requests)), requests)

    await assert_answers_are_stored(sale.connection, responses)
    await assert_sold_out(sale.connection, is_seated=False)


async def test_seats_of_holds_that_lapsed_are_sold_once_when_nobody_sweeps(sale: OnSale) -> None:
    answers: Counter[str] = Counter()
    sold = 0

    await sale.open_hall()

    async def hold(number: int, holder: Person) -> None:
        nonlocal sold
        body = {"event_id": sale.event_id, "seat_ids": [sale.seat_ids[number]]}
        held = await sale.post(number, "/reservations/reserve", holder, body)
        assert held.status_code == 201, held.text
        answers["held"] += 1
        if number % 4 == 0:
            path = f"/reservations/{held.json()['id']}/confirm"
            # Another server than the one that holds it; it may come too late.
            confirmed = await sale.post(number + 1, path, holder)
            answers.update(f"confirm {outcome}" for outcome in outcomes([confirmed]))
            sold += confirmed.is_success

    async def insist(number: int, buyer: Person) -> None:
        nonlocal sold
        while sold < PLACES:
            wanted = {"quantity": 1, "best_available": True}
            response = await sale.book(number, buyer, wanted)
            answers.update(f"buy {outcome}" for outcome in outcomes([response]))
            if response.status_code == 201:
                sold += 1
                return
            await asyncio.sleep(0.1)

    holders = await add_people(sale.connection, PLACES)
    buyers = await add_people(sale.connection, 2 * PLACES)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await asyncio.gather(*(hold(n, holder) for n, holder in enumerate(holders)))
        await asyncio.gather(*(insist(n, buyer) for n, buyer in enumerate(buyers)))

    confirmed = answers["confirm 200"]
    assert answers["held"] == PLACES
    assert answers.keys() <= {
        *("held", "confirm 200", "confirm hold_expired", "confirm invalid_state"),
        *("buy 201", "buy insufficient_tickets"),
    }
    assert confirmed + answers["buy 201"] == PLACES
    statuses = await sale.connection.fetch("SELECT status::text, count(*) FROM bookings GROUP BY 1")
    assert dict(map(tuple, statuses)) == {"confirmed": PLACES, "expired": PLACES - confirmed}
    await assert_sold_out(sale.connection, is_seated=True)
