"""Times in requests: every filter and every field of a body refuses what is not written as one."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.openapi import DOCUMENT, OPERATIONS

NO_TIMES = ["2037", "20270101", "1798761600", "19:00", "2026-W49-1", "2026-12-25T24:00"]
TIME = {"type": "string", "format": "date-time"}


def is_time(schema: dict[str, Any]) -> bool:
    return any(TIME.items() <= each.items() for each in schema.get("anyOf", [schema]))


FILTERS = [
    (name, parameter["name"])
    for name, operation in OPERATIONS.items()
    for parameter in operation["parameters"]
    if parameter["in"] == "query" and is_time(parameter["schema"])
]


def bodies() -> Iterator[tuple[str, str]]:
    """Operations with a time in their body, and the name of its field."""
    for name, operation in OPERATIONS.items():
        content = operation.get("requestBody", {}).get("content", {})
        reference = content.get("application/json", {}).get("schema", {}).get("$ref", "/none")
        schema = DOCUMENT["components"]["schemas"].get(reference.rpartition("/")[2], {})
        for field, described in schema.get("properties", {}).items():
            if is_time(described):
                yield name, field


FIELDS = list(bodies())


def test_times_are_found() -> None:
    assert len(FILTERS) > 20
    assert {("create_event", "date_time"), ("update_discount", "valid_until")} <= set(FIELDS)


def path_of(operation: dict[str, Any]) -> str:
    return re.sub(r"\{\w+\}", "1", operation["path"].removeprefix("/api/v1"))


@pytest.mark.parametrize(("name", "parameter"), FILTERS)
async def test_filter_that_is_no_time_is_refused(
    api: Api, admin: Person, name: str, parameter: str
) -> None:
    path = path_of(OPERATIONS[name])
    for value in NO_TIMES:
        problem = assert_problem(
            await api.get(path, admin, params={parameter: value}), 422, "validation_failed"
        )
        # Others may be required, and are missing here.
        assert f"query.{parameter}" in {error["field"] for error in problem["errors"]}


@pytest.mark.parametrize(("name", "field"), FIELDS)
async def test_field_that_is_no_time_is_refused(
    api: Api, admin: Person, name: str, field: str
) -> None:
    operation = OPERATIONS[name]
    for value in (*NO_TIMES, 2_098_440_000, 1.5, True):
        response = await api.call(
            operation["method"].upper(), path_of(operation), admin, json={field: value}
        )
        problem = assert_problem(response, 422, "validation_failed")
        assert f"body.{field}" in {error["field"] for error in problem["errors"]}


async def test_plus_of_an_offset_is_written_as_an_address_has_it(api: Api) -> None:
    given = "2026-12-25T19:00:00+01:00"
    assert (await api.get("/events", params={"date_from": given})).status_code == 200
    problem = assert_problem(await api.get(f"/events?date_from={given}"), 422, "validation_failed")
    assert "%2B" in problem["detail"]


@pytest.mark.parametrize("value", [2, 2.5, "2.5"])
async def test_amount_is_a_string_or_a_number(api: Api, organizer: Person, value: object) -> None:
    event = await api.event(organizer, price=value)
    assert event["price"] == f"{float(str(value)):.2f}"
