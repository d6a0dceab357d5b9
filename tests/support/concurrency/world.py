"""The use cases for a test that is not asynchronous, and a look at everything they stored."""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, TypeVar

import asyncpg
from dependency_injector import providers
from tortoise.context import TortoiseContext

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.use_cases.event.create_event import CreateEventCommand
from src.application.use_cases.venue.create_venue import CreateVenueCommand
from src.container import Container
from src.domain.entities.event import EventStatus, Seating
from src.domain.entities.user import Role
from src.domain.errors import CodeCollision, TicketingError, Unavailable
from src.domain.repositories.venue import NewSeat
from src.infrastructure.database.orm import tortoise_config
from tests.support.api import MovableClock
from tests.support.concurrency.running import ROOMY, add_people, discrepancies
from tests.support.database import empty, test_settings
from tests.support.transfers import wrong_transfers

Result = TypeVar("Result")

# As the domain's specification has them, not as the code does. What is new comes from None.
TRANSITIONS: dict[str, dict[str | None, set[str]]] = {
    "event": {
        None: {"draft", "active"},
        "draft": {"active"},
        "active": {"completed", "cancelled"},
    },
    "booking": {
        None: {"pending", "confirmed"},
        "pending": {"confirmed", "cancelled", "expired"},
        "confirmed": {"cancelled", "refunded"},
    },
    "ticket": {
        None: {"reserved", "active"},
        "reserved": {"active", "cancelled"},
        "active": {"used", "cancelled"},
        "used": {"active"},
    },
}

STATUSES = """
SELECT 'event' AS kind, id, status::text FROM events
UNION ALL SELECT 'booking', id, status::text FROM bookings
UNION ALL SELECT 'ticket', id, status::text FROM tickets
"""

EVERYTHING = """
SELECT concat(
    (SELECT string_agg(events::text, '' ORDER BY id) FROM events),
    (SELECT string_agg(ticket_types::text, '' ORDER BY id) FROM ticket_types),
    (SELECT string_agg(bookings::text, '' ORDER BY id) FROM bookings),
    (SELECT string_agg(tickets::text, '' ORDER BY id) FROM tickets)
)
"""

SEATED_TWICE = """
SELECT seat_id FROM tickets WHERE seat_id IS NOT NULL AND status <> 'cancelled'
GROUP BY event_id, seat_id HAVING count(*) > 1
"""

NOT_ITS_SEATS = """
SELECT id FROM events
WHERE seating = 'reserved'
    AND capacity <> (SELECT count(*) FROM seats WHERE venue_id = events.venue_id)
"""

SEATS = [NewSeat(section, "A", number) for section in ("Floor", "Stage") for number in "123"]

MISPRICED = """
SELECT id FROM events
WHERE price <> (SELECT min(price) FROM ticket_types WHERE event_id = events.id)
"""

NOT_FOLLOWING = """
SELECT event.id FROM events AS event JOIN ticket_types AS type ON type.event_id = event.id
WHERE event.seating = 'general' AND type.capacity_is_derived AND type.capacity <> event.capacity
UNION
SELECT id FROM events WHERE seating = 'general' AND capacity_is_derived AND capacity <> (
    SELECT sum(capacity) FROM ticket_types
    WHERE event_id = events.id AND NOT ticket_types.capacity_is_derived
)
"""

LIVE_TICKETS = """
SELECT count(*) FROM tickets WHERE event_id = $1 AND user_id = $2 AND status <> 'cancelled'
"""


@dataclass(frozen=True)
class Sight:
    """All that is stored: statuses by kind and id, every row as text, and what is wrong."""

    statuses: dict[tuple[str, int], str]
    rows: str
    audited: int
    wrong: list[tuple[str, int]]


