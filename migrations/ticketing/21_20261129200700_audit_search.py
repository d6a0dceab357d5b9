"""Indexes for looking through the audit log, and for the mails of an order."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
CREATE INDEX audit_log_at_idx ON audit_log USING brin (at);
CREATE INDEX audit_log_actor_id_idx ON audit_log (actor_id, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_log_action_idx ON audit_log (action, id);
CREATE INDEX mails_order_id_idx ON mails (order_id, id) WHERE order_id IS NOT NULL;
COMMENT ON INDEX audit_log_at_idx IS 'Entries are appended in the order of their times.';
"""

DOWNGRADE = """
DROP INDEX mails_order_id_idx, audit_log_action_idx, audit_log_actor_id_idx, audit_log_at_idx;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE
