"""A sale of events to many users, and its responses."""

from pathlib import Path

from bench.database import PLENTY, Database
from bench.invariants import Sold, broken_promises
from bench.load import Load, Result, run_load
from bench.servers import Server

BOOKED, REFUSED = 201, 409


class Sale:
    """Sells events to users in turn; its requests are numbered across runs."""

    def __init__(
        self, database: Database, event_id: int, *, events: int, name: str, has_keys: bool
    ) -> None:
        self._database = database
        self._event_id = event_id
        self._events = events
        self._name = name
        self._has_keys = has_keys
        self._after_booking = 0
        self._number = 0
        self._results: list[Result] = []

    @classmethod
    async def open(
        cls,
        database: Database,
        name: str,
        *,
        event_id: int | None = None,
        events: int = 1,
        capacity: int = PLENTY,
        has_keys: bool = True,
    ) -> "Sale":
        """Open a sale of new events, or of an existing event that may have bookings.

        `name` is the prefix of its Idempotency-Keys, which some baselines do not store.
        """
        if event_id is None:
            event_id = await database.add_events(events, capacity=capacity)
        sale = cls(database, event_id, events=events, name=name, has_keys=has_keys)
        newest = "SELECT coalesce(max(id), 0) FROM bookings"
        sale._after_booking = await database.connection.fetchval(newest)
        return sale

    @property
    def event_id(self) -> int:
        """The first event on sale."""
        return self._event_id

    @property
    def answered(self) -> int:
        """The number of responses with a booking."""
        return sum(result.statuses[BOOKED] for result in self._results)

    async def run(
        self,
        server: Server,
        tokens: Path,
        *,
        connections: int,
        seconds: int,
        pause_ms: int = 0,
        settles: bool = True,
    ) -> Result:
        """Book over so many connections for so many seconds, and wait for the last request.

        Without `settles` for none: where other work keeps the database busy.
        """
        load = Load(
            self._event_id,
            self._events,
            tokens=tokens,
            prefix=self._name,
            number=self._number,
            pause_ms=pause_ms,
        )
        result = await run_load(server.address, load, connections=connections, seconds=seconds)
        self._results.append(result)
        numbers = (*result.unanswered, *(answer.number for answer in result.answers))
        self._number = max(numbers, default=self._number - 1) + 1
        if settles:
            await self._database.settle()
        return result

    async def broken_promises(self, *, users: int) -> list[str]:
        """Differences between the responses and what is stored."""
        sold = Sold(
            name=self._name,
            first_event=self._event_id,
            last_event=self._event_id + self._events - 1,
            after_booking=self._after_booking,
            users=users,
            results=self._results,
            has_keys=self._has_keys,
        )
        return await broken_promises(self._database, sold)
