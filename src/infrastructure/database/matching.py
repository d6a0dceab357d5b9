"""Patterns for what people type into a search field."""

import re

from src.infrastructure.database.orm import current_connection

WILDCARD = re.compile(r"([%_\\])")
FOLD = "SELECT fold($1) AS folded"


async def folded(text: str) -> str:
    """The text as the columns for searching have it, which the same function of SQL has folded."""
    (row,) = await current_connection().execute_query_dict(FOLD, [text])
    return str(row["folded"])


async def containing(text: str | None) -> str | None:
    """The pattern of LIKE for folded values that contain the text itself; None for None."""
    return None if text is None else "%" + WILDCARD.sub(r"\\\1", await folded(text)) + "%"
