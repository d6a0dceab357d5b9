"""When a webhook that was not taken is sent again."""

from datetime import timedelta

GIVE_UP_AFTER = timedelta(days=3)

WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=20),
)
"""After each failed attempt but the last; three days in all."""

LONGEST_RETRY_AFTER = timedelta(hours=24)
JITTER = 0.1
"""A wait is longer by up to this share, so that retries of one outage do not come at once."""


def wait_before_retry(
    attempts: int, *, jitter: float, retry_after: timedelta | None = None
) -> timedelta | None:
    """How long to wait after so many failed attempts; None once it is to be given up.

    A receiver's `Retry-After` can make the wait longer, up to a day, and never shorter:
    otherwise all attempts could be used up within minutes.
    """
    if attempts > len(WAITS):
        return None
    wait = WAITS[max(attempts, 1) - 1] * (1 + JITTER * jitter)
    return max(wait, min(retry_after or wait, LONGEST_RETRY_AFTER))
