"""Terms of payment: days for a bank transfer, payments given up, and money in another amount.

Events that exist allow a bank transfer, as they did, and hold its tickets no longer than any
others.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

EVENTS = """
ALTER TABLE events
    ADD COLUMN allows_bank_transfer boolean NOT NULL DEFAULT true,
    ADD COLUMN payment_days integer
        CONSTRAINT events_payment_days_are_some CHECK (payment_days BETWEEN 1 AND 30),
    ADD COLUMN payment_instructions text;
COMMENT ON COLUMN events.allows_bank_transfer IS
    'Whether buyers may pay by the provider manual.';
COMMENT ON COLUMN events.payment_days IS
    'How many days tickets wait for a bank transfer, or for money that is on its way.';
COMMENT ON COLUMN events.payment_instructions IS
    'Where a bank transfer goes. NULL: to the account that the settings name.';
"""

ORDERS = """
CREATE TYPE late_refusal AS ENUM (
    'tickets_gone', 'over_limit', 'event_cancelled', 'event_deleted', 'event_over',
    'currency_changed', 'buyer_deleted'
);
ALTER TABLE orders
    ADD COLUMN late_refusal late_refusal
        CONSTRAINT orders_late_refusal_is_of_a_refund
        CHECK (late_refusal IS NULL OR late_payment = 'refunded');
COMMENT ON COLUMN orders.late_refusal IS
    'Why money that came late was refunded. NULL where it was not, or before this was kept.';
"""

TRANSACTIONS = """
ALTER TABLE transactions
    ADD COLUMN requested_amount numeric
        CONSTRAINT transactions_requested_amount_is_positive CHECK (requested_amount > 0),
    ADD COLUMN due_at timestamptz,
    ADD COLUMN given_up boolean NOT NULL DEFAULT false
        CONSTRAINT transactions_given_up_ones_failed CHECK (NOT given_up OR status = 'failed');
CREATE INDEX transactions_requested_amount_idx ON transactions (order_id)
    WHERE requested_amount IS NOT NULL;
COMMENT ON COLUMN transactions.requested_amount IS
    'What was asked for in the order''s currency, where something else came: that is the amount.';
COMMENT ON COLUMN transactions.due_at IS
    'Until when tickets wait for this payment, because its money takes days.';
COMMENT ON COLUMN transactions.given_up IS
    'Whether it failed because its buyer wanted to pay another way.';
"""

# The triggers as they are, whatever columns they have: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO definition FROM pg_trigger
    WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""

EDITED = {
    "events": "allows_bank_transfer, payment_days, payment_instructions, ",
    "orders": "late_refusal, ",
    "transactions": "amount, currency, requested_amount, due_at, given_up, ",
}
"""Columns that are edits, as the triggers' own definitions write them."""

DOWNGRADE = """
ALTER TABLE transactions DROP COLUMN given_up, DROP COLUMN due_at, DROP COLUMN requested_amount;
ALTER TABLE orders DROP COLUMN late_refusal;
DROP TYPE late_refusal;
ALTER TABLE events DROP COLUMN payment_instructions, DROP COLUMN payment_days,
    DROP COLUMN allows_bank_transfer;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before="UPDATE OF ", after=f"UPDATE OF {columns}")
        for table, columns in EDITED.items()
    )
    return EVENTS + ORDERS + TRANSACTIONS + "".join(edits)


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=f"UPDATE OF {columns}", after="UPDATE OF ")
        for table, columns in EDITED.items()
    )
    return "".join(edits) + DOWNGRADE
