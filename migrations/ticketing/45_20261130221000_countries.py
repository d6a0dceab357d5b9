"""In which country events take place, and what their sellers charge there.

Where events were before nobody has said: it stays unknown, and what was sold too.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE venues ADD COLUMN country varchar(2)
    CONSTRAINT venues_country_is_a_code CHECK (country ~ '^[A-Z]{2}$');
COMMENT ON COLUMN venues.country IS 'By ISO 3166; null: not said.';
ALTER TABLE events ADD COLUMN country varchar(2)
    CONSTRAINT events_country_is_a_code CHECK (country ~ '^[A-Z]{2}$');
COMMENT ON COLUMN events.country IS
    'Where it takes place, by ISO 3166: copied from its venue, or said for itself; null: not said.';
ALTER TABLE order_items ADD COLUMN event_country varchar(2);
COMMENT ON COLUMN order_items.event_country IS
    'Where its event was to take place when it was sold; null: not known.';
ALTER TABLE sellers ADD COLUMN taxes_by_country jsonb NOT NULL DEFAULT '[]'
    CONSTRAINT sellers_taxes_by_country_are_a_list CHECK (jsonb_typeof(taxes_by_country) = 'array');
COMMENT ON COLUMN sellers.taxes_by_country IS
    'The rates that new events in a country start with, and whether businesses there owe the tax.';
"""

NO_COLUMNS = """
ALTER TABLE sellers DROP COLUMN taxes_by_country;
ALTER TABLE order_items DROP COLUMN event_country;
ALTER TABLE events DROP COLUMN country;
ALTER TABLE venues DROP COLUMN country;
"""

# The triggers as they are, whatever columns they have: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger
    WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
EDITS = {"venues": "country", "events": "country", "sellers": "taxes_by_country"}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + "".join(
        NOTE_EDITS.format(table=table, before="UPDATE OF ", after=f"UPDATE OF {column}, ")
        for table, column in EDITS.items()
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=f"UPDATE OF {column}, ", after="UPDATE OF ")
        for table, column in EDITS.items()
    )
    return "".join(edits) + NO_COLUMNS
