"""Accounts: when a user's sessions were last ended, and whether an address is still unproven.

Who is there already keeps their sessions, and has nothing to prove.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
ALTER TABLE users ADD COLUMN tokens_valid_from timestamptz;
ALTER TABLE users ADD COLUMN awaits_verification boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN users.tokens_valid_from IS
    'When all sessions were last ended: access tokens issued before are refused.';
COMMENT ON COLUMN users.awaits_verification IS
    'While true, the user has yet to show that the e-mail address is theirs.';
"""

DOWNGRADE = """
ALTER TABLE users DROP COLUMN awaits_verification;
ALTER TABLE users DROP COLUMN tokens_valid_from;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE
