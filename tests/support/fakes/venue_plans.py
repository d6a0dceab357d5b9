"""Plans of venues in memory: a second implementation of their port."""

from collections.abc import Collection, Mapping

from src.domain.entities.section_plan import PlannedSeat, SeatAccess, SectionPlan
from src.domain.errors import InUse
from tests.support.fakes.store import Store
from tests.support.fakes.venues import FakeVenueRepository


class FakeVenuePlanRepository:
    """Implements `VenuePlanRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._venues = FakeVenueRepository(store)

    async def sections(self, venue_id: int) -> list[SectionPlan]:
        plans = self._store.section_plans.get(venue_id, {})
        return [plans[section] for section in sorted(plans)]

    async def save_section(self, venue_id: int, plan: SectionPlan) -> None:
        self._store.section_plans.setdefault(venue_id, {})[plan.section] = plan
        self._count(venue_id)

    async def forget_section(self, venue_id: int, section: str) -> None:
        self._store.section_plans.get(venue_id, {}).pop(section, None)
        self._count(venue_id)

    async def seats(self, venue_id: int) -> list[PlannedSeat]:
        access = self._store.seat_access
        return [
            PlannedSeat(seat.id, seat.section, seat.row, seat.seat_number, access.get(seat.id))
            for seat in await self._venues.seats(venue_id)
        ]

    async def set_access(self, venue_id: int, access: Mapping[int, SeatAccess | None]) -> None:
        own = await self._venues.seats_by_ids(venue_id, access)
        self._store.seat_access.update({seat.id: access[seat.id] for seat in own})
        self._count(venue_id)

    async def remove_seats(self, venue_id: int, seat_ids: Collection[int]) -> int:
        tickets = self._store.all_tickets()
        if any(ticket.seat is not None and ticket.seat.id in seat_ids for ticket in tickets):
            raise InUse("There are tickets for these seats.")
        before = self._store.seats.get(venue_id, [])
        self._store.seats[venue_id] = [seat for seat in before if seat.id not in seat_ids]
        self._count(venue_id)
        return len(before) - len(self._store.seats[venue_id])

    def _count(self, venue_id: int) -> None:
        self._store.venues[venue_id].plan_version += 1
