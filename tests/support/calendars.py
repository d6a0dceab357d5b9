"""Calendar files as readers by other authors understand them: vobject, and ical.js on Node."""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vobject  # type: ignore[import-untyped]

ICAL_JS = "ical.js@2.2.1"
SCRIPT = Path(__file__).parent / "read_calendar.mjs"


@dataclass(frozen=True)
class ReadEvent:
    """What a reader found in an event."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    summary: str
    location: str | None
    description: str
    url: str | None
    status: str


@dataclass(frozen=True)
class ReadCalendar:
    """What a reader found in a file."""

    method: str | None
    name: str | None
    events: tuple[ReadEvent, ...]


Reader = Callable[[bytes], ReadCalendar]


def read_with_vobject(content: bytes) -> ReadCalendar:
    calendar = vobject.readOne(content.decode())
    return ReadCalendar(
        _value(calendar, "method"),
        _value(calendar, "x_wr_calname"),
        tuple(
            ReadEvent(
                event.uid.value,
                int(event.sequence.value),
                event.dtstart.value.astimezone(UTC),
                event.dtend.value.astimezone(UTC),
                event.last_modified.value.astimezone(UTC),
                event.summary.value,
                _value(event, "location"),
                event.description.value,
                _value(event, "url"),
                event.status.value,
            )
            for event in getattr(calendar, "vevent_list", [])
        ),
    )


class IcalJs:
    """ical.js, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def installed_in(cls, folder: Path) -> "IcalJs":
        """Install it there. Skips the test, with the reason, where that cannot be done."""
        npm, node = shutil.which("npm"), shutil.which("node")
        if npm is None or node is None:
            pytest.skip("Node.js with npm is not installed.")
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", ICAL_JS]
        try:
            done = subprocess.run(
                command, cwd=folder, capture_output=True, text=True, timeout=90, check=False
            )
        except subprocess.TimeoutExpired:
            pytest.skip(f"{ICAL_JS} could not be installed in 90 seconds.")
        if done.returncode:
            pytest.skip(f"{ICAL_JS} could not be installed: {done.stderr[-300:]}")
        shutil.copy(SCRIPT, folder)
        return cls(folder)

    def __call__(self, content: bytes) -> ReadCalendar:
        done = subprocess.run(
            ["node", SCRIPT.name], cwd=self._folder, input=content, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        found = json.loads(done.stdout)
        events = (
            ReadEvent(**event | {key: datetime.fromisoformat(event[key]) for key in TIMES})
            for event in found["events"]
        )
        return ReadCalendar(found["method"], found["name"], tuple(events))


TIMES = ("starts_at", "ends_at", "changed_at")


def _value(component: vobject.base.Component, name: str) -> str | None:
    child = getattr(component, name, None)
    return None if child is None else child.value
