"""Accounts over HTTP: making, reading and finding them."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person, assert_problem

NEW: dict[str, Any] = {
    "name": "Somchai",
    "phone": "+66 81 234 5678",
    "email": "Somchai@Test.Example",
    "username": "somchai",
    "full_name": "Somchai Jaidee",
    "role": "organizer",
    "password": "correct-horse",
}


async def count_users(connection: asyncpg.Connection) -> int:
    count: int = await connection.fetchval("SELECT count(*) FROM users")
    return count


async def test_admin_makes_an_account_of_any_role_that_can_log_in(api: Api) -> None:
    admin = await api.person(Role.ADMIN)
    response = await api.post("/users", admin, NEW)
    assert response.status_code == 201
    user = response.json()
    assert response.headers["location"] == f"{V1}/users/{user['id']}"
    assert (user["email"], user["phone"]) == ("somchai@test.example", "+66812345678")
    assert (user["username"], user["full_name"]) == ("somchai", "Somchai Jaidee")
    assert (user["role"], user["is_active"]) == ("organizer", True)
    body = {"email": NEW["email"], "password": NEW["password"]}
    assert (await api.post("/auth/login", None, body)).status_code == 200


async def test_account_needs_only_a_name(api: Api) -> None:
    admin = await api.person(Role.ADMIN)
    user = (await api.post("/users", admin, {"name": "Walk-in"})).json()
    assert (user["role"], user["email"], user["phone"]) == ("customer", None, None)


async def test_answers_never_carry_secrets(api: Api) -> None:
    admin = await api.person(Role.ADMIN)
    user = (await api.post("/users", admin, NEW)).json()
    assert user.keys() == {
        *("id", "name", "phone", "email", "username", "full_name", "role", "is_active"),
        *("created_at", "updated_at"),
    }


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.ORGANIZER, Role.SCANNER])
async def test_making_and_finding_accounts_is_refused_to_everybody_but_admins(
    api: Api, connection: asyncpg.Connection, role: Role
) -> None:
    person = await api.person(role)
    assert_problem(await api.post("/users", person, NEW), 403, "forbidden")
    assert_problem(await api.get("/users", person), 403, "forbidden")
    assert_problem(await api.get("/users/username/somchai", person), 403, "forbidden")
    assert await count_users(connection) == 1


async def test_account_is_refused_without_a_log_in(
    api: Api, connection: asyncpg.Connection
) -> None:
    response = await api.post("/users", None, NEW)
    assert_problem(response, 401, "not_authenticated")
    assert response.headers["www-authenticate"] == "Bearer"
    assert await count_users(connection) == 0


@pytest.mark.parametrize("field", ["phone", "email", "username"])
async def test_account_is_refused_when_a_unique_field_is_taken(
    api: Api, connection: asyncpg.Connection, field: str
) -> None:
    admin = await api.person(Role.ADMIN)
    await api.post("/users", admin, NEW)
    other = {"phone": "0812345678", "email": "other@test.example", "username": "other"}
    body = {"name": "Other", **other, field: NEW[field]}
    problem = assert_problem(await api.post("/users", admin, body), 409, "duplicate")
    assert problem["field"] == field
    assert problem["detail"] == f"This {field} is already in use."
    assert await count_users(connection) == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("name", None),
        ("phone", "12"),
        ("email", "at@"),
        ("username", "two words"),
        ("role", "king"),
        ("password", "short"),
    ],
)
async def test_account_is_refused_when_a_field_is_not_valid(
    api: Api, connection: asyncpg.Connection, field: str, value: str | None
) -> None:
    admin = await api.person(Role.ADMIN)
    response = await api.post("/users", admin, {**NEW, field: value})
    problem = assert_problem(response, 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == [f"body.{field}"]
    assert await count_users(connection) == 1


async def test_phone_number_is_read_as_phone(api: Api) -> None:
    admin = await api.person(Role.ADMIN)
    made = await api.post("/users", admin, {"name": "A", "phone_number": "0811111111"})
    assert made.json()["phone"] == "0811111111"
    path = f"/users/{made.json()['id']}"
    changed = await api.put(path, admin, {"phone_number": "0822222222"})
    assert changed.json()["phone"] == "0822222222"


async def test_user_is_read_by_themselves_and_admins_alone(api: Api) -> None:
    person, admin = await api.person(), await api.person(Role.ADMIN)
    organizer = await api.person(Role.ORGANIZER)
    for reader in (person, admin):
        response = await api.get(f"/users/{person.id}", reader)
        assert (response.status_code, response.json()["id"]) == (200, person.id)
    assert_problem(await api.get(f"/users/{person.id}", organizer), 404, "not_found")
    assert_problem(await api.get(f"/users/{admin.id}", person), 404, "not_found")
    assert_problem(await api.get(f"/users/{person.id}"), 401, "not_authenticated")


@pytest.mark.parametrize(("user_id", "status"), [("999999999", 404), ("0", 422), ("me", 422)])
async def test_user_is_not_found_when_there_is_none(api: Api, user_id: str, status: int) -> None:
    admin = await api.person(Role.ADMIN)
    code = {404: "not_found", 422: "validation_failed"}[status]
    assert_problem(await api.get(f"/users/{user_id}", admin), status, code)
    assert_problem(await api.get(f"/users/{2**63}", admin), 422, "validation_failed")


async def test_user_is_found_by_username(api: Api) -> None:
    admin = await api.person(Role.ADMIN)
    made = (await api.post("/users", admin, NEW)).json()
    await api.post("/users", admin, {"name": "Other", "username": "somchai2"})
    response = await api.get("/users/username/somchai", admin)
    assert response.json()["id"] == made["id"]
    assert_problem(await api.get("/users/username/nobody", admin), 404, "not_found")
    assert_problem(await api.get("/users/username/a b", admin), 422, "validation_failed")


async def found(api: Api, admin: Person, **params: Any) -> list[int]:
    response = await api.get("/users", admin, params=params)
    assert response.status_code == 200, response.text
    return [user["id"] for user in response.json() if user["id"] != admin.id]


async def test_users_are_listed_by_id(api: Api) -> None:
    admin = await api.person(Role.ADMIN)
    people = [await api.person(role) for role in Role]
    assert await found(api, admin) == [person.id for person in people]


async def test_users_are_filtered_by_role(api: Api) -> None:
    admin, scanner = await api.person(Role.ADMIN), await api.person(Role.SCANNER)
    await api.person()
    assert await found(api, admin, role="scanner") == [scanner.id]
    response = await api.get("/users", admin, params={"role": "king"})
    assert_problem(response, 422, "validation_failed")


async def test_users_are_filtered_by_activity(api: Api) -> None:
    admin, active = await api.person(Role.ADMIN), await api.person()
    inactive = await api.person(is_active=False)
    assert await found(api, admin, is_active=False) == [inactive.id]
    assert await found(api, admin, is_active=True) == [active.id]


@pytest.mark.parametrize("q", ["somch", "JAIDEE", "chai@TEST", "+6681234"])
async def test_users_are_searched_by_a_piece_of_name_or_contact(api: Api, q: str) -> None:
    admin = await api.person(Role.ADMIN)
    made = (await api.post("/users", admin, NEW)).json()
    await api.post("/users", admin, {"name": "Malee", "email": "malee@elsewhere.example"})
    assert await found(api, admin, q=q) == [made["id"]]


@pytest.mark.parametrize("q", ["%", "_", "'", "\\"])
async def test_search_takes_special_characters_as_they_are(api: Api, q: str) -> None:
    admin = await api.person(Role.ADMIN)
    await api.post("/users", admin, {"name": "Plain", "email": "plain@elsewhere.example"})
    odd = (await api.post("/users", admin, {"name": f"O{q}dd"})).json()
    assert await found(api, admin, q=q) == [odd["id"]]


async def test_deleted_users_are_neither_listed_nor_read(
    api: Api, connection: asyncpg.Connection
) -> None:
    admin = await api.person(Role.ADMIN)
    person, gone = await api.person(), await api.person()
    await connection.execute("UPDATE users SET deleted_at = now() WHERE id = $1", gone.id)
    assert await found(api, admin) == [person.id]
    assert_problem(await api.get(f"/users/{gone.id}", admin), 404, "not_found")
    assert_problem(await api.get("/auth/me", gone), 401, "not_authenticated")
