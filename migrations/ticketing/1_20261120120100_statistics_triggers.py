"""Statistics, kept by triggers: one per table and operation, each once per statement.

A trigger sums up what its statement changed and then updates each event found, in id order
(usually there is one), and its ticket types: a statement that inserts a thousand tickets
costs one update of the event. A change that adds up to nothing updates nothing. PostgreSQL
allows transition tables only on triggers for a single operation, hence three per table.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

CREATED = "SELECT *, 1 AS sign FROM new_rows"
REMOVED = "SELECT *, -1 AS sign FROM old_rows"

OPERATIONS = {
    "INSERT": ("NEW TABLE AS new_rows", CREATED),
    "UPDATE": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        f"{CREATED} UNION ALL {REMOVED}",
    ),
    "DELETE": ("OLD TABLE AS old_rows", REMOVED),
}

TICKETS = """
CREATE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed
        GROUP BY event_id
        ORDER BY event_id
    LOOP
        UPDATE events
        SET total_tickets_sold = total_tickets_sold + change.sold,
            tickets_held = tickets_held + change.held
        WHERE id = change.event_id AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    FOR change IN
        SELECT event_id, ticket_type_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed
        GROUP BY event_id, ticket_type_id
        ORDER BY event_id, ticket_type_id
    LOOP
        UPDATE ticket_types
        SET sold = sold + change.sold, held = held + change.held
        WHERE event_id = change.event_id AND id = change.ticket_type_id
            AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER tickets_count_{operation} AFTER {operation} ON tickets REFERENCING {tables}
    FOR EACH STATEMENT EXECUTE FUNCTION tickets_count_{operation}();
"""

BOOKINGS = """
CREATE FUNCTION bookings_count_{operation}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id, sum(sign) AS confirmed, sum(sign * total_amount) AS revenue
        FROM ({rows}) AS changed
        WHERE status = 'confirmed'
        GROUP BY event_id
        ORDER BY event_id
    LOOP
        UPDATE events
        SET total_bookings = total_bookings + change.confirmed,
            total_revenue = total_revenue + change.revenue
        WHERE id = change.event_id AND (change.confirmed <> 0 OR change.revenue <> 0);
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER bookings_count_{operation} AFTER {operation} ON bookings REFERENCING {tables}
    FOR EACH STATEMENT EXECUTE FUNCTION bookings_count_{operation}();
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return "".join(
        trigger.format(operation=operation, tables=tables, rows=rows)
        for trigger in (TICKETS, BOOKINGS)
        for operation, (tables, rows) in OPERATIONS.items()
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return "".join(
        f"DROP TRIGGER {table}_count_{operation} ON {table};"
        f"DROP FUNCTION {table}_count_{operation}();"
        for table in ("tickets", "bookings")
        for operation in OPERATIONS
    )
