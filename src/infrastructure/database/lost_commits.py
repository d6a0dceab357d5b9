"""What became of a commit whose answer was lost with its connection."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

import asyncpg
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import OperationalError

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
IS_STORED = "SELECT EXISTS (SELECT 1 FROM audit_log WHERE id = $1 AND at = $2) AS is_stored"


@dataclass(frozen=True, slots=True)
class TransactionMark:
    """What identifies a transaction, of which some may be in doubt.

    `number` is PostgreSQL's, and `entry_id` and `at` are those of an entry in its audit log. The
    number alone is not enough: a server that crashes forgets the transactions that it had not
    written out, and gives their numbers to others. It does so with ids of rows too, but `at` is
    the time at which the transaction began, and those began before the crash.
    """

    number: str
    entry_id: int
    at: datetime


def is_outcome_lost(error: BaseException) -> bool:
    """Whether this error of a COMMIT leaves open if the transaction was committed."""
    return isinstance(error, LOST + ENDED_BY_THE_SERVER)


async def was_committed(pool: BaseDBAsyncClient, mark: TransactionMark | None) -> bool:
    """Ask over another connection, for three seconds at most, while the transaction still runs.

    Raises OutcomeUnknown if the transaction has no mark, the database does not answer, or the
    server has not noticed yet that the connection is gone.
    """
    if mark is None:
        raise OutcomeUnknown()
    try:
        async with asyncio.timeout(ASK_SECONDS):
            while True:
                if (is_stored := await _is_stored(pool, mark)) is not None:
                    return is_stored
                await asyncio.sleep(SECONDS_BETWEEN_QUESTIONS)
    except TimeoutError:
        raise OutcomeUnknown() from None


async def _is_stored(pool: BaseDBAsyncClient, mark: TransactionMark) -> bool | None:
    """Whether it has committed; None while it still runs, or the server cannot say."""
    try:
        (row,) = await pool.execute_query_dict(STATUS, [mark.number])
        if row["status"] == "aborted":
            return False
        if row["status"] != "committed":
            return None
        # A statement of its own: in one with the status it might not see a commit of this moment.
        (row,) = await pool.execute_query_dict(IS_STORED, [mark.entry_id, mark.at])
    except OperationalError as error:
        # Of a number that it has not given yet PostgreSQL says so: a crash has undone ours.
        return False if isinstance(error.__cause__, asyncpg.InvalidParameterValueError) else None
    except (asyncpg.PostgresError, *LOST):
        return None
    is_stored: bool = row["is_stored"]
    return is_stored
