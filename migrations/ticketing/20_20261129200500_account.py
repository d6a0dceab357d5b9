"""Log-ins at the outside identity provider, and the mails that a user goes without."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
CREATE TABLE provider_log_ins (
    state_hash bytea CONSTRAINT provider_log_ins_pkey PRIMARY KEY
        CONSTRAINT provider_log_ins_state_hash_is_sha256 CHECK (length(state_hash) = 32),
    browser_hash bytea NOT NULL
        CONSTRAINT provider_log_ins_browser_hash_is_sha256 CHECK (length(browser_hash) = 32),
    nonce text NOT NULL,
    verifier text NOT NULL,
    next_path text NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX provider_log_ins_expires_at_idx ON provider_log_ins (expires_at);
COMMENT ON TABLE provider_log_ins IS
    'Log-ins that browsers have begun at the outside identity provider, until they return.';
COMMENT ON COLUMN provider_log_ins.state_hash IS
    'The hash of what the browser comes back with in its address.';
COMMENT ON COLUMN provider_log_ins.browser_hash IS
    'The hash of a secret in a cookie of the browser that began.';
COMMENT ON COLUMN provider_log_ins.nonce IS 'What the provider''s token must repeat.';
COMMENT ON COLUMN provider_log_ins.verifier IS
    'What proves to the provider that its code was asked for here (PKCE).';
COMMENT ON COLUMN provider_log_ins.next_path IS 'The page of this service that was wanted.';

ALTER TABLE users ADD COLUMN unwanted_mails text[] NOT NULL DEFAULT '{}'
    CONSTRAINT users_unwanted_mails_can_be_left_out
    CHECK (unwanted_mails <@ ARRAY['payment_reminder', 'ticket_given']);
COMMENT ON COLUMN users.unwanted_mails IS
    'Kinds of mails that the user goes without; only some may be left out.';
"""

DOWNGRADE = """
ALTER TABLE users DROP COLUMN unwanted_mails;
DROP TABLE provider_log_ins;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE
