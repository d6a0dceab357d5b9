"""Reads from a replica, as long as it has what they need; from the primary otherwise."""

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from contextvars import ContextVar
from typing import Any, TypeVar

import asyncpg
import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge
from tortoise.connection import get_connections

from src.domain.errors import TicketingError
from src.infrastructure.database.connecting import connect
from src.infrastructure.database.errors import GONE
from src.infrastructure.database.orm import PoolSettings, pool_options
from src.infrastructure.database.pool import Client
from src.infrastructure.database.positions import Origin, Positions

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_ANSWER = 5.0
FAULT = "error"
"""The reason of what is no reason to expect."""

STATE = """
SELECT pg_is_in_recovery() AS is_standby,
    (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint AS position,
    extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float AS seconds
"""
ORIGIN = """
SELECT system_identifier AS system, current_database()::text AS name FROM pg_control_system()
"""

Result = TypeVar("Result")

_needed: ContextVar[int | None] = ContextVar("needed", default=None)
"""The position that the replica must have for the read of this context."""

log = structlog.get_logger()


def reads_from_replica() -> bool:
    """Whether the statements of this context go to the replica."""
    return _needed.get() is not None


class NotFromReplica(Exception):
    """The replica is not fit for a read; the message is the reason in the metrics."""


class ReplicaMetrics:
    """What operators watch of the replica."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.lag = Gauge(
            "database_replica_lag_seconds",
            "Age of what the replica shows; NaN while it does not answer.",
            multiprocess_mode="livemax",
            registry=registry,
        )
        self.reads = Counter(
            "database_replica_reads", "Reads that the replica answered.", registry=registry
        )
        self.fallbacks = Counter(
            "database_replica_fallbacks",
            "Reads that were the replica's, and went to the primary.",
            ("reason",),
            registry=registry,
        )


class Replica:
    """A hot standby, and the process's pool of connections to it.

    Each connection is asked for its position before its use: an address may lead to several
    standbys, of which each is as far as it is.
    """

    def __init__(
        self,
        url: str,
        pool: PoolSettings,
        positions: Positions,
        metrics: ReplicaMetrics,
        note_statement: Callable[[Any], None] | None = None,
    ) -> None:
        self._url = url
        self._pool = pool
        self._positions = positions
        self._metrics = metrics
        self._note_statement = note_statement
        self._client = self._new_client()
        self._follower: asyncpg.Connection | None = None
        self._problem: str | None = "unreachable"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Follow the replica during the block: until then, and without it, nothing is read."""
        await self._look()
        following = asyncio.create_task(self._follow())
        try:
            yield
        finally:
            following.cancel()
            await asyncio.wait([following])
            self._drop_follower()
            await self._client.close()

    async def read(self, run: Callable[[], Awaitable[Result]], user_id: int | None) -> Result:
        """What `run` reads: from the replica, or again from the primary if that does not work.

        It must have no effect. A user finds all that they have written. What the replica refuses
        the primary decides, since it may be there by now; only a statement that took too long is
        not repeated.
        """
        try:
            needed = await self._position_for(user_id)
            with self._as_connection(needed):
                result = await run()
        except asyncpg.QueryCanceledError:
            raise
        except Exception as error:
            reason = _reason(error)
            self._metrics.fallbacks.labels(reason).inc()
            if reason == FAULT:
                log.error("replica_read_failed", error=repr(error))
        else:
            self._metrics.reads.inc()
            return result
        return await run()

    async def _position_for(self, user_id: int | None) -> int:
        if self._problem is not None:
            raise NotFromReplica(self._problem)
        if (least := self._positions.least()) is None:
            raise NotFromReplica("behind")
        if user_id is None:
            return least
        return max(least, await self._positions.of_last_write(user_id))

    @contextmanager
    def _as_connection(self, needed: int) -> Iterator[None]:
        """Let the statements of the block go to the replica, as if it were the only database."""
        reset = _needed.set(needed)
        token = get_connections().set("default", self._client)
        try:
            yield
        finally:
            get_connections().reset(token)
            _needed.reset(reset)

    def _new_client(self) -> Client:
        options = pool_options(self._url, self._pool, self._prepare)
        return Client(**options, setup=self._check, connection_name="default")

    async def _prepare(self, connection: Any) -> None:
        row = await connection.fetchrow(ORIGIN)
        if Origin(row["system"], row["name"]) != self._positions.origin:
            raise NotFromReplica("other_database")
        if self._note_statement is not None:
            connection.add_query_logger(self._note_statement)

    async def _check(self, connection: Any) -> None:
        """Refuse a connection that is not far enough. asyncpg closes it then."""
        row = await connection.fetchrow(STATE)
        _require_standby(row)
        needed = _needed.get()
        if needed is not None and row["position"] < needed:
            least = self._positions.least()
            is_own_write = least is not None and row["position"] >= least
            raise NotFromReplica("own_write" if is_own_write else "behind")

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            await self._look()

    async def _look(self) -> None:
        """Find out where primary and replica are, and whether the replica may be read from."""
        # Without the primary nobody knows how old the replica is; it is too old after a while.
        with suppress(Exception):
            async with asyncio.timeout(SECONDS_TO_ANSWER):
                await self._positions.sample()
        try:
            async with asyncio.timeout(SECONDS_TO_ANSWER):
                self._note(await self._problem_now())
        except Exception as error:
            self._metrics.lag.set(math.nan)
            self._drop_follower()
            await self._end_reads()
            self._note(_reason(error), error=repr(error))

    async def _problem_now(self) -> str | None:
        if self._follower is None or self._follower.is_closed():
            self._follower = await connect(
                self._url, timeout=SECONDS_TO_ANSWER, statement_cache_size=0
            )
            await self._prepare(self._follower)
        row: Any = await self._follower.fetchrow(STATE)
        _require_standby(row)
        age = self._positions.age(row["position"])
        self._metrics.lag.set(row["seconds"] or math.nan if age is None else age)
        least = self._positions.least()
        return "behind" if least is None or row["position"] < least else None

    def _note(self, problem: str | None, **details: str) -> None:
        """What there is against the replica now; the log has each change."""
        if problem != self._problem:
            if problem is None:
                log.info("replica_in_use")
            else:
                log.warning("replica_not_in_use", reason=problem, **details)
        self._problem = problem

    async def _end_reads(self) -> None:
        """End what waits for a replica that does not answer: it is read from the primary."""
        ended, self._client = self._client, self._new_client()
        if ended._pool is not None:
            ended._pool.terminate()

    def _drop_follower(self) -> None:
        follower, self._follower = self._follower, None
        if follower is not None:
            follower.terminate()


def _require_standby(state: Any) -> None:
    # What was promoted, or was never a standby, may have a history of its own.
    if not state["is_standby"] or state["position"] is None:
        raise NotFromReplica("no_standby")


def _reason(error: Exception) -> str:
    if isinstance(error, NotFromReplica):
        return str(error)
    if isinstance(error, TicketingError):
        return "refusal"
    if isinstance(error, asyncpg.SerializationError):
        return "conflict"
    if isinstance(error, GONE) and not isinstance(error, asyncpg.ReadOnlySQLTransactionError):
        return "unreachable"
    return FAULT
