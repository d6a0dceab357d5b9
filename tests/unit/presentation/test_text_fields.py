"""No text of a request reaches the database that PostgreSQL cannot hold: every field is tried."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from src.domain.errors import NotFound
from src.presentation.schemas.fields import Name
from tests.support.openapi import APP

# One for each pattern and length that a field may ask for besides.
TEXTS = ("\0", "abc\0", "\0@test.example", "a\0b@test.example", "https://x/\0", "+66812345678\0")
UNSTORABLE: tuple[object, ...] = (
    *TEXTS,
    *([text] for text in TEXTS),
    *(text.replace("\0", "\ud800") for text in TEXTS),
)

Field = tuple[str, Any]


def routes() -> Iterator[APIRoute]:
    for context in iter_route_contexts(APP.routes):
        route = getattr(context, "original_route", None) or getattr(context, "route", context)
        if isinstance(route, APIRoute):
            yield route


def dependants(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for needed in dependant.dependencies:
        yield from dependants(needed)


def fields_of(model: type[BaseModel], path: str) -> Iterator[Field]:
    for name, field in model.model_fields.items():
        yield f"{path}.{name}", Annotated[field.annotation, field]
        for inner in models_in(field.annotation):
            yield from fields_of(inner, f"{path}.{name}")


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from models_in(part)


def parts(dependant: Dependant) -> Iterator[Field]:
    # Headers and cookies cannot have these characters: HTTP itself refuses them.
    for part in (*dependant.path_params, *dependant.query_params):
        yield part.name, Annotated[part.field_info.annotation, part.field_info]
    for body in dependant.body_params:
        for model in models_in(body.field_info.annotation):
            yield from fields_of(model, "body")


FIELDS = {
    f"{sorted(route.methods or ())[0]} {route.path} {name}": kind
    for route in routes()
    for dependant in dependants(route.dependant)
    for name, kind in parts(dependant)
}


def takes(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except (ValidationError, NotFound):
        return False
    return True


@pytest.mark.filterwarnings("ignore:The '.*' attribute")
@pytest.mark.parametrize("name", FIELDS)
def test_field_refuses_what_postgresql_cannot_hold(name: str) -> None:
    assert [value for value in UNSTORABLE if takes(FIELDS[name], value)] == []


def test_walk_finds_fields_wherever_they_are() -> None:
    names = set(FIELDS)
    assert "GET /transactions provider" in {name.replace("/api/v1", "") for name in names}
    assert any(name.endswith("body.items.seat_ids") for name in names)
    assert any(name.endswith("/{event_id} event_id") for name in names)
    assert any(name.endswith("body.ticket_types.section") for name in names)
    assert len(names) > 200


def test_bare_text_would_be_found() -> None:
    assert takes(Annotated[str, FieldInfo(max_length=40)], "abc\0")
    assert not takes(Name, "abc\0")
