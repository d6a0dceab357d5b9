"""E-invoices: what buyers and sellers say for them, and who wants them."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE order_billing
    ADD COLUMN email text,
    ADD COLUMN reference text,
    ADD COLUMN wants_e_invoice boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT order_billing_e_invoice_has_country
        CHECK (country IS NOT NULL OR NOT wants_e_invoice);
COMMENT ON COLUMN order_billing.email IS 'Where e-invoices say that the buyer is reached.';
COMMENT ON COLUMN order_billing.reference IS
    'What the buyer finds the invoice by, such as the Leitweg-ID of a German authority.';
COMMENT ON COLUMN order_billing.wants_e_invoice IS 'Whether it is to be one by EN 16931 too.';
ALTER TABLE sellers
    ADD COLUMN email text,
    ADD COLUMN always_e_invoices boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT sellers_e_invoices_have_tax_id
        CHECK (vat_id IS NOT NULL OR tax_number IS NOT NULL OR NOT always_e_invoices);
COMMENT ON COLUMN sellers.email IS 'Where e-invoices say that the seller is reached.';
COMMENT ON COLUMN sellers.always_e_invoices IS
    'Whether buyers who gave a country get e-invoices without asking.';
"""

NO_COLUMNS = """
ALTER TABLE sellers DROP COLUMN email, DROP COLUMN always_e_invoices;
ALTER TABLE order_billing
    DROP COLUMN email, DROP COLUMN reference, DROP COLUMN wants_e_invoice;
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger
    WHERE tgrelid = 'sellers'::regclass AND tgname = 'sellers_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
NOTED = ("UPDATE OF ", "UPDATE OF email, always_e_invoices, ")


async def upgrade(db: BaseDBAsyncClient) -> str:
    before, after = NOTED
    return COLUMNS + NOTE_EDITS.format(before=before, after=after)


async def downgrade(db: BaseDBAsyncClient) -> str:
    before, after = NOTED
    return NOTE_EDITS.format(before=after, after=before) + NO_COLUMNS
