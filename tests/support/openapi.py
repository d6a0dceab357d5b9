"""The OpenAPI document of the application, and its operations by id."""

from typing import Any

import httpx
from fastapi import FastAPI

from src.app import create_app
from tests.support.database import test_settings

Operation = dict[str, Any]


def operations(document: dict[str, Any]) -> dict[str, Operation]:
    """Every operation by its id; the path and method go with it."""
    return {
        operation["operationId"]: {**operation, "path": path, "method": method}
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


APP: FastAPI = create_app(test_settings("postgres://nobody@localhost/nothing"))


DOCUMENT: dict[str, Any] = APP.openapi()


OPERATIONS = operations(DOCUMENT)


STANDARD = {
    *("content-type", "content-length", "cache-control", "vary", "x-content-type-options"),
    *("content-encoding", "connection", "x-accel-buffering"),
}
"""Headers that say how to read or keep a response; HTTP libraries see to them."""


def assert_documented(operation: Operation, response: httpx.Response, status: int) -> None:
    """The document has this status, all headers of the response, and none that it lacks."""
    assert response.status_code == status, response.text
    assert str(status) in operation["responses"], "add this status to the operation's document"
    components = DOCUMENT["components"]["headers"]
    named = operation["responses"][str(status)]["headers"]
    documented = {name.lower(): components[name] for name in named}
    assert {*response.headers} - STANDARD - documented.keys() == set()
    promised = {name for name, header in documented.items() if header["required"]}
    assert promised - {*response.headers} == set()
