"""What organizers earned is added up from an index, event by event and item by item.

It has all that settlement reads of an entry: neither tables nor sorting are needed, however many
entries there are. The other index finds the payments that did not come to the platform.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UP = """
CREATE INDEX ledger_entries_by_item_idx
    ON ledger_entries (event_id, order_item_id, currency)
    INCLUDE (at, kind, account, amount, transaction_id) WHERE event_id IS NOT NULL;
CREATE INDEX transactions_by_hand_idx
    ON transactions (id) WHERE provider = 'manual';
"""

DOWN = "DROP INDEX ledger_entries_by_item_idx, transactions_by_hand_idx;"


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UP


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWN
