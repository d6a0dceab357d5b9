"""Names that other systems give to pages: they lead to ours, for good."""

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

router = APIRouter()

NAMES = {
    "/home": "/",
    "/theatres": "/venues",
    "/theaters": "/venues",
    "/profile": "/account",
    "/payment": "/cart",
    "/booking": "/events",
    "/bookings": "/tickets",
    "/signin": "/login",
    "/register": "/signup",
}


def _leading_to(address: str) -> object:
    async def lead() -> Response:
        return RedirectResponse(address, 301, {"Cache-Control": "public, max-age=86400"})

    return lead


for name, address in NAMES.items():
    router.add_api_route(name, _leading_to(address), name=f"lead_from_{name[1:]}")  # type: ignore[arg-type]
