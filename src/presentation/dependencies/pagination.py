"""Pages: the parameters `limit` and `cursor`, and the headers `Link: <...>; rel="next"` and
`X-Next-Cursor`."""

import base64
import binascii
import json
from typing import Annotated

from fastapi import Query, Request

from src.application.dtos.sold import SoldSort
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import MAX_LIMIT, Cursor, PageRequest

LimitQuery = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Items per page.")]
CursorQuery = Annotated[
    str | None,
    Query(
        max_length=500,
        pattern="^[A-Za-z0-9_=-]*$",
        description="Where the previous page ended: from its header `X-Next-Cursor`.",
    ),
]


def page_request(limit: int, cursor: str | None, *, sort: str) -> PageRequest:
    """The requested page. Raises ValidationFailed for a cursor that this service did not make."""
    return PageRequest(limit, sort, _decode(cursor) if cursor else None)


def newest_first(limit: LimitQuery = 50, cursor: CursorQuery = None) -> PageRequest:
    """The page of a listing that has one order: newest first."""
    return page_request(limit, cursor, sort="-id")


def newest_sold(limit: LimitQuery = 50, cursor: CursorQuery = None) -> PageRequest:
    """The page of a list of what was sold: newest first."""
    return page_request(limit, cursor, sort=SoldSort.NEWEST)


def by_id(limit: LimitQuery = 50, cursor: CursorQuery = None) -> PageRequest:
    """The page of a listing that has one order: by id."""
    return page_request(limit, cursor, sort="id")


def next_page(request: Request, cursor: Cursor) -> dict[str, str]:
    """The headers that lead to the next page: its cursor, and this address with it."""
    return {
        "Link": f'<{next_path(request, cursor)}>; rel="next"',
        "X-Next-Cursor": encode_cursor(cursor),
    }


def next_path(request: Request, cursor: Cursor, **more: str) -> str:
    """The path and query of this request, with the next page's cursor and more parameters."""
    url = request.url.include_query_params(cursor=encode_cursor(cursor), **more)
    return url.path + (f"?{url.query}" if url.query else "")


def encode_cursor(cursor: Cursor) -> str:
    """The cursor as an address has it."""
    packed = json.dumps([cursor.sort, cursor.value, cursor.id])
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def _decode(text: str) -> Cursor:
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        sort, value, row_id = json.loads(base64.b64decode(padded, b"-_", validate=True))
        if not (isinstance(sort, str) and isinstance(value, str) and type(row_id) is int):
            raise ValueError("not a cursor")
        if not 0 <= row_id < 2**63:
            raise ValueError("no such id")
    except (ValueError, UnicodeError, binascii.Error, RecursionError, TypeError):
        raise ValidationFailed("query.cursor", "This cursor is not one of ours.") from None
    return Cursor(sort, value, row_id)
