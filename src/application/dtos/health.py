"""The state of queues and background jobs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

MAY_BE_LATE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits to be done; `oldest` is since when the first has been due, None if nothing is."""

    due: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointQueue:
    """The deliveries of a webhook of the last 30 days, by status."""

    endpoint_id: int
    url: str
    owner_id: int
    owner: str
    is_active: bool
    disabled_reason: str | None
    failing_since: datetime | None
    by_status: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobHealth:
    """A background job: when it last began and begins again, and whether it runs now."""

    name: str
    last_run: datetime | None
    next_run: datetime
    is_running: bool

    def is_late(self, now: datetime) -> bool:
        """Whether no worker has taken it although its time has come."""
        return not self.is_running and self.next_run + MAY_BE_LATE < now


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuesReport:
    """The state of everything that is done in the background, as of `read_at`.

    `mails` and `deliveries` count the rows by status. `holds` are lapsed reservations that are
    still to be swept, `outbox` changes that mails and webhooks are still to be planned for.
    """

    read_at: datetime
    mails: Mapping[str, int]
    mails_due: Queue
    deliveries: Mapping[str, int]
    deliveries_due: Queue
    outbox: Queue
    holds: Queue
    open_refunds: Queue
    endpoints: Sequence[EndpointQueue]
    jobs: Sequence[JobHealth]
