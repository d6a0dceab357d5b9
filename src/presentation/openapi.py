"""The OpenAPI document: what all operations share is added here, not repeated in every route."""

import inspect
from functools import cache
from typing import Any

from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from pydantic.json_schema import models_json_schema

from src.presentation.openapi_conventions import apply_conventions
from src.presentation.openapi_headers import HAS_ETAG
from src.presentation.schemas.webhook_message import MESSAGES, webhook_operations
from src.presentation.utils.problem import CATALOGUE, MEDIA_TYPE, FieldProblem, Problem
from src.presentation.utils.responses import API_PREFIX, location

PATH = "/openapi.json"
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
"""Additional members of the examples of these error codes."""


def operation(
    use_case: type, summary: str, *refuses: str, has_etag: bool = False
) -> dict[str, Any]:
    """Keyword arguments of a route decorator; the use case's docstring is the description.

    `refuses` are the error codes that are specific to the operation. Those that follow from a
    body, a parameter or a log-in are added when the document is made. `has_etag` states that
    200 has an ETag, and of a GET that it sends 304 for a matching `If-None-Match`.
    """
    extra: dict[str, Any] = {REFUSES: list(refuses)}
    if has_etag:
        extra[HAS_ETAG] = True
    return {
        "summary": summary,
        "description": inspect.getdoc(use_case),
        "openapi_extra": extra,
    }


def install_openapi(app: FastAPI) -> None:
    """Make the application serve a document that names every error of every operation."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]

    @cache
    def encoded() -> bytes:
        return bytes(JSONResponse(app.openapi()).body)

    # Encoding it takes as long as ten bookings, and anybody may ask.
    @app.get(PATH, include_in_schema=False)
    async def openapi() -> Response:
        return Response(encoded(), media_type="application/json")


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
        servers=app.servers,
        license_info=app.license_info,
    )
    schemas = document["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for model in (Problem, FieldProblem):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schema.pop("$defs", None)
        schemas[model.__name__] = schema
    document["webhooks"] = webhook_operations()
    for name, schema in _message_schemas().items():
        schemas.setdefault(name, schema)
    for schema in schemas.values():
        if "examples" in schema:
            schema["examples"] = [
                _with_nulls(example, schema, schemas) for example in schema["examples"]
            ]
    prefix: str = app.state.path_prefix
    log_in = document["components"]["securitySchemes"]["bearer"]["flows"]["password"]
    log_in["tokenUrl"] = prefix + log_in["tokenUrl"]
    used: set[str] = set()
    for path, methods in document["paths"].items():
        for described in methods.values():
            used |= _add_refusals(described, path)
    document["components"]["examples"] = {code: _example(code, prefix) for code in sorted(used)}
    apply_conventions(document, app.routes)
    return document


def _message_schemas() -> dict[str, Any]:
    """The schemas of what receivers of webhooks are sent: those of answers, not of requests."""
    models = [(model, "serialization") for model in MESSAGES.values()]
    _, schema = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    found: dict[str, Any] = schema["$defs"]
    return found


def _with_nulls(value: Any, schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    """The example with the nulls that FastAPI strips from it."""
    if value is not None and "anyOf" in schema:
        # Something that may be null.
        schema = schema["anyOf"][0]
    schema = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(value, list):
        return [_with_nulls(item, schema.get("items", {}), schemas) for item in value]
    if not isinstance(value, dict):
        return value
    required = schema.get("required", ())
    return {
        name: _with_nulls(value.get(name), property_schema, schemas)
        for name, property_schema in schema.get("properties", {}).items()
        if name in value or name in required
    }


def _add_refusals(described: dict[str, Any], path: str) -> set[str]:
    """Name every error of the operation; their codes."""
    codes = set(described.pop(REFUSES, ()))
    headers = {parameter["name"].lower() for parameter in described.get("parameters", ())}
    if path.startswith(API_PREFIX):
        codes |= {"internal_error", "unavailable", "validation_failed"}
    elif described.get("parameters"):
        codes.add("validation_failed")
    if "requestBody" in described:
        codes |= {"malformed_request", "body_too_large"}
    if "security" in described:
        codes |= {"not_authenticated", "token_expired", "account_inactive"}
    if "idempotency-key" in headers:
        codes |= {"idempotency_in_progress", "idempotency_key_reused"}
    if "if-match" in headers:
        codes.add("stale_version")
    described["responses"].pop("422", None)
    for status in sorted({CATALOGUE[code][0] for code in codes}):
        of_status = sorted(code for code in codes if CATALOGUE[code][0] == status)
        described["responses"][str(status)] = _refusal_response(of_status)
    described["responses"] = dict(sorted(described["responses"].items()))
    return codes


def _refusal_response(codes: list[str]) -> dict[str, Any]:
    content = {
        "schema": {"$ref": "#/components/schemas/Problem"},
        "examples": {code: {"$ref": f"#/components/examples/{code}"} for code in codes},
    }
    titles = "; ".join(CATALOGUE[code][1] for code in codes)
    return {"description": titles, "content": {MEDIA_TYPE: content}}


def _example(code: str, prefix: str) -> dict[str, Any]:
    status, title, explanation = CATALOGUE[code]
    value = {
        "type": f"{prefix}/errors/{code}",
        "title": title,
        "status": status,
        "detail": f"{title}.",
        "instance": prefix + location("bookings"),
        "success": False,
        "code": code,
        "correlation_id": "0d4e8a1f6b2c4d8e9f00112233445566",
        **FACTS.get(code, {}),
    }
    return {"summary": explanation, "value": value}
