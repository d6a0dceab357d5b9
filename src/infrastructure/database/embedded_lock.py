"""Locks between processes with flock(2): the system releases those of a killed process."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_POLL_SECONDS = 0.01


@contextmanager
def open_lock(path: Path) -> Iterator[int]:
    """Open the lock file for the block; it is closed afterwards, never unlocked.

    Unlocking would also unlock a copy of the descriptor that a child process has inherited.
    """
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield lock
    finally:
        os.close(lock)


@contextmanager
def exclusive_lock(path: Path) -> Iterator[None]:
    """Hold the lock during the block; waits for it without a limit."""
    with open_lock(path) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def take_shared(path: Path) -> int:
    """Take a shared lock; the returned descriptor holds it until it is closed."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
    except BaseException:
        os.close(lock)
        raise
    return lock


def try_exclusive(lock: int) -> bool:
    """Make the lock exclusive unless another process holds it; return whether that worked."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_until(is_done: Callable[[], bool], *, seconds: float) -> bool:
    """Poll until `is_done` or until the time is over; return whether it is done."""
    deadline = time.monotonic() + seconds
    while not is_done():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True
