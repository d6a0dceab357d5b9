"""Rows of an event have keys that begin with the event, so that they can be distributed by it.

A number alone stays unique where something finds rows by it, as do the codes of tickets and the
references of bookings. Each key replaces an index with the same columns, so that a sale writes as
many indexes as before. Tickets and bookings are locked while their indexes are made.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

FOUND_BY_ID = ("ticket_types", "bookings", "tickets", "transfers")
WITHIN_EVENT = ("event_scanners", "gates", "check_ins", "retired_ticket_codes")
OF_TICKETS = ("check_ins", "transfers", "retired_ticket_codes")
ALONE = ("pass_devices", "refunded_tickets")

PARENTS = {
    "tickets": """ADD CONSTRAINT tickets_booking_fkey FOREIGN KEY (event_id, booking_id)
        REFERENCES bookings (event_id, id) ON DELETE CASCADE""",
    "order_items": """
    ADD CONSTRAINT order_items_booking_fkey FOREIGN KEY (event_id, booking_id)
        REFERENCES bookings (event_id, id),
    ADD CONSTRAINT order_items_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id)
        REFERENCES ticket_types (event_id, id)""",
    "discounts": """ADD CONSTRAINT discounts_ticket_type_fkey
        FOREIGN KEY (event_id, ticket_type_id) REFERENCES ticket_types (event_id, id)""",
}
NO_PARENTS = """
ALTER TABLE tickets DROP CONSTRAINT tickets_booking_fkey;
ALTER TABLE order_items
    DROP CONSTRAINT order_items_booking_fkey, DROP CONSTRAINT order_items_ticket_type_fkey;
ALTER TABLE discounts DROP CONSTRAINT discounts_ticket_type_fkey;
"""

BY_EVENT = """
ALTER TABLE {table} DROP CONSTRAINT {table}_pkey{drop},
    ADD CONSTRAINT {table}_pkey PRIMARY KEY (event_id, id){add};
"""
BY_ID = """
ALTER TABLE {table} DROP CONSTRAINT {table}_pkey{drop},
    ADD CONSTRAINT {table}_pkey PRIMARY KEY (id){add};
"""

SCANNED = """
CREATE OR REPLACE FUNCTION end_transfer() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE transfers SET status = 'ended', email = NULL, closed_at = now()
    WHERE {of_event}ticket_id = NEW.id AND status = 'offered';
    RETURN NULL;
END $$;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return (
        "".join(_no_ticket_key(table) for table in (*OF_TICKETS, *ALONE))
        + NO_PARENTS
        + "DROP INDEX tickets_event_id_idx;"
        + "".join(_key_by_event(table) for table in (*FOUND_BY_ID, *WITHIN_EVENT))
        + _parents()
        + "".join(_ticket_key(table, is_by_event=True) for table in OF_TICKETS)
        + "".join(_ticket_key(table, is_by_event=False) for table in ALONE)
        + SCANNED.format(of_event="event_id = NEW.event_id AND ")
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        SCANNED.format(of_event="")
        + "".join(_no_ticket_key(table) for table in (*OF_TICKETS, *ALONE))
        + NO_PARENTS
        + "".join(_key_by_id(table) for table in (*FOUND_BY_ID, *WITHIN_EVENT))
        + "CREATE INDEX tickets_event_id_idx ON tickets (event_id, id);"
        + _parents()
        + "".join(_ticket_key(table, is_by_event=False) for table in (*OF_TICKETS, *ALONE))
    )


def _key_by_event(table: str) -> str:
    is_doubled = table in ("ticket_types", "bookings")
    return BY_EVENT.format(
        table=table,
        drop=f", DROP CONSTRAINT {table}_event_id_id_key" if is_doubled else "",
        add=f", ADD CONSTRAINT {table}_id_key UNIQUE (id)" if table in FOUND_BY_ID else "",
    )


def _key_by_id(table: str) -> str:
    was_doubled = table in ("ticket_types", "bookings")
    return BY_ID.format(
        table=table,
        drop=f", DROP CONSTRAINT {table}_id_key" if table in FOUND_BY_ID else "",
        add=f", ADD CONSTRAINT {table}_event_id_id_key UNIQUE (event_id, id)"
        if was_doubled
        else "",
    )


def _parents() -> str:
    return "".join(f"ALTER TABLE {table} {keys};" for table, keys in PARENTS.items())


def _no_ticket_key(table: str) -> str:
    return f"ALTER TABLE {table} DROP CONSTRAINT {table}_ticket_id_fkey;"


def _ticket_key(table: str, *, is_by_event: bool) -> str:
    columns = ("event_id, ticket_id", "event_id, id") if is_by_event else ("ticket_id", "id")
    on_delete = "" if table == "refunded_tickets" else " ON DELETE CASCADE"
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_ticket_id_fkey FOREIGN KEY ({columns[0]}) "
        f"REFERENCES tickets ({columns[1]}){on_delete};"
    )
