"""Errors as RFC 9457 problem details, with one table from error to HTTP status."""

from collections.abc import Callable, Mapping, Set
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from src.domain import errors
from src.presentation.middleware.head import METHODS, allowed_methods
from src.presentation.utils.client import path_of
from src.presentation.utils.event_source import is_event_source, unavailable_stream
from src.presentation.utils.field_messages import message_of
from src.presentation.utils.path_prefix import prefix_of

ErrorPage = Callable[[Request, int, str, Mapping[str, Any], Mapping[str, str]], Response]
"""Renders an error for a browser from status, sentence, facts and headers."""

MEDIA_TYPE = "application/problem+json"
MAX_ERRORS = 50
"""The number of errors in a response: enough to correct a form, and never a long response."""

STATUS: dict[type[errors.TicketingError], int] = {
    errors.MalformedRequest: 400,
    errors.NotAuthenticated: 401,
    errors.InvalidCredentials: 401,
    errors.TokenExpired: 401,
    errors.InvalidSignature: 401,
    errors.Forbidden: 403,
    errors.ScopeMissing: 403,
    errors.AccountInactive: 403,
    errors.EmailNotVerified: 403,
    errors.NotFound: 404,
    errors.CodeRetired: 404,
    errors.InsufficientTickets: 409,
    errors.TicketLimitExceeded: 409,
    errors.SeatTaken: 409,
    errors.SalesClosed: 409,
    errors.InvalidState: 409,
    errors.HoldExpired: 409,
    errors.Duplicate: 409,
    errors.InUse: 409,
    errors.CartEmpty: 409,
    errors.RefundExceedsPayment: 409,
    errors.PayoutExceedsBalance: 409,
    errors.DiscountInvalid: 409,
    errors.IdempotencyInProgress: 409,
    errors.StaleVersion: 412,
    errors.ValidationFailed: 422,
    errors.IdempotencyKeyReused: 422,
    errors.RateLimited: 429,
    errors.ProviderFailed: 502,
    errors.CodeCollision: 503,
    errors.Unavailable: 503,
    errors.OutcomeUnknown: 503,
    errors.SchemaChanged: 503,
}

# Errors that no use case raises.
METHOD_NOT_ALLOWED = ("method_not_allowed", 405, "This address does not take that method")
BODY_TOO_LARGE = ("body_too_large", 413, "The request is too large")
REQUEST_TIMEOUT = ("request_timeout", 408, "The request came too slowly")
HEAD_TOO_LARGE = ("head_too_large", 431, "Address and headers are too large")
INTERNAL_ERROR = ("internal_error", 500, "Something went wrong on our side")

# Subclasses with the code of their base, and what is never returned.
NO_PAGE = (
    errors.ScopeMissing,
    errors.CodeRetired,
    errors.CodeCollision,
    errors.OutcomeUnknown,
    errors.SchemaChanged,
)

CATALOGUE: dict[str, tuple[int, str, str]] = {
    **{
        kind.code: (status, kind.title, (kind.__doc__ or "").strip())
        for kind, status in STATUS.items()
        if kind not in NO_PAGE
    },
    METHOD_NOT_ALLOWED[0]: (
        *METHOD_NOT_ALLOWED[1:],
        "The allowed methods are in the header `Allow`.",
    ),
    BODY_TOO_LARGE[0]: (*BODY_TOO_LARGE[1:], "Send less in one request."),
    REQUEST_TIMEOUT[0]: (
        *REQUEST_TIMEOUT[1:],
        "Head and body have ten seconds each, a long body more. Nothing was done: send it again.",
    ),
    HEAD_TOO_LARGE[0]: (*HEAD_TOO_LARGE[1:], "Send a shorter address, and fewer headers."),
    INTERNAL_ERROR[0]: (
        *INTERNAL_ERROR[1:],
        "A fault of the service. Report the correlation id, by which the operator finds the logs.",
    ),
}
"""code → (status, title, explanation), for the documents and the pages under /errors."""


class FieldProblem(BaseModel):
    """One field that breaks a rule."""

    field: str = Field(examples=["body.quantity"])
    message: str = Field(examples=["Input should be greater than or equal to 1"])
    code: str = Field(examples=["greater_than_equal"])


