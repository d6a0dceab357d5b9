"""What search engines read: robots.txt and the sitemap."""

from collections.abc import Iterator
from typing import Annotated
from xml.sax.saxutils import escape

from fastapi import APIRouter, Request, Response

from src.application.ports.catalogue import PublicPages
from src.application.use_cases.event.list_public_pages import ListPublicPages
from src.presentation.dependencies.injection import provided
from src.presentation.utils.path_prefix import public_path
from src.presentation.web.addresses import event_path, venue_path

router = APIRouter()

CACHING = {"Cache-Control": "public, max-age=3600"}
PRIVATE = (
    "/account", "/admin", "/api/", "/cart", "/dev/", "/door", "/login", "/manage", "/orders",
    "/pay", "/signup", "/tickets", "/transfer",
)  # fmt: skip
FIXED = ("/", "/events", "/movies", "/venues")


@router.get("/robots.txt")
async def show_robots(request: Request, site: Annotated[str, provided("site_address")]) -> Response:
    """Let machines read what is for everybody."""
    lines = ["User-agent: *", *(f"Disallow: {public_path(request, path)}" for path in PRIVATE)]
    text = "\n".join([*lines, "", f"Sitemap: {site}/sitemap.xml", ""])
    return Response(text, 200, CACHING, media_type="text/plain")


@router.get("/sitemap.xml")
async def show_sitemap(
    use_case: Annotated[ListPublicPages, provided("list_public_pages")],
    site: Annotated[str, provided("site_address")],
) -> Response:
    """Every page that is for everybody."""
    entries = "".join(_entries(site, await use_case.execute()))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>\n'
    )
    return Response(text, 200, CACHING, media_type="application/xml")


def _entries(site: str, pages: PublicPages) -> Iterator[str]:
    for path in FIXED:
        yield f"<url><loc>{escape(site + path)}</loc></url>"
    found = [(event_path(page.id, page.title), page) for page in pages.events]
    found += [(venue_path(page.id, page.title), page) for page in pages.venues]
    for path, page in found:
        changed = page.updated_at.isoformat(timespec="seconds")
        yield f"<url><loc>{escape(site + path)}</loc><lastmod>{changed}</lastmod></url>"
