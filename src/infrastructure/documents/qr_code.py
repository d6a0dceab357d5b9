"""QR codes of tickets."""

from collections.abc import Sequence

import segno

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
