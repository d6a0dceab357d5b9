"""Names of rows, from what people write: `A-F`, `1-12`, `A, B, D`."""

import re

from src.domain.entities.venue import MAX_SEATS_PER_CALL
from src.domain.errors import ValidationFailed
from src.domain.shared.names import fault_of_name

RANGE = re.compile(r"([A-Za-z]{1,2}|[0-9]{1,4})\s*[-\u2013]\s*([A-Za-z]{1,2}|[0-9]{1,4})")
MAX_ROWS = 500
LONGEST_NAME = 50
LETTERS = 26


def row_names(text: str) -> list[str]:
    """Return the rows, each once, as they are written. Raises ValidationFailed."""
    names: list[str] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = RANGE.fullmatch(part)
        names += _between(found[1], found[2]) if found else [part]
        if len(names) > MAX_ROWS:
            break
    if not names or len(names) > MAX_ROWS or not all(map(_is_name, names)):
        raise _refused()
    return list(dict.fromkeys(names))


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and fault_of_name(text) is None


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first), min(int(last), MAX_SEATS_PER_CALL) + 1)]
    if first.isdigit() or last.isdigit() or first.isupper() != last.isupper():
        raise _refused()
    names = [_letters(number) for number in range(_number(first), _number(last) + 1)]
    return names if first.isupper() else [name.lower() for name in names]


def _number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, LETTERS)
        text = chr(ord("A") + rest) + text
    return text


def _refused() -> ValidationFailed:
    return ValidationFailed("body.rows", "Name the rows, such as A-F or 1-12.")
