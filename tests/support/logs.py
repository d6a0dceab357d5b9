"""What the application writes to its log while a test watches."""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from structlog.stdlib import ProcessorFormatter


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


@contextmanager
def captured_logs() -> Iterator[LogLines]:
    """Watch the log, formatted as the application formats it."""
    lines, root = LogLines(), logging.getLogger()
    ours = next(h for h in root.handlers if isinstance(h.formatter, ProcessorFormatter))
    handler = logging.StreamHandler(lines.stream)
    handler.setFormatter(ours.formatter)
    root.addHandler(handler)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
