"""Guests: finding what they bought by its address, and those who bought nothing."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
ALTER TYPE mail_kind ADD VALUE 'find_tickets' BEFORE 'verify_email';
CREATE INDEX orders_contact_email_idx ON orders (contact_email) WHERE contact_email IS NOT NULL;
CREATE INDEX users_guests_idx ON users (created_at) WHERE is_guest;
COMMENT ON COLUMN orders.contact_email IS
    'Where mails about the order of a guest go; it proves nothing about who ordered.';
"""

# A value cannot be taken out of an enum: the type is made again without it.
DOWNGRADE = """
COMMENT ON COLUMN orders.contact_email IS NULL;
DROP INDEX users_guests_idx;
DROP INDEX orders_contact_email_idx;
DELETE FROM mails WHERE kind = 'find_tickets';
ALTER TYPE mail_kind RENAME TO mail_kind_before;
DO $$
BEGIN
    EXECUTE (
        SELECT format('CREATE TYPE mail_kind AS ENUM (%s)',
            string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder))
        FROM pg_enum WHERE enumtypid = 'mail_kind_before'::regtype AND enumlabel <> 'find_tickets'
    );
END $$;
ALTER TABLE mails ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
ALTER TABLE mailings ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
DROP TYPE mail_kind_before;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE
