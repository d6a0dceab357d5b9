"""What programs that generate clients read in the document, and FastAPI does not write.

The sizes of integers, which operations need no log-in, names of schemas, and what the modules
`openapi_headers`, `openapi_parameters` and `openapi_problems` add.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import BaseRoute

from src.presentation.dependencies.authentication import API_KEY_HEADER, Caller
from src.presentation.dependencies.key_scopes import scope_of
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi_headers import (
    LENIENCE,
    PREFER,
    header_components,
    state_headers,
    state_lenience,
)
from src.presentation.openapi_parameters import describe_parameters
from src.presentation.openapi_problems import complete_problem
from src.presentation.schemas.fields import EARLIEST, LATEST, MAX_ID

Schema = dict[str, Any]

API_KEYS: Schema = {
    "type": "apiKey",
    "in": "header",
    "name": API_KEY_HEADER,
    "description": "An API key from `POST /api-keys` that has the scope named at the operation.",
}
INT32_MAX = 2**31 - 1
TIMES = f"RFC 3339, with an offset or `Z`, between the years {EARLIEST} and {LATEST}."
SCHEMA_NAMES = {"Done": "SuccessAnswer", "Interval": "ReportInterval", "Payment": "PaymentMode"}
"""Names that are clear in the module of their class, and not in a client's one list of models."""


def apply_conventions(document: Schema, routes: Sequence[BaseRoute]) -> None:
    """Complete the document in place. `routes` are those it was made of."""
    needs_log_in, strict = dict(_log_in_of(routes)), set(_strict_of(routes))
    document["components"]["parameters"] = {PREFER: LENIENCE}
    document["components"]["securitySchemes"]["api_key"] = API_KEYS
    document["components"]["headers"] = header_components()
    for path, methods in document["paths"].items():
        for method, described in methods.items():
            _state_security(described, needs_log_in[path, method])
            _state_scope(described)
            state_headers(described, method)
            _spell_headers(described)
            describe_parameters(described)
            for parameter in described.get("parameters", ()):
                _state_range(parameter, parameter["schema"])
            if (path, method) in strict:
                state_lenience(described)
            _leave_out_null(described)
    complete_problem(document["components"]["schemas"]["Problem"])
    for schema in _schemas(document):
        _state_size(schema)
    for name, schema in document["components"]["schemas"].items():
        if name.endswith(("Body", "Form")):
            _defaults_in_words(schema)
            for field in schema.get("properties", {}).values():
                _state_range(field, field)
    _leave_out_unused(document)
    _rename_schemas(document)


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


def _strict_of(routes: Sequence[BaseRoute]) -> Iterator[tuple[str, str]]:
    """The paths and methods that refuse what they do not know, unless they are asked not to."""
    for context in iter_route_contexts(routes):
        path, route = str(context.path_format), context.original_route
        if isinstance(route, StrictRoute) and not route.is_open:
            yield from ((path, method.lower()) for method in context.methods or ())


def _calls(dependant: Dependant) -> Iterator[Callable[..., Any] | None]:
    yield dependant.call
    for needed in dependant.dependencies:
        yield from _calls(needed)


def _state_security(described: Schema, needs_log_in: bool | None) -> None:
    if needs_log_in is None:
        described["security"] = []
    elif not needs_log_in:
        described["security"] = [{}, *described["security"]]


def _state_scope(described: Schema) -> None:
    """That a key will do instead of a token, if it has this scope (OpenAPI 3.1: a role)."""
    scope = scope_of(described["operationId"])
    if scope is not None and described["security"]:
        described["security"] = [*described["security"], {"api_key": [scope.value]}]


def _spell_headers(described: Schema) -> None:
    """The names of headers as everybody writes them; they are compared without case."""
    for parameter in described.get("parameters", ()):
        if parameter["in"] == "header":
            words = parameter["name"].split("-")
            parameter["name"] = "-".join(word.capitalize() for word in words)


def _leave_out_null(described: Schema) -> None:
    """A body that may be left out is not required, instead of being null."""
    for content in described.get("requestBody", {}).get("content", {}).values():
        match content["schema"]:
            case {"anyOf": [body, {"type": "null"}]}:
                content["schema"] = body


def _schemas(document: Schema) -> Iterator[Schema]:
    """Every schema in the document, however deep."""
    return (node for node in _nodes(document) if "type" in node)


def _nodes(node: object) -> Iterator[Schema]:
    """Every object in the document, however deep, but those in examples."""
    if isinstance(node, dict):
        yield node
        for name, value in node.items():
            if name not in ("example", "examples"):
                yield from _nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from _nodes(value)


def _state_size(schema: Schema) -> None:
    if schema["type"] != "integer":
        return
    for bound in ("maximum", "minimum"):
        if isinstance(schema.get(bound), float):
            # FastAPI keeps bounds as floats, in which 2^63 - 1 becomes 2^63.
            schema[bound] = min(int(schema[bound]), MAX_ID)
    largest = schema.get("maximum", MAX_ID)
    schema.setdefault("format", "int32" if largest <= INT32_MAX else "int64")


def _state_range(described: Schema, schema: Schema) -> None:
    """Say which times are taken: JSON Schema has no words for it."""
    if any(part.get("format") == "date-time" for part in (schema, *schema.get("anyOf", ()))):
        says = described.get("description", "")
        described["description"] = f"{says} {TIMES}".strip()


def _defaults_in_words(schema: Schema) -> None:
    """A default as a sentence: openapi-typescript 7 takes a field with a default as required."""
    for field in schema.get("properties", {}).values():
        if "default" in field:
            default = field.pop("default")
            if default is not None:
                said = "an empty list" if default == [] else f"`{default}`"
                says = field.get("description", "")
                field["description"] = f"{says} Default: {said}.".strip()


def _leave_out_unused(document: Schema) -> None:
    """The schemas of parameters that are left out are written all the same."""
    schemas = document["components"]["schemas"]
    used = {node["$ref"] for node in _nodes(document) if "$ref" in node}
    for name in [name for name in schemas if _reference(name) not in used]:
        del schemas[name]


def _rename_schemas(document: Schema) -> None:
    schemas = document["components"]["schemas"]
    for old, new in SCHEMA_NAMES.items():
        schemas[new] = {**schemas.pop(old), "title": new}
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    references = {_reference(old): _reference(new) for old, new in SCHEMA_NAMES.items()}
    for referring in _nodes(document):
        if (found := referring.get("$ref")) in references:
            referring["$ref"] = references[found]


def _reference(name: str) -> str:
    return f"#/components/schemas/{name}"
