"""The composition root: every provider resolves, to what those who ask for it expect."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import FunctionType
from typing import Annotated, Any, Protocol, get_args, get_origin, runtime_checkable

import pytest

import src.presentation
from src.app import create_app
from src.application.ports.database import Clock
from src.application.ports.security import RateLimiter
from src.application.use_cases.booking.book_tickets import BookTickets
from src.container import Container, providers_by_name
from src.infrastructure.clock import DatabaseClock
from src.presentation.dependencies.injection import PROVIDED, provided
from tests.support.database import test_settings

SETTINGS = test_settings("postgres://nobody@localhost/nothing")
CONTAINER: Container = create_app(SETTINGS).state.container
PROVIDERS = providers_by_name(CONTAINER)


def presentation_functions() -> Iterator[FunctionType]:
    """Every function of the presentation layer: controllers, and what they depend on.

    What makes an object of a class is one: a class can be depended on, too.
    """
    for found in pkgutil.walk_packages(src.presentation.__path__, "src.presentation."):
        module = importlib.import_module(found.name)
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                yield function
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__ and isinstance(kind.__init__, FunctionType):
                yield kind.__init__


def wanted_by(function: FunctionType) -> Iterator[tuple[str, Any]]:
    """The providers that a function asks for: name and annotated type."""
    for parameter in inspect.signature(function).parameters.values():
        if get_origin(parameter.annotation) is not Annotated:
            continue
        kind, *extras = get_args(parameter.annotation)
        for extra in extras:
            resolve = getattr(extra, "dependency", None)
            if resolve is not None and resolve.__module__ == provided.__module__:
                yield inspect.getclosurevars(resolve).nonlocals["name"], kind


WANTED = {
    f"{function.__name__}-{name}": (name, kind)
    for function in presentation_functions()
    for name, kind in wanted_by(function)
}


def is_instance(thing: object, kind: Any) -> bool:
    """Like isinstance, for protocols too: then by the names of their members."""
    kind = get_origin(kind) or kind
    if getattr(kind, "_is_protocol", False):
        kind = runtime_checkable(type(kind.__name__, (kind, Protocol), {}))
    return isinstance(thing, kind)


@pytest.mark.parametrize("name", PROVIDERS)
def test_provider_resolves_to_one_object_without_a_database(name: str) -> None:
    resolved = PROVIDERS[name]()
    # There are no traces unless the environment asks for them, and no replica without its address.
    assert (resolved is None) == (name in ("tracing", "replica"))
    assert PROVIDERS[name]() is resolved


def test_every_name_asked_for_was_found() -> None:
    assert {name for name, _ in WANTED.values()} == PROVIDED


@pytest.mark.parametrize(("name", "kind"), WANTED.values(), ids=WANTED)
def test_asker_is_given_what_it_annotates(name: str, kind: Any) -> None:
    assert is_instance(PROVIDERS[name](), kind)


def test_annotations_are_really_compared() -> None:
    assert is_instance(CONTAINER.adapters.rate_limiter(), RateLimiter)
    assert not is_instance(CONTAINER.selling.book_tickets(), RateLimiter)
    assert not is_instance(CONTAINER.adapters.rate_limiter(), BookTickets)


def test_override_replaces_what_the_container_provides() -> None:
    other: Clock = CONTAINER.adapters.clock()
    app = create_app(SETTINGS, {"random_code": other})
    assert app.state.container.adapters.random_code() is other
    assert CONTAINER.adapters.random_code() is not other


def test_start_is_refused_when_the_container_lacks_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("src.app.PROVIDED", {*PROVIDED, "no_such_use_case"})
    with pytest.raises(LookupError, match="no_such_use_case"):
        create_app(SETTINGS)


def test_use_cases_go_by_the_clock_of_the_database() -> None:
    clock = CONTAINER.adapters.clock()
    assert isinstance(clock, DatabaseClock)
    assert clock is CONTAINER.adapters.database().clock
