"""The service below a path of a host, with a proxy in front that takes the path away."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

HOST = "https://shop.example"
PREFIX = "/tickets"
"""The name of a page of ours too: what is taken away twice, or added twice, shows."""
PUBLIC_URL = HOST + PREFIX

ADDRESSES = re.compile(r'\s(?:href|src|action|formaction|data-[a-z]+)="(/[^"]*)"')
SETS = re.compile(r'\ssrcset="([^"]*)"')
REFRESHES = re.compile(r'content="\d+;url=([^"]*)"')


class StrippingProxy:
    """Passes on what is below the prefix, without it; the rest of the host is not ours."""

    def __init__(self, app: ASGIApp, prefix: str = PREFIX) -> None:
        self._app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if not path.startswith(f"{self._prefix}/"):
            await send({"type": "http.response.start", "status": 421, "headers": []})
            await send({"type": "http.response.body", "body": b"This is not ours."})
            return
        raw = scope["raw_path"].removeprefix(self._prefix.encode())
        inner = {**scope, "path": path.removeprefix(self._prefix), "raw_path": raw}
        await self._app(inner, receive, send)


def addresses_in(page: str) -> set[str]:
    """The paths that a browser may ask for because of this page."""
    found = set(ADDRESSES.findall(page)) | set(REFRESHES.findall(page))
    for candidates in SETS.findall(page):
        found |= {candidate.split()[0] for candidate in candidates.split(", ")}
    return {unescape(address) for address in found if address.startswith("/")}


def is_below(address: str, base: str = f"{PUBLIC_URL}/") -> bool:
    """Whether it leads to us, seen from a page of ours, and has the prefix once."""
    parts = urlsplit(urljoin(base, address))
    path = parts.path
    is_ours = path == PREFIX or path.startswith(f"{PREFIX}/")
    return is_ours and not path.startswith(f"{PREFIX}{PREFIX}{PREFIX}")
