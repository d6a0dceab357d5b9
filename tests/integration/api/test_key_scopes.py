"""Every operation is tried with API keys: those with its scope, and all others."""

import pytest

from src.domain.shared.scopes import OF_ADMINS, Scope
from src.presentation.dependencies.key_scopes import OPEN, REFUSED, SCOPES, scope_of
from tests.support.api import assert_problem
from tests.support.authorization.matrix import ROWS, Row
from tests.support.authorization.world import ALL_SCOPES, World
from tests.support.openapi import DOCUMENT, OPERATIONS, assert_documented

READING = {name for name, operation in OPERATIONS.items() if operation["security"]}
"""Those that look at who calls."""


def by_name(rows: list[Row]) -> list[object]:
    return [pytest.param(row, id=row.name) for row in rows]


OPEN_ROWS = [row for row in ROWS if row.operation in SCOPES]
REFUSED_ROWS = [row for row in ROWS if row.operation in REFUSED and not row.note]


def test_every_operation_with_a_caller_is_open_to_a_scope_or_refused_to_all_keys() -> None:
    placed = [*REFUSED, *(name for names in OPEN.values() for name in names)]
    assert len(set(placed)) == len(placed), "named twice"
    assert set(placed) == READING, "say in key_scopes.py which scope it needs, or that it has none"
    assert OPEN.keys() == set(Scope)


def test_what_is_not_named_is_open_to_no_key() -> None:
    assert scope_of("something_new") is None
    assert scope_of(None) is None


@pytest.mark.parametrize("name", sorted(READING))
def test_document_says_which_scope_an_operation_needs(name: str) -> None:
    assert DOCUMENT["components"]["securitySchemes"]["api_key"]["name"] == "X-API-Key"
    security = OPERATIONS[name]["security"]
    assert {"bearer": []} in security
    keys = [entry["api_key"] for entry in security if "api_key" in entry]
    assert keys == ([] if name in REFUSED else [[SCOPES[name]]])


@pytest.mark.parametrize("row", by_name(OPEN_ROWS))
async def test_key_with_the_scope_alone_may_what_its_user_may(row: Row, world: World) -> None:
    operation, scope = OPERATIONS[row.operation], SCOPES[row.operation]
    role = "admin" if scope in OF_ADMINS else "organizer"
    response = await world.call(
        operation["method"], operation["path"], row, role, scopes=frozenset({scope})
    )
    if row.body is not None and "role" in row.body and row.operation == "update_user":
        assert_problem(response, 403, "forbidden")
        return
    assert_documented(operation, response, row.status_for(role))


@pytest.mark.parametrize("row", by_name(OPEN_ROWS))
async def test_key_with_all_other_scopes_is_refused_and_changes_nothing(
    row: Row, world: World
) -> None:
    operation, scope = OPERATIONS[row.operation], SCOPES[row.operation]
    response = await world.call(
        operation["method"], operation["path"], row, "admin", scopes=ALL_SCOPES - {scope}
    )
    problem = assert_problem(response, 403, "forbidden")
    assert problem["scope"] == scope
    assert scope in problem["detail"]
    assert await changed(world) <= {"api_keys"}


@pytest.mark.parametrize("row", by_name(REFUSED_ROWS))
async def test_what_is_open_to_no_key_is_refused_to_one_with_every_scope(
    row: Row, world: World
) -> None:
    operation = OPERATIONS[row.operation]
    response = await world.call(
        operation["method"], operation["path"], row, "admin", scopes=ALL_SCOPES
    )
    problem = assert_problem(response, 403, "forbidden")
    assert problem["scope"] is None
    assert await changed(world) <= {"api_keys"}


async def changed(world: World) -> set[str]:
    """The tables that are no longer as they were; that a key was used is noted in its own."""
    state = await world.state()
    return {table for table in state if state[table] != world.original[table]}
