"""What makes the pages an app: its worker, its manifest, and the page without a network."""

import json

from fastapi import APIRouter, Request, Response

from src.presentation.utils.path_prefix import prefix_of
from src.presentation.web.static_files import VERSION, static
from src.presentation.web.visit import CurrentVisit

router = APIRouter()

OFFLINE_PAGE = "/offline"
SHELL = (
    "css/style.css",
    "css/tickets.css",
    "icons/brand.svg",
    "js/base.js",
    "js/keep-tickets.js",
    "js/ticket.js",
    "js/tickets.js",
)
"""The static files that ticket pages load: kept for reading without a network."""

WORKER_HEADERS = {
    # Browsers compare it with the one that they have: a new release is noticed at once.
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'",
}
COLOUR, PAPER = "#3b4fd8", "#fbfbfd"
ICONS = (
    ("icons/app-192.png", "192x192", "any"),
    ("icons/app-512.png", "512x512", "any"),
    ("icons/app-maskable-512.png", "512x512", "maskable"),
    ("icons/brand.svg", "any", "any"),
)


@router.get("/sw.js")
async def read_worker(request: Request) -> Response:
    """The worker of the whole site; what it does is in the static file that it imports."""
    base = prefix_of(request)
    shell = {
        "base": base,
        "version": VERSION,
        "offline": f"{base}{OFFLINE_PAGE}?version={VERSION}",
        "files": [base + static(name) for name in SHELL],
    }
    imported = json.dumps(base + static("js/worker.js"))
    script = f"const SHELL = {json.dumps(shell)};\nimportScripts({imported});\n"
    return Response(script, 200, WORKER_HEADERS, media_type="text/javascript")


@router.get("/manifest.webmanifest")
async def read_manifest(request: Request, visit: CurrentVisit) -> Response:
    """The name and the icons of the app that a phone makes of the pages."""
    name = request.app.title
    manifest = {
        "id": visit.public("/"),
        "name": name,
        "short_name": name,
        "description": visit.gettext(
            "Find events, choose your seats, and have your tickets in a minute."
        ),
        "lang": visit.language.value,
        "start_url": visit.public("/tickets"),
        "scope": visit.public("/"),
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": COLOUR,
        "icons": [
            {
                "src": visit.public(static(path)),
                "sizes": sizes,
                "type": _type(path),
                "purpose": purpose,
            }
            for path, sizes, purpose in ICONS
        ],
        "shortcuts": [
            {"name": visit.gettext("My tickets"), "url": visit.public("/tickets")},
            {"name": visit.gettext("Events"), "url": visit.public("/events")},
        ],
    }
    body = json.dumps(manifest, ensure_ascii=False)
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}
    return Response(body, 200, headers, media_type="application/manifest+json")


@router.get(OFFLINE_PAGE)
async def show_offline_page(visit: CurrentVisit) -> Response:
    """What is shown in place of a page that cannot be loaded; a query renews the kept one."""
    return visit.render("offline/offline.html")


def _type(path: str) -> str:
    return "image/svg+xml" if path.endswith(".svg") else "image/png"
