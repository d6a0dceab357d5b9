"""The order of labels as people read them: 2, 2A, 10; A9, A10, B1; Z, AA.

A label is read as runs of digits, of letters, and of the signs between them. Digits are a number,
whatever their script and without the zeros before it. Up to three letters count, as the rows of a
hall do: the shorter first; words stand in the order of the alphabet. Signs come before numbers,
numbers before letters. The case of Latin letters decides only between labels that are the same
otherwise, and so do zeros and scripts of digits. All other letters are ordered by code point.

Seats are stored with these keys, which an index sorts them by.
"""

import re

ZEROS = (
    *(0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6),
    *(0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10),
)
"""The zeros of scripts that people write numbers in, besides ours; 1 to 9 follow each of them."""

PLAIN = {zero + digit: str(digit) for zero in ZEROS for digit in range(10)} | {
    letter: chr(letter).lower() for letter in range(ord("A"), ord("Z") + 1)
}
RUNS = re.compile("([0-9]+)|([^a-z0-9\x80-\U0010ffff]+)|([a-z\x80-\U0010ffff]+)")
LONGEST_COUNT = 3


def label_key(label: str) -> str:
    """Return a text whose order by code point is the order of labels, another for each label."""
    runs = RUNS.findall(label.translate(PLAIN))
    return "".join(_run_key(*run) for run in runs) + "\x01" + label


def _run_key(digits: str, signs: str, letters: str) -> str:
    if digits:
        number = digits.lstrip("0")
        length = str(len(number))
        # The length first, and before it how many digits it has itself.
        return f"0{len(length)}{length}{number}"
    if signs:
        return f"-{signs}"
    return f"1{min(len(letters), LONGEST_COUNT + 1)}{letters}"
