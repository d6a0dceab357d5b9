"""What errors add to a problem is in the document with its type, whatever code sends it."""

import ast
import inspect
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import jsonschema_rs
import pytest
from fastapi import FastAPI, Request

from src.domain import errors
from src.presentation.openapi_problems import EXTENSIONS
from src.presentation.utils.problem import Problem, problem_response
from tests.support.openapi import DOCUMENT
from tests.support.paths import SRC

ERRORS = SRC / "domain" / "errors.py"
PROBLEM = SRC / "presentation" / "utils" / "problem.py"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REFUSALS = {
    name: kind
    for name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.TicketingError)
}
WITH_FACTS = {
    name
    for name, kind in REFUSALS.items()
    if any(part.kind is part.VAR_KEYWORD for part in inspect.signature(kind).parameters.values())
}
"""Errors to which their callers may give facts of any name."""


def facts_of_errors() -> Iterator[str]:
    """The names that each error passes on to its base."""
    for node in ast.walk(ast.parse(ERRORS.read_text())):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name("super")))):
                yield from _names(node, node)


def facts_of_callers() -> Iterator[str]:
    """The names that code gives to an error that takes any."""
    for path in SRC.rglob("*.py"):
        text = path.read_text()
        if path == ERRORS or not any(f"{name}(" in text for name in WITH_FACTS):
            continue
        for function in ast.walk(ast.parse(text)):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and _name(node.func) in WITH_FACTS:
                    own = inspect.signature(REFUSALS[_name(node.func)]).parameters
                    yield from (name for name in _names(node, function) if name not in own)


def facts_of_responses() -> Iterator[str]:
    """The names that are added where an error becomes a response."""
    for node in ast.walk(ast.parse(PROBLEM.read_text())):
        match node:
            case ast.Subscript(
                value=ast.Name("facts"), slice=ast.Constant(str(name)), ctx=ast.Store()
            ):
                yield name
            case ast.AnnAssign(target=ast.Name("facts"), value=ast.Dict(keys=keys)):
                yield from (str(key.value) for key in keys if isinstance(key, ast.Constant))


def _names(call: ast.Call, function: ast.AST) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield keyword.arg
        elif isinstance(keyword.value, ast.Dict):
            yield from _keys(keyword.value)
        elif _name(keyword.value) == "facts" and isinstance(function, ast.Call):
            continue  # what a caller gave, who is looked at for himself
        else:
            yield from _keys(_assigned(_name(keyword.value), function))


def _keys(written: ast.Dict) -> Iterator[str]:
    for key in written.keys:
        assert isinstance(key, ast.Constant), f"line {written.lineno}: write the name of the fact"
        yield str(key.value)


def _assigned(name: str, function: ast.AST) -> ast.Dict:
    """The dictionary of this name; a fact has to be written where it can be read."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(found)], value=ast.Dict() as written):
                if found == name:
                    return written
    raise AssertionError(f"The names in {name} cannot be read.")


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def test_every_extension_is_in_the_document_with_its_type() -> None:
    sent = {*facts_of_errors(), *facts_of_callers(), *facts_of_responses()}
    assert {"requested", "available", "from", "reason", "used_at", "gates", "errors"} <= sent
    documented = DOCUMENT["components"]["schemas"]["Problem"]["properties"]
    assert sent - documented.keys() == set(), "add them to EXTENSIONS in openapi_problems.py"
    always = {name for name, field in Problem.model_fields.items() if field.is_required()}
    assert documented.keys() - sent == always | {"success"}
    for name in sent:
        assert {"type", "anyOf"} & documented[name].keys(), name
        assert documented[name]["description"].endswith("."), name


def test_extensions_are_those_that_are_sent() -> None:
    sent = {*facts_of_errors(), *facts_of_callers()}
    assert sent == EXTENSIONS.keys()


@pytest.mark.parametrize(
    "refusal",
    [
        errors.InsufficientTickets(requested=4, available=1),
        errors.TicketLimitExceeded(limit=4, held=3),
        errors.SeatTaken([7, 8]),
        errors.InvalidState("booking", "cancelled", "confirmed"),
        errors.InvalidState("ticket", "used", "used", reason="used", used_at=NOW, gate=None),
        errors.InvalidState("ticket", "used", "used", reason="used", used_at=NOW, gate="North"),
        errors.InvalidState("ticket", "active", "used", reason="wrong_gate", gates=["A", "B"]),
        errors.InvalidState("ticket", "reissued", "used", reason="replaced", retired_at=NOW),
        errors.Duplicate("email"),
        errors.RefundExceedsPayment(requested=Decimal(5), refundable=Decimal(1)),
        errors.DiscountInvalid("expired", "It has expired."),
        errors.ValidationFailed("body.gate", "Say at which gate.", reason="missing"),
    ],
    ids=lambda refusal: type(refusal).__name__,
)
def test_problem_is_as_documented(refusal: errors.TicketingError) -> None:
    scope = {"type": "http", "method": "GET", "path": "/api/v1/x", "headers": [], "app": FastAPI()}
    request = Request({**scope, "query_string": b"", "server": ("test", 80), "scheme": "http"})
    schema = {"$ref": "#/components/schemas/Problem", "components": DOCUMENT["components"]}
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    body = bytes(problem_response(request, refusal).body)
    errors_found = [error.message for error in validator.iter_errors(json.loads(body))]
    assert errors_found == []
