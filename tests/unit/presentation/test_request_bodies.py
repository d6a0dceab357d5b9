"""Bodies: a field that would have no effect is refused with what to do, never ignored."""

from collections.abc import Iterator
from typing import Any, ClassVar, get_args

import pytest
from fastapi.routing import APIRoute
from pydantic import AliasChoices, BaseModel, Field, ValidationError

from src.presentation.api.v1.router import CONTROLLERS
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.schemas.body import BY_SERVICE, IS_LENIENT, MAX_EXPLAINED, Body, Sentences
from src.presentation.schemas.fields import Answer
from src.presentation.schemas.user import LogInForm
from src.presentation.schemas.venue import AddSeatsBody
from src.presentation.schemas.wallet import AppleDeviceBody
from src.presentation.utils.field_messages import WORDED

DECIDED_BY_OTHERS = {LogInForm, AppleDeviceBody}
"""Of OAuth 2.0 and of Apple."""


class Inner(Body):
    """A body inside another."""

    name: str
    quantity: int = Field(1, validation_alias=AliasChoices("quantity", "ticket_count"))


class Outer(Body):
    """A body."""

    not_here: ClassVar[Sentences] = {"id": BY_SERVICE}

    max_tickets_per_user: int | None = None
    title: str = Field("untitled", min_length=2)
    inner: list[Inner] = []


def refused(value: object, body: type[BaseModel] = Outer) -> list[tuple[Any, str, str]]:
    """Place, code and sentence of each error."""
    with pytest.raises(ValidationError) as found:
        body.model_validate(value)
    return [(error["loc"], error["type"], error["msg"]) for error in found.value.errors()]


@pytest.fixture
def lenient() -> Iterator[None]:
    token = IS_LENIENT.set(True)
    yield
    IS_LENIENT.reset(token)


def test_misspelt_field_is_refused_with_the_one_that_was_meant() -> None:
    sentence = "There is no such field. Did you mean `max_tickets_per_user`?"
    assert refused({"max_per_user": 4}) == [(("max_per_user",), "unknown_field", sentence)]


def test_field_of_the_service_is_refused_with_what_to_do() -> None:
    assert refused({"id": 1}) == [(("id",), "field_not_settable", BY_SERVICE)]


def test_all_errors_are_named_at_once() -> None:
    errors = refused({"colour": 1, "title": "", "inner": [{"nam": "x"}]})
    assert [(place, kind) for place, kind, _ in errors] == [
        (("colour",), "unknown_field"),
        (("title",), "string_too_short"),
        (("inner", 0, "nam"), "unknown_field"),
        (("inner", 0, "name"), "missing"),
    ]


def test_two_names_of_one_field_are_refused() -> None:
    errors = refused({"inner": [{"name": "x", "quantity": 1, "ticket_count": 2}]})
    assert [place for place, _, _ in errors] == [("inner", 0, "ticket_count")]
    assert errors[0][1] in WORDED
    assert (
        Outer.model_validate({"inner": [{"name": "x", "ticket_count": 2}]}).inner[0].quantity == 2
    )


def test_thousands_of_names_are_not_explained() -> None:
    errors = refused({f"max_tickets_{number}": 1 for number in range(60_000)})
    assert len(errors) == MAX_EXPLAINED


@pytest.mark.parametrize("name", ["{braces}", "\ud800", "x" * 100_000, ""])
def test_any_name_can_be_answered(name: str) -> None:
    ((place, kind, _),) = refused({name: 1})
    assert kind == "unknown_field"
    assert len(str(place[0]).encode()) < 100


@pytest.mark.usefixtures("lenient")
def test_lenient_client_may_send_names_that_nobody_has() -> None:
    body = Outer.model_validate({"colour": 1, "inner": [{"name": "x", "colour": 2}]})
    assert body == Outer.model_validate({"inner": [{"name": "x"}]})


@pytest.mark.usefixtures("lenient")
def test_lenient_client_is_refused_what_would_have_no_effect() -> None:
    assert refused({"id": 1, "colour": 2}) == [(("id",), "field_not_settable", BY_SERVICE)]


def test_unknown_field_of_a_seat_is_refused_with_its_place() -> None:
    seat = {"section": "Stalls", "row": "A", "seat_number": "1"}
    errors = refused({"seats": [seat, {**seat, "number": "2", "id": 3}]}, AddSeatsBody)
    assert [(place, kind) for place, kind, _ in errors] == [
        (("seats", 1, "number"), "unknown_field"),
        (("seats", 1, "id"), "field_not_settable"),
    ]


@pytest.mark.usefixtures("lenient")
def test_lenient_client_may_send_unknown_fields_of_seats() -> None:
    seat = {"section": "Stalls", "row": "A", "seat_number": "1"}
    body = AddSeatsBody.model_validate({"seats": [{**seat, "colour": "red"}]})
    assert body.seats == [seat]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models in an annotation such as `Annotated[X | None, ...]` or `list[X]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inside in get_args(annotation):
        yield from models_in(inside)


ROUTES = [
    route
    for controller in CONTROLLERS
    for route in controller.router.routes
    if isinstance(route, APIRoute) and route.body_field is not None
]


def test_every_route_of_the_api_is_strict() -> None:
    routes = [route for controller in CONTROLLERS for route in controller.router.routes]
    assert [route for route in routes if not isinstance(route, StrictRoute)] == []


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_what_an_answer_shows_and_the_body_cannot_set_is_explained(route: APIRoute) -> None:
    assert route.body_field is not None
    answer = route.response_model
    for body in models_in(route.body_field.field_info.annotation):
        if body not in DECIDED_BY_OTHERS:
            assert issubclass(body, Body)
            if isinstance(answer, type) and issubclass(answer, Answer):
                assert answer.model_fields.keys() - body.known <= body.not_here.keys()
