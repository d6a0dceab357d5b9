"""Content lines of iCalendar (RFC 5545, section 3.1)."""

from collections.abc import Iterable
from datetime import UTC, datetime

LONGEST_LINE = 75
"""Octets of a line without its end."""

ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Neither the format nor its readers have a place for control characters.
UNPRINTABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(128, 160)])


def text(value: str) -> str:
    """The value of a property of type TEXT; every kind of line break is one."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n").translate(UNPRINTABLE)
    return plain.translate(ESCAPED)


def utc(time: datetime) -> str:
    """An instant, in the form that needs no rules of any zone."""
    return f"{time.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def document(lines: Iterable[str]) -> bytes:
    """The lines as a file, folded."""
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    """The line in pieces that a reader puts together again; no character is torn apart."""
    pieces: list[bytes] = []
    start = 0
    while len(line) - start > (room := LONGEST_LINE - bool(pieces)):
        end = start + room
        while line[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        pieces.append(line[start:end])
        start = end
    return b"\r\n ".join([*pieces, line[start:]])
