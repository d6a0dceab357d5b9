"""API keys that are used, rotated and revoked at once."""

import asyncio

import asyncpg
import httpx

from tests.support.api import Api
from tests.support.api_keys import make_key, with_key
from tests.support.concurrency.running import at_once

USERS = 30


async def use(api: Api, secret: str) -> httpx.Response:
    return await api.get("/events", headers=with_key(secret))


async def test_key_that_is_revoked_while_it_is_used_ends_at_once(
    api: Api, connection: asyncpg.Connection
) -> None:
    owner = await api.person()
    key = await make_key(api, owner)
    path = f"/api-keys/{key['id']}"

    async def go_on_using() -> list[int]:
        statuses = []
        while not is_over.is_set():
            statuses.append((await use(api, key["secret"])).status_code)
        return statuses

    is_over = asyncio.Event()
    using = [asyncio.create_task(go_on_using()) for _ in range(5)]
    await asyncio.sleep(0.2)
    revoked = await api.call("DELETE", path, owner)
    after = await at_once(*(use(api, key["secret"]) for _ in range(USERS)))
    is_over.set()
    statuses = await asyncio.gather(*using)

    assert revoked.status_code == 200
    assert {response.status_code for response in after} == {401}
    for seen in statuses:
        assert seen[0] == 200
        assert seen == sorted(seen), "once it is refused it is never good again"
    assert await connection.fetchval("SELECT count(*) FROM api_keys") == 0


async def test_of_two_rotations_at_once_one_is_refused_and_the_old_secret_lasts(api: Api) -> None:
    owner = await api.person()
    key = await make_key(api, owner)
    path = f"/api-keys/{key['id']}/rotate"
    responses = await at_once(*(api.post(path, owner, {"grace": "PT1H"}) for _ in range(4)))
    assert sorted(response.status_code for response in responses) == [200, 409, 409, 409]
    (made,) = (response.json() for response in responses if response.status_code == 200)
    for secret in (key["secret"], made["secret"]):
        assert (await use(api, secret)).status_code == 200


async def test_of_many_rotations_without_a_grace_the_last_secret_alone_is_good(api: Api) -> None:
    owner = await api.person()
    key = await make_key(api, owner)
    path = f"/api-keys/{key['id']}/rotate"
    responses = await at_once(*(api.post(path, owner, {"grace": "PT0M"}) for _ in range(4)))
    assert {response.status_code for response in responses} == {200}
    secrets = [key["secret"], *(response.json()["secret"] for response in responses)]
    good = [secret for secret in secrets if (await use(api, secret)).status_code == 200]
    assert len(good) == 1
    (listed,) = (await api.get("/api-keys", owner)).json()
    assert good[0].startswith(listed["hint"])


async def test_use_does_not_wait_for_a_rotation(
    api: Api, connection: asyncpg.Connection, database_url: str
) -> None:
    owner = await api.person()
    key = await make_key(api, owner)
    rotating = await asyncpg.connect(database_url)
    async with rotating.transaction():
        await rotating.execute("SELECT FROM api_keys WHERE id = $1 FOR UPDATE", key["id"])
        used = await asyncio.wait_for(use(api, key["secret"]), timeout=10)
    await rotating.close()
    assert used.status_code == 200


async def test_keys_made_at_once_keep_to_the_bound_and_to_one_of_a_name(
    api: Api, connection: asyncpg.Connection
) -> None:
    owner = await api.person()
    await connection.execute(
        "INSERT INTO api_keys (user_id, name, scopes, secret_hash, hint) "
        "SELECT $1, n::text, ARRAY['events:read'], sha256(n::text::bytea), 'etkey_' "
        "FROM generate_series(1, 48) AS n",
        owner.id,
    )

    async def make(name: str) -> httpx.Response:
        body = {"name": name, "scopes": ["events:read"]}
        return await api.post("/api-keys", owner, body)

    same = await at_once(*(make("Register") for _ in range(3)))
    assert sorted(response.status_code for response in same) == [201, 409, 409]
    others = await at_once(*(make(f"Other {n}") for n in range(3)))
    assert sorted(response.status_code for response in others) == [201, 409, 409]
    assert await connection.fetchval("SELECT count(*) FROM api_keys") == 50


async def test_no_key_outlives_a_user_who_is_deleted_while_it_is_made(
    api: Api, connection: asyncpg.Connection
) -> None:
    for _ in range(5):
        owner = await api.person()
        body = {"name": "Register", "scopes": ["events:read"]}
        deleted, _made = await at_once(
            api.call("DELETE", f"/users/{owner.id}", owner), api.post("/api-keys", owner, body)
        )
        assert deleted.status_code == 200
    assert await connection.fetchval("SELECT count(*) FROM api_keys") == 0