class Problem(BaseModel):
    """RFC 9457 problem details, with extension members."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="The page that explains this error.")
    title: str
    status: int
    detail: str = Field(description="A sentence that can be shown to a user.")
    instance: str
    success: bool = False
    code: str
    correlation_id: str
    errors: list[FieldProblem] | None = Field(
        None, description=f"For validation errors: the first {MAX_ERRORS}."
    )
    errors_total: int | None = Field(None, description="How many there are, if more than that.")


def problem_response(request: Request, refusal: errors.TicketingError) -> Response:
    """The response to a refusal, with the headers that belong to it."""
    headers = {}
    if isinstance(refusal, errors.AuthenticationError):
        headers["WWW-Authenticate"] = "Bearer"
    if (retry_after := getattr(refusal, "retry_after_seconds", None)) is not None:
        headers["Retry-After"] = str(retry_after)
    facts = {name: _plain(value) for name, value in refusal.facts.items()}
    if isinstance(refusal, errors.ValidationFailed):
        fields = [{"field": refusal.field, "message": refusal.detail, "code": refusal.reason}]
        facts["errors"] = fields
    kind, status = type(refusal), status_of(refusal)
    return build(
        request, kind.code, status, kind.title, refusal.detail, facts=facts, headers=headers
    )


def status_of(refusal: errors.TicketingError) -> int:
    """The status of a refusal, which for a class of its own is that of its base."""
    return next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)


def build(
    request: Request,
    code: str,
    status: int,
    title: str,
    detail: str,
    *,
    facts: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """A problem response; outside the API an HTML page for browsers."""
    correlation_id = getattr(request.state, "correlation_id", "")
    is_browser = "text/html" in request.headers.get("accept", "")
    path = path_of(request)
    if is_browser and not path.startswith("/api"):
        error_page: ErrorPage = request.app.state.error_page
        return error_page(request, status, detail, facts or {}, headers or {})
    content = content_of(
        code,
        status,
        title,
        detail,
        prefix=prefix_of(request),
        instance=path,
        correlation_id=correlation_id,
    )
    content |= facts or {}
    if status == 503 and is_event_source(request):
        return unavailable_stream(content, headers or {})
    return JSONResponse(content, status, headers, media_type=MEDIA_TYPE)


def content_of(
    code: str,
    status: int,
    title: str,
    detail: str,
    *,
    prefix: str,
    instance: str,
    correlation_id: str,
) -> dict[str, Any]:
    """The members that every problem has. `prefix` is the path below which clients reach us."""
    return {
        "type": f"{prefix}/errors/{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": f"{prefix}{instance}" if instance else "",
        "success": False,
        "code": code,
        "correlation_id": correlation_id,
    }


def method_not_allowed(request: Request, allowed: Set[str]) -> Response:
    """405 with the methods that are allowed instead; HEAD goes wherever GET does."""
    code, status, title = METHOD_NOT_ALLOWED
    allowed = allowed | {"HEAD"} if "GET" in allowed else allowed
    detail = f"{request.method} is not possible here."
    names = ", ".join(method for method in METHODS if method in allowed)
    return build(request, code, status, title, detail, headers={"Allow": names})


def internal_error_response(request: Request) -> Response:
    """500 without details of the fault."""
    code, status, title = INTERNAL_ERROR
    detail = "Something went wrong on our side. It has been recorded; please try again."
    return build(request, code, status, title, detail)


def install_problem_handlers(app: FastAPI) -> None:
    """Turn refusals, validation errors and the framework's errors into problem responses."""
    app.add_exception_handler(errors.TicketingError, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
    app.add_exception_handler(HTTPException, _on_http_exception)


async def _on_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, errors.TicketingError)
    return problem_response(request, error)


async def _on_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(item["type"] == "json_invalid" for item in found):
        refusal = errors.MalformedRequest("The body is not valid JSON.")
        return problem_response(request, refusal)
    fields = [
        {
            "field": ".".join(str(part) for part in item["loc"]),
            "message": message_of(item),
            "code": item["type"],
        }
        for item in found[:MAX_ERRORS]
    ]
    facts: dict[str, Any] = {"errors": fields}
    if len(found) > MAX_ERRORS:
        facts["errors_total"] = len(found)
    detail = "; ".join(f"{field['field']}: {field['message'].rstrip('.')}" for field in fields[:3])
    kind = errors.ValidationFailed
    end = "" if detail.endswith("?") else "."
    return build(request, kind.code, 422, kind.title, detail + end, facts=facts)


async def _on_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    match error.status_code:
        case 404:
            return problem_response(request, errors.NotFound("page at this address"))
        case 405:
            return method_not_allowed(request, allowed_methods(request))
        case 413:
            code, status, title = BODY_TOO_LARGE
            detail = str(error.detail)
        case status if status >= 500:
            return internal_error_response(request)
        case _:
            refusal = errors.MalformedRequest("The request could not be read.")
            return problem_response(request, refusal)
    return build(request, code, status, title, detail, headers=headers)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value
