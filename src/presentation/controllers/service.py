"""Health, readiness and metrics for operators, and the pages that explain error codes."""

import html
from typing import Annotated, Literal, Protocol

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from tzdata import IANA_VERSION  # type: ignore[import-untyped]

from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText, with_example
from src.presentation.utils.pages import HEADERS
from src.presentation.utils.path_prefix import prefix_of, with_prefix
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
    """Gives why requests cannot be served now; None when they can.

    It exists because of the layer contract: presentation must not import infrastructure, where
    the check is (`why_not_ready`), and no use case has to know of it.
    """

    async def __call__(self) -> str | None: ...


class Metrics(Protocol):
    """Gives the metrics as Prometheus reads them."""

    async def __call__(self) -> bytes: ...


class HealthAnswer(BaseModel):
    model_config = with_example({"status": "ok"})

    status: Literal["ok"] = "ok"


class ReadinessAnswer(BaseModel):
    model_config = with_example(
        {
            "status": "ready",
            "detail": "The database is reachable and migrated.",
            "timezone_data": "2026f",
        }
    )

    status: Literal["ready", "not_ready"]
    detail: str
    timezone_data: str = Field(description="The release of IANA's time zones in use.")


@router.get("/health", response_model=HealthAnswer, summary="Get health")
async def get_health() -> Response:
    """200 while the process is running. Does not query the database."""
    return JSONResponse({"status": "ok"})


@router.get(
    "/ready",
    response_model=ReadinessAnswer,
    summary="Get readiness",
    responses={
        503: {"model": ReadinessAnswer, "description": "Not ready; `detail` gives the reason."}
    },
)
async def get_readiness(readiness: Annotated[Readiness, provided("readiness")]) -> Response:
    """200 when the database is reachable and migrated, else 503."""
    reason = await readiness()
    answer = ReadinessAnswer(
        status="ready" if reason is None else "not_ready",
        detail=reason or "The database is reachable and migrated.",
        timezone_data=IANA_VERSION,
    )
    return JSONResponse(answer.model_dump(), 200 if reason is None else 503)


@router.get(
    "/metrics",
    summary="Get Prometheus metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": METRICS_EXAMPLE}}},
)
async def get_metrics(written: Annotated[Metrics, provided("metrics")]) -> Response:
    """Sales, refusals, payments, queues, jobs, mails, webhooks, requests, and the process.

    At most 0.2 s old; what the database knows, 5 s. Of several processes behind one port any
    answers for all.
    """
    return Response(await written(), media_type=CONTENT_TYPE_LATEST)


@router.get("/errors", include_in_schema=False)
async def list_errors(request: Request) -> Response:
    """Every error code with its explanation."""
    rows = "".join(
        f'<dt><a href="/errors/{code}"><code>{code}</code></a> ({status})</dt>'
        f"<dd>{html.escape(title)}. {html.escape(explanation)}</dd>"
        for code, (status, title, explanation) in CATALOGUE.items()
    )
    return _page(request, "Errors", f"<dl>{rows}</dl>")


@router.get("/errors/{code}", include_in_schema=False)
async def explain_error(request: Request, code: PathText) -> Response:
    """The page that the `type` of an error refers to."""
    if code not in CATALOGUE:
        raise HTTPException(404)
    status, title, explanation = CATALOGUE[code]
    content = (
        f"<p>{html.escape(explanation)}</p>"
        f"<p>HTTP status {status}, code <code>{code}</code>.</p>"
        '<p><a href="/errors">All errors</a> · <a href="/docs">API documentation</a></p>'
    )
    return _page(request, title, content)


def _page(request: Request, title: str, content: str) -> Response:
    headers = {**HEADERS, "Cache-Control": "no-cache"}
    content = with_prefix(content, prefix_of(request))
    return HTMLResponse(PAGE.format(title=html.escape(title), content=content), headers=headers)
