"""Plans of halls, read and encoded once, and the states of their seats, encoded once for all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, NamedTuple, Protocol, TypeVar

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.dtos.seat_plan import EventHall
from src.application.ports.database import Clock
from src.application.ports.seat_maps import TakenSeats, TakenSeatsReader
from src.domain.entities.seat_plan import types_by_section
from src.domain.errors import SalesClosed
from src.domain.repositories.venue import SeatsVersion, VenueRepository
from src.domain.repositories.venue_plan import VenuePlanRepository
from src.domain.services.hall_layout import lay_out

Body = TypeVar("Body")
Body_co = TypeVar("Body_co", covariant=True)

PLANS = 16
SECONDS_TO_KEEP_A_PLAN = 300.0


@dataclass(frozen=True, slots=True)
class HallNow:
    """A hall with the event and the taken seats of this moment, which is `now`."""

    hall: EventHall
    snapshot: EventSnapshot
    taken: TakenSeats
    now: datetime

    @property
    def is_open(self) -> bool:
        """Whether the event sells tickets at this moment."""
        try:
            self.snapshot.event.require_on_sale(self.now)
        except SalesClosed:
            return False
        return True

    @property
    def taken_ids(self) -> set[int]:
        return {*self.taken.held, *self.taken.sold}


class WrittenPlan(Protocol[Body_co]):
    """An encoded plan."""

    @property
    def plan(self) -> Body_co: ...

    def states(self, taken: TakenSeats) -> Body_co:
        """The states of its seats, in the order of the plan."""


class _PlanKey(NamedTuple):
    """Identifies a plan by everything that it shows.

    Edits change a version, sales do not; but a price tier may end with one.
    """

    event_id: int
    event_version: int
    ticket_types: tuple[tuple[int, int, Decimal], ...]
    venue_id: int
    plan_version: int
    seats: SeatsVersion


class _Kept(NamedTuple, Generic[Body]):
    hall: EventHall
    written: WrittenPlan[Body]


class SeatPlans(Generic[Body]):
    """Reads plans of events; `write` encodes one. Events without seats have an empty plan."""

    def __init__(
        self,
        event_snapshots: Snapshots[int, EventSnapshot],
        venues: VenueRepository,
        venue_plans: VenuePlanRepository,
        taken_seats: TakenSeatsReader,
        write: Callable[[EventHall], WrittenPlan[Body]],
        clock: Clock,
    ) -> None:
        self._event_snapshots = event_snapshots
        self._venues = venues
        self._venue_plans = venue_plans
        self._clock = clock
        self._write = write
        self._keys = Snapshots[int, _PlanKey](self._read_key)
        self._plans = Snapshots[_PlanKey, _Kept[Body]](
            self._read_plan, max_age=SECONDS_TO_KEEP_A_PLAN, max_entries=PLANS
        )

        async def read_taken(event_id: int) -> TakenSeats:
            return await taken_seats(event_id, now=clock())

        self.taken = Snapshots[int, TakenSeats](read_taken, max_entries=PLANS)
        """Which seats are taken; who changes an event invalidates it."""

    async def plan(self, event_id: int) -> Body:
        """The encoded plan. Raises NotFound."""
        return (await self._kept(event_id)).written.plan

    async def states(self, event_id: int) -> Body:
        """The encoded states of the seats of the plan. Raises NotFound."""
        kept = await self._kept(event_id)
        return kept.written.states(await self.taken.get(event_id))

    async def read(self, event_id: int) -> HallNow:
        """The hall and its taken seats. Raises NotFound."""
        kept = await self._kept(event_id)
        snapshot = await self._event_snapshots.get(event_id)
        return HallNow(kept.hall, snapshot, await self.taken.get(event_id), self._clock())

    async def _kept(self, event_id: int) -> _Kept[Body]:
        key = await self._keys.get(event_id)
        snapshot = await self._event_snapshots.get(event_id)
        if key.event_version != snapshot.event.version:
            self._keys.invalidate(event_id)
            key = await self._keys.get(event_id)
        return await self._plans.get(key)

    async def _read_key(self, event_id: int) -> _PlanKey:
        snapshot = await self._event_snapshots.get(event_id)
        event = snapshot.event
        types = tuple((kind.id, kind.version, kind.current_price) for kind in snapshot.ticket_types)
        if not event.is_seated or event.venue_id is None:
            return _PlanKey(event_id, event.version, types, 0, 0, SeatsVersion(0, 0))
        # A deleted venue keeps its past events.
        venue = (await self._venues.by_ids([event.venue_id]))[event.venue_id]
        seats = await self._venues.seats_version(venue.id)
        return _PlanKey(event_id, event.version, types, venue.id, venue.plan_version, seats)

    async def _read_plan(self, key: _PlanKey) -> _Kept[Body]:
        snapshot = await self._event_snapshots.get(key.event_id)
        seats = await self._venue_plans.seats(key.venue_id) if key.venue_id else []
        sections = lay_out(seats, await self._venue_plans.sections(key.venue_id))
        sellers = types_by_section(
            snapshot.ticket_types, (section.plan.section for section in sections)
        )
        sellers = {name: kind for name, kind in sellers.items() if not kind.is_hidden}
        sold = [section for section in sections if section.plan.section in sellers]
        hall = EventHall(snapshot, sold, sellers)
        return _Kept(hall, self._write(hall))
