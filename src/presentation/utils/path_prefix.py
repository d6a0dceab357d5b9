"""The path below which the service is reached: the path of PUBLIC_URL, such as `/tickets`.

A proxy takes the prefix away, so that inside all addresses are without it: routes, templates,
`next`, what is compared. It is added once, where an address leaves: to headers by the middleware
`PathPrefix`, to pages when they are rendered, and to the few addresses in JSON by `public_path`.

It is no `root_path` of ASGI. With one, Starlette takes the prefix away from a path that begins
with it, and `/tickets` below the prefix `/tickets` would be the home page.
"""

import re

from starlette.requests import HTTPConnection

STATE = "path_prefix"
"""Where a request's state has it, and the lifespan's for what comes before a request."""

ATTRIBUTES = (
    "href",
    "src",
    "srcset",
    "action",
    "data-best",
    "data-check",
    "data-copy",
    "data-example",
    "data-live",
    "data-nearest",
    "data-order",
    "data-plan",
    "data-states",
    "data-stream",
)
"""The attributes that hold an address: of HTML, and those from which our scripts read one."""

# What users wrote cannot look like this: a template escapes their quotation marks.
LOCAL = re.compile(r'="(\d+;url=)?(/(?!/)[^"]*)"')


def prefix_of(connection: HTTPConnection) -> str:
    """The prefix of this service; empty where it is reached at the root of its host."""
    prefix: str = getattr(connection.state, STATE, "")
    return prefix


def public_path(connection: HTTPConnection, path: str) -> str:
    """One of our paths as a browser asks for it."""
    return prefix_of(connection) + path


def with_prefix(page: str, prefix: str) -> str:
    """The HTML with the prefix in every address of this service; `prefix` may be empty."""
    if not prefix:
        return page

    def moved(found: re.Match[str]) -> str:
        refresh, address = found[1], found[2]
        if refresh:
            return f'="{refresh}{prefix}{address}"'
        if not page.endswith(ATTRIBUTES, 0, found.start()):
            return found[0]
        # Of a srcset each address.
        return f'="{prefix}{address.replace(", /", f", {prefix}/")}"'

    return LOCAL.sub(moved, page)
