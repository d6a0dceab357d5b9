"""The API's documentation for a browser, with no file loaded from another host.

Swagger UI and ReDoc are files of the package `fastapi-standalone-docs`. Its own way of serving
them, which replaces functions inside FastAPI, is not used.
"""

import hashlib
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from src.presentation.schemas.fields import PathText
from src.presentation.utils.pages import HEADERS, page

PACKAGE = "fastapi_standalone_docs"
OWN_ASSETS = Path(__file__).parents[1] / "assets" / "documentation"
LOGO = "logo-mini.svg"

POLICY = (
    "default-src 'none'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
)
"""No inline scripts, and nothing from another host."""

SWAGGER_UI_POLICY = f"{POLICY}style-src 'self'"
# ReDoc uses inline styles, and searches in a worker created from a blob.
REDOC_POLICY = f"{POLICY}style-src 'self' 'unsafe-inline'; worker-src blob:"

ASSET_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
}


class Assets(StaticFiles):
    """Static files whose address changes with their content, so that browsers may cache them."""

    def digest(self) -> str:
        """A digest of all the files, which is part of their address."""
        digest = hashlib.blake2b(digest_size=8)
        for folder in self.all_directories:
            for path in sorted(Path(folder).iterdir()):
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def file_response(self, *arguments: Any, **options: Any) -> Response:
        """The file, or 304 if the browser has it already."""
        response = super().file_response(*arguments, **options)
        response.headers.update(ASSET_HEADERS)
        return response


ASSETS = Assets(
    directory=OWN_ASSETS, packages=[(PACKAGE, "static/swagger"), (PACKAGE, "static/redoc")]
)
VERSION = ASSETS.digest()

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def show_swagger_ui(request: Request) -> Response:
    """Swagger UI: documentation with requests to try."""
    return _page("swagger_ui", request, SWAGGER_UI_POLICY)


@router.get("/redoc")
async def show_redoc(request: Request) -> Response:
    """ReDoc: documentation to read."""
    return _page("redoc", request, REDOC_POLICY)


@router.get("/docs/assets/{version}/{name}")
async def read_asset(request: Request, version: PathText, name: PathText) -> Response:
    """A script or a style of these pages."""
    if version != VERSION:
        raise HTTPException(404)
    return await ASSETS.get_response(name, request.scope)


@router.get(f"/redoc/{LOGO}")
async def show_redoc_logo(request: Request) -> Response:
    """ReDoc's logo, which its script requests below the address of the page."""
    response = await ASSETS.get_response(LOGO, request.scope)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _page(name: str, request: Request, policy: str) -> Response:
    headers = {**HEADERS, "Cache-Control": "no-cache", "Content-Security-Policy": policy}
    # Addresses are relative, so that a proxy may serve the application under a prefix.
    assets = f"docs/assets/{VERSION}"
    template = f"documentation/{name}.html"
    return page(template, headers=headers, shop=request.app.title, assets=assets)
