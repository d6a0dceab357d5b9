"""Editing, switching off and deleting accounts over HTTP."""

import asyncio
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, assert_problem

PASSWORD = "correct-horse"


async def row_of(connection: asyncpg.Connection, user_id: int) -> dict[str, Any] | None:
    row = await connection.fetchrow("SELECT * FROM users WHERE id = $1", user_id)
    return None if row is None else dict(row)


async def sign_up(api: Api) -> tuple[int, dict[str, str], str]:
    """Id, headers and refresh token of a new customer with a password."""
    body = {"email": "nina@test.example", "password": PASSWORD}
    session = (await api.post("/auth/signup", None, body)).json()
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    return session["user"]["id"], headers, session["refresh_token"]


async def log_in_status(api: Api, password: str) -> int:
    body = {"email": "nina@test.example", "password": password}
    return (await api.post("/auth/login", None, body)).status_code


async def test_edit_changes_what_is_sent_and_leaves_the_rest(api: Api) -> None:
    person = await api.person()
    before = (await api.get(f"/users/{person.id}", person)).json()
    body = {"full_name": "Nina N. New", "username": "nina"}
    response = await api.put(f"/users/{person.id}", person, body)
    assert response.status_code == 200
    after = response.json()
    assert after.pop("updated_at") > before.pop("updated_at")
    assert after == {**before, **body}


async def test_edit_can_empty_what_is_optional_but_not_the_name(
    api: Api, connection: asyncpg.Connection
) -> None:
    person = await api.person()
    await api.put(f"/users/{person.id}", person, {"full_name": "Nina", "username": "nina"})
    emptied = await api.put(f"/users/{person.id}", person, {"full_name": None, "username": None})
    assert (emptied.json()["full_name"], emptied.json()["username"]) == (None, None)
    before = await row_of(connection, person.id)
    response = await api.put(f"/users/{person.id}", person, {"name": None})
    assert_problem(response, 422, "validation_failed")
    assert await row_of(connection, person.id) == before


async def test_edit_of_somebody_else_is_refused_as_not_found(
    api: Api, connection: asyncpg.Connection
) -> None:
    person, stranger = await api.person(), await api.person(Role.ORGANIZER)
    before = await row_of(connection, person.id)
    response = await api.put(f"/users/{person.id}", stranger, {"name": "Mine"})
    assert_problem(response, 404, "not_found")
    assert_problem(await api.call("DELETE", f"/users/{person.id}", stranger), 404, "not_found")
    assert await row_of(connection, person.id) == before


async def test_edit_is_refused_when_the_new_email_is_taken(
    api: Api, connection: asyncpg.Connection
) -> None:
    user_id, headers, _ = await sign_up(api)
    other = await api.person()
    before = await row_of(connection, user_id)
    body = {"name": "New", "email": other.user.email, "current_password": PASSWORD}
    response = await api.put(f"/users/{user_id}", None, body, headers=headers)
    assert assert_problem(response, 409, "duplicate")["field"] == "email"
    assert await row_of(connection, user_id) == before


async def test_role_is_changed_by_another_admin_alone(
    api: Api, connection: asyncpg.Connection
) -> None:
    person, admin = await api.person(), await api.person(Role.ADMIN)
    response = await api.put(f"/users/{person.id}", person, {"role": "admin", "name": "Root"})
    assert_problem(response, 403, "forbidden")
    response = await api.put(f"/users/{admin.id}", admin, {"role": "customer"})
    assert_problem(response, 403, "forbidden")
    roles = "SELECT role FROM users WHERE id = ANY($1) AND name <> 'Root' ORDER BY id"
    stored = await connection.fetch(roles, [person.id, admin.id])
    assert [row["role"] for row in stored] == ["customer", "admin"]
    response = await api.put(f"/users/{person.id}", admin, {"role": "organizer"})
    assert response.json()["role"] == "organizer"


