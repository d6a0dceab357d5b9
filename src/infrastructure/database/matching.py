"""Patterns for what people type into a search field."""

import re

WILDCARD = re.compile(r"([%_\\])")


def containing(text: str | None) -> str | None:
    """The pattern of LIKE for values that contain the text itself; None for None."""
    return None if text is None else "%" + WILDCARD.sub(r"\\\1", text) + "%"
