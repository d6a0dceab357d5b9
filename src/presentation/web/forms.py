"""Forms: what was typed, what it means, and what is wrong with it."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from src.domain.errors import (
    Duplicate,
    InvalidCredentials,
    TicketingError,
    ValidationFailed,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.presentation.schemas.fields import UNSTORABLE
from src.presentation.web.field_problems import Gettext, field_problem

KEY = "key"
"""The hidden field with the key that makes sending a form twice have one effect."""
KEY_BYTES = 16
LONGEST_KEY = 64

Model = TypeVar("Model", bound=BaseModel)


class NoFields(BaseModel):
    """A form of a button alone."""


class Form(Generic[Model]):
    """A form that was sent, or is shown for the first time.

    `data` is the model, None where something is wrong. `problems` has a sentence for each field
    that has to be corrected, `problem` one for the form as a whole. `key` stays the same while the
    same form is corrected and sent again.
    """

    def __init__(self, typed: Mapping[str, list[str]]) -> None:
        self._typed = {name: values for name, values in typed.items() if name != KEY}
        sent = (typed.get(KEY) or [""])[0]
        is_usable = 0 < len(sent) <= LONGEST_KEY and sent.isascii() and sent.isprintable()
        self.key = sent if is_usable else secrets.token_urlsafe(KEY_BYTES)
        self.data: Model | None = None
        self.problems: dict[str, str] = {}
        self.problem: str | None = None

    @classmethod
    def new(cls, values: Mapping[str, object]) -> "Form[Model]":
        """A form to be filled in, with these values in it; None leaves a field empty."""
        return cls({name: _as_typed(value) for name, value in values.items()})

    @property
    def names(self) -> list[str]:
        """The fields that were sent."""
        return list(self._typed)

    def value(self, name: str) -> str:
        """What was typed into a field."""
        values = self._typed.get(name)
        return values[-1] if values else ""

    def values(self, name: str) -> list[str]:
        """What was chosen in a field that takes several values."""
        return self._typed.get(name, [])

    def has(self, name: str, value: object = None) -> bool:
        """Whether a box was ticked, or this value chosen."""
        values = self._typed.get(name, [])
        return bool(values) if value is None else str(value) in values

    @property
    def is_wrong(self) -> bool:
        return bool(self.problems or self.problem)

    def read(self, model: type[Model], gettext: Gettext) -> None:
        """Set `data`, or the problems of the fields."""
        for name, values in self._typed.items():
            if any(UNSTORABLE.search(value) for value in values):
                self.problems[name] = gettext("This has a character that cannot be kept.")
        if self.problems:
            return
        try:
            self.data = model.model_validate(_values(model, self._typed))
        except ValidationError as error:
            for item in error.errors(include_url=False, include_input=False):
                name = str(item["loc"][0]) if item["loc"] else ""
                sentence = field_problem(item["type"], item["msg"], item.get("ctx", {}), gettext)
                if name:
                    self.problems.setdefault(name, sentence)
                else:
                    self.problem = sentence

    def refuse(
        self, refusal: TicketingError, sentence: str, *, password: str | None = None
    ) -> None:
        """Put what a use case refused beside its field, or on top of the form.

        `password` is the field with the password that is asked for once more.
        """
        self.data = None
        name: str | None = None
        if isinstance(refusal, ValidationFailed):
            path = refusal.field.removeprefix("body.").removeprefix("query.")
            # Nobody sees the cursor in a form.
            name = path.partition(".")[0] if path != "cursor" else None
        elif isinstance(refusal, Duplicate):
            name = str(refusal.facts["field"])
        elif isinstance(refusal, InvalidCredentials):
            name = password
        if name is not None and name in self._typed:
            self.problems[name] = sentence
        else:
            self.problem = sentence

    def idempotent(self, user_id: int, path: str) -> IdempotentRequest:
        """What makes sending this form twice have one effect."""
        content = json.dumps([path, self._typed], sort_keys=True).encode()
        return IdempotentRequest(user_id, f"form:{self.key}", hashlib.sha256(content).digest())


def _as_typed(value: object) -> list[str]:
    if value is None or value is False:
        return []
    if value is True:
        return ["on"]
    if isinstance(value, list | tuple | set | frozenset):
        return [str(item) for item in value]
    return [str(value)]


def _values(model: type[BaseModel], typed: Mapping[str, list[str]]) -> dict[str, Any]:
    """What was typed, for the fields of the model; an empty field counts as left out."""
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        given = typed.get(name, [])
        if _takes_several(field):
            values[name] = [value for value in given if value]
        elif given and given[-1] != "":
            values[name] = given[-1]
    return values


def _takes_several(field: FieldInfo) -> bool:
    return get_origin(field.annotation) in (list, tuple, set, frozenset)


def several(values: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The pairs of a query or a form by name."""
    together: dict[str, list[str]] = {}
    for name, value in values:
        together.setdefault(name, []).append(value)
    return together