class World:
    """An application on an event loop of its own; beside the session's, which stands still."""

    def __init__(self, url: str) -> None:
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._tortoise = TortoiseContext()
        self.clock = MovableClock()
        self.container = Container(settings=test_settings(url))
        self.container.adapters.clock.override(providers.Object(self.clock))
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self._connection: asyncpg.Connection = self._runner.run(self._open(url))

    def close(self) -> None:
        """Give the connections back, and the loop."""
        self._runner.run(self._close())
        self._runner.close()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """The result of one use case."""
        return self._runner.run(work)

    def begin(self) -> None:
        """Empty everything; then there are an organizer and three buyers."""
        self.clock.reset()
        self.run(empty(self._connection))
        (organizer,) = self.run(add_people(self._connection, 1, Role.ORGANIZER))
        self.organizer = organizer.actor
        self.buyers = [person.actor for person in self.run(add_people(self._connection, 3))]

    def fetch(self, query: str, *values: object) -> list[asyncpg.Record]:
        """The rows of a query."""
        rows: list[asyncpg.Record] = self.run(self._connection.fetch(query, *values))
        return rows

    def attempt(self, name: str, *efforts: Coroutine[Any, Any, Result]) -> list[Result]:
        """Run them side by side; the results of those that were not refused.

        Counts them by name. Whatever is not a refusal of the domain is raised.
        """
        results = []
        for outcome in self.run(_gather(efforts)):
            if not isinstance(outcome, BaseException):
                results.append(outcome)
                self.done[name] += 1
            elif isinstance(outcome, TicketingError) and not isinstance(
                outcome, Unavailable | CodeCollision
            ):
                self.refused[name] += 1
            else:
                raise outcome
        return results

    def look(self) -> Sight:
        """Read everything."""
        return self.run(self._look())

    def draft(
        self, capacity: int, limit: int | None, types: Sequence[tuple[int, Decimal]]
    ) -> CreateEventCommand:
        """Plans an event in 30 days; `types` are capacities and prices, none for just one type."""
        return CreateEventCommand(
            title="Event",
            date_time=self.clock() + timedelta(days=30),
            capacity=capacity,
            price=Decimal("10.00"),
            status=EventStatus.DRAFT,
            max_tickets_per_user=limit,
            ticket_types=[
                NewTicketType(name=f"Type {number}", capacity=size, price=price)
                for number, (size, price) in enumerate(types)
            ],
        )

    def open_hall(self) -> tuple[int, list[int]]:
        """An event in 30 days with reserved seating, and its six seats, in a venue of its own."""
        venue = CreateVenueCommand(name="Hall")
        venue_id = self.run(
            self.container.catalogue.create_venue().execute(self.organizer, venue)
        ).id
        add = self.container.catalogue.add_seats().execute(self.organizer, venue_id, SEATS)
        seat_ids = [seat.id for seat in self.run(add)]
        command = CreateEventCommand(
            title="In the hall",
            date_time=self.clock() + timedelta(days=30),
            price=Decimal("30.00"),
            seating=Seating.RESERVED,
            venue_id=venue_id,
        )
        event = self.run(self.container.catalogue.create_event().execute(self.organizer, command))
        return event.id, seat_ids

    def rows(self, query: str) -> list[asyncpg.Record]:
        """What a query of one's own finds."""
        found: list[asyncpg.Record] = self.run(self._connection.fetch(query))
        return found

    def types_of(self, event_id: int) -> list[int]:
        """The ids of the event's ticket types."""
        statement = "SELECT id FROM ticket_types WHERE event_id = $1 ORDER BY id"
        rows = self.run(self._connection.fetch(statement, event_id))
        return [row["id"] for row in rows]

    def codes_of(self, booking_id: int) -> list[str]:
        """The codes of the booking's tickets; for a reserved one, which has none, another."""
        statement = "SELECT ticket_code FROM tickets WHERE booking_id = $1 ORDER BY id"
        rows = self.run(self._connection.fetch(statement, booking_id))
        return [row["ticket_code"] or "TKT-20260101-XXXXXXXX" for row in rows]

    def live_tickets(self, event_id: int, user_id: int) -> int:
        """How many tickets that take stock the user has of the event."""
        number: int = self.run(self._connection.fetchval(LIVE_TICKETS, event_id, user_id))
        return number

    def limit_of(self, event_id: int) -> int | None:
        """How many one buyer may have."""
        statement = "SELECT max_tickets_per_user FROM events WHERE id = $1"
        limit: int | None = self.run(self._connection.fetchval(statement, event_id))
        return limit

    def has_lapsed(self) -> bool:
        """Whether a hold is past its time, and nobody has freed its tickets yet."""
        statement = (
            "SELECT EXISTS (SELECT FROM bookings WHERE status = 'pending' AND expires_at <= $1)"
        )
        answer: bool = self.run(self._connection.fetchval(statement, self.clock()))
        return answer

    async def _look(self) -> Sight:
        wrong = await discrepancies(self._connection) + await wrong_transfers(self._connection)
        mispriced = await self._connection.fetch(MISPRICED)
        misseated = await self._connection.fetch(NOT_ITS_SEATS)
        astray = await self._connection.fetch(NOT_FOLLOWING)
        seated_twice = await self._connection.fetch(SEATED_TWICE)
        statuses = await self._connection.fetch(STATUSES)
        return Sight(
            {(row["kind"], row["id"]): row["status"] for row in statuses},
            await self._connection.fetchval(EVERYTHING),
            await self._connection.fetchval("SELECT count(*) FROM audit_log"),
            wrong
            + [("price of event", row["id"]) for row in mispriced]
            + [("capacity of hall", row["id"]) for row in misseated]
            + [("capacity that follows", row["id"]) for row in astray]
            + [("seat in two tickets", row["seat_id"]) for row in seated_twice],
        )

    async def _open(self, url: str) -> asyncpg.Connection:
        # Stays the current one of this loop's tasks, and comes before the session's global one.
        self._tortoise.__enter__()
        await self._tortoise.init(tortoise_config(url, ROOMY))
        return await asyncpg.connect(url)

    async def _close(self) -> None:
        await self._connection.close()
        await self._tortoise.__aexit__(None, None, None)


def illegal_transitions(before: Sight, after: Sight) -> list[tuple[str, int]]:
    """What has a status that its last one does not lead to, or is gone."""
    changed = (
        thing
        for thing, status in after.statuses.items()
        if status != (previous := before.statuses.get(thing))
        and status not in TRANSITIONS[thing[0]].get(previous, set())
    )
    return [*changed, *(before.statuses.keys() - after.statuses.keys())]


def choose(things: Sequence[Result], number: int) -> Result:
    """One of them; small numbers mean the newest."""
    return things[-1 - number % len(things)]


async def _gather(
    efforts: tuple[Coroutine[Any, Any, Result], ...],
) -> list[Result | BaseException]:
    return await asyncio.gather(*efforts, return_exceptions=True)