async def test_new_role_counts_at_once_for_tokens_already_issued(api: Api) -> None:
    person, admin = await api.person(), await api.person(Role.ADMIN)
    assert_problem(await api.get("/users", person), 403, "forbidden")
    await api.put(f"/users/{person.id}", admin, {"role": "admin"})
    assert (await api.get("/users", person)).status_code == 200


async def test_own_password_is_changed_with_the_current_one_and_ends_all_sessions(api: Api) -> None:
    user_id, headers, refresh_token = await sign_up(api)
    body = {"password": "new-password", "current_password": PASSWORD}
    response = await api.put(f"/users/{user_id}", None, body, headers=headers)
    assert response.status_code == 200
    assert await log_in_status(api, PASSWORD) == 401
    assert await log_in_status(api, "new-password") == 200
    refreshed = await api.post("/auth/refresh", None, {"refresh_token": refresh_token})
    assert_problem(refreshed, 401, "not_authenticated")
    assert_problem(await api.get("/auth/me", headers=headers), 401, "token_expired")


async def test_own_address_is_changed_with_the_current_password_alone(
    api: Api, connection: asyncpg.Connection
) -> None:
    user_id, headers, _ = await sign_up(api)
    before = await row_of(connection, user_id)
    body = {"email": "new@test.example"}
    for guess in ({}, {"current_password": "wrong"}):
        response = await api.put(f"/users/{user_id}", None, body | guess, headers=headers)
        assert_problem(response, 401, "invalid_credentials")
    assert await row_of(connection, user_id) == before
    body |= {"current_password": PASSWORD}
    response = await api.put(f"/users/{user_id}", None, body, headers=headers)
    assert response.json()["email"] == "new@test.example"


async def test_token_of_an_outside_user_gets_neither_password_nor_address(
    api: Api, connection: asyncpg.Connection
) -> None:
    person, admin = await api.person(), await api.person(Role.ADMIN)
    outside = "UPDATE users SET external_issuer = 'issuer', external_id = 'x' WHERE id = $1"
    await connection.execute(outside, person.id)
    before = await row_of(connection, person.id)
    for body in ({"password": "new-password"}, {"email": "attacker@test.example"}):
        response = await api.put(f"/users/{person.id}", person, body)
        assert_problem(response, 403, "forbidden")
    assert await row_of(connection, person.id) == before
    response = await api.put(f"/users/{person.id}", admin, {"password": "new-password"})
    assert response.status_code == 200


@pytest.mark.parametrize("current", [{}, {"current_password": "wrong"}])
async def test_password_change_is_refused_without_the_current_one(
    api: Api, current: dict[str, str]
) -> None:
    user_id, headers, refresh_token = await sign_up(api)
    body = {"password": "new-password", **current}
    response = await api.put(f"/users/{user_id}", None, body, headers=headers)
    assert_problem(response, 401, "invalid_credentials")
    assert await log_in_status(api, PASSWORD) == 200
    refreshed = await api.post("/auth/refresh", None, {"refresh_token": refresh_token})
    assert refreshed.status_code == 200


async def test_admin_sets_a_password_without_the_current_one(api: Api) -> None:
    user_id, _, _ = await sign_up(api)
    admin = await api.person(Role.ADMIN)
    response = await api.put(f"/users/{user_id}", admin, {"password": "new-password"})
    assert response.status_code == 200
    assert await log_in_status(api, "new-password") == 200


async def test_deactivated_user_is_locked_out_at_once_until_activated_again(api: Api) -> None:
    user_id, headers, refresh_token = await sign_up(api)
    admin, bystander = await api.person(Role.ADMIN), await api.person()
    response = await api.call("PATCH", f"/users/{user_id}/deactivate", admin)
    assert response.json()["is_active"] is False
    assert_problem(await api.get("/auth/me", headers=headers), 403, "account_inactive")
    assert await log_in_status(api, PASSWORD) == 403
    refreshed = await api.post("/auth/refresh", None, {"refresh_token": refresh_token})
    assert_problem(refreshed, 401, "not_authenticated")
    assert (await api.get("/auth/me", bystander)).status_code == 200
    response = await api.call("PATCH", f"/users/{user_id}/activate", admin)
    assert response.json()["is_active"] is True
    assert_problem(await api.get("/auth/me", headers=headers), 401, "token_expired")
    assert await log_in_status(api, PASSWORD) == 200


