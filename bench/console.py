"""Progress messages of the benchmark."""

import sys
import time

_STARTED = time.monotonic()


def say(text: str) -> None:
    """Print a line of progress, with the seconds since the start."""
    show(f"[{elapsed():5.0f} s] {text}")


def show(text: str) -> None:
    """Print text and flush it, also through a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def elapsed() -> float:
    """Seconds since the benchmark started."""
    return time.monotonic() - _STARTED
