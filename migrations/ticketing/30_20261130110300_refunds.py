"""Refunds that come back: reversed in the ledger, owed, repeated or paid out another way."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

TRANSACTIONS = """
ALTER TABLE transactions
    ADD COLUMN replaces_id bigint
        CONSTRAINT transactions_replaces_id_fkey REFERENCES transactions,
    ADD COLUMN owed_amount numeric NOT NULL DEFAULT 0,
    ADD COLUMN ask_at timestamptz;
COMMENT ON COLUMN transactions.replaces_id IS
    'The failed refund that this one repeats, or that it pays out another way.';
COMMENT ON COLUMN transactions.owed_amount IS
    'What of a failed refund nobody has sent back otherwise since; 0 for all others.';
COMMENT ON COLUMN transactions.ask_at IS
    'When the job asks the provider for an open refund again; NULL for at once.';
CREATE INDEX transactions_replaces_id_idx ON transactions (replaces_id)
    WHERE replaces_id IS NOT NULL;
CREATE INDEX transactions_owed_idx ON transactions (id) WHERE owed_amount > 0;
"""

# A failed refund is owed as far as its payment has not gone back, unless a later one replaced it.
OWED = """
UPDATE transactions AS refund SET owed_amount = least(refund.amount, left_over.amount)
FROM (SELECT id, amount - refunded_amount AS amount FROM transactions) AS left_over
WHERE refund.kind = 'refund' AND refund.status = 'failed' AND left_over.id = refund.parent_id
    AND left_over.amount > 0 AND NOT EXISTS (
        SELECT FROM transactions AS later WHERE later.parent_id = refund.parent_id
            AND later.booking_id IS NOT DISTINCT FROM refund.booking_id
            AND later.id > refund.id
    );
ALTER TABLE transactions ADD CONSTRAINT transactions_only_failed_refunds_are_owed CHECK (
    owed_amount = 0
    OR owed_amount BETWEEN 0 AND amount AND kind = 'refund' AND status = 'failed'
);
"""

# Refunds of a whole payment name the event of their order, where it has one.
EVENTS = """
UPDATE transactions SET event_id = whole.event_id
FROM (
    SELECT order_id, min(event_id) AS event_id FROM order_items
    GROUP BY order_id HAVING count(DISTINCT event_id) = 1
) AS whole
WHERE whole.order_id = transactions.order_id
    AND transactions.kind = 'refund' AND transactions.event_id IS NULL;
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text := pg_get_triggerdef(oid) FROM pg_trigger
        WHERE tgrelid = 'transactions'::regclass AND tgname = 'transactions_note_edit';
BEGIN
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
WITHOUT, WITH = "UPDATE OF ", "UPDATE OF owed_amount, "

LEDGER = """
ALTER TABLE ledger_entries ADD COLUMN turn integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN ledger_entries.turn IS
    'Even where the transaction moved the money, odd where a provider took that back.';
ALTER TABLE ledger_entries
    DROP CONSTRAINT ledger_entries_once_key,
    DROP CONSTRAINT ledger_entries_have_the_sign_of_their_kind,
    ADD CONSTRAINT ledger_entries_once_key
        UNIQUE NULLS NOT DISTINCT (transaction_id, order_item_id, account, turn),
    ADD CONSTRAINT ledger_entries_have_the_sign_of_their_kind
        CHECK (((kind = 'payment') = (amount > 0)) = (turn % 2 = 0) AND amount <> 0 AND turn >= 0);
"""

# What was taken back goes with what took it back: the sums stay what they are.
NO_LEDGER = """
ALTER TABLE ledger_entries DISABLE TRIGGER ledger_entries_is_append_only;
DELETE FROM ledger_entries USING (
    SELECT transaction_id, max(turn) AS turn FROM ledger_entries GROUP BY transaction_id
) AS latest
WHERE latest.transaction_id = ledger_entries.transaction_id
    AND (latest.turn % 2 = 1 OR ledger_entries.turn < latest.turn);
ALTER TABLE ledger_entries ENABLE TRIGGER ledger_entries_is_append_only;
ALTER TABLE ledger_entries
    DROP CONSTRAINT ledger_entries_once_key,
    DROP CONSTRAINT ledger_entries_have_the_sign_of_their_kind,
    DROP COLUMN turn;
ALTER TABLE ledger_entries
    ADD CONSTRAINT ledger_entries_once_key
        UNIQUE NULLS NOT DISTINCT (transaction_id, order_item_id, account),
    ADD CONSTRAINT ledger_entries_have_the_sign_of_their_kind
        CHECK ((kind = 'payment') = (amount > 0) AND amount <> 0);
"""

NO_TRANSACTIONS = """
ALTER TABLE transactions
    DROP COLUMN replaces_id, DROP COLUMN owed_amount, DROP COLUMN ask_at;
"""

MAILS = """
ALTER TYPE mail_kind ADD VALUE 'refund_failed' AFTER 'refund';
"""

# A value cannot be taken out of an enum: the type is made again without it.
NO_MAILS = """
DELETE FROM mails WHERE kind = 'refund_failed';
ALTER TYPE mail_kind RENAME TO mail_kind_before;
DO $$
BEGIN
    EXECUTE (
        SELECT format('CREATE TYPE mail_kind AS ENUM (%s)',
            string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder))
        FROM pg_enum WHERE enumtypid = 'mail_kind_before'::regtype AND enumlabel <> 'refund_failed'
    );
END $$;
ALTER TABLE mails ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
ALTER TABLE mailings ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
DROP TYPE mail_kind_before;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = NOTE_EDITS.format(before=WITHOUT, after=WITH)
    return TRANSACTIONS + OWED + EVENTS + edits + LEDGER + MAILS


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = NOTE_EDITS.format(before=WITH, after=WITHOUT)
    return NO_MAILS + NO_LEDGER + edits + NO_TRANSACTIONS
