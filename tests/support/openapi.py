"""The OpenAPI document of the application, and its operations by id."""

from typing import Any

from fastapi import FastAPI

from src.app import create_app
from tests.support.database import test_settings

Operation = dict[str, Any]


def operations(document: dict[str, Any]) -> dict[str, Operation]:
    """Every operation by its id; the path and method go with it, and parameters in full."""
    shared = document["components"]["parameters"]
    return {
        operation["operationId"]: {
            **operation,
            "path": path,
            "method": method,
            "parameters": [
                shared[parameter["$ref"].rpartition("/")[2]] if "$ref" in parameter else parameter
                for parameter in operation.get("parameters", ())
            ],
        }
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


APP: FastAPI = create_app(test_settings("postgres://nobody@localhost/nothing"))


DOCUMENT: dict[str, Any] = APP.openapi()


OPERATIONS = operations(DOCUMENT)
