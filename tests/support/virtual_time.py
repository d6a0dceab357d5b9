"""An event loop in which waiting takes no time."""

import asyncio
import selectors


class _JumpingSelector(selectors.DefaultSelector):
    """Adds up the time that it was to wait for, instead of waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(timeout if timeout is None else 0)
        if not ready and timeout is not None:
            self.now += max(timeout, 0.0)
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """Its clock stands still while there is something to do, then jumps to the next timer.

    For code that waits for nothing outside of the loop: a test of it neither takes the time that
    it waits nor depends on how busy the machine is.
    """

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now
