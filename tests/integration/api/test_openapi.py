"""The OpenAPI document: what clients are promised, and that nobody changes it unawares."""

import asyncio
import re
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from typing import Any

import jsonschema_rs
import pytest

from src.domain.entities.user import Role
from src.domain.errors import Duplicate, InsufficientTickets, InvalidState, TicketLimitExceeded
from src.presentation.utils.problem import CATALOGUE, MEDIA_TYPE
from tests.support.api import Api
from tests.support.openapi import DOCUMENT, OPERATIONS, Operation
from tests.support.paths import ROOT

SNAPSHOT = ROOT / "docs" / "openapi.json"
JSON = "application/json"
METHODS = {"get", "post", "put", "patch", "delete"}
WITH_BODY = (JSON, "application/x-www-form-urlencoded")


each_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)


def resolve(part: dict[str, Any]) -> dict[str, Any]:
    """The part itself, or what it refers to."""
    while "$ref" in part:
        found: Any = DOCUMENT
        for step in part["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        part = found
    return part


def problems_of(value: object, schema: dict[str, Any]) -> list[str]:
    """What is wrong with a value by a schema of the document."""
    whole = {**schema, "components": DOCUMENT["components"]}
    validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    return [error.message for error in validator.iter_errors(value)]


def branches(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The objects that a schema stands for: through `anyOf` and `items`, without null."""
    schema = resolve(schema)
    if "anyOf" in schema:
        for branch in schema["anyOf"]:
            yield from branches(branch)
    elif schema.get("type") == "array":
        yield from branches(schema["items"])
    elif schema.get("type") != "null":
        yield schema


def request_schemas(operation: Operation) -> Iterator[dict[str, Any]]:
    content = operation.get("requestBody", {}).get("content", {})
    for media_type, described in content.items():
        if media_type.startswith("image/"):
            continue
        assert media_type in WITH_BODY
        yield from branches(described["schema"])


async def test_document_is_the_one_of_the_snapshot() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "src.cli", "openapi"), stdout=asyncio.subprocess.PIPE
    )
    printed, _ = await process.communicate()
    assert process.returncode == 0
    assert printed.decode() == SNAPSHOT.read_text(), (
        "The OpenAPI document is not the one of docs/openapi.json. "
        "If you meant to change the API, write the snapshot anew with `make openapi` "
        "and read its diff: within v1 nothing may be removed or change its meaning."
    )


async def test_served_document_is_the_printed_one(api: Api) -> None:
    response = await api.client.get("/openapi.json")
    assert response.json() == DOCUMENT


async def test_served_version_is_the_one_of_pyproject(api: Api) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    response = await api.client.get("/openapi.json")
    assert response.json()["info"]["version"] == project["version"]


@each_operation
def test_operation_says_what_it_is(operation: Operation) -> None:
    assert operation["method"] in METHODS
    assert operation["summary"]
    assert operation["description"].strip().endswith(".")
    assert len(operation["tags"]) == 1


def test_operation_ids_are_unique_snake_case() -> None:
    count = sum(len(methods) for methods in DOCUMENT["paths"].values())
    assert len(OPERATIONS) == count
    assert [name for name in OPERATIONS if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


@each_operation
def test_request_examples_are_there_and_valid(operation: Operation) -> None:
    for schema in request_schemas(operation):
        assert schema["examples"], schema["title"]
        for example in schema["examples"]:
            assert problems_of(example, schema) == []


@pytest.mark.parametrize("name", [n for n, o in OPERATIONS.items() if any(request_schemas(o))])
async def test_request_example_is_read_by_the_api(name: str, api: Api) -> None:
    operation = OPERATIONS[name]
    path = re.sub(r"\{\w+}", "1", operation["path"])
    (schema,) = request_schemas(operation)
    is_form = JSON not in operation["requestBody"]["content"]
    body = {"data" if is_form else "json": schema["examples"][0]}
    admin = await api.person(Role.ADMIN)
    response = await api.client.request(operation["method"], path, headers=admin.headers, **body)
    assert response.status_code not in (400, 422), response.text


@each_operation
def test_success_is_typed_with_a_valid_example(operation: Operation) -> None:
    # By its meaning, 204 has no content.
    answered = operation["responses"].keys() - {"204"}
    successes = sorted(status for status in answered if status.startswith("2"))
    contents = [operation["responses"][status]["content"] for status in successes]
    assert contents and all(contents)
    for media_type, described in chain.from_iterable(content.items() for content in contents):
        if media_type != JSON:
            assert problems_of(described["example"], described["schema"]) == []
            continue
        for schema in branches(described["schema"]):
            assert schema["title"]
            assert schema["examples"], schema["title"]
            for example in schema["examples"]:
                assert problems_of(example, schema) == []


@each_operation
def test_every_error_has_a_problem_example(operation: Operation) -> None:
    for status, response in operation["responses"].items():
        if status < "400" or operation["operationId"] == "get_readiness":
            continue
        assert list(response["content"]) == [MEDIA_TYPE]
        described = response["content"][MEDIA_TYPE]
        assert described["examples"]
        for code, reference in described["examples"].items():
            example = resolve(reference)["value"]
            assert problems_of(example, described["schema"]) == []
            assert (example["code"], str(example["status"])) == (code, status)
            assert CATALOGUE[code][0] == example["status"]


def test_validator_sees_what_is_wrong() -> None:
    schema = {"$ref": "#/components/schemas/EventAnswer"}
    (example,) = resolve(schema)["examples"]
    assert problems_of(example, schema) == []
    assert problems_of({**example, "price": 1500}, schema)
    assert problems_of({**example, "created_at": "yesterday"}, schema)
    assert problems_of({key: example[key] for key in example if key != "currency"}, schema)


def test_problem_examples_carry_the_facts_of_their_errors() -> None:
    refusals = [
        InsufficientTickets(requested=4, available=1),
        TicketLimitExceeded(limit=4, held=3),
        InvalidState("booking", "cancelled", "confirmed"),
        Duplicate("email"),
    ]
    for refusal in refusals:
        example = DOCUMENT["components"]["examples"][refusal.code]["value"]
        assert refusal.facts.items() <= example.items()


@each_operation
def test_statuses_that_headers_bring_are_documented(operation: Operation) -> None:
    headers = {
        parameter["name"]
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "header"
    }
    codes = {
        code
        for response in operation["responses"].values()
        for code in response.get("content", {}).get(MEDIA_TYPE, {}).get("examples", ())
    }
    assert ("stale_version" in codes) == ("If-Match" in headers)
    idempotency = {"idempotency_in_progress", "idempotency_key_reused"}
    assert bool(idempotency & codes) == ("Idempotency-Key" in headers)
    assert ("not_authenticated" in codes) >= bool(operation["security"])
    # A tag that is not known is none that is wrong.
    judged = {parameter["name"] for parameter in operation.get("parameters", ())}
    judged -= {"If-None-Match"}
    assert ("validation_failed" in codes) == bool(judged or "requestBody" in operation)
