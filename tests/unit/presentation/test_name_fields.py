"""Every field for a name, of the API and of the pages, takes what people can see, on one line."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

import src.presentation
from src.presentation.schemas.fields import OptionalName
from src.presentation.schemas.venue import SeatText

NAMES = {
    *("title", "name", "full_name", "contact_name", "venue", "location", "category", "gate"),
    *("section", "row", "seat_number"),
}
NO_NAMES = ("\u200b", "\u3164", "\ufeff", "\u00ad", "\u2800", "\u115f", "\u0301", "\u3000", "A\nB")
NAMES_TO_TAKE = ("Zoe\u0301", "می\u200cکنم", "A 1", "กินข้าว", "👩\u200d👧", "אולם")
# What is there already is named by these, or they are answers: nothing new gets a name.
READ = {
    "cancel.CancelForm.title",
    "checkout_hold.HoldForm.section",
    *("device.ScanAnswer.gate", "device.ScannedTicket.gate", "device.ScannedTicket.name"),
    "login_signup.PasswordForm.name",
    "venue_editor_sections.PlaceForm.section",
    "venue_editor_sections.SeatsForm.section",
}
# A blank leaves them out.
OPTIONAL = {"checkout.ContactForm.name", "checkout_guest.PasswordForm.name"}


def models(kind: type[BaseModel] = BaseModel) -> Iterator[type[BaseModel]]:
    for found in kind.__subclasses__():
        yield found
        yield from models(found)


def fields() -> dict[str, Any]:
    for module in pkgutil.walk_packages(src.presentation.__path__, "src.presentation."):
        importlib.import_module(module.name)
    return {
        f"{model.__module__.rpartition('.')[2]}.{model.__name__}.{name}": Annotated[
            field.annotation, field
        ]
        for model in models()
        if model.__module__.startswith("src.presentation.web") or model.__name__.endswith("Body")
        for name, field in model.model_fields.items()
        if name in NAMES and "str" in str(field.annotation)
    }


FIELDS = fields()


def takes(kind: Any, value: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", sorted(FIELDS.keys() - READ))
def test_field_takes_names_alone(name: str) -> None:
    blank = {"\u3000"} if name in OPTIONAL else set()
    assert {text for text in NO_NAMES if takes(FIELDS[name], text)} == blank
    assert [text for text in NAMES_TO_TAKE if not takes(FIELDS[name], text)] == []


def test_walk_finds_the_fields_of_both() -> None:
    assert {"event.CreateEventBody.title", "new_event.NewEventForm.title"} <= set(FIELDS)
    assert set(FIELDS) >= READ | OPTIONAL
    assert len(FIELDS) > 40


@pytest.mark.parametrize("text", [*NO_NAMES, "VIP\u202e", "A\u2028B", "A\x85B"])
def test_seats_have_names(text: str) -> None:
    assert not takes(SeatText, text)


@pytest.mark.parametrize("text", [*NAMES_TO_TAKE, "1", "A", "-"])
def test_seats_have_names_of_every_script(text: str) -> None:
    assert takes(SeatText, text)


def test_name_that_may_be_left_out_may_be_a_space() -> None:
    assert takes(OptionalName, " ")
    assert not takes(OptionalName, "\u200b")
