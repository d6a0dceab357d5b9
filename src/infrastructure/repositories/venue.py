"""Venues and seats in PostgreSQL. Long lists of seats are read with SQL, without models."""

from collections.abc import Collection, Sequence
from datetime import datetime

from tortoise.exceptions import DoesNotExist
from tortoise.queryset import QuerySet

from src.domain.entities.seat_plan import SeatCounts
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import InUse, NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.venue import NewSeat, SeatOnMap, SeatsVersion
from src.domain.shared.label_order import label_key
from src.infrastructure.database.models import SeatModel, TicketModel, VenueModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

COLUMNS = (
    *("name", "location", "country", "timezone", "latitude", "longitude"),
    *("owner_id", "deleted_at"),
)

NATURAL_ORDER = "seat.section_key, seat.row_key, seat.seat_number_key"

SEATS = f"""
SELECT id, section, "row", seat_number FROM seats AS seat WHERE venue_id = $1
ORDER BY {NATURAL_ORDER}
"""  # noqa: S608 - a constant

SEATS_BY_IDS = f"""
SELECT id, section, "row", seat_number FROM seats AS seat WHERE venue_id = $1 AND id = ANY($2)
ORDER BY {NATURAL_ORDER}
"""  # noqa: S608 - a constant

SEATS_VERSION = "SELECT count(*), coalesce(max(id), 0) FROM seats WHERE venue_id = $1"

SEAT_COUNTS = "SELECT section, count(*) AS seats FROM seats WHERE venue_id = $1 GROUP BY section"

ADD_SEATS = """
INSERT INTO seats
    (venue_id, section, "row", seat_number, section_key, row_key, seat_number_key)
SELECT $1, section, "row", seat_number, section_key, row_key, seat_number_key
FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    AS new (section, "row", seat_number, section_key, row_key, seat_number_key)
RETURNING id, section, "row", seat_number
"""

TAKEN_SECTIONS = """
SELECT DISTINCT seats.section FROM tickets JOIN seats ON seats.id = tickets.seat_id
WHERE tickets.event_id = $1 AND tickets.seat_id IS NOT NULL
    AND tickets.status IN ('reserved', 'active', 'used')
"""

# In the order of the index, with two hashed lookups; a join with tickets would need a sort.
SEAT_MAP = f"""
SELECT id, section, "row", seat_number,
    CASE
        WHEN id IN (
            SELECT seat_id FROM tickets
            WHERE event_id = $1 AND seat_id IS NOT NULL AND status IN ('active', 'used')
        ) THEN 'sold'
        WHEN id IN (
            SELECT ticket.seat_id
            FROM bookings AS booking
            JOIN tickets AS ticket ON ticket.event_id = $1 AND ticket.booking_id = booking.id
            WHERE booking.event_id = $1 AND booking.status = 'pending'
                AND booking.expires_at > $2
                AND ticket.seat_id IS NOT NULL AND ticket.status = 'reserved'
        ) THEN 'held'
        ELSE 'available'
    END
FROM seats AS seat
WHERE venue_id = (SELECT venue_id FROM events WHERE id = $1 AND seating = 'reserved')
ORDER BY {NATURAL_ORDER}
"""  # noqa: S608 - a constant

SELLERS = "SELECT section, id, price, is_hidden FROM ticket_types WHERE event_id = $1 AND admits"


class TortoiseVenueRepository:
    """Implements `VenueRepository`."""

    async def get(self, venue_id: int) -> Venue:
        return await self._get(_not_deleted().filter(id=venue_id), venue_id)

    async def lock(self, venue_id: int) -> Venue:
        # NO KEY: a plain FOR UPDATE would block every insert that refers to the venue.
        query = _not_deleted().filter(id=venue_id).select_for_update(no_key=True)
        return await self._get(query, venue_id)

    async def by_ids(self, venue_ids: Collection[int]) -> dict[int, Venue]:
        rows = await VenueModel.filter(id__in=list(venue_ids))
        return {row.id: _to_entity(row) for row in rows}

    async def search(self, page: PageRequest, *, owner_id: int | None = None) -> Page[Venue]:
        found = _not_deleted() if owner_id is None else _not_deleted().filter(owner_id=owner_id)
        return await fetch_page(found, page, _to_entity)

    async def add(self, venue: Venue) -> None:
        row = await VenueModel.create(**mapping.to_row(venue, COLUMNS))
        venue.id, venue.created_at, venue.updated_at = row.id, row.created_at, row.updated_at

    async def save(self, venue: Venue) -> None:
        await VenueModel.filter(id=venue.id).update(**mapping.to_row(venue, COLUMNS))
        row = await VenueModel.get(id=venue.id)
        venue.version, venue.updated_at = row.version, row.updated_at

    async def seats(self, venue_id: int) -> list[Seat]:
        _, rows = await current_connection().execute_query(SEATS, [venue_id])
        return [Seat(*row) for row in rows]

    async def seats_version(self, venue_id: int) -> SeatsVersion:
        _, rows = await current_connection().execute_query(SEATS_VERSION, [venue_id])
        return SeatsVersion(*rows[0])

    async def seats_by_ids(self, venue_id: int, seat_ids: Collection[int]) -> list[Seat]:
        values = [venue_id, list(seat_ids)]
        _, rows = await current_connection().execute_query(SEATS_BY_IDS, values)
        return [Seat(*row) for row in rows]

    async def seat_counts(self, venue_id: int) -> SeatCounts:
        rows = await current_connection().execute_query_dict(SEAT_COUNTS, [venue_id])
        return {row["section"]: row["seats"] for row in rows}

    async def add_seats(self, venue_id: int, seats: Sequence[NewSeat]) -> list[Seat]:
        columns = [list(column) for column in zip(*seats, strict=True)]
        # A venue repeats few labels in many seats.
        keys = {label: label_key(label) for column in columns for label in set(column)}
        columns += [[keys[label] for label in column] for column in columns]
        rows = await current_connection().execute_query_dict(ADD_SEATS, [venue_id, *columns])
        return [Seat(**row) for row in rows]

    async def remove_seat(self, venue_id: int, seat_id: int) -> None:
        found = SeatModel.filter(venue_id=venue_id, id=seat_id)
        if not await found.exists():
            raise NotFound("seat", seat_id)
        if await TicketModel.exists(seat_id=seat_id):
            raise InUse("Tickets for this seat exist, be it cancelled ones: they refer to it.")
        await found.delete()

    async def taken_sections(self, event_id: int) -> set[str]:
        rows = await current_connection().execute_query_dict(TAKEN_SECTIONS, [event_id])
        return {row["section"] for row in rows}

    async def seat_map(self, event_id: int, *, now: datetime) -> list[SeatOnMap]:
        connection = current_connection()
        _, types = await connection.execute_query(SELLERS, [event_id])
        _, seats = await connection.execute_query(SEAT_MAP, [event_id, now])
        # A section is sold by the ticket type of that section, else by the type without a section.
        # What a hidden type sells is no part of the map, and not the other type's either.
        sellers = {
            section: None if is_hidden else (type_id, price)
            for section, type_id, price, is_hidden in types
        }
        other = sellers.get(None)
        return [
            SeatOnMap(seat_id, section, row, seat_number, seller[0], seller[1], status)
            for seat_id, section, row, seat_number, status in seats
            if (seller := sellers.get(section, other)) is not None
        ]

    async def _get(self, query: QuerySet[VenueModel], venue_id: int) -> Venue:
        try:
            return _to_entity(await query.get())
        except DoesNotExist:
            raise NotFound("venue", venue_id) from None


def _not_deleted() -> QuerySet[VenueModel]:
    return VenueModel.filter(deleted_at__isnull=True)


def _to_entity(row: VenueModel) -> Venue:
    return mapping.to_entity(Venue, row)
