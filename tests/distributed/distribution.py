"""The tables distributed over a Citus cluster, for tests alone: in one step and transaction.

What belongs to an event is distributed by it, so that a sale meets one node. Users, venues, seats
and sellers are copied to each node, since the other tables refer to them and a trigger reads them.
All others stay on the coordinator, in Citus' metadata, so that a transaction commits on all nodes
or on none.
"""

import asyncpg

ON_EACH_NODE = ("users", "venues", "seats", "sellers")
BY_EVENT = {
    "events": "id",
    "ticket_types": "event_id",
    "bookings": "event_id",
    "tickets": "event_id",
    "event_scanners": "event_id",
    "gates": "event_id",
    "check_ins": "event_id",
    "transfers": "event_id",
    "retired_ticket_codes": "event_id",
}
MOVED = (*ON_EACH_NODE, *BY_EVENT)

# A session's, so that they end with it: none of them changes what the servers do later.
SETTINGS = """
SET LOCAL citus.enable_unsafe_triggers = on;
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
SET LOCAL citus.enable_local_reference_table_foreign_keys = off;
"""

# Between what is distributed and what stays, Citus has no foreign keys.
CUT = """
SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND (
    conrelid::regclass::text = ANY($1) AND NOT confrelid::regclass::text = ANY($2)
    OR confrelid::regclass::text = ANY($1) AND NOT conrelid::regclass::text = ANY($1)
)
ORDER BY 1, 2
"""

# A shard knows of no other: what is unique has to be so within an event.
UNIQUE_EVERYWHERE = """
SELECT relation.relname AS table, made.relname AS name, keys.conname IS NOT NULL AS is_constraint,
    array_to_string(ARRAY(
        SELECT quote_ident(attname) FROM pg_attribute
        WHERE attrelid = relation.oid AND attnum = ANY(indkey::int2[])
        ORDER BY array_position(indkey::int2[], attnum)
    ), ', ') AS columns,
    pg_get_expr(indpred, indrelid) AS condition
FROM pg_index JOIN pg_class AS made ON made.oid = indexrelid
JOIN pg_class AS relation ON relation.oid = indrelid
LEFT JOIN pg_constraint AS keys ON keys.conindid = indexrelid AND keys.contype = 'u'
WHERE relation.relname = ANY($1) AND relation.relnamespace = current_schema()::regnamespace
    AND indisunique AND NOT indisprimary AND relation.relname <> 'events'
    AND NOT EXISTS (
        SELECT 1 FROM pg_attribute
        WHERE attrelid = relation.oid AND attname = 'event_id' AND attnum = ANY(indkey::int2[])
    )
ORDER BY 1, 2
"""

STAYING = """
SELECT relname AS name FROM pg_class
WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
    AND relname <> ALL($1) AND relname <> 'aerich'
    AND relname NOT LIKE 'pgqueuer%' AND relname NOT LIKE 'fake%'
    AND NOT EXISTS (
        SELECT 1 FROM pg_depend
        WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
    )
ORDER BY 1
"""

# On a node, an UPDATE by values is that node's own; one that is joined would be sent out again.
COUNT_TICKETS = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path TO public AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed WHERE admits GROUP BY event_id ORDER BY event_id
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
        GROUP BY event_id, ticket_type_id ORDER BY event_id, ticket_type_id
    LOOP
        UPDATE ticket_types SET sold = sold + change.sold, held = held + change.held
        WHERE event_id = change.event_id AND id = change.ticket_type_id
            AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    RETURN NULL;
END $$;
"""
COUNT_BOOKINGS = """
CREATE OR REPLACE FUNCTION bookings_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path TO public AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id, sum(sign) AS confirmed, sum(sign * total_amount) AS revenue
        FROM ({rows}) AS changed
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
CREATED = "SELECT *, 1 AS sign FROM new_rows"
REMOVED = "SELECT *, -1 AS sign FROM old_rows"
OPERATIONS = {"insert": CREATED, "update": f"{CREATED} UNION ALL {REMOVED}", "delete": REMOVED}


async def distribute(connection: asyncpg.Connection) -> None:
    """Distribute all tables of a migrated database that has Citus and nodes; all or nothing."""
    async with connection.transaction():
        await _distribute(connection)


async def _distribute(connection: asyncpg.Connection) -> None:
    await connection.execute(SETTINGS)
    for row in await connection.fetch(CUT, list(BY_EVENT), list(MOVED)):
        await connection.execute(f"ALTER TABLE {row['table']} DROP CONSTRAINT {row['name']}")
    for row in await connection.fetch(UNIQUE_EVERYWHERE, list(BY_EVENT)):
        await _make_unique_within_event(connection, row)
    await connection.execute(_triggers())
    # Functions of triggers go along with their tables, but not what they call in turn.
    await connection.execute("SELECT create_distributed_function('fold(text)')")
    for table in MOVED:
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for table in ON_EACH_NODE:
        await connection.execute(f"SELECT create_reference_table('{table}')")
    for table, key in BY_EVENT.items():
        group = "default" if table == "events" else "events"
        await connection.execute(
            f"SELECT create_distributed_table('{table}', '{key}', colocate_with => '{group}')"
        )
    for table in MOVED:
        await connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    for row in await connection.fetch(STAYING, list(MOVED)):
        await connection.execute(
            "SELECT citus_add_local_table_to_metadata("
            f"'{row['name']}', cascade_via_foreign_keys => true)"
        )


async def _make_unique_within_event(connection: asyncpg.Connection, row: asyncpg.Record) -> None:
    table, name, columns = row["table"], row["name"], f"{row['columns']}, event_id"
    if row["is_constraint"]:
        await connection.execute(
            f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} UNIQUE ({columns})"
        )
        return
    condition = f" WHERE {row['condition']}" if row["condition"] else ""
    await connection.execute(
        f"DROP INDEX {name}; CREATE UNIQUE INDEX {name} ON {table} ({columns}){condition}"
    )


def _triggers() -> str:
    """Functions that change rows of their own event alone, on its node."""
    statements = [
        "DROP TRIGGER bookings_add_activity_{operation} ON bookings;",
        COUNT_TICKETS,
        COUNT_BOOKINGS,
    ]
    return "".join(
        statement.format(operation=operation, rows=rows)
        for operation, rows in OPERATIONS.items()
        for statement in statements
    )
