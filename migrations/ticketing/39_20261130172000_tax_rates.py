"""Rates of their own for ticket types and for service fees.

Items of earlier orders have none for their fee: it has the rate of the tickets, and its share of
their tax.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# Before the triggers know the columns, so that this is no edit of anything.
COLUMNS = """
ALTER TABLE events
    ADD COLUMN fee_tax_rate numeric(5,2)
        CONSTRAINT events_fee_tax_rate_is_a_percentage CHECK (fee_tax_rate BETWEEN 0 AND 100),
    ADD COLUMN listed_tax_rate numeric(5,2);
COMMENT ON COLUMN events.fee_tax_rate IS
    'The tax rate of service fees, where it is not that of the event.';
COMMENT ON COLUMN events.listed_tax_rate IS
    'The rate of the ticket type whose price lists show, where it has one of its own.';
ALTER TABLE ticket_types ADD COLUMN tax_rate numeric(5,2)
    CONSTRAINT ticket_types_tax_rate_is_a_percentage CHECK (tax_rate BETWEEN 0 AND 100);
COMMENT ON COLUMN ticket_types.tax_rate IS 'Its own, where it is not that of the event.';
ALTER TABLE order_items
    ADD COLUMN fee_tax_rate numeric(5,2),
    ADD COLUMN fee_tax_amount numeric,
    ADD CONSTRAINT order_items_fee_tax_is_a_part CHECK (fee_tax_amount BETWEEN 0 AND tax_amount);
COMMENT ON COLUMN order_items.fee_tax_rate IS
    'The rate of the fee; null for earlier orders, whose fee has the rate of the tickets.';
COMMENT ON COLUMN order_items.fee_tax_amount IS
    'The part of the tax that is on the fee; null for earlier orders: its share.';
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
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
EDITS = {"events": "fee_tax_rate", "ticket_types": "tax_rate"}

NO_COLUMNS = """
ALTER TABLE order_items DROP COLUMN fee_tax_rate, DROP COLUMN fee_tax_amount;
ALTER TABLE ticket_types DROP COLUMN tax_rate;
ALTER TABLE events DROP COLUMN fee_tax_rate, DROP COLUMN listed_tax_rate;
"""


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
