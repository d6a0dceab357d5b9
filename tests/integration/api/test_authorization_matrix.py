"""Every operation is tried by everybody; who is refused has changed nothing."""

from typing import Any

import pytest

from tests.support.api import assert_problem
from tests.support.authorization.matrix import ROLES, ROWS, Row
from tests.support.authorization.world import TABLES, World
from tests.support.openapi import OPERATIONS, assert_documented

REFUSALS = {401: "not_authenticated", 403: "forbidden", 404: "not_found", 409: "sales_closed"}
CELLS = [
    pytest.param(row, role, id=f"{row.name}-by-{role}")
    for row in ROWS
    if row.operation in OPERATIONS
    for role in ROLES
]


def test_every_operation_has_a_row() -> None:
    missing = OPERATIONS.keys() - {row.operation for row in ROWS}
    assert not missing, (
        f"{', '.join(sorted(missing))}: say in tests/support/authorization/matrix.py "
        f'authorization: Row("<operation_id>", "<a status for each of {", ".join(ROLES)}>").'
    )


def test_every_row_is_of_an_operation() -> None:
    unknown = {row.operation for row in ROWS} - OPERATIONS.keys()
    assert not unknown, (
        f"{', '.join(sorted(unknown))}: no such operation in the OpenAPI document. Remove the "
        "row from tests/support/authorization/matrix.py, or give it the new operation_id."
    )


def test_rows_have_names_of_their_own_and_a_status_for_each_role() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert [row.name for row in ROWS if len(row.statuses.split()) != len(ROLES)] == []


@pytest.mark.parametrize(("row", "role"), CELLS)
async def test_caller_is_answered_as_the_matrix_says(row: Row, role: str, world: World) -> None:
    operation = OPERATIONS[row.operation]
    expected = row.status_for(role)
    response = await world.call(operation["method"], operation["path"], row, role)
    assert_documented(operation, response, expected)
    if expected >= 400:
        is_inactive = role == "deactivated" and expected == 403
        code = "account_inactive" if is_inactive else REFUSALS[expected]
        assert_problem(response, expected, code)
        assert ("www-authenticate" in response.headers) == (expected == 401)
    if expected >= 400 or operation["method"] == "get":
        assert await world.state() == world.original


@pytest.mark.parametrize("role", ROLES)
def test_deactivated_account_is_refused_wherever_a_token_is_read(role: str) -> None:
    reading = [row for row in ROWS if OPERATIONS[row.operation]["security"]]
    assert {row.status_for("deactivated") for row in reading} == {403}
    blind = [row for row in ROWS if not OPERATIONS[row.operation]["security"]]
    assert [row.name for row in blind if row.status_for(role) != row.status_for("nobody")] == []


@pytest.mark.parametrize("role", [role for role in ROLES if role != "deactivated"])
async def test_draft_is_listed_only_for_its_managers(role: str, world: World) -> None:
    row = Row("list_events", "", query={"status": "draft"})
    response = await world.call("GET", "/api/v1/events", row, role)
    found: list[dict[str, Any]] = response.json()
    expected = [world.ids["draft"]] if role in ("organizer", "admin") else []
    assert [event["id"] for event in found] == expected


@pytest.mark.parametrize("role", ["nobody", "organizer", "admin"])
async def test_ticket_types_of_drafts_are_in_no_list(role: str, world: World) -> None:
    for name in ("list_ticket_types", "search_ticket_types"):
        response = await world.call("GET", OPERATIONS[name]["path"], Row(name, ""), role)
        found = {ticket_type["event_id"] for ticket_type in response.json()}
        active = ("event", "unsold", "online", "elsewhere", "reserved")
        assert found == {world.ids[name] for name in active}


async def test_state_covers_every_table(world: World) -> None:
    rows = await world.connection.fetch(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
        "AND tablename NOT IN ('aerich', 'audit_log') AND tablename NOT LIKE 'pgqueuer%'"
    )
    assert {row["tablename"] for row in rows} == set(TABLES)


async def test_state_shows_when_anything_changed(world: World) -> None:
    row = Row("update_user", "", body={"full_name": "Somebody Else"})
    await world.call("PUT", "/api/v1/users/{user_id}", row, "customer")
    changed = await world.state()
    assert {table for table in changed if changed[table] != world.original[table]} == {
        "users",
        "outbox",
    }
    await world.restore()
    assert await world.state() == world.original
