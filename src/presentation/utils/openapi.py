"""What the OpenAPI document says of every operation, without every route saying it again."""

import inspect
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from src.presentation.utils.problem import CATALOGUE, MEDIA_TYPE, FieldProblem, Problem

REFUSES = "x-refuses"
PREFIX = "/api/v1"


def operation(use_case: type, summary: str, *refuses: str) -> dict[str, Any]:
    """Arguments of a route: the use case's docstring is its description.

    `refuses` are the error codes of its own; those that any operation with a body, a
    parameter or a log-in can answer are added by themselves.
    """
    return {
        "summary": summary,
        "description": inspect.getdoc(use_case),
        "openapi_extra": {REFUSES: list(refuses)},
    }


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
    for path, methods in document["paths"].items():
        for one in methods.values():
            _add_refusals(one, path)
    return document


def _add_refusals(one: dict[str, Any], path: str) -> None:
    codes = set(one.pop(REFUSES, ()))
    if path.startswith(PREFIX):
        codes |= {"internal_error", "unavailable"}
    if one.get("parameters") or "requestBody" in one:
        codes.add("validation_failed")
    if "requestBody" in one:
        codes |= {"malformed_request", "body_too_large"}
    if "security" in one:
        codes |= {"not_authenticated", "token_expired", "account_inactive"}
    if any(parameter["name"] == "Idempotency-Key" for parameter in one.get("parameters", ())):
        codes |= {"idempotency_in_progress", "idempotency_key_reused"}
    if any(parameter["name"] == "If-Match" for parameter in one.get("parameters", ())):
        codes.add("stale_version")
    one["responses"].pop("422", None)
    for code in sorted(codes):
        status, title, explanation = CATALOGUE[code]
        response = one["responses"].setdefault(str(status), _empty_response(title))
        content = response["content"][MEDIA_TYPE]
        content["examples"][code] = {"summary": explanation, "value": _example(code, path)}


def _empty_response(title: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": title, "content": {MEDIA_TYPE: {"schema": schema, "examples": {}}}}


def _example(code: str, path: str) -> dict[str, Any]:
    status, title, _ = CATALOGUE[code]
    return {
        "type": f"/errors/{code}",
        "title": title,
        "status": status,
        "detail": f"{title}.",
        "instance": path,
        "success": False,
        "code": code,
        "correlation_id": "0d4e8a1f6b2c4d8e9f00112233445566",
    }
