"""Which use cases may read from a replica: no effects, nothing shared with sales; documented."""

import inspect
import re
from collections.abc import Iterable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from src.app import create_app
from src.application.concurrency.lanes import Lanes
from src.application.concurrency.snapshots import Snapshots
from src.container import Container, providers_by_name
from src.container.replica_reads import REPLICA_READS
from tests.support.api import V1
from tests.support.database import test_settings
from tests.support.paths import ROOT

SHARED_BY_SERVER = {"list_events"}
"""They share a read with others who wait for the same, of the same server."""

OURS = "src."
OPERATION = re.compile(r"`(/[^`]*)`")


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create_app(test_settings("postgres://localhost/nowhere"))


def provided_for(dependant: Dependant) -> Iterator[str]:
    """The names of the container's providers that a route depends on."""
    for needed in dependant.dependencies:
        if inspect.isfunction(needed.call):
            name = inspect.getclosurevars(needed.call).nonlocals.get("name")
            if isinstance(name, str):
                yield name
        yield from provided_for(needed)


def operations(app: FastAPI) -> dict[str, set[str]]:
    """The paths of the API that may read from a replica, with the names of what reads."""
    found = {}
    for route in app.routes:
        if isinstance(route, APIRoute) and route.path.startswith(V1):
            names = set(provided_for(route.dependant)) & REPLICA_READS
            if names:
                assert route.methods == {"GET"}, route.path
                found[route.path.removeprefix(V1)] = names
    return found


def reachable(thing: object, seen: dict[int, object]) -> dict[int, object]:
    """All objects of ours that it holds, and those that their methods and functions hold."""
    if id(thing) in seen:
        return seen
    seen[id(thing)] = thing
    held = [getattr(thing, "__self__", None)]
    if type(thing).__module__.startswith(OURS):
        held += vars(thing).values() if hasattr(thing, "__dict__") else []
    if inspect.isfunction(thing):
        held += inspect.getclosurevars(thing).nonlocals.values()
    for each in held:
        reachable(each, seen)
    return seen


def parts(container: Container, name: str) -> list[object]:
    return list(reachable(providers_by_name(container)[name](), {}).values())


@pytest.mark.parametrize("name", sorted(REPLICA_READS))
def test_what_reads_from_a_replica_begins_no_unit_of_work(app: FastAPI, name: str) -> None:
    container: Container = app.state.container
    assert container.adapters.unit_of_work() not in parts(container, name)


@pytest.mark.parametrize("name", sorted(REPLICA_READS))
def test_what_reads_from_a_replica_shares_nothing_with_sales(app: FastAPI, name: str) -> None:
    shared = [part for part in parts(app.state.container, name) if isinstance(part, Snapshots)]
    assert shared == []
    lanes = [part for part in parts(app.state.container, name) if isinstance(part, Lanes)]
    assert bool(lanes) is (name in SHARED_BY_SERVER)


def test_units_of_work_and_snapshots_are_found_where_they_are(app: FastAPI) -> None:
    container: Container = app.state.container
    assert container.adapters.unit_of_work() in parts(container, "create_event")
    assert container.adapters.unit_of_work() in parts(container, "sell_at_box_office")
    assert any(isinstance(part, Snapshots) for part in parts(container, "get_event"))


def test_each_name_is_that_of_a_use_case_which_some_route_needs(app: FastAPI) -> None:
    routes = [route for route in app.routes if isinstance(route, APIRoute)]
    used = {name for route in routes for name in provided_for(route.dependant)}
    assert used >= REPLICA_READS
    for name in REPLICA_READS:
        assert hasattr(providers_by_name(app.state.container)[name](), "execute")


def without_suffix(paths: Iterable[str]) -> set[str]:
    return {re.sub(r"\.(csv|pdf)$", "", path) for path in paths}


def test_operator_finds_all_that_may_be_read_from_a_replica(app: FastAPI) -> None:
    text = (ROOT / "docs" / "operating.md").read_text()
    section = text.partition("\n### Reads from a replica\n")[2].partition("\n### ")[0]
    listed = section.partition("of the API:\n\n")[2].partition("\n\n")[0]
    assert sorted(OPERATION.findall(listed)) == sorted(without_suffix(operations(app)))
