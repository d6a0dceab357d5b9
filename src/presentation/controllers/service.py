"""What operators and machines ask: alive, ready, metrics; and the pages that explain errors."""

import html
from typing import Annotated, Literal, Protocol

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText, shown
from src.presentation.utils.pages import HEADERS
from src.presentation.utils.problem import CATALOGUE

router = APIRouter(tags=["Service"])

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<body style="font: 1.1rem/1.6 system-ui; max-width: 42rem; margin: 4rem auto; padding: 0 1rem">
<main><h1>{title}</h1>{content}</main>"""


METRICS_EXAMPLE = {
    "schema": {"type": "string"},
    "example": 'http_requests_total{method="GET",route="/api/v1/events",status="200"} 5.0\n',
}


class Readiness(Protocol):
    """Says why requests cannot be served now; None when they can."""

    async def __call__(self) -> str | None: ...


class Health(BaseModel):
    model_config = shown({"status": "ok"})

    status: Literal["ok"] = "ok"


class Ready(BaseModel):
    model_config = shown({"status": "ready", "detail": "The database is reachable and migrated."})

    status: Literal["ready", "not_ready"]
    detail: str


@router.get("/", include_in_schema=False)
async def home() -> Response:
    """The API's interactive documentation."""
    return RedirectResponse("/docs")


@router.get("/health", response_model=Health, summary="Alive?")
async def health() -> Response:
    """200 as long as the process answers at all; asks nothing of the database."""
    return JSONResponse({"status": "ok"})


@router.get(
    "/ready",
    response_model=Ready,
    summary="Ready for requests?",
    responses={503: {"model": Ready, "description": "Not ready; `detail` says why."}},
)
async def ready(readiness: Annotated[Readiness, provided("readiness")]) -> Response:
    """200 when the database can be reached and is migrated, else 503."""
    reason = await readiness()
    if reason is not None:
        return JSONResponse({"status": "not_ready", "detail": reason}, 503)
    return JSONResponse({"status": "ready", "detail": "The database is reachable and migrated."})


@router.get(
    "/metrics",
    summary="Metrics for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": METRICS_EXAMPLE}}},
)
async def metrics(
    registry: Annotated[CollectorRegistry, provided("metrics_registry")],
) -> Response:
    """Requests by route, method and status, their durations, and how many are running."""
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


@router.get("/errors", include_in_schema=False)
async def list_errors() -> Response:
    """Every error code with its explanation."""
    rows = "".join(
        f'<dt><a href="/errors/{code}"><code>{code}</code></a> ({status})</dt>'
        f"<dd>{html.escape(title)}. {html.escape(explanation)}</dd>"
        for code, (status, title, explanation) in CATALOGUE.items()
    )
    return _page("Errors", f"<dl>{rows}</dl>")


@router.get("/errors/{code}", include_in_schema=False)
async def explain_error(code: PathText) -> Response:
    """The page that the `type` of an error points to."""
    if code not in CATALOGUE:
        raise HTTPException(404)
    status, title, explanation = CATALOGUE[code]
    content = (
        f"<p>{html.escape(explanation)}</p>"
        f"<p>HTTP status {status}, code <code>{code}</code>.</p>"
        '<p><a href="/errors">All errors</a> · <a href="/docs">API documentation</a></p>'
    )
    return _page(title, content)


def _page(title: str, content: str) -> Response:
    headers = {**HEADERS, "Cache-Control": "no-cache"}
    return HTMLResponse(PAGE.format(title=html.escape(title), content=content), headers=headers)
