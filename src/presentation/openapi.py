"""What the OpenAPI document says of every operation, without every route saying it again."""

import inspect
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from src.presentation.utils.location import API_PREFIX, location
from src.presentation.utils.problem import CATALOGUE, MEDIA_TYPE, FieldProblem, Problem

REFUSES = "x-refuses"
FACTS: dict[str, dict[str, Any]] = {
    "insufficient_tickets": {"requested": 4, "available": 1},
    "ticket_limit_exceeded": {"limit": 4, "held": 3},
    "invalid_state": {"from": "cancelled", "to": "confirmed"},
    "duplicate": {"field": "email"},
    "discount_invalid": {"reason": "expired"},
    "validation_failed": {
        "errors": [{"field": "body.quantity", "message": "Field required", "code": "missing"}]
    },
}
"""What the examples of these codes carry besides the members that all have."""

NOT_MODIFIED = "Nothing changed since the ETag sent as `If-None-Match`"


def operation(
    use_case: type, summary: str, *refuses: str, has_etag: bool = False
) -> dict[str, Any]:
    """Arguments of a route: the use case's docstring is its description.

    `refuses` are the error codes of its own; those that any operation with a body, a
    parameter or a log-in can answer are added by themselves. `has_etag` says that a GET
    answers an ETag, and so 304 to whoever has that state already.
    """
    arguments: dict[str, Any] = {
        "summary": summary,
        "description": inspect.getdoc(use_case),
        "openapi_extra": {REFUSES: list(refuses)},
    }
    if has_etag:
        arguments["responses"] = {304: {"description": NOT_MODIFIED}}
    return arguments


def install_openapi(app: FastAPI) -> None:
    """Serve a document that names every error of every operation."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def unique_id(route: APIRoute) -> str:
    """The function's name, which is snake_case and unique."""
    return route.name


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    schemas = document["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for model in (Problem, FieldProblem):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schema.pop("$defs", None)
        schemas[model.__name__] = schema
    for schema in schemas.values():
        if "examples" in schema:
            schema["examples"] = [_with_nulls(one, schema, schemas) for one in schema["examples"]]
    document["components"]["examples"] = {code: _example(code) for code in sorted(CATALOGUE)}
    for path, methods in document["paths"].items():
        for one in methods.values():
            _add_refusals(one, path)
    return document


def _with_nulls(value: Any, schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    """The example as it was written: FastAPI strips every null from it."""
    schema = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(value, list):
        return [_with_nulls(one, schema.get("items", {}), schemas) for one in value]
    if not isinstance(value, dict):
        return value
    required = schema.get("required", ())
    return {
        name: _with_nulls(value.get(name), described, schemas)
        for name, described in schema.get("properties", {}).items()
        if name in value or name in required
    }


def _add_refusals(one: dict[str, Any], path: str) -> None:
    codes = set(one.pop(REFUSES, ()))
    headers = {parameter["name"].lower() for parameter in one.get("parameters", ())}
    if path.startswith(API_PREFIX):
        codes |= {"internal_error", "unavailable"}
    if one.get("parameters") or "requestBody" in one:
        codes.add("validation_failed")
    if "requestBody" in one:
        codes |= {"malformed_request", "body_too_large"}
    if "security" in one:
        codes |= {"not_authenticated", "token_expired", "account_inactive"}
    if "idempotency-key" in headers:
        codes |= {"idempotency_in_progress", "idempotency_key_reused"}
    if "if-match" in headers:
        codes.add("stale_version")
    one["responses"].pop("422", None)
    for status in sorted({CATALOGUE[code][0] for code in codes}):
        of_status = sorted(code for code in codes if CATALOGUE[code][0] == status)
        one["responses"][str(status)] = _refusal_response(of_status)
    one["responses"] = dict(sorted(one["responses"].items()))


def _refusal_response(codes: list[str]) -> dict[str, Any]:
    content = {
        "schema": {"$ref": "#/components/schemas/Problem"},
        "examples": {code: {"$ref": f"#/components/examples/{code}"} for code in codes},
    }
    titles = "; ".join(CATALOGUE[code][1] for code in codes)
    return {"description": titles, "content": {MEDIA_TYPE: content}}


def _example(code: str) -> dict[str, Any]:
    status, title, explanation = CATALOGUE[code]
    value = {
        "type": f"/errors/{code}",
        "title": title,
        "status": status,
        "detail": f"{title}.",
        "instance": location("bookings"),
        "success": False,
        "code": code,
        "correlation_id": "0d4e8a1f6b2c4d8e9f00112233445566",
        **FACTS.get(code, {}),
    }
    return {"summary": explanation, "value": value}
