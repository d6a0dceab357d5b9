"""What may be a name: text that people can see, on one line, that keeps to its own place."""

import re
import unicodedata

NOT_SEEN = frozenset({"Cc", "Cf", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"})
"""The general categories of controls and formats, of marks, and of blanks."""

LOOK_LIKE_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Fillers of Hangul and the empty Braille cell: a letter and a symbol by category."""

# Next line and the separators of Unicode end a line as well.
MORE_THAN_ONE_LINE = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")

# Marks that only say how a neighbour is written (U+200E, U+200F, U+061C) are right in a name.
TURNS_THE_REST = re.compile("[\u202a-\u202e\u2066-\u2069]")

INVISIBLE = "must have a character that can be seen"
SEVERAL_LINES = "must be on one line"
TURNED = "must not turn the direction of what is written after it"


def fault_of_name(text: str) -> str | None:
    """What is wrong with this as a name, as a predicate of it; None if it can be one."""
    if not is_visible(text):
        return INVISIBLE
    if MORE_THAN_ONE_LINE.search(text):
        return SEVERAL_LINES
    return TURNED if TURNS_THE_REST.search(text) else None


def is_visible(text: str) -> bool:
    """Whether anything of it can be seen: not a blank, a format or a mark without a letter."""
    return any(
        unicodedata.category(character) not in NOT_SEEN and character not in LOOK_LIKE_BLANKS
        for character in text
    )
