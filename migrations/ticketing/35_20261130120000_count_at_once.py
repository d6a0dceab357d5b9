"""Statistics of many events are updated by one statement, and no longer by one for each event.

Each statement prepares all constraints of `events` before it begins, which takes PostgreSQL more
than the change of a row. What is counted stays as it was. The rows are found in id order; they
are locked already, by whoever changes tickets or bookings.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

CREATED = "SELECT {columns}, 1 AS sign FROM new_rows"
REMOVED = "SELECT {columns}, -1 AS sign FROM old_rows"
OPERATIONS = {
    "insert": CREATED,
    "update": f"{CREATED} UNION ALL {REMOVED}",
    "delete": REMOVED,
}

TICKETS = "event_id, ticket_type_id, status, admits"
BOOKINGS = "event_id, status, total_amount"

SOLD_AND_HELD = """COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held"""

AT_ONCE = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE events
    SET total_tickets_sold = total_tickets_sold + change.sold,
        tickets_held = tickets_held + change.held
    FROM (
        SELECT event_id, {sold_and_held}
        FROM ({tickets}) AS changed WHERE admits GROUP BY event_id ORDER BY event_id
    ) AS change
    WHERE events.id = change.event_id AND (change.sold <> 0 OR change.held <> 0);
    UPDATE ticket_types
    SET sold = ticket_types.sold + change.sold, held = ticket_types.held + change.held
    FROM (
        SELECT event_id, ticket_type_id, {sold_and_held}
        FROM ({tickets}) AS changed
        GROUP BY event_id, ticket_type_id ORDER BY event_id, ticket_type_id
    ) AS change
    WHERE ticket_types.event_id = change.event_id AND ticket_types.id = change.ticket_type_id
        AND (change.sold <> 0 OR change.held <> 0);
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION bookings_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE events
    SET total_bookings = total_bookings + change.confirmed,
        total_revenue = total_revenue + change.revenue
    FROM (
        SELECT event_id, sum(sign) AS confirmed, sum(sign * total_amount) AS revenue
        FROM ({bookings}) AS changed
        WHERE status = 'confirmed' GROUP BY event_id ORDER BY event_id
    ) AS change
    WHERE events.id = change.event_id AND (change.confirmed <> 0 OR change.revenue <> 0);
    RETURN NULL;
END $$;
"""

ONE_BY_ONE = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id, {sold_and_held}
        FROM ({tickets}) AS changed WHERE admits GROUP BY event_id ORDER BY event_id
    LOOP
        UPDATE events
        SET total_tickets_sold = total_tickets_sold + change.sold,
            tickets_held = tickets_held + change.held
        WHERE id = change.event_id AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    FOR change IN
        SELECT event_id, ticket_type_id, {sold_and_held}
        FROM ({tickets}) AS changed
        GROUP BY event_id, ticket_type_id ORDER BY event_id, ticket_type_id
    LOOP
        UPDATE ticket_types
        SET sold = sold + change.sold, held = held + change.held
        WHERE event_id = change.event_id AND id = change.ticket_type_id
            AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION bookings_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id, sum(sign) AS confirmed, sum(sign * total_amount) AS revenue
        FROM ({bookings}) AS changed
        WHERE status = 'confirmed' GROUP BY event_id ORDER BY event_id
    LOOP
        UPDATE events
        SET total_bookings = total_bookings + change.confirmed,
            total_revenue = total_revenue + change.revenue
        WHERE id = change.event_id AND (change.confirmed <> 0 OR change.revenue <> 0);
    END LOOP;
    RETURN NULL;
END $$;
"""


def _functions(template: str) -> str:
    return "".join(
        template.format(
            operation=operation,
            sold_and_held=SOLD_AND_HELD,
            tickets=rows.format(columns=TICKETS),
            bookings=rows.format(columns=BOOKINGS),
        )
        for operation, rows in OPERATIONS.items()
    )


async def upgrade(db: BaseDBAsyncClient) -> str:
    return _functions(AT_ONCE)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return _functions(ONE_BY_ONE)
