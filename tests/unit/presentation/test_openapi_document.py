"""What programs that generate clients find in the OpenAPI document."""

import importlib
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from pydantic import TypeAdapter, ValidationError

from src.app import create_app
from src.presentation.openapi_tags import DESCRIPTIONS
from src.presentation.schemas.fields import (
    MAX_ID,
    TIMEZONES,
    Email,
    LongText,
    Name,
    Password,
    Phone,
    Timezone,
)
from src.presentation.utils.problem import CATALOGUE
from tests.support.database import test_settings as settings_for
from tests.support.openapi import DOCUMENT, OPERATIONS, Operation

SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
JSON = "application/json"

each_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of the document but those in examples."""
    if isinstance(node, dict):
        yield node
        for name, value in node.items():
            if name not in ("example", "examples"):
                yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


def test_whole_numbers_have_a_size_and_whole_bounds() -> None:
    numbers = [node for node in nodes(DOCUMENT) if node.get("type") == "integer"]
    assert len(numbers) > 300
    assert {number["format"] for number in numbers} == {"int32", "int64"}
    bounds = {
        number[name] for number in numbers for name in ("minimum", "maximum") if name in number
    }
    assert {type(bound) for bound in bounds} == {int}
    assert max(bounds) == MAX_ID
    assert SCHEMAS["EventAnswer"]["properties"]["id"]["format"] == "int64"
    assert SCHEMAS["AddToCartBody"]["properties"]["ticket_type_id"]["maximum"] == MAX_ID


def test_log_in_is_required_optional_or_not_looked_at() -> None:
    assert DOCUMENT["components"]["securitySchemes"].keys() == {"bearer", "api_key"}
    bearer: dict[str, list[str]] = {"bearer": []}
    by_key: dict[str, list[str]] = {"api_key": ["events:read"]}
    found = {name: operation["security"] for name, operation in OPERATIONS.items()}
    assert found["get_me"] == [bearer]
    assert found["list_discounts"] == [bearer, by_key]
    assert found["list_events"] == found["get_seat_map"] == [{}, bearer, by_key]
    assert found["log_in"] == found["get_health"] == []
    assert all(hook["post"]["security"] == [] for hook in DOCUMENT["webhooks"].values())


@each_operation
def test_body_that_may_be_left_out_is_not_null(operation: Operation) -> None:
    for content in operation.get("requestBody", {}).get("content", {}).values():
        assert {"type": "null"} not in content["schema"].get("anyOf", ())


@each_operation
def test_parameters_are_described(operation: Operation) -> None:
    parameters = operation.get("parameters", ())
    assert [part["name"] for part in parameters if not part.get("description")] == []


@each_operation
def test_names_of_headers_are_spelt_as_everywhere(operation: Operation) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "header":
            assert re.fullmatch(r"([A-Z][a-z]+)(-[A-Z][a-z]+)*", parameter["name"])


def test_tags_are_described_used_and_in_the_order_of_need() -> None:
    used = {tag for operation in OPERATIONS.values() for tag in operation["tags"]}
    assert used == DESCRIPTIONS.keys()
    assert [tag["name"] for tag in DOCUMENT["tags"]] == list(DESCRIPTIONS)
    assert all(tag["description"].endswith(".") for tag in DOCUMENT["tags"])
    assert DOCUMENT["tags"][-1]["name"] == "Service"


@pytest.mark.parametrize(
    ("public_url", "server"),
    [(None, "/"), ("https://tickets.example", "https://tickets.example")],
)
def test_server_is_where_the_public_reaches_it(public_url: str | None, server: str) -> None:
    settings = settings_for("postgres://nobody@localhost/nothing", public_url=public_url)
    document = create_app(settings).openapi()
    assert [known["url"] for known in document["servers"]] == [server]
    assert document["info"]["license"] == {"name": "MIT", "identifier": "MIT"}


@each_operation
def test_what_is_answered_and_sent_has_a_name_that_says_so(operation: Operation) -> None:
    for status, response in operation["responses"].items():
        for schema in nodes(response.get("content", {}).get(JSON, {})):
            name = schema.get("$ref", "").rpartition("/")[2]
            assert not name or name.endswith("Answer"), (status, name)
    for content in operation.get("requestBody", {}).get("content", {}).values():
        for schema in nodes(content):
            name = schema.get("$ref", "").rpartition("/")[2]
            assert not name or name.endswith(("Body", "Form")), name


def test_names_of_classes_that_say_too_little_are_others_here() -> None:
    assert {"Done", "Ready", "Health", "Interval", "Payment"} & SCHEMAS.keys() == set()
    assert {"SuccessAnswer", "ReadinessAnswer", "ReportInterval", "PaymentMode"} <= SCHEMAS.keys()
    assert SCHEMAS["PaymentMode"]["title"] == "PaymentMode"
    references = {node["$ref"] for node in nodes(DOCUMENT) if "$ref" in node}
    known = {f"#/components/schemas/{name}" for name in SCHEMAS}
    assert {name for name in references if "/schemas/" in name} <= known


@pytest.mark.parametrize(
    ("media_type", "schema"),
    [
        ("application/pdf", {"type": "string", "format": "binary"}),
        ("image/png", {"type": "string", "format": "binary"}),
        ("application/vnd.apple.pkpass", {"type": "string", "format": "binary"}),
        ("text/csv", {"type": "string"}),
        ("text/calendar", {"type": "string"}),
    ],
)
def test_files_are_bytes_or_text(media_type: str, schema: dict[str, str]) -> None:
    found = [
        response["content"][media_type]
        for operation in OPERATIONS.values()
        for response in operation["responses"].values()
        if media_type in response.get("content", {})
    ]
    assert found
    assert all(content["schema"].items() >= schema.items() for content in found)
    assert {"format"} & schema.keys() == {"format"} & found[0]["schema"].keys()


def test_a_response_has_one_media_type() -> None:
    kinds = {
        (name, status): [*response.get("content", ())]
        for name, operation in OPERATIONS.items()
        for status, response in operation["responses"].items()
    }
    assert [where for where, found in kinds.items() if len(found) > 1] == []


def test_an_answer_of_another_shape_has_a_path_of_its_own() -> None:
    """`format=csv` and `group_by=event` work as before, but no generated client could read them."""
    shapes = {
        parameter.get("schema", {}).get("$ref", parameter.get("name"))
        for operation in OPERATIONS.values()
        for parameter in operation.get("parameters", ())
        if parameter.get("name") in ("format", "group_by")
    }
    assert shapes == {"#/components/schemas/PageFormat"}
    assert {"export_attendees", "export_revenue_report"} <= OPERATIONS.keys()


def test_examples_are_those_of_errors_that_an_operation_names() -> None:
    used = {
        code
        for operation in OPERATIONS.values()
        for response in operation["responses"].values()
        for content in response.get("content", {}).values()
        for code in content.get("examples", ())
    }
    assert DOCUMENT["components"]["examples"].keys() == used
    # Of the connection, not of an operation: the document's introduction names them.
    others = CATALOGUE.keys() - used
    assert others == {"method_not_allowed", "request_timeout", "head_too_large"}
    assert all(code in DOCUMENT["info"]["description"] for code in others)


# What the document says of values is what the service takes.


@pytest.mark.parametrize(
    ("kind", "taken", "refused"),
    [
        (Phone, ["+66 2 123 4567", "(030) 123-45", "12345", "+(49)30/1.2.3-4", " 1 2 3 4 5 "], []),
        (Phone, ["1" * 20], ["1234", "1" * 21, "++12345", "12345+", "12345 x", "", "-+-"]),
        (
            Name,
            ["A", "  Ann  ", "Ännchen", "ก", "נועה 3", "A\u200dB"],
            ["", "   ", "\t", "a\x00", "a\x1fb", "a\tb", "a\nb", "a\u2028b", "\u200b", "a\u202eb"],
        ),
        (LongText, ["", "  ", "a\r\nb"], ["a\x07b", "\x00"]),
        (Password, ["correct-horse", "\x07" * 8], ["\x00" * 8]),
        (Timezone, ["Europe/Berlin", "UTC", "America/Argentina/Ushuaia", "Etc/GMT"], ["", "a b"]),
    ],
)
def test_pattern_fits_what_is_taken_and_nothing_that_is_refused(
    kind: Any, taken: list[str], refused: list[str]
) -> None:
    adapter = TypeAdapter[Any](kind)
    documented = jsonschema_rs.Draft202012Validator(adapter.json_schema())
    for value in taken:
        adapter.validate_python(value)
        assert documented.is_valid(value), value
    for value in refused:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)
        assert not documented.is_valid(value), value


def test_pattern_fits_every_time_zone() -> None:
    documented = jsonschema_rs.Draft202012Validator(TypeAdapter[Any](Timezone).json_schema())
    assert [name for name in TIMEZONES if not documented.is_valid(name)] == []


def test_domains_that_are_refused_are_named() -> None:
    adapter = TypeAdapter[Any](Email)
    says = adapter.json_schema()["description"]
    domains = re.findall(r"`\.(\w+)`", says)
    validator = importlib.import_module("email_validator")  # what Pydantic asks
    assert domains == sorted(validator.SPECIAL_USE_DOMAIN_NAMES)
    adapter.validate_python("nina@shop.example")
    for domain in domains:
        with pytest.raises(ValidationError):
            adapter.validate_python(f"nina@shop.{domain}")


def test_times_that_are_sent_say_what_they_may_be() -> None:
    said = "RFC 3339, with an offset or `Z`, between the years 1900 and 9000."
    sent = [
        field
        for name, schema in SCHEMAS.items()
        if name.endswith("Body")
        for field in schema["properties"].values()
    ]
    sent += [part for operation in OPERATIONS.values() for part in operation.get("parameters", ())]
    times = [part for part in sent if any(n.get("format") == "date-time" for n in nodes(part))]
    assert len(times) > 20
    assert [part for part in times if not part["description"].endswith(said)] == []
