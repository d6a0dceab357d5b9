"""Validation errors in an answer: as many as help, and how many there are."""

import json

import pytest
from fastapi.exceptions import RequestValidationError
from starlette.requests import Request

from src.presentation.utils.problem import MAX_ERRORS, _on_validation_error

SCOPE = {"type": "http", "method": "POST", "path": "/api/v1/x", "headers": [], "query_string": b""}


@pytest.mark.parametrize("number", [1, MAX_ERRORS, MAX_ERRORS + 1, 300_000])
async def test_response_has_some_errors_and_their_total_when_there_are_more(number: int) -> None:
    fault = {"loc": ("body", "x"), "msg": "Field required", "type": "missing"}
    response = await _on_validation_error(Request(SCOPE), RequestValidationError([fault] * number))
    problem = json.loads(bytes(response.body))
    assert len(problem["errors"]) == min(number, MAX_ERRORS)
    assert problem.get("errors_total") == (number if number > MAX_ERRORS else None)
    assert len(response.body) < 10_000
