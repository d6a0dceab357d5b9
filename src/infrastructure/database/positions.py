"""How far a replica has to be for a read: positions in PostgreSQL's log of changes (WAL).

A position is the number of bytes from the log's beginning. What is replayed up to a position that
the primary had at some time shows everything that was committed until then.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

from src.infrastructure.database.orm import current_connection

REMEMBERED_SAMPLES = 600
REMEMBERED_USERS = 10_000
COMPARED_ENTRIES = 10

OF_PRIMARY = """
SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint AS position,
    (SELECT system_identifier FROM pg_control_system()) AS system,
    current_database()::text AS name
"""

# The position is read after the entries: it has at least the commits that these are of.
LAST_ENTRIES = """
SELECT ARRAY(
    SELECT id FROM audit_log WHERE actor_id = $1 ORDER BY id DESC LIMIT $2
) AS entries, (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint AS position
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Which database it is: that of a replica is that of its primary."""

    system: int
    name: str


@dataclass(frozen=True, slots=True)
class _Sample:
    """The primary's position at `asked_at` or a moment later, by the monotonic clock."""

    asked_at: float
    position: int


@dataclass(frozen=True, slots=True)
class _LastWrite:
    """The newest entries of a user in the audit log, and a position that has them."""

    entries: tuple[int, ...]
    position: int


class Positions:
    """The positions that the primary had, and those of what users have written.

    Who has just written something is known by the audit log, in which every change of a user has
    an entry: so it does not matter which process of the service made it.
    """

    def __init__(self, max_lag: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        """`max_lag` is the age in seconds that what is read may have."""
        self._max_lag = max_lag
        self._monotonic = monotonic
        self._samples: deque[_Sample] = deque(maxlen=REMEMBERED_SAMPLES)
        self._last_writes: OrderedDict[int, _LastWrite] = OrderedDict()
        self.origin: Origin | None = None

    async def sample(self) -> None:
        """Ask the primary for its position. Raises what asyncpg raises."""
        asked_at = self._monotonic()
        (row,) = await current_connection().execute_query_dict(OF_PRIMARY)
        self.origin = Origin(row["system"], row["name"])
        self._samples.append(_Sample(asked_at, row["position"]))

    def least(self) -> int | None:
        """The least position that is recent enough; None if the primary was not asked lately."""
        since = self._monotonic() - self._max_lag
        return next((each.position for each in self._samples if each.asked_at >= since), None)

    def age(self, position: int) -> float | None:
        """Seconds since the primary had no more than this; None if that is too long ago."""
        reached = (each for each in reversed(self._samples) if each.position <= position)
        found = next(reached, None)
        return None if found is None else self._monotonic() - found.asked_at

    async def of_last_write(self, user_id: int) -> int:
        """A position that has all that the user has written. Raises what asyncpg raises."""
        (row,) = await current_connection().execute_query_dict(
            LAST_ENTRIES, [user_id, COMPARED_ENTRIES]
        )
        entries = tuple(row["entries"])
        known = self._last_writes.get(user_id)
        if known is None or known.entries != entries:
            known = self._last_writes[user_id] = _LastWrite(entries, row["position"])
        self._last_writes.move_to_end(user_id)
        if len(self._last_writes) > REMEMBERED_USERS:
            self._last_writes.popitem(last=False)
        return known.position if entries else 0
