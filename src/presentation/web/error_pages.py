"""What a browser sees where there is no page: what happened, and a way on.

Nothing here asks the database: these pages are shown when it is away, too. Who looks at the page
is known only where that was read before something went wrong.
"""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response

from src.presentation.web.refusals import said
from src.presentation.web.visit import Visit

NO_PAGE = "There is no page at this address."


def error_page(
    request: Request,
    status: int,
    detail: str,
    facts: Mapping[str, Any],
    headers: Mapping[str, str],
) -> Response:
    """The page for a refusal or a fault."""
    visit = Visit(request, getattr(request.state, "viewer", None))
    if status == 422 and _names_no_page(detail, facts):
        status, detail = 404, NO_PAGE
    is_repeatable = request.method in ("GET", "HEAD") and (status in (408, 429) or status >= 500)
    return visit.render(
        "errors/error.html",
        status=status,
        headers={"Cache-Control": "no-store", **headers},
        heading=_heading(visit, status),
        sentence=said(detail, visit.language),
        again=visit.here if is_repeatable else None,
        log_in=visit.here if status in (401, 403) and visit.viewer is None else None,
        correlation_id=getattr(request.state, "correlation_id", ""),
    )


def _names_no_page(detail: str, facts: Mapping[str, Any]) -> bool:
    """Whether a part of the address could not be read: not what a use case says of its values."""
    fields = [str(item["field"]) for item in facts.get("errors", ())]
    return any(
        field.startswith(("path.", "query.")) and detail.startswith(f"{field}: ")
        for field in fields
    )


def _heading(visit: Visit, status: int) -> str:
    busy = visit.gettext("Please try again in a moment")
    headings = {
        401: visit.gettext("Please log in"),
        403: visit.gettext("This is not open to you"),
        404: visit.gettext("We did not find this"),
        405: visit.gettext("This does not work this way"),
        413: visit.gettext("That is too large"),
        429: visit.gettext("Too many tries"),
        500: visit.gettext("Something went wrong on our side"),
        502: busy,
        503: busy,
    }
    return headings.get(status, visit.gettext("That did not work"))
