"""Addresses of the next part of a list."""

from src.domain.repositories.page import Cursor
from src.presentation.dependencies.pagination import encode_cursor
from src.presentation.web.visit import Visit


def next_path(visit: Visit, cursor: Cursor | None) -> str | None:
    """This page's address with the cursor of what comes next; None at the end."""
    if cursor is None:
        return None
    url = visit.request.url.include_query_params(cursor=encode_cursor(cursor))
    return f"{url.path}?{url.query}"