@pytest.mark.parametrize("action", ["activate", "deactivate"])
async def test_switching_accounts_is_refused_to_everybody_but_admins(
    api: Api, connection: asyncpg.Connection, action: str
) -> None:
    person, is_active = await api.person(Role.ORGANIZER), action == "deactivate"
    target = await api.person(is_active=is_active)
    before = await row_of(connection, target.id)
    response = await api.call("PATCH", f"/users/{target.id}/{action}", person)
    assert_problem(response, 403, "forbidden")
    assert await row_of(connection, target.id) == before


async def test_admin_can_neither_deactivate_nor_delete_themselves(
    api: Api, connection: asyncpg.Connection
) -> None:
    admin = await api.person(Role.ADMIN)
    before = await row_of(connection, admin.id)
    response = await api.call("PATCH", f"/users/{admin.id}/deactivate", admin)
    assert_problem(response, 403, "forbidden")
    assert_problem(await api.call("DELETE", f"/users/{admin.id}", admin), 403, "forbidden")
    assert await row_of(connection, admin.id) == before


async def test_switching_an_unknown_account_is_refused(api: Api) -> None:
    admin = await api.person(Role.ADMIN)
    for action in ("activate", "deactivate"):
        response = await api.call("PATCH", f"/users/999999999/{action}", admin)
        assert_problem(response, 404, "not_found")
    assert_problem(await api.call("DELETE", "/users/999999999", admin), 404, "not_found")


async def test_user_without_history_is_removed(api: Api, connection: asyncpg.Connection) -> None:
    person, bystander = await api.person(), await api.person()
    response = await api.call("DELETE", f"/users/{person.id}", person)
    expected = {"success": True, "message": "The user is deleted.", "data": None}
    assert (response.status_code, response.json()) == (200, expected)
    assert await row_of(connection, person.id) is None
    assert await row_of(connection, bystander.id) is not None
    assert_problem(await api.get("/auth/me", person), 401, "not_authenticated")


async def test_user_with_history_is_anonymised_and_the_booking_stays(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    admin = await api.person(Role.ADMIN)
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 2)
    assert (await api.call("DELETE", f"/users/{buyer.id}", admin)).status_code == 200
    row = await row_of(connection, buyer.id)
    assert row is not None
    personal = ("phone", "email", "username", "full_name", "password_hash", "external_id")
    assert [row[name] for name in personal] == [None] * len(personal)
    assert (row["name"], row["is_active"]) == ("Deleted user", False)
    assert (await api.get(f"/bookings/{booking['id']}", admin)).json() == booking
    assert_problem(await api.get("/auth/me", buyer), 401, "not_authenticated")


async def test_user_is_not_deleted_while_they_organize_an_open_event(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, admin = await api.person(Role.ORGANIZER), await api.person(Role.ADMIN)
    event = await api.event(organizer)
    before = await row_of(connection, organizer.id)
    assert_problem(await api.call("DELETE", f"/users/{organizer.id}", admin), 409, "in_use")
    assert await row_of(connection, organizer.id) == before
    await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    assert (await api.call("DELETE", f"/users/{organizer.id}", admin)).status_code == 200


async def test_sale_goes_on_while_the_buyers_account_is_being_edited(api: Api) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer)
    async with api.container.adapters.unit_of_work()() as uow:
        await uow.users.lock(buyer.id)
        booking = await asyncio.wait_for(api.book(buyer, event["id"]), 4)
    assert booking["status"] == "confirmed"
