"""What the application writes to its log while a test watches."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from src.infrastructure import logs


class LogLines:
    """The lines written, as text and as the JSON they are."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def entries(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]


class _Both:
    """Standard error, and the lines that are watched."""

    def __init__(self, lines: LogLines) -> None:
        self._lines = lines

    def write(self, text: str) -> int:
        self._lines.stream.write(text)
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


@contextmanager
def captured_logs() -> Iterator[LogLines]:
    """Watch the log, as the application writes it."""
    lines = LogLines()
    # Not `sys.stderr` itself, which pytest puts back between a fixture and its test.
    with patch.object(logs, "sys", SimpleNamespace(stderr=_Both(lines))):
        yield lines
