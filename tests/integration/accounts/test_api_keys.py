"""API keys over HTTP: making, using, rotating and ending them."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from dependency_injector import providers

from src.domain.entities.user import Role
from src.infrastructure.security.api_key_secrets import RandomApiKeySecrets
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.api_keys import READ, make_key, with_key
from tests.support.logs import captured_logs
from tests.support.personal_columns import columns_with
from tests.support.rows import audit

BODY: dict[str, Any] = {"name": "Cash register", "scopes": READ}


async def works(api: Api, secret: str) -> bool:
    response = await api.get("/events", headers=with_key(secret))
    if response.status_code == 401:
        assert_problem(response, 401, "not_authenticated")
        assert response.headers["www-authenticate"] == "Bearer"
        return False
    assert response.status_code == 200, response.text
    return True


async def test_key_is_answered_with_its_secret_once(
    api: Api, buyer: Person, connection: asyncpg.Connection
) -> None:
    response = await api.post("/api-keys", buyer, BODY)
    assert response.status_code == 201
    assert response.headers["cache-control"] == "no-store"
    key = response.json()
    assert response.headers["location"] == f"/api/v1/api-keys/{key['id']}"
    secret = key.pop("secret")
    assert RandomApiKeySecrets().is_key(secret)
    assert (key["name"], key["scopes"], key["user_id"]) == ("Cash register", READ, buyer.id)
    assert secret.startswith(key["hint"]) and len(key["hint"]) < 12
    assert key["last_used_at"] is key["expires_at"] is key["previous_secret_until"] is None
    assert (await api.get("/api-keys", buyer)).json() == [key]
    entries = await audit(connection, "api_key", key["id"])
    assert [entry["action"] for entry in entries] == ["api_key.created"]


async def test_key_acts_as_its_user_within_its_scopes(api: Api, organizer: Person) -> None:
    event = await api.event(organizer, status="draft")
    key = await make_key(api, organizer, ["events:read", "events:write"])
    seen = await api.get(f"/events/{event['id']}", headers=with_key(key["secret"]))
    assert seen.status_code == 200, "a draft, which only its organizer sees"
    path = f"/events/{event['id']}/bookings"
    booked = await api.post(path, None, {"quantity": 1}, headers=with_key(key["secret"]))
    problem = assert_problem(booked, 403, "forbidden")
    assert problem["scope"] == "orders:write"
    assert problem["detail"] == "This needs an API key with the scope orders:write."


async def test_scope_gives_nothing_that_the_user_may_not(api: Api, buyer: Person) -> None:
    key = await make_key(api, buyer, ["analytics:read", "events:write"])
    reports = await api.get("/analytics/dashboard", headers=with_key(key["secret"]))
    problem = assert_problem(reports, 403, "forbidden")
    assert "scope" not in problem


async def test_entries_of_the_log_name_the_key_that_made_them(
    api: Api, organizer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    key = await make_key(api, organizer, ["events:write", "orders:write"])
    headers = with_key(key["secret"])
    path = f"/events/{event['id']}"
    assert (await api.put(path, None, {"title": "New"}, headers=headers)).status_code == 200
    sold = await api.post(f"{path}/bookings", None, {"quantity": 1}, headers=headers)
    assert sold.status_code == 201
    by_key = "SELECT action, actor_id FROM audit_log WHERE api_key_id = $1 ORDER BY id"
    rows = [tuple(row) for row in await connection.fetch(by_key, key["id"])]
    assert rows == [("event.updated", organizer.id), ("booking.confirmed", organizer.id)]
    wanted = {"subject": "event", "subject_id": event["id"]}
    entries = (await api.get("/audit", admin, params=wanted)).json()
    keys = {entry["action"]: entry["api_key_id"] for entry in entries}
    assert (keys["event.updated"], keys["event.created"]) == (key["id"], None)


async def test_idempotency_key_of_a_key_is_that_of_its_user(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    key = await make_key(api, organizer, ["orders:write"])
    path, once = f"/events/{event['id']}/bookings", {"Idempotency-Key": "one"}
    first = await api.post(path, organizer, {"quantity": 1}, headers=once)
    again = await api.post(path, None, {"quantity": 1}, headers={**once, **with_key(key["secret"])})
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda secret: secret[:-1], id="too short"),
        pytest.param(lambda secret: f"{secret}x", id="too long"),
        pytest.param(lambda secret: secret[:10] + secret[11] + secret[10] + secret[12:], id="typo"),
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda _: "etkey_", id="prefix"),
        pytest.param(lambda _: RandomApiKeySecrets().new(), id="unknown"),
    ],
)
async def test_what_is_no_key_is_refused_also_where_nobody_has_to_log_in(
    api: Api, buyer: Person, change: Any
) -> None:
    key = await make_key(api, buyer)
    secret = change(key["secret"])
    if secret == key["secret"]:
        pytest.skip("the two characters are the same")
    assert not await works(api, secret)


async def test_key_beside_a_token_or_in_its_place_is_refused(api: Api, buyer: Person) -> None:
    key = await make_key(api, buyer)
    both = await api.get("/events", buyer, headers=with_key(key["secret"]))
    assert "not both" in assert_problem(both, 401, "not_authenticated")["detail"]
    as_token = {"Authorization": f"Bearer {key['secret']}"}
    bearer = await api.get("/events", headers=as_token)
    assert "X-API-Key" in assert_problem(bearer, 401, "not_authenticated")["detail"]


async def test_key_ends_when_it_was_to_end(api: Api, clock: MovableClock, buyer: Person) -> None:
    end = (clock() + timedelta(hours=1)).isoformat()
    key = await make_key(api, buyer, expires_at=end)
    assert await works(api, key["secret"])
    clock.move(hours=1, seconds=1)
    assert not await works(api, key["secret"])
    (listed,) = (await api.get("/api-keys", api.renewed(buyer))).json()
    assert listed["id"] == key["id"], "it is listed until it is revoked"
    path = f"/api-keys/{key['id']}/rotate"
    assert_problem(await api.post(path, api.renewed(buyer), {}), 409, "invalid_state")


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"scopes": []}, 422, "validation_failed"),
        ({"scopes": ["everything"]}, 422, "validation_failed"),
        ({"scopes": ["events:read", "events:read"]}, 422, "validation_failed"),
        ({"name": ""}, 422, "validation_failed"),
        ({"name": "x" * 300}, 422, "validation_failed"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, 422, "validation_failed"),
        ({"secret": "mine"}, 422, "validation_failed"),
        ({"scopes": ["users:write"]}, 403, "forbidden"),
        ({}, 409, "duplicate"),
    ],
)
async def test_key_is_refused_and_nothing_is_stored(
    api: Api, organizer: Person, fields: dict[str, Any], status: int, code: str
) -> None:
    await make_key(api, organizer)
    body = {**BODY, "name": "Cash register" if not fields else "Other", **fields}
    assert_problem(await api.post("/api-keys", organizer, body), status, code)
    assert len((await api.get("/api-keys", organizer)).json()) == 1


async def test_name_is_free_for_others_and_after_the_end(api: Api, buyer: Person) -> None:
    key = await make_key(api, buyer)
    await make_key(api, await api.person())
    await api.call("DELETE", f"/api-keys/{key['id']}", buyer)
    await make_key(api, buyer)


async def test_number_of_keys_is_bounded(
    api: Api, buyer: Person, connection: asyncpg.Connection
) -> None:
    await connection.execute(
        "INSERT INTO api_keys (user_id, name, scopes, secret_hash, hint) "
        "SELECT $1, n::text, ARRAY['events:read'], sha256(n::text::bytea), 'etkey_' "
        "FROM generate_series(1, 50) AS n",
        buyer.id,
    )
    assert_problem(await api.post("/api-keys", buyer, BODY), 409, "in_use")


async def test_rotation_keeps_the_old_secret_for_the_grace(
    api: Api, clock: MovableClock, buyer: Person, connection: asyncpg.Connection
) -> None:
    key = await make_key(api, buyer)
    path = f"/api-keys/{key['id']}/rotate"
    rotated = (await api.post(path, buyer, {"grace": "PT1H"})).json()
    assert rotated["secret"] != key["secret"]
    assert rotated["hint"] != key["hint"]
    assert await works(api, key["secret"]) and await works(api, rotated["secret"])
    refused = assert_problem(await api.post(path, buyer), 409, "invalid_state")
    assert refused["until"] == rotated["previous_secret_until"]
    clock.move(hours=1, seconds=1)
    assert not await works(api, key["secret"])
    assert await works(api, rotated["secret"])
    again = (await api.post(path, api.renewed(buyer))).json()
    until = clock() + timedelta(days=1)
    assert again["previous_secret_until"][:13] == until.isoformat()[:13], "a day, if none is said"
    entries = await audit(connection, "api_key", key["id"])
    assert [entry["action"] for entry in entries] == [
        "api_key.created",
        "api_key.rotated",
        "api_key.rotated",
    ]


async def test_rotation_without_a_grace_ends_every_earlier_secret(api: Api, buyer: Person) -> None:
    first = await make_key(api, buyer)
    path = f"/api-keys/{first['id']}/rotate"
    second = (await api.post(path, buyer, {"grace": "P1D"})).json()
    third = (await api.post(path, buyer, {"grace": "PT0M"})).json()
    assert third["previous_secret_until"] is None
    usable = [await works(api, key["secret"]) for key in (first, second, third)]
    assert usable == [False, False, True]


async def test_grace_is_at_most_thirty_days(api: Api, buyer: Person) -> None:
    key = await make_key(api, buyer)
    path = f"/api-keys/{key['id']}/rotate"
    refused = await api.post(path, buyer, {"grace": "P31D"})
    assert assert_problem(refused, 422, "validation_failed")["errors"][0]["field"] == "body.grace"


async def test_revoked_key_ends_at_once(
    api: Api, buyer: Person, connection: asyncpg.Connection
) -> None:
    key = await make_key(api, buyer)
    rotated = (await api.post(f"/api-keys/{key['id']}/rotate", buyer)).json()
    path = f"/api-keys/{key['id']}"
    assert (await api.call("DELETE", path, buyer)).status_code == 200
    assert not await works(api, key["secret"])
    assert not await works(api, rotated["secret"])
    assert_problem(await api.call("DELETE", path, buyer), 404, "not_found")
    assert (await audit(connection, "api_key", key["id"]))[-1]["action"] == "api_key.revoked"


async def test_admin_sees_and_revokes_keys_of_others_but_never_gets_their_secret(
    api: Api, buyer: Person, admin: Person
) -> None:
    key = await make_key(api, buyer)
    listed = (await api.get(f"/api-keys?user_id={buyer.id}", admin)).json()
    assert [found["id"] for found in listed] == [key["id"]]
    path = f"/api-keys/{key['id']}"
    assert_problem(await api.post(f"{path}/rotate", admin, {}), 403, "forbidden")
    assert await works(api, key["secret"])
    assert (await api.call("DELETE", path, admin)).status_code == 200
    assert not await works(api, key["secret"])


async def test_last_use_is_noted_at_most_once_a_minute(
    api: Api, clock: MovableClock, buyer: Person, connection: asyncpg.Connection
) -> None:
    key = await make_key(api, buyer)
    noted = "SELECT last_used_at, xmin::text FROM api_keys"
    for _ in range(3):
        assert await works(api, key["secret"])
    (first,) = await connection.fetch(noted)
    assert first["last_used_at"] is not None
    clock.move(seconds=50)
    assert await works(api, key["secret"])
    assert await connection.fetch(noted) == [first], "nothing was written"
    clock.move(seconds=11)
    assert await works(api, key["secret"])
    assert (await connection.fetchval(noted)) > first["last_used_at"]


async def test_refused_key_leaves_no_last_use(
    api: Api, buyer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    key = await make_key(api, buyer)
    await api.call("PATCH", f"/users/{buyer.id}/deactivate", admin)
    refused = await api.get("/events", headers=with_key(key["secret"]))
    assert_problem(refused, 403, "account_inactive")
    assert await connection.fetchval("SELECT last_used_at FROM api_keys") is None
    await api.call("PATCH", f"/users/{buyer.id}/activate", admin)
    assert await works(api, key["secret"])


async def test_key_follows_the_role_of_its_user(api: Api, admin: Person) -> None:
    other = await api.person(Role.ADMIN)
    key = await make_key(api, other, ["users:write"])
    listed = await api.get("/users", headers=with_key(key["secret"]))
    assert listed.status_code == 200
    await api.put(f"/users/{other.id}", admin, {"role": "customer"})
    assert_problem(await api.get("/users", headers=with_key(key["secret"])), 403, "forbidden")


async def test_new_password_and_logging_out_end_no_key_and_the_end_of_the_account_does(
    api: Api, buyer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    key = await make_key(api, buyer)
    await api.put(f"/users/{buyer.id}", admin, {"password": "battery-staple-horse"})
    assert await works(api, key["secret"])
    await api.post("/auth/logout", api.renewed(buyer))
    assert await works(api, key["secret"])
    assert (await api.call("DELETE", f"/users/{buyer.id}", admin)).status_code == 200
    assert not await works(api, key["secret"])
    assert await connection.fetchval("SELECT count(*) FROM api_keys") == 0


@pytest.mark.parametrize(
    "change",
    [{"password": "battery-staple"}, {"email": "new@test.example"}, {"role": "admin"}],
    ids="".join,
)
async def test_key_gives_nobody_another_account(
    api: Api, admin: Person, change: dict[str, str], connection: asyncpg.Connection
) -> None:
    victim = await api.person(Role.ORGANIZER)
    key = await make_key(api, admin, ["users:write"])
    headers = with_key(key["secret"])
    before = await connection.fetchrow("SELECT * FROM users WHERE id = $1", victim.id)
    refused = await api.put(f"/users/{victim.id}", None, change, headers=headers)
    assert_problem(refused, 403, "forbidden")
    assert await connection.fetchrow("SELECT * FROM users WHERE id = $1", victim.id) == before
    new = {"name": "New", "role": "admin", "password": "battery-staple-horse"}
    assert_problem(await api.post("/users", None, new, headers=headers), 403, "forbidden")
    organizer = {**new, "role": "organizer"}
    assert (await api.post("/users", None, organizer, headers=headers)).status_code == 201
    renamed = await api.put(f"/users/{victim.id}", None, {"name": "Renamed"}, headers=headers)
    assert renamed.status_code == 200


class Broken:
    """A use case that fails, with what it was given in its error."""

    async def execute(self, *arguments: object) -> None:
        raise RuntimeError(f"odd: {arguments}")


async def test_secret_is_in_no_log_no_answer_and_no_column(
    api: Api, buyer: Person, connection: asyncpg.Connection
) -> None:
    with captured_logs() as log:
        key = await make_key(api, buyer, ["events:read"])
        headers = with_key(key["secret"])
        rotated = (await api.post(f"/api-keys/{key['id']}/rotate", buyer)).json()
        answers = [
            await api.get("/events", headers=headers),
            await api.get("/orders", headers=headers),
            await api.get("/events", headers=with_key(key["secret"][:-1])),
            await api.get("/events", headers={**headers, **buyer.headers}),
            await api.get("/events", headers={"Authorization": f"Bearer {key['secret']}"}),
            await api.get("/api-keys", buyer),
        ]
        with api.container.catalogue.list_events.override(providers.Object(Broken())):
            answers.append(await api.get("/events", headers=headers))
        await api.call("DELETE", f"/api-keys/{key['id']}", buyer)
        answers.append(await api.get("/events", headers=headers))
    statuses = [response.status_code for response in answers]
    assert statuses == [200, 403, 401, 401, 401, 200, 500, 401]
    used = [entry["api_key_id"] for entry in log.entries if "api_key_id" in entry]
    assert used == [key["id"]] * 3
    for secret in (key["secret"], rotated["secret"]):
        # What stands before the checksum would be enough for a thief.
        part = secret[12:38]
        assert part not in log.text
        assert not [response for response in answers if part in response.text]
        assert await columns_with(connection, part) == set()


async def test_long_body_is_read_for_a_key_too(api: Api, organizer: Person) -> None:
    venue = (await api.post("/venues", organizer, {"name": "Hall"})).json()
    key = await make_key(api, organizer, ["events:write"])
    seats = [{"section": "A", "row": "1", "seat_number": str(n)} for n in range(3000)]
    path = f"/venues/{venue['id']}/seats"
    added = await api.post(path, None, {"seats": seats}, headers=with_key(key["secret"]))
    assert added.status_code == 201, added.text
