"""What rows do by themselves: note their edits, and (the audit log) refuse any.

An edit moves `updated_at` and `version`; the counters of the statistics triggers are no edit,
so a sale leaves both alone.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = {
    "users": """name, phone, email, username, full_name, role, is_active, password_hash,
        external_issuer, external_id, deleted_at""",
    "events": """title, description, venue, kind, date_time, ends_at, timezone, capacity, price,
        currency, status, seating, payment, max_tickets_per_user, sales_start, sales_end,
        organizer_id, deleted_at""",
    "ticket_types": "name, category, price, capacity, sales_start, sales_end, status",
    "bookings": "status, quantity, total_amount, expires_at",
    "tickets": "status, ticket_code, user_id, used_at, used_by, gate",
}

VERSIONED = ("users", "events", "ticket_types", "bookings")

FUNCTIONS = """
CREATE FUNCTION note_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;

CREATE FUNCTION note_versioned_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""

# `UPDATE OF` fires by the columns a statement names, WHEN only if one of them really changed.
NOTE_EDITS = """
CREATE TRIGGER {table}_note_edit BEFORE UPDATE OF {columns} ON {table}
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION {function}();
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return FUNCTIONS + "".join(
        NOTE_EDITS.format(
            table=table,
            columns=columns,
            function="note_versioned_edit" if table in VERSIONED else "note_edit",
        )
        for table, columns in COLUMNS.items()
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    triggers = "".join(f"DROP TRIGGER {table}_note_edit ON {table};" for table in COLUMNS)
    return (
        triggers
        + "DROP TRIGGER audit_log_is_append_only ON audit_log;"
        + "DROP FUNCTION note_edit(), note_versioned_edit(), refuse_change();"
    )
