"""The load generator: wrk, driven by load.lua, which records the time of every response."""

import asyncio
import math
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

SCRIPT = Path(__file__).with_name("load.lua")
TIMEOUT_SECONDS = 30
"""After which wrk counts a response as late; the report uses the times themselves."""


class LoadError(Exception):
    """The load generator failed; the message is one sentence."""


class Answer(NamedTuple):
    """The response to a request; `booking_id` is 0 unless a booking was made."""

    number: int
    status: int
    microseconds: float
    booking_id: int


@dataclass(frozen=True, slots=True)
class Load:
    """The requests to send: GET of `read` below the event if given, else bookings.

    Request n is of user n modulo users, for the event `event` + n modulo `events`. Numbers start
    at `number`; `prefix` makes the Idempotency-Keys unique among loads. With `addresses` they are
    what its lines say instead, in turn: the path of a GET, a space, and a header.
    """

    event: int = 0
    events: int = 1
    read: str = ""
    addresses: Path | None = None
    tokens: Path | None = None
    prefix: str = "load"
    number: int = 0
    pause_ms: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a load. `unanswered` has the age in µs of requests without a response."""

    seconds: float
    answers: Sequence[Answer]
    unanswered: dict[int, float]
    broken: int

    def rate(self, status: int) -> float:
        """Responses with this status per second."""
        return len(self._times(status)) / self.seconds

    def percentile(self, status: int, share: float) -> float:
        """Milliseconds within which `share` of the responses with this status came; NaN if none."""
        times = sorted(self._times(status))
        if not times:
            return math.nan
        return times[min(len(times) - 1, int(len(times) * share))] / 1000

    @property
    def longest_wait(self) -> float:
        """Milliseconds of the longest wait, with or without a response."""
        answered = (answer.microseconds for answer in self.answers)
        return max((*answered, *self.unanswered.values()), default=math.nan) / 1000

    @property
    def statuses(self) -> Counter[int]:
        return Counter(answer.status for answer in self.answers)

    def _times(self, status: int) -> list[float]:
        return [answer.microseconds for answer in self.answers if answer.status == status]


def require_wrk() -> str:
    """The path of wrk. Raises LoadError with instructions to install it."""
    program = shutil.which("wrk")
    if program is None:
        raise LoadError(
            "The load generator wrk is not installed: get it with `apt-get install wrk` "
            "(Debian, Ubuntu) or `brew install wrk` (macOS)."
        )
    return program


async def run_load(address: str, load: Load, *, connections: int, seconds: int) -> Result:
    """Send the load over so many connections for so many seconds. Raises LoadError."""
    with tempfile.TemporaryDirectory(prefix="bench-load-") as folder:
        out = Path(folder) / "answers"
        arguments = {
            "event": load.event,
            "events": load.events,
            "read": load.read,
            "addresses": load.addresses or "",
            "tokens": load.tokens or "",
            "prefix": load.prefix,
            "number": load.number,
            "pause": load.pause_ms,
            "out": out,
        }
        options = ["-t", "1", "-c", str(connections), "-d", f"{seconds}s"]
        options += ["--timeout", f"{TIMEOUT_SECONDS}s", "-s", str(SCRIPT), address, "--"]
        options += [f"{name}={value}" for name, value in arguments.items()]
        await _run(require_wrk(), options)
        return _read(out)


async def _run(program: str, arguments: Sequence[str]) -> None:
    process = await asyncio.create_subprocess_exec(
        program,
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        raise LoadError(f"wrk failed: {output.decode(errors='replace').strip()}")


def _read(out: Path) -> Result:
    answers = []
    for line in out.read_text().splitlines():
        number, status, microseconds, booking_id = line.split()
        answers.append(Answer(int(number), int(status), float(microseconds), int(booking_id)))
    head, *left = Path(f"{out}.summary").read_text().splitlines()
    duration, broken = head.split()
    unanswered = {int(number): float(age) for number, age in (line.split() for line in left)}
    return Result(float(duration) / 1e6, answers, unanswered, int(broken))
