"""Small businesses charge no tax, businesses of other countries owe it, and it is rounded by line
or by document.

What a seller says holds for the prices of all events of theirs: each event has it, since it is
locked and read with every sale, and sellers are not.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
CREATE TYPE tax_relief AS ENUM ('small_business', 'reverse_charge');
CREATE TYPE tax_rounding AS ENUM ('line', 'document');
ALTER TABLE sellers
    ADD COLUMN allows_reverse_charge boolean NOT NULL DEFAULT false
        CONSTRAINT sellers_reverse_charge_needs_a_tax CHECK (
            NOT allows_reverse_charge OR (vat_id IS NOT NULL AND NOT is_small_business)
        ),
    ADD COLUMN tax_rounding tax_rounding NOT NULL DEFAULT 'line';
COMMENT ON COLUMN sellers.allows_reverse_charge IS
    'Whether businesses of other countries buy without tax, and owe it themselves.';
COMMENT ON COLUMN sellers.tax_rounding IS
    'Whether the tax of each line is rounded, or that of each rate of an order.';
ALTER TABLE events
    ADD COLUMN by_small_business boolean NOT NULL DEFAULT false,
    ADD COLUMN tax_rounding tax_rounding NOT NULL DEFAULT 'line';
COMMENT ON COLUMN events.tax_rounding IS 'Taken from the seller.';
COMMENT ON COLUMN events.by_small_business IS
    'Whether its seller charges no tax, whatever its rates say. Taken from the seller.';
ALTER TABLE order_items
    ADD COLUMN tax_relief tax_relief,
    ADD COLUMN relieved_tax_rate numeric(5,2),
    ADD COLUMN relieved_fee_tax_rate numeric(5,2),
    ADD COLUMN tax_rounding tax_rounding NOT NULL DEFAULT 'line',
    ADD CONSTRAINT order_items_relief_is_without_tax CHECK (tax_relief IS NULL OR tax_amount = 0),
    ADD CONSTRAINT order_items_reverse_charge_has_rates CHECK (
        (tax_relief IS NOT DISTINCT FROM 'reverse_charge') = (relieved_tax_rate IS NOT NULL)
        AND (relieved_tax_rate IS NULL) = (relieved_fee_tax_rate IS NULL)
    );
COMMENT ON COLUMN order_items.relieved_tax_rate IS
    'The rate that it would have without a reverse charge.';
COMMENT ON COLUMN order_items.relieved_fee_tax_rate IS
    'The rate that its fee would have without a reverse charge.';
COMMENT ON COLUMN order_items.tax_rounding IS 'As its seller had it when the order was placed.';
COMMENT ON COLUMN order_items.tax_relief IS 'Why it was sold without tax; null if by its rate.';
"""

# Earlier invoices of theirs say it of all that had no tax, and credit notes must go on with that.
SMALL = """
UPDATE events SET by_small_business = true
FROM sellers WHERE sellers.user_id = events.organizer_id AND sellers.is_small_business;
UPDATE order_items SET tax_relief = 'small_business'
FROM events WHERE events.id = order_items.event_id AND events.by_small_business
    AND order_items.tax_rate = 0 AND COALESCE(order_items.fee_tax_rate, 0) = 0;
"""

# Who changes a seller's terms holds the row of the user, which waits for events that are being
# added, and makes those wait that come after.
TERMS = """
CREATE FUNCTION take_seller_terms() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM FROM users WHERE id = NEW.organizer_id FOR KEY SHARE;
    SELECT is_small_business, sellers.tax_rounding FROM sellers
    WHERE user_id = NEW.organizer_id INTO NEW.by_small_business, NEW.tax_rounding;
    IF NOT FOUND THEN
        NEW.by_small_business := false;
        NEW.tax_rounding := 'line';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER events_take_seller_terms BEFORE INSERT ON events
    FOR EACH ROW EXECUTE FUNCTION take_seller_terms();
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
WITHOUT = "UPDATE OF "
WITH = {
    "events": "UPDATE OF by_small_business, tax_rounding, ",
    "sellers": "UPDATE OF allows_reverse_charge, tax_rounding, ",
}

NO_TERMS = "DROP TRIGGER events_take_seller_terms ON events; DROP FUNCTION take_seller_terms();"
NO_COLUMNS = """
ALTER TABLE order_items DROP COLUMN tax_relief, DROP COLUMN relieved_tax_rate,
    DROP COLUMN relieved_fee_tax_rate, DROP COLUMN tax_rounding;
ALTER TABLE events DROP COLUMN by_small_business, DROP COLUMN tax_rounding;
ALTER TABLE sellers DROP COLUMN allows_reverse_charge, DROP COLUMN tax_rounding;
DROP TYPE tax_relief, tax_rounding;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=WITHOUT, after=columns)
        for table, columns in WITH.items()
    )
    return COLUMNS + SMALL + TERMS + "".join(edits)


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=columns, after=WITHOUT)
        for table, columns in WITH.items()
    )
    return NO_TERMS + "".join(edits) + NO_COLUMNS
