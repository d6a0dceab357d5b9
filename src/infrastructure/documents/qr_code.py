"""QR codes of tickets."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import segno

from src.application.dtos.own_tickets import QrCode

ERROR_CORRECTION = "q"
"""A quarter of the code may be unreadable: a crack across a phone's display, a fold, a stamp.
A token of 121 to 138 characters takes 45 or 49 modules then, of more than a millimetre on paper and
of one on a phone: a camera at arm's length (60 cm) reads them. With `h` they would be smaller, and
with `m` (41 modules) a crack over a tenth of the code could be too much."""
MASK = 3
"""Any mask is read. Trying all eight takes ten times as long, which matters for a thousand
tickets, and gives nothing for what looks random already, as a signature does."""
QUIET_ZONE = 4
"""Modules of white around a code that the standard asks for."""


def qr_modules(token: str) -> Sequence[Sequence[int]]:
    """The modules of a full QR code from top to bottom, 1 where dark, with its quiet zone."""
    code = segno.make_qr(token, error=ERROR_CORRECTION, mask=MASK, boost_error=False)
    return [tuple(row) for row in code.matrix_iter(border=QUIET_ZONE)]


class SegnoQrCodes:
    """Implements `QrCodes`."""

    def draw(self, token: str) -> QrCode:
        modules = qr_modules(token)
        runs = (run for y, row in enumerate(modules) for run in _runs(row, y))
        return QrCode(size=len(modules), path="".join(runs))


def _runs(row: Sequence[int], y: int) -> Iterator[str]:
    """Dark modules side by side as one rectangle: many small ones may show hairlines between."""
    x = 0
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            yield f"M{x} {y}h{width}v1h-{width}z"
        x += width
