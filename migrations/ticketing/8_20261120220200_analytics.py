"""Analytics: what reports need to find rows by, which sales do not pay for."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    # Rows arrive in the order of their date, as bookings do.
    return "CREATE INDEX users_created_at_idx ON users USING brin (created_at);"


async def downgrade(db: BaseDBAsyncClient) -> str:
    return "DROP INDEX users_created_at_idx;"
