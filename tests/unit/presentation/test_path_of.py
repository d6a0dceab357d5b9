"""The path of a request is that of its URL."""

import pytest
from fastapi import Request

from src.presentation.utils.client import path_of


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/api/v1/events/7/bookings",
        "//host/events",
        "/events/",
        "/tickets/TKT-1.ics",
        "/tickets/a?b#c",
        "/tickets/a\\b",
        "/tickets/a\tb\n",
        "/tickets/เสียง",
        "/tickets/a b",
        "/a;b/[c]",
    ],
)
def test_path_is_that_of_the_url(path: str) -> None:
    scope = {"type": "http", "path": path, "query_string": b"q=1", "headers": [(b"host", b"test")]}
    assert path_of(Request(scope)) == Request(scope).url.path
