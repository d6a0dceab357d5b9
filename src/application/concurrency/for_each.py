"""Jobs work row by row: a row that fails is passed over, and tried again ever less often."""

import logging
import time
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from typing import Generic, TypeVar

from src.domain.errors import NotFound, ProviderFailed, TicketingError, Unavailable

Row = TypeVar("Row")

FIRST_WAIT = 10.0
LONGEST_WAIT = 60.0 * 60
LONGEST_WAIT_IF_TEMPORARY = 60.0
"""Seconds. A first failure waits for the next run alone; each further one doubles the wait."""

MAX_REMEMBERED = 1000
"""Rows whose failures are remembered; beyond it the oldest is forgotten, and simply tried."""

TEMPORARY = (Unavailable, ProviderFailed)

log = logging.getLogger(__name__)


class RowsFailed(Exception):
    """A fault stopped the work on some rows; all others were done.

    `failures` has the error of each failed row by its id, every one logged already; `done` is
    what the work on the others adds up to.
    """

    def __init__(self, failures: Mapping[int, Exception], done: int) -> None:
        super().__init__(f"{len(failures)} failed")
        self.failures = failures
        self.done = done


@dataclass(frozen=True, slots=True)
class _Failures:
    count: int
    wait_until: float


def _never_a_refusal(error: BaseException) -> TicketingError | None:
    return None


class ForEach(Generic[Row]):
    """A job's loop over its rows, in which no row holds up another.

    An error of one row is logged with the row's id, and the loop goes on. Each row that has
    failed waits longer from time to time, up to an hour, so that a row that always fails costs
    little and does not fill the log. A lock that is not free, or a provider that does not
    answer, is no fault: it is not logged, and waits a minute at most. Nor is a row that is gone.

    `kind` says what a row is, for the log, and `id_of` which. `as_refusal` translates what the
    database driver raises. One object serves one job, which may run twice at once; it remembers
    failures for as long as the process lives.
    """

    def __init__(
        self,
        kind: str,
        id_of: Callable[[Row], int],
        *,
        as_refusal: Callable[[BaseException], TicketingError | None] = _never_a_refusal,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kind = kind
        self._id_of = id_of
        self._as_refusal = as_refusal
        self._monotonic = monotonic
        self._failed: dict[int, _Failures] = {}
        self._reached = 0

    @property
    def reached(self) -> int:
        """The id of the row at which a run was cut short, from behind which the next goes on.

        0 after a run that saw all its rows, so that what comes late in a long list has its turn.
        """
        return self._reached

    def waiting(self) -> list[int]:
        """The ids of rows that failed and are not to be tried yet, for a query to leave out."""
        now = self._monotonic()
        return [row_id for row_id, past in self._failed.items() if past.wait_until > now]

    async def run(
        self,
        rows: AsyncIterable[Row] | Iterable[Row],
        work: Callable[[Row], Awaitable[int]],
    ) -> int:
        """Do `work` on each row that need not wait; the sum of what it returns.

        Raises RowsFailed at the end if the work on any row failed by a fault.
        """
        done = 0
        faults: dict[int, Exception] = {}
        async for row in _iterate(rows):
            row_id = self._id_of(row)
            past = self._failed.get(row_id)
            if past is not None and past.wait_until > self._monotonic():
                continue
            self._reached = row_id
            try:
                done += await work(row)
            except NotFound:
                self._failed.pop(row_id, None)
            except Exception as error:
                refusal = self._as_refusal(error) or error
                is_fault = not isinstance(refusal, TEMPORARY)
                if is_fault:
                    faults[row_id] = error
                self._note(row_id, error, is_fault=is_fault)
            else:
                self._failed.pop(row_id, None)
        self._reached = 0
        if faults:
            raise RowsFailed(faults, done)
        return done

    def _note(self, row_id: int, error: Exception, *, is_fault: bool) -> None:
        past = self._failed.pop(row_id, None)
        count = past.count + 1 if past else 1
        longest = LONGEST_WAIT if is_fault else LONGEST_WAIT_IF_TEMPORARY
        # The exponent is bounded: a float has no room for the 2000th doubling.
        wait = 0.0 if count == 1 else min(FIRST_WAIT * 2 ** min(count - 2, 20), longest)
        while len(self._failed) >= MAX_REMEMBERED:
            del self._failed[next(iter(self._failed))]
        self._failed[row_id] = _Failures(count, self._monotonic() + wait)
        if is_fault:
            log.error(
                "Work on %s %d failed (failure %d in a row); tried again after %.0f s at least.",
                self._kind,
                row_id,
                count,
                wait,
                exc_info=error,
            )


async def in_steps(
    read: Callable[[int], Awaitable[Sequence[Row]]],
    id_of: Callable[[Row], int],
    *,
    after_id: int = 0,
) -> AsyncIterator[Row]:
    """All rows above an id, of which `read` gives the next few, in id order."""
    while rows := await read(after_id):
        for row in rows:
            yield row
        after_id = id_of(rows[-1])


async def _iterate(rows: AsyncIterable[Row] | Iterable[Row]) -> AsyncIterator[Row]:
    if isinstance(rows, AsyncIterable):
        async for row in rows:
            yield row
    else:
        for row in rows:
            yield row
