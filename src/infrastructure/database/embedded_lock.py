"""Locks between processes, by flock(2): a process that is killed loses its own at once."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_POLL_SECONDS = 0.01


@contextmanager
def open_lock(path: Path) -> Iterator[int]:
    """Open the lock file; closed afterwards and never unlocked.

    Unlocking would also unlock a copy of the descriptor that a child process has inherited.
    """
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield lock
    finally:
        os.close(lock)


@contextmanager
def exclusive_lock(path: Path) -> Iterator[None]:
    """Wait for the lock, for as long as it takes, and hold it."""
    with open_lock(path) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def take_shared(path: Path) -> int:
    """Take a share of the lock; the descriptor returned is the share, and closing it the end."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
    except BaseException:
        os.close(lock)
        raise
    return lock


def try_exclusive(lock: int) -> bool:
    """Make the lock exclusive if nobody else holds it; say whether that worked."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_until(is_done: Callable[[], bool], *, seconds: float) -> bool:
    """Ask again and again until it is done or the time is over; say whether it is done."""
    deadline = time.monotonic() + seconds
    while not is_done():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True
