"""The images of a pass, drawn when they are needed: a white ticket on the colour of the pass."""

import struct
import zlib
from functools import cache

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
SAMPLES = 4
"""Points that are looked at for each pixel, in each direction: the edges are smooth."""


@cache
def ticket_icon(size: int, ground: Colour) -> bytes:
    """A square PNG of this many pixels."""
    rows = bytearray()
    for y in range(size):
        rows.append(0)
        for x in range(size):
            share = _coverage(x, y, size)
            rows += bytes(round(g + (w - g) * share) for g, w in zip(ground, WHITE, strict=True))
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"IDAT", zlib.compress(bytes(rows), 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def _coverage(x: int, y: int, size: int) -> float:
    """How much of a pixel the ticket covers, from 0 to 1."""
    steps = [(place + 0.5) / SAMPLES for place in range(SAMPLES)]
    hits = sum(_is_ticket((x + dx) / size, (y + dy) / size) for dy in steps for dx in steps)
    return hits / SAMPLES**2


def _is_ticket(x: float, y: float) -> bool:
    """Whether a point of the unit square is on the ticket: a strip with a bite at each end."""
    is_strip = 0.12 <= x <= 0.88 and 0.3 <= y <= 0.7
    is_bite = any((x - end) ** 2 + (y - 0.5) ** 2 < 0.09**2 for end in (0.12, 0.88))
    is_perforation = 0.6 <= x <= 0.63 and (y - 0.3) % 0.1 < 0.05
    return is_strip and not is_bite and not is_perforation
