"""Cursors: what goes out comes back in, and anything else is refused in one way."""

import base64
import json
from typing import Any

import pytest
from fastapi import Request

from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.presentation.dependencies.pagination import by_id, newest_first, next_page, page_request

CURSOR = Cursor("-date_time", "2026-12-25T19:00:00+00:00", 42)


def request(path: str = "/api/v1/events", query: str = "") -> Request:
    """A GET of this address."""
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "query_string": query.encode(),
            "headers": [(b"host", b"test")],
            "server": ("test", 80),
        }
    )


def encoded(cursor: Cursor) -> str:
    """The cursor as a client finds it in the Link header."""
    return next_page(request(), cursor)["Link"].partition("cursor=")[2].partition(">")[0]


def packed(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        CURSOR,
        Cursor("id", "1", 1),
        Cursor("price", "0.00", 2**63 - 1),
        Cursor("sort", 'ünï "quoted" & more?=/+', 0),
        *[Cursor("id", "x" * length, 1) for length in range(4)],
    ],
)
def test_a_cursor_comes_back_as_it_went_out(cursor: Cursor) -> None:
    assert page_request(7, encoded(cursor), sort="id") == PageRequest(7, "id", cursor)


@pytest.mark.parametrize(
    "garbage",
    [
        "x",
        "!!!!",
        "ünï",
        "a b",
        "AAAA",
        "%00",
        packed("text"),
        packed(7),
        packed(None),
        packed({"sort": 1, "value": 2, "id": 3}),
        packed([]),
        packed(["id", "1"]),
        packed(["id", "1", 1, 1]),
        packed(["id", 1, 1]),
        packed([None, "1", 1]),
        packed(["id", "1", "1"]),
        packed(["id", "1", 1.5]),
        packed(["id", "1", True]),
        packed(["id", "1", -1]),
        packed(["id", "1", 2**63]),
        encoded(CURSOR)[:-4],
        encoded(CURSOR) + "AAAA",
        base64.urlsafe_b64encode(b"[" * 100_000).decode(),
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    ],
)
def test_a_cursor_that_is_not_ours_is_refused(garbage: str) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        page_request(50, garbage, sort="id")
    assert refusal.value.field == "query.cursor"


@pytest.mark.parametrize("cursor", [None, ""])
def test_the_first_page_has_no_cursor(cursor: str | None) -> None:
    assert page_request(50, cursor, sort="id") == PageRequest(50, "id", None)


def test_listings_with_one_order_are_newest_first_or_by_id() -> None:
    assert newest_first(5, None) == PageRequest(5, "-id", None)
    assert by_id(5, None) == PageRequest(5, "id", None)


def test_a_link_keeps_the_filters_and_replaces_the_cursor() -> None:
    link = next_page(request(query="q=rock%26roll&limit=2&cursor=old"), CURSOR)["Link"]
    assert link.startswith("</api/v1/events?q=rock%26roll&limit=2&cursor=")
    assert link.endswith('>; rel="next"')
    assert "old" not in link


def test_a_link_names_no_host_since_a_proxy_may_have_another() -> None:
    assert "test" not in next_page(request(), CURSOR)["Link"]


def test_a_page_of_other_items_keeps_its_cursor() -> None:
    assert Page([1, 2], CURSOR).map(str) == Page(["1", "2"], CURSOR)
