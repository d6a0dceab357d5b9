"""The time that something takes on a machine that does nothing else."""

import time

BURST_SECONDS = 0.2


def slowdown() -> float:
    """How much longer than alone a program takes just now: 2 where it gets half a processor."""
    began, used = time.monotonic(), time.thread_time()
    while time.thread_time() - used < BURST_SECONDS:
        pass
    return max(1.0, (time.monotonic() - began) / BURST_SECONDS)


class Stopwatch:
    """Runs from its creation on.

    A test asserts an upper bound of `seconds()`, and not of the time on the clock: other programs
    may have the processors meanwhile.
    """

    def __init__(self) -> None:
        self._slowdown = slowdown()
        self._started = time.monotonic()

    def seconds(self) -> float:
        """What has passed, divided by the slowdown before or since, whichever is greater."""
        elapsed = time.monotonic() - self._started
        return elapsed / max(self._slowdown, slowdown())
