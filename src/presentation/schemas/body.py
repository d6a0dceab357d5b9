"""The base of request bodies: a field that would have no effect is refused, never ignored."""

from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from difflib import get_close_matches
from itertools import islice
from typing import Any, ClassVar, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

IS_LENIENT: ContextVar[bool] = ContextVar("is_lenient", default=False)
"""Whether the client of this request asked that unknown names be ignored."""

UNKNOWN = "unknown_field"
NOT_HERE = "field_not_settable"
MAX_EXPLAINED = 20
"""How many names are explained: a body has room for thousands."""

MAX_REPEATED = 1000
"""How many other errors are kept beside them: an array has room for hundreds of thousands."""

MAX_NAME = 60
"""How much of a name is compared and repeated."""

BY_SERVICE = "The service sets this: leave it out."
ONCE_MADE = "This is fixed when it is created, and cannot be changed."
TWICE = "This is another name of a field that is given too: give one of them."

Sentences = Mapping[str, str]
"""Fields that a resource has and a body cannot set, with a sentence on each."""


def all_of(model: type[BaseModel], sentence: str) -> dict[str, str]:
    """The same sentence on each field of a body or an answer."""
    return dict.fromkeys(model.model_fields, sentence)


def shown(name: str) -> str:
    """A name of a client's own as an error can repeat it."""
    return name[:MAX_NAME].encode(errors="replace").decode()


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence with the known name that is closest to a misspelt one, or nothing."""
    close = get_close_matches(name.lower()[:MAX_NAME], sorted(known), n=1)
    return f" Did you mean `{close[0]}`?" if close else ""


def keep_known_fields(
    values: Any, handler: Callable[[Any], Any], known: frozenset[str], not_here: Sentences
) -> Any:
    """Validate `values` by the handler, without names other than the `known` ones.

    Raises ValidationError with all errors, also those of such names, unless the client is lenient
    and they are nobody's.
    """
    if not isinstance(values, dict) or values.keys() <= known:
        return handler(values)
    kept = {name: value for name, value in values.items() if name in known}
    errors = _refusals(values, known, not_here)
    try:
        found = handler(kept)
    except ValidationError as error:
        found_too = islice(error.errors(include_url=False), MAX_REPEATED)
        errors += [_again(detail) for detail in found_too]
    if errors:
        raise ValidationError.from_exception_data("body", errors)
    return found


def keep_known_fields_of_each(items: Any, known: frozenset[str], not_here: Sentences) -> Any:
    """The items of a list, where a call for each would be slow; only the first error is reported.

    Raises ValidationError as `keep_known_fields` does.
    """
    if not isinstance(items, list):
        return items
    kept = list(items)
    for place, item in enumerate(items):
        if isinstance(item, dict) and not item.keys() <= known:
            try:
                kept[place] = keep_known_fields(item, dict, known, not_here)
            except ValidationError as error:
                errors = [_again(detail, place) for detail in error.errors(include_url=False)]
                raise ValidationError.from_exception_data("body", errors) from None
    return kept


class Body(BaseModel):
    """A request body. `not_here` explains fields that are set in another way, or by nobody."""

    model_config = ConfigDict(extra="forbid")

    not_here: ClassVar[Sentences] = {}
    known: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def __pydantic_init_subclass__(cls, **options: Any) -> None:
        super().__pydantic_init_subclass__(**options)
        cls.known = frozenset(_names(cls))

    @model_validator(mode="wrap")
    @classmethod
    def _keep_known_fields(cls, values: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        found: Self = keep_known_fields(values, handler, cls.known, cls.not_here)
        return found


def _names(model: type[BaseModel]) -> Iterable[str]:
    for name, field in model.model_fields.items():
        match field.validation_alias:
            case AliasChoices(choices=choices):
                yield from (choice for choice in choices if isinstance(choice, str))
            case str(alias):
                yield alias
            case _:
                yield name


def _refusals(
    values: Mapping[str, object], known: frozenset[str], not_here: Sentences
) -> list[InitErrorDetails]:
    others = (name for name in values if name not in known)
    if IS_LENIENT.get():
        others = (name for name in others if name in not_here)
    return [
        _error(NOT_HERE, not_here[name], (name,))
        if name in not_here
        else _error(UNKNOWN, f"There is no such field.{did_you_mean(name, known)}", (shown(name),))
        for name in islice(others, MAX_EXPLAINED)
    ]


def _again(detail: ErrorDetails, *before: int) -> InitErrorDetails:
    return _error(detail["type"], detail["msg"], (*before, *detail["loc"]))


def _error(kind: str, sentence: str, place: tuple[int | str, ...]) -> InitErrorDetails:
    # The sentence goes in as a value: names may have braces, which a template would read.
    said = PydanticCustomError(kind, "{sentence}", {"sentence": sentence})
    return InitErrorDetails(type=said, loc=place, input=None)
