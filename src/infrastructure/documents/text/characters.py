"""What is drawn of a text, and what is not."""

import unicodedata


def printable(text: str) -> str:
    """The text on one line: a control character is a blank, for the tab and the line's end are."""
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)


def is_invisible(char: str) -> bool:
    """Whether it only says how others are to be drawn, so that no font needs it."""
    code = ord(char)
    return (
        unicodedata.category(char) == "Cf"
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
        or code == 0x034F
    )
