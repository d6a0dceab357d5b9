"""What programs that generate clients read in the document, and FastAPI does not write.

The sizes of integers, the headers of responses, which operations need no log-in, and the codes of
errors as an enumeration.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import BaseRoute

from src.presentation.dependencies.authentication import Caller
from src.presentation.schemas.fields import MAX_ID
from src.presentation.utils.problem import CATALOGUE

Schema = dict[str, Any]

INT32_MAX = 2**31 - 1
LISTS_HAVE = "cursor"

HEADERS: dict[str, tuple[str, str]] = {
    "X-Correlation-ID": ("The id of this request in the logs.", "0d4e8a1f6b2c4d8e9f00112233445566"),
    "ETag": (
        "The state of the resource, for `If-None-Match` and `If-Match`.",
        '"3-5f1d7c2a9b8e4f60"',
    ),
    "Link": (
        'The address of the next page, with rel="next"; absent on the last.',
        '</api/v1/events?cursor=abc>; rel="next"',
    ),
    "X-Next-Cursor": ("The `cursor` of the next page; absent on the last.", "abc"),
    "Location": ("The path of the new resource.", "/api/v1/events/1"),
    "Retry-After": ("The seconds after which to try again.", "1"),
    "WWW-Authenticate": ("How to authenticate.", "Bearer"),
    "Idempotency-Replayed": ("`true` if this is the response of an earlier request.", "true"),
    "RateLimit": ("What is left of each limit, and when it is full again.", '"login";r=9;t=39'),
    "RateLimit-Policy": (
        "Each limit: the number of attempts and the seconds.",
        '"login";q=10;w=60',
    ),
}
"""Headers of responses, with what they say and an example."""

IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "title": "If-None-Match"},
    "description": "The ETag of a state that is known: 304 if it is still that one.",
}

EXTENSIONS: dict[str, Schema] = {
    "requested": {
        "anyOf": [{"type": "integer"}, {"type": "string"}],
        "description": "How many tickets, or how much money, was asked for.",
    },
    "available": {"type": "integer", "description": "How many tickets are left."},
    "limit": {"type": "integer", "description": "How many tickets a person may have."},
    "held": {"type": "integer", "description": "How many tickets that person has."},
    "seat_ids": {
        "type": "array",
        "items": {"type": "integer"},
        "description": "The seats that are taken.",
    },
    "from": {"type": "string", "description": "The present status."},
    "to": {"type": "string", "description": "The status that cannot follow it."},
    "field": {"type": "string", "description": "The field whose value exists already."},
    "reason": {"type": "string", "description": "Why, for programs."},
    "refundable": {"type": "string", "description": "How much can still be refunded."},
}
"""What single codes add to an error: numbers and names for programs."""


def apply_conventions(document: Schema, routes: Sequence[BaseRoute]) -> None:
    """Complete the document in place. `routes` are those it was made of."""
    needs_log_in = dict(_log_in_of(routes))
    document["components"]["headers"] = {
        name: {"description": says, "schema": {"type": "string"}, "example": example}
        for name, (says, example) in HEADERS.items()
    }
    for path, methods in document["paths"].items():
        for method, described in methods.items():
            _state_security(described, needs_log_in[path, method])
            _state_headers(described)
            _leave_out_null(described)
    problem = document["components"]["schemas"]["Problem"]["properties"]
    problem["code"] |= {"enum": sorted(CATALOGUE)}
    for name, schema in EXTENSIONS.items():
        problem.setdefault(name, dict(schema))
    for schema in _schemas(document):
        _state_size(schema)
    for name, schema in document["components"]["schemas"].items():
        if name.endswith(("Body", "Form")):
            _defaults_in_words(schema)


def _log_in_of(routes: Sequence[BaseRoute]) -> Iterator[tuple[tuple[str, str], bool | None]]:
    """Whether each path and method needs a log-in; None for one that looks at none."""
    for context in iter_route_contexts(routes):
        route = context.original_route
        if isinstance(route, APIRoute):
            callers = [
                call.is_required for call in _calls(route.dependant) if isinstance(call, Caller)
            ]
            for method in context.methods or ():
                yield (str(context.path_format), method.lower()), any(callers) if callers else None


def _calls(dependant: Dependant) -> Iterator[Callable[..., Any] | None]:
    yield dependant.call
    for needed in dependant.dependencies:
        yield from _calls(needed)


def _state_security(described: Schema, needs_log_in: bool | None) -> None:
    if needs_log_in is None:
        described["security"] = []
    elif not needs_log_in:
        described["security"] = [{}, *described["security"]]


def _state_headers(described: Schema) -> None:
    parameters = described.get("parameters", [])
    names = {parameter["name"].lower() for parameter in parameters}
    has_etag = "304" in described["responses"]
    if has_etag and "if-none-match" not in names:
        described.setdefault("parameters", []).append(IF_NONE_MATCH)
    for status, response in described["responses"].items():
        wanted = ["X-Correlation-ID"]
        is_success = status.startswith("2")
        if has_etag and status in ("200", "304"):
            wanted.append("ETag")
        if LISTS_HAVE in names and status == "200":
            wanted += ["Link", "X-Next-Cursor"]
        if status == "201":
            wanted.append("Location")
        if "idempotency-key" in names and is_success:
            wanted.append("Idempotency-Replayed")
        if status == "401":
            wanted.append("WWW-Authenticate")
        if status in ("409", "429", "503"):
            wanted.append("Retry-After")
        if status == "429":
            wanted += ["RateLimit", "RateLimit-Policy"]
        response["headers"] = {
            name: {"$ref": f"#/components/headers/{name}"} for name in wanted
        } | response.get("headers", {})


def _leave_out_null(described: Schema) -> None:
    """A body that may be left out is not required, instead of being null."""
    for content in described.get("requestBody", {}).get("content", {}).values():
        match content["schema"]:
            case {"anyOf": [body, {"type": "null"}]}:
                content["schema"] = body


def _schemas(node: object) -> Iterator[Schema]:
    """Every schema in the document, however deep."""
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for name, value in node.items():
            if name not in ("example", "examples"):
                yield from _schemas(value)
    elif isinstance(node, list):
        for value in node:
            yield from _schemas(value)


def _state_size(schema: Schema) -> None:
    if schema["type"] != "integer":
        return
    for bound in ("maximum", "minimum"):
        if isinstance(schema.get(bound), float):
            # FastAPI keeps bounds as floats, in which 2^63 - 1 becomes 2^63.
            schema[bound] = min(int(schema[bound]), MAX_ID)
    largest = schema.get("maximum", MAX_ID)
    schema.setdefault("format", "int32" if largest <= INT32_MAX else "int64")


def _defaults_in_words(schema: Schema) -> None:
    """A default as a sentence: openapi-typescript 7 takes a field with a default as required."""
    for field in schema.get("properties", {}).values():
        if "default" in field:
            default = field.pop("default")
            if default is not None:
                said = "an empty list" if default == [] else f"`{default}`"
                says = field.get("description", "")
                field["description"] = f"{says} Default: {said}.".strip()
