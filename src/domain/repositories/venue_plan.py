"""The repository of the plans of venues: how sections stand, and which seats are accessible."""

from collections.abc import Collection, Mapping
from typing import Protocol

from src.domain.entities.section_plan import PlannedSeat, SeatAccess, SectionPlan


class VenuePlanRepository(Protocol):
    """Plans of venues. Each change counts `plan_version` of the venue, which the caller locks."""

    async def sections(self, venue_id: int) -> list[SectionPlan]:
        """Return what is stored; other sections are arranged by rule."""

    async def save_section(self, venue_id: int, plan: SectionPlan) -> None: ...

    async def forget_section(self, venue_id: int, section: str) -> None:
        """Arrange the section by rule again."""

    async def seats(self, venue_id: int) -> list[PlannedSeat]:
        """Return all seats in natural order (see `Seat`)."""

    async def set_access(self, venue_id: int, access: Mapping[int, SeatAccess | None]) -> None:
        """Mark these seats of the venue, by id."""

    async def remove_seats(self, venue_id: int, seat_ids: Collection[int]) -> int:
        """Delete these seats; how many there were.

        Raises InUse when any ticket, even a cancelled one, is for one of them.
        """
