"""Models as responses: serialised once, with ETag and Link headers where they apply.

Returning a Response avoids FastAPI's second validation of what was just built.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel, ConfigDict

from src.domain.repositories.page import Page
from src.presentation.dependencies.pagination import next_page
from src.presentation.utils.encoding import Encoded, as_json, as_json_list, encode

Item = TypeVar("Item")

API_PREFIX = "/api/v1"
JSON = "application/json"


def location(*parts: str | int) -> str:
    """The path of a resource: `location("bookings", 7)` is `/api/v1/bookings/7`."""
    return "/".join([API_PREFIX, *map(str, parts)])


def created(
    model: BaseModel, location: str, *, headers: Mapping[str, str] | None = None
) -> Response:
    """201 with the new resource and its location."""
    headers = {"Location": location, **(headers or {})}
    return Response(model.model_dump_json(), 201, headers, media_type=JSON)


def ok(model: BaseModel) -> Response:
    """200 with a body that is not a resource, so without ETag."""
    return Response(model.model_dump_json(), 200, media_type=JSON)


def resource(request: Request, model: BaseModel, *, version: int) -> Response:
    """200 with a resource and its ETag, or 304 when the client has it already.

    The tag is `"<version>-<digest>"`: the digest changes with every sale and serves
    If-None-Match, the version only with edits and serves If-Match.
    """
    return shared_resource(request, encode(as_json(model)), version=version)


def shared_resource(request: Request, encoded: Encoded, *, version: int) -> Response:
    """200 or 304 as `resource`, for a body that was encoded before."""
    return _with_etag(request, encoded.body, f'"{version}-{encoded.digest}"')


def shared_list(request: Request, encoded: Encoded) -> Response:
    """200 with a list that was encoded before, or 304 when the client has it already."""
    return _with_etag(request, encoded.body, f'"{encoded.digest}"')


def updated(
    model: BaseModel, *, version: int, headers: Mapping[str, str] | None = None
) -> Response:
    """200 with an updated resource and the ETag of its new state."""
    body = as_json(model)
    headers = {"ETag": f'"{version}-{encode(body).digest}"', **(headers or {})}
    return Response(body, 200, headers, media_type=JSON)


def paginated(request: Request, page: Page[Item], convert: Callable[[Item], BaseModel]) -> Response:
    """200 with a JSON array, and headers that lead to the next page if there is one."""
    body = as_json_list(convert(item) for item in page.items)
    return Response(body, 200, _next_headers(request, page), media_type=JSON)


def shared_page(request: Request, encoded: Encoded, page: Page[Item]) -> Response:
    """200 or 304 as `shared_list`, with the headers that lead to the next page."""
    return _with_etag(request, encoded.body, f'"{encoded.digest}"', _next_headers(request, page))


def whole_list(models: Iterable[BaseModel]) -> Response:
    """200 with a JSON array that has no pages."""
    return Response(as_json_list(models), 200, media_type=JSON)


def done(message: str) -> Response:
    """200 with a message and no resource, as after a deletion."""
    return Response(Done(message=message).model_dump_json(), 200, media_type=JSON)


def accepted(message: str) -> Response:
    """202 with a message, for what takes effect later."""
    return Response(Done(message=message).model_dump_json(), 202, media_type=JSON)


def accepted_resource(model: BaseModel) -> Response:
    """202 with a resource on which something is still to be done."""
    return Response(model.model_dump_json(), 202, media_type=JSON)


class Done(BaseModel):
    """The response to a DELETE."""

    model_config = ConfigDict(
        json_schema_serialization_defaults_required=True,
        json_schema_extra={
            "examples": [{"success": True, "message": "The event is deleted.", "data": None}]
        },
    )

    success: bool = True
    message: str
    data: dict[str, Any] | None = None


def _next_headers(request: Request, page: Page[Item]) -> dict[str, str]:
    return next_page(request, page.next) if page.next else {}


def _with_etag(
    request: Request, body: bytes, etag: str, headers: dict[str, str] | None = None
) -> Response:
    # What was asked for by somebody is for them alone.
    caching = "private, no-cache" if "authorization" in request.headers else "no-cache"
    headers = {**(headers or {}), "ETag": etag, "Cache-Control": caching}
    known = request.headers.get("if-none-match", "")
    tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
    if etag in tags or "*" in tags:
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, media_type=JSON)
