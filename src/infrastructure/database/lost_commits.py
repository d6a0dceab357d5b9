"""What became of a commit whose answer was lost with its connection."""

import asyncio

import asyncpg
from tortoise.backends.base.client import BaseDBAsyncClient

from src.domain.errors import OutcomeUnknown

LOST = (asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
ENDED_BY_THE_SERVER = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.QueryCanceledError,
)
"""Errors after which a commit may have taken place; any other is the server's plain refusal."""

ASK_SECONDS = 3.0
SECONDS_BETWEEN_QUESTIONS = 0.1

STATUS = "SELECT pg_xact_status($1::text::xid8) AS status"


def is_outcome_lost(error: BaseException) -> bool:
    """Whether this error of a COMMIT leaves open if the transaction was committed."""
    return isinstance(error, LOST + ENDED_BY_THE_SERVER)


async def was_committed(pool: BaseDBAsyncClient, transaction_number: str | None) -> bool:
    """Ask over another connection, for three seconds at most, while the transaction still runs.

    Raises OutcomeUnknown if the transaction has no number, the database does not answer, or the
    server has not noticed yet that the connection is gone.
    """
    if transaction_number is None:
        raise OutcomeUnknown()
    try:
        async with asyncio.timeout(ASK_SECONDS):
            while True:
                status = await _status(pool, transaction_number)
                if status in ("committed", "aborted"):
                    return status == "committed"
                await asyncio.sleep(SECONDS_BETWEEN_QUESTIONS)
    except TimeoutError:
        raise OutcomeUnknown() from None


async def _status(pool: BaseDBAsyncClient, transaction_number: str) -> str | None:
    """What the server says; None while it cannot be reached, or does not know that number."""
    try:
        (row,) = await pool.execute_query_dict(STATUS, [transaction_number])
    except (asyncpg.PostgresError, *LOST):
        return None
    status: str | None = row["status"]
    return status
