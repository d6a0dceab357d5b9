"""Add-ons: ticket types that admit nobody, with a stock of their own.

What is sold of them are tickets that do not admit. They take no place of their event, so its
counters leave them out; those of the type count them like any other. The key from a ticket to its
type repeats `admits`, so that both always say the same, and triggers need no join.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE ticket_types
    ADD COLUMN admits boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT ticket_types_event_id_id_admits_key UNIQUE (event_id, id, admits),
    ADD CONSTRAINT ticket_types_add_ons_have_their_own_stock
        CHECK (admits OR (section IS NULL AND NOT capacity_is_derived));
ALTER TABLE tickets
    ADD COLUMN admits boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT tickets_add_ons_are_never_used
        CHECK (admits OR (seat_id IS NULL AND status <> 'used')),
    DROP CONSTRAINT tickets_ticket_type_fkey,
    ADD CONSTRAINT tickets_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id, admits)
        REFERENCES ticket_types (event_id, id, admits);
ALTER TABLE bookings
    DROP CONSTRAINT bookings_quantity_is_positive,
    ADD CONSTRAINT bookings_quantity_is_not_negative CHECK (quantity >= 0);
COMMENT ON COLUMN bookings.quantity IS
    'Its tickets that admit. Zero: add-ons alone, for a ticket that was bought before.';
COMMENT ON COLUMN ticket_types.admits IS 'False for an add-on, such as a T-shirt. Never changes.';
COMMENT ON COLUMN tickets.admits IS 'As its type: false for an add-on, which takes no place.';
"""

# What was sold as an add-on becomes a ticket, and takes a place of its event.
NO_COLUMNS = """
UPDATE events SET
    total_tickets_sold = total_tickets_sold + sold,
    tickets_held = tickets_held + held,
    capacity = greatest(capacity, total_tickets_sold + tickets_held + sold + held)
FROM (
    SELECT event_id, count(*) FILTER (WHERE status = 'active') AS sold,
        count(*) FILTER (WHERE status = 'reserved') AS held
    FROM tickets WHERE NOT admits GROUP BY event_id
) AS add_ons
WHERE events.id = add_ons.event_id;
COMMENT ON COLUMN bookings.quantity IS NULL;
UPDATE bookings SET quantity = quantity + (
    SELECT count(*) FROM tickets WHERE booking_id = bookings.id AND NOT admits
)
WHERE id IN (SELECT booking_id FROM tickets WHERE NOT admits);
ALTER TABLE bookings
    DROP CONSTRAINT bookings_quantity_is_not_negative,
    ADD CONSTRAINT bookings_quantity_is_positive CHECK (quantity > 0);
ALTER TABLE tickets
    DROP CONSTRAINT tickets_ticket_type_fkey,
    ADD CONSTRAINT tickets_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id)
        REFERENCES ticket_types (event_id, id),
    DROP COLUMN admits;
ALTER TABLE ticket_types DROP COLUMN admits;
"""

CREATED = "SELECT *, 1 AS sign FROM new_rows"
REMOVED = "SELECT *, -1 AS sign FROM old_rows"

OPERATIONS = {
    "insert": CREATED,
    "update": f"{CREATED} UNION ALL {REMOVED}",
    "delete": REMOVED,
}

COUNT = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed
        {condition}
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
"""


def _functions(condition: str) -> str:
    return "".join(
        COUNT.format(operation=operation, rows=rows, condition=condition)
        for operation, rows in OPERATIONS.items()
    )


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + _functions("WHERE admits")


async def downgrade(db: BaseDBAsyncClient) -> str:
    return _functions("") + NO_COLUMNS
