"""Capacities that were left out follow; prices are ordered within their currency.

Whether a capacity was left out is known of new rows only. Those that exist are taken as given, so
that nothing changes for them; numbers of seats alone were never given by anybody.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# Before the triggers know the column, so that this is no edit of anything.
COLUMNS = """
ALTER TABLE events ADD COLUMN capacity_is_derived boolean NOT NULL DEFAULT false;
ALTER TABLE ticket_types ADD COLUMN capacity_is_derived boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN events.capacity_is_derived IS
    'Whether the capacity was left out: it is the sum of its types'', or the number of seats.';
COMMENT ON COLUMN ticket_types.capacity_is_derived IS
    'Whether the capacity was left out: it is the event''s, or the number of seats.';
UPDATE events SET capacity_is_derived = true WHERE seating = 'reserved';
UPDATE ticket_types SET capacity_is_derived = true
    FROM events WHERE events.id = ticket_types.event_id AND events.seating = 'reserved';
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    FOR definition IN
        SELECT pg_get_triggerdef(oid) FROM pg_trigger
        WHERE tgrelid IN ('events'::regclass, 'ticket_types'::regclass)
            AND tgname IN ('events_note_edit', 'ticket_types_note_edit')
    LOOP
        definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
        EXECUTE replace(definition, '{before}', '{after}');
    END LOOP;
END $do$;
"""
WITHOUT, WITH = "UPDATE OF ", "UPDATE OF capacity_is_derived, "

PRICES = """
DROP INDEX events_status_price_idx;
CREATE INDEX events_status_currency_price_idx ON events (status, currency, price, id)
    WHERE deleted_at IS NULL;
"""

NO_PRICES = """
DROP INDEX events_status_currency_price_idx;
CREATE INDEX events_status_price_idx ON events (status, price, id) WHERE deleted_at IS NULL;
"""

NO_COLUMNS = """
ALTER TABLE ticket_types DROP COLUMN capacity_is_derived;
ALTER TABLE events DROP COLUMN capacity_is_derived;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + NOTE_EDITS.format(before=WITHOUT, after=WITH) + PRICES


async def downgrade(db: BaseDBAsyncClient) -> str:
    return NO_PRICES + NOTE_EDITS.format(before=WITH, after=WITHOUT) + NO_COLUMNS
