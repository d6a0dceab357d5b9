"""After the sale: issues of tickets, keys of their tokens, and the outbox.

`tickets.change_id` grows in commit order within an event, since tickets change under the lock
of their event alone: a reader of an event's tickets that knows the largest one that it has seen
finds what changed since.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

EVENT_COLUMNS = """title, description, venue, kind, date_time, ends_at, timezone, capacity, price,
    currency, status, seating, payment, max_tickets_per_user, sales_start, sales_end,
    organizer_id, deleted_at, venue_id, service_fee_fixed, service_fee_percent, tax_rate,
    tax_inclusive"""

NOTE_EVENT_EDITS = """
CREATE OR REPLACE TRIGGER events_note_edit BEFORE UPDATE OF {columns} ON events
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION note_versioned_edit();
"""

TICKET_COLUMNS = "status, ticket_code, user_id, used_at, used_by, gate, seat_id"

NOTE_TICKET_EDITS = """
CREATE OR REPLACE TRIGGER tickets_note_edit BEFORE UPDATE OF {columns} ON tickets
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION {function}();
"""

UPGRADE = """
CREATE TYPE event_language AS ENUM ('en', 'de', 'th');
ALTER TABLE events
    ADD COLUMN terms text,
    ADD COLUMN language event_language NOT NULL DEFAULT 'en',
    ADD COLUMN allows_reentry boolean NOT NULL DEFAULT false,
    ADD COLUMN allows_transfer boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN events.terms IS 'Printed on tickets.';
COMMENT ON COLUMN events.language IS 'The language of its tickets and mails.';
COMMENT ON COLUMN events.allows_reentry IS
    'Whether people may leave and come in again with the same ticket.';
COMMENT ON COLUMN events.allows_transfer IS 'Whether holders may transfer tickets to others.';

CREATE SEQUENCE ticket_changes AS bigint;
ALTER TABLE tickets
    ADD COLUMN issue integer NOT NULL DEFAULT 1
        CONSTRAINT tickets_issue_is_positive CHECK (issue > 0),
    ADD COLUMN change_id bigint NOT NULL DEFAULT 0;
ALTER TABLE tickets ALTER COLUMN change_id SET DEFAULT nextval('ticket_changes');
ALTER SEQUENCE ticket_changes OWNED BY tickets.change_id;
COMMENT ON COLUMN tickets.issue IS
    'How often the ticket was issued: tokens of earlier issues admit nobody.';
COMMENT ON COLUMN tickets.change_id IS
    'Set anew at every change; grows in commit order within an event.';

CREATE FUNCTION note_ticket_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    NEW.change_id := nextval('ticket_changes');
    RETURN NEW;
END $$;

CREATE TABLE ticket_keys (
    id bigint CONSTRAINT ticket_keys_pkey PRIMARY KEY,
    public_key bytea NOT NULL CONSTRAINT ticket_keys_public_key_key UNIQUE
        CONSTRAINT ticket_keys_public_key_is_ed25519 CHECK (length(public_key) = 32),
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
COMMENT ON TABLE ticket_keys IS
    'Public keys that verify the tokens of tickets. Those of earlier keys stay valid.';
COMMENT ON COLUMN ticket_keys.id IS 'Made of the public key, and named in each token.';
COMMENT ON COLUMN ticket_keys.revoked_at IS 'Since then tokens signed with it admit nobody.';

CREATE TABLE outbox (
    id bigint CONSTRAINT outbox_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    subject_id bigint NOT NULL,
    event_id bigint
);
COMMENT ON TABLE outbox IS
    'Changes that mails and webhooks have yet to be planned for. Rows stay for seconds.';
COMMENT ON COLUMN outbox.id IS 'That of the entry in the audit log.';
"""

DOWNGRADE = """
DROP TABLE outbox, ticket_keys;
ALTER TABLE tickets DROP COLUMN change_id, DROP COLUMN issue;
DROP FUNCTION note_ticket_edit();
ALTER TABLE events DROP COLUMN allows_transfer, DROP COLUMN allows_reentry,
    DROP COLUMN language, DROP COLUMN terms;
DROP TYPE event_language;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    events = f"{EVENT_COLUMNS}, terms, language, allows_reentry, allows_transfer"
    return (
        UPGRADE
        + NOTE_EVENT_EDITS.format(columns=events)
        + NOTE_TICKET_EDITS.format(columns=f"{TICKET_COLUMNS}, issue", function="note_ticket_edit")
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        NOTE_EVENT_EDITS.format(columns=EVENT_COLUMNS)
        + NOTE_TICKET_EDITS.format(columns=TICKET_COLUMNS, function="note_edit")
        + DOWNGRADE
    )
