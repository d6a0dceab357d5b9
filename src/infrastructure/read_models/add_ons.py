"""Who gets which add-ons of an event, in PostgreSQL."""

from collections.abc import Sequence

from src.application.dtos.sold import SoldAddOn
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.known_people import bought_themselves
from src.infrastructure.database.orm import current_connection

SELECT = f"""
SELECT min(piece.id) AS id, kind.id AS ticket_type_id, kind.name AS add_on, count(*) AS quantity,
    COALESCE(orders.contact_name, CASE WHEN known.is_known THEN buyer.name END) AS name,
    COALESCE(orders.contact_email, CASE WHEN known.is_known THEN buyer.email END) AS email,
    bookings.id AS booking_id, bookings.reference AS booking_reference,
    orders.id AS order_id, orders.reference AS order_reference
FROM tickets AS piece
JOIN ticket_types AS kind ON kind.event_id = piece.event_id AND kind.id = piece.ticket_type_id
JOIN bookings ON bookings.event_id = piece.event_id AND bookings.id = piece.booking_id
JOIN users AS buyer ON buyer.id = bookings.user_id
LEFT JOIN orders ON orders.id = bookings.order_id
CROSS JOIN LATERAL (SELECT {bought_themselves("booking", "bookings")} AS is_known) AS known
WHERE piece.event_id = $1 AND NOT piece.admits AND piece.status = 'active'
    AND ($2::bigint IS NULL OR kind.id = $2)
GROUP BY kind.event_id, kind.id, bookings.event_id, bookings.id, buyer.id, orders.id,
    known.is_known
"""  # noqa: S608 - constants
PAGE = f"{SELECT} HAVING min(piece.id) > $3 ORDER BY min(piece.id) LIMIT $4"
ALL = f"""
SELECT id, ticket_type_id, add_on, quantity, name, email, booking_id, booking_reference, order_id,
    order_reference
FROM ({SELECT}) AS found ORDER BY lower(name), booking_id, ticket_type_id
"""  # noqa: S608 - constants


class PostgresSoldAddOnReader:
    """Implements `SoldAddOnReader`."""

    async def search(
        self, event_id: int, ticket_type_id: int | None, page: PageRequest
    ) -> Page[SoldAddOn]:
        after = page.last_id or 0
        # One more than requested shows whether there is a next page.
        values = [event_id, ticket_type_id, after, page.limit + 1]
        rows = await current_connection().execute_query_dict(PAGE, values)
        items = [SoldAddOn(**row) for row in rows[: page.limit]]
        if len(rows) <= page.limit:
            return Page(items)
        return Page(items, Cursor(page.sort, str(items[-1].id), items[-1].id))

    async def all(self, event_id: int, ticket_type_id: int | None) -> Sequence[SoldAddOn]:
        rows = await current_connection().execute_query_dict(ALL, [event_id, ticket_type_id])
        return [SoldAddOn(**row) for row in rows]
