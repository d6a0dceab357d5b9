"""Plans of venues in PostgreSQL."""

from collections.abc import Collection, Mapping

from src.domain.entities.section_plan import PlannedSeat, SeatAccess, SectionPlan
from src.domain.errors import InUse
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories.venue import NATURAL_ORDER

ACCESS: dict[str | None, SeatAccess | None] = {
    None: None,
    **{access.value: access for access in SeatAccess},
}

SECTIONS = """
SELECT section, x, y, rotation, angle, seat_spacing, row_spacing
FROM venue_sections WHERE venue_id = $1 ORDER BY section
"""

SAVE_SECTION = """
INSERT INTO venue_sections
    (venue_id, section, x, y, rotation, angle, seat_spacing, row_spacing)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (venue_id, section) DO UPDATE SET x = excluded.x, y = excluded.y,
    rotation = excluded.rotation, angle = excluded.angle,
    seat_spacing = excluded.seat_spacing, row_spacing = excluded.row_spacing
"""

FORGET_SECTION = "DELETE FROM venue_sections WHERE venue_id = $1 AND section = $2"

SEATS = f"""
SELECT id, section, "row", seat_number, access FROM seats AS seat WHERE venue_id = $1
ORDER BY {NATURAL_ORDER}
"""  # noqa: S608 - a constant

SET_ACCESS = """
UPDATE seats SET access = new.access
FROM unnest($2::bigint[], $3::text[]) AS new (id, access)
WHERE seats.venue_id = $1 AND seats.id = new.id
"""

ARE_SOLD = "SELECT EXISTS (SELECT 1 FROM tickets WHERE seat_id = ANY($1)) AS are_sold"

REMOVE_SEATS = "DELETE FROM seats WHERE venue_id = $1 AND id = ANY($2) RETURNING id"

COUNT_CHANGE = "UPDATE venues SET plan_version = plan_version + 1 WHERE id = $1"


class PostgresVenuePlanRepository:
    """Implements `VenuePlanRepository`."""

    async def sections(self, venue_id: int) -> list[SectionPlan]:
        rows = await current_connection().execute_query_dict(SECTIONS, [venue_id])
        return [SectionPlan(**row) for row in rows]

    async def save_section(self, venue_id: int, plan: SectionPlan) -> None:
        values = [
            venue_id,
            plan.section,
            plan.x,
            plan.y,
            plan.rotation,
            plan.angle,
            plan.seat_spacing,
            plan.row_spacing,
        ]
        await self._change(SAVE_SECTION, values)

    async def forget_section(self, venue_id: int, section: str) -> None:
        await self._change(FORGET_SECTION, [venue_id, section])

    async def seats(self, venue_id: int) -> list[PlannedSeat]:
        _, rows = await current_connection().execute_query(SEATS, [venue_id])
        return [
            PlannedSeat(seat_id, section, row, seat_number, ACCESS[access])
            for seat_id, section, row, seat_number, access in rows
        ]

    async def set_access(self, venue_id: int, access: Mapping[int, SeatAccess | None]) -> None:
        values = [None if mark is None else mark.value for mark in access.values()]
        await self._change(SET_ACCESS, [venue_id, list(access), values])

    async def remove_seats(self, venue_id: int, seat_ids: Collection[int]) -> int:
        connection = current_connection()
        (row,) = await connection.execute_query_dict(ARE_SOLD, [list(seat_ids)])
        if row["are_sold"]:
            raise InUse("Tickets for these seats exist, be it cancelled ones: they refer to them.")
        removed = await connection.execute_query_dict(REMOVE_SEATS, [venue_id, list(seat_ids)])
        await connection.execute_query(COUNT_CHANGE, [venue_id])
        return len(removed)

    async def _change(self, statement: str, values: list[object]) -> None:
        await current_connection().execute_query(statement, values)
        await current_connection().execute_query(COUNT_CHANGE, [values[0]])
