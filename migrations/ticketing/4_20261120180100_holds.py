"""Holds: a reservation can be extended once."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE bookings ADD COLUMN is_extended boolean NOT NULL DEFAULT false;
        CREATE INDEX bookings_run_out_idx ON bookings (expires_at) WHERE status = 'pending';
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX bookings_run_out_idx;
        ALTER TABLE bookings DROP COLUMN is_extended;
    """
