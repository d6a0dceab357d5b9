"""HTML pages from templates: all values are escaped, nothing is loaded from another host."""

from collections.abc import Mapping
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
}
"""No script, no framing; and no Referer, since the address may be a secret."""


def page(
    template: str, *, status: int = 200, headers: Mapping[str, str] = HEADERS, **values: object
) -> HTMLResponse:
    """The rendered template; by default it is not cached and runs no script."""
    return HTMLResponse(TEMPLATES.get_template(template).render(values), status, headers)
