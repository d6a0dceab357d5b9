"""Receipts keep the names of the time of the order; a settled payment keeps no secret."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
ALTER TABLE orders ADD COLUMN buyer_name text;
ALTER TABLE order_items ADD COLUMN event_title text, ADD COLUMN ticket_type_name text;
COMMENT ON COLUMN orders.buyer_name IS
    'The buyer''s name when it was ordered, for the receipt; removed with the buyer.';
COMMENT ON COLUMN order_items.event_title IS
    'The event''s title when it was ordered, for the receipt.';
COMMENT ON COLUMN order_items.ticket_type_name IS
    'The ticket type''s name when it was ordered, for the receipt.';

UPDATE orders SET buyer_name = users.name FROM users WHERE users.id = orders.user_id;
UPDATE order_items SET event_title = events.title, ticket_type_name = ticket_types.name
FROM events, ticket_types
WHERE events.id = order_items.event_id AND ticket_types.event_id = order_items.event_id
    AND ticket_types.id = order_items.ticket_type_id;

-- Nobody has edited them.
ALTER TABLE transactions DISABLE TRIGGER USER;
UPDATE transactions SET client_secret = NULL, redirect_url = NULL
WHERE status <> 'pending' AND COALESCE(client_secret, redirect_url) IS NOT NULL;
ALTER TABLE transactions ENABLE TRIGGER USER;
COMMENT ON COLUMN transactions.client_secret IS
    'What the buyer pays with at the provider while the payment is open; the buyer''s alone.';
COMMENT ON COLUMN transactions.redirect_url IS
    'Where the buyer pays while the payment is open; the buyer''s alone.';

CREATE INDEX orders_created_at_idx ON orders USING brin (created_at);
CREATE INDEX transactions_created_at_idx ON transactions USING brin (created_at);
COMMENT ON INDEX orders_created_at_idx IS 'Orders are appended in the order of their times.';
COMMENT ON INDEX transactions_created_at_idx IS
    'Payments and refunds are appended in the order of their times.';
"""

DOWNGRADE = """
DROP INDEX transactions_created_at_idx;
DROP INDEX orders_created_at_idx;
COMMENT ON COLUMN transactions.client_secret IS NULL;
COMMENT ON COLUMN transactions.redirect_url IS NULL;
ALTER TABLE order_items DROP COLUMN event_title, DROP COLUMN ticket_type_name;
ALTER TABLE orders DROP COLUMN buyer_name;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE
