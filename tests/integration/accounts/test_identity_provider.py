"""Tokens of an outside identity provider: whose they are, which are refused, what it costs."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import asyncpg
import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from src.app import create_app
from src.domain.entities.user import Role
from tests.support.api import V1, Api, MovableClock, assert_problem
from tests.support.database import test_settings as settings_for
from tests.support.identity import ISSUER, OutsideProvider, new_rsa_key


@pytest.fixture
async def client(
    api: Api, database_url: str, clock: MovableClock, provider: OutsideProvider
) -> AsyncIterator[httpx.AsyncClient]:
    """An application that trusts the provider, on the database of the shared one."""
    app = create_app(
        settings_for(database_url), {"clock": clock, "identity_provider": provider.verifier()}
    )
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.fixture(scope="module")
def provider() -> OutsideProvider:
    return OutsideProvider()


async def me(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.get(f"{V1}/auth/me", headers={"Authorization": f"Bearer {token}"})


async def count_users(connection: asyncpg.Connection) -> int:
    count: int = await connection.fetchval("SELECT count(*) FROM users")
    return count


@pytest.mark.parametrize("kid", ["rsa", "ec"])
async def test_user_is_made_when_a_token_is_first_seen_and_found_again_later(
    client: httpx.AsyncClient, provider: OutsideProvider, connection: asyncpg.Connection, kid: str
) -> None:
    first = (await me(client, provider.token(kid=kid, name="Nina New"))).json()
    again = (await me(client, provider.token(kid=kid, name="Nina Newer"))).json()
    other = (await me(client, provider.token(kid=kid, sub="subject-2"))).json()
    assert (first["name"], first["role"], first["is_active"]) == ("Nina New", "customer", True)
    assert again == first
    assert other["id"] != first["id"]
    rows = await connection.fetch("SELECT external_issuer, external_id FROM users ORDER BY id")
    assert [tuple(row) for row in rows] == [(ISSUER, "subject-1"), (ISSUER, "subject-2")]


async def test_custom_id_names_the_user_before_the_subject_does(
    client: httpx.AsyncClient, provider: OutsideProvider, connection: asyncpg.Connection
) -> None:
    await me(client, provider.token(**{"custom:id": "custom-1", "sub": "subject-1"}))
    await me(client, provider.token(**{"custom:id": "custom-1", "sub": "subject-9"}))
    await me(client, provider.token(**{"custom:id": "", "sub": "subject-2"}))
    found = await connection.fetch("SELECT external_id FROM users ORDER BY id")
    assert [row["external_id"] for row in found] == ["custom-1", "subject-2"]


async def test_user_is_made_once_when_first_requests_come_together(
    client: httpx.AsyncClient, provider: OutsideProvider, connection: asyncpg.Connection
) -> None:
    token = provider.token(email="nina@test.example", email_verified=True)
    answers = await asyncio.gather(*(me(client, token) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await count_users(connection) == 1
    seen = "SELECT count(*) FROM audit_log WHERE action = 'user.first_seen' AND subject_id = $1"
    assert await connection.fetchval(seen, answers[0].json()["id"]) == 1


async def test_user_is_never_matched_by_email(
    client: httpx.AsyncClient, provider: OutsideProvider, api: Api
) -> None:
    local = await api.person(Role.ADMIN)
    token = provider.token(email=local.user.email, email_verified=True)
    found = (await me(client, token)).json()
    assert found["id"] != local.id
    assert (found["role"], found["email"]) == ("customer", None)
    assert (await api.get("/auth/me", local)).json()["email"] == local.user.email


async def test_email_is_taken_over_only_when_the_provider_has_verified_it(
    client: httpx.AsyncClient, provider: OutsideProvider
) -> None:
    emails = []
    for number, is_verified in enumerate((True, "true", False, "false", None)):
        claims = {"sub": str(number), "email": f"Nina{number}@Test.Example"}
        answer = await me(client, provider.token(email_verified=is_verified, **claims))
        emails.append(answer.json()["email"])
    assert emails == ["nina0@test.example", "nina1@test.example", None, None, None]


async def test_role_in_a_foreign_token_counts_for_nothing(
    client: httpx.AsyncClient, provider: OutsideProvider
) -> None:
    found = await me(client, provider.token(role="admin", groups=["admin"]))
    assert found.json()["role"] == "customer"


async def test_deactivated_user_is_refused_at_once(
    client: httpx.AsyncClient, provider: OutsideProvider, connection: asyncpg.Connection
) -> None:
    await me(client, provider.token())
    await connection.execute("UPDATE users SET is_active = false")
    assert_problem(await me(client, provider.token()), 403, "account_inactive")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"aud": "another-app"}, "not_authenticated"),
        ({"aud": None}, "not_authenticated"),
        ({"iss": "https://identity.test.example/other"}, "not_authenticated"),
        ({"iss": None}, "not_authenticated"),
        ({"sub": None}, "not_authenticated"),
        ({"exp": None}, "not_authenticated"),
        ({"exp": 1_600_000_000}, "token_expired"),
        ({"nbf": 4_000_000_000}, "not_authenticated"),
    ],
)
async def test_token_is_refused_when_a_claim_is_wrong(
    client: httpx.AsyncClient,
    provider: OutsideProvider,
    connection: asyncpg.Connection,
    changes: dict[str, Any],
    code: str,
) -> None:
    assert_problem(await me(client, provider.token(**changes)), 401, code)
    assert await count_users(connection) == 0


def unsigned(provider: OutsideProvider) -> str:
    return jwt.encode(provider.claims(), "", "none", headers={"kid": "rsa"})


def signed_with_the_public_key(provider: OutsideProvider) -> str:
    """HS256 with the public key as the secret: right for who lets the token choose."""
    public = provider.keys["rsa"].public_key()
    secret = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    # PyJWT itself refuses to sign so: the attacker does it by hand.
    head = jwt.encode(provider.claims(), "x" * 32, "HS256", headers={"kid": "rsa"})
    signing_input = head.rpartition(".")[0].encode()
    signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    mac = signature.sign(signing_input, secret)
    return f"{signing_input.decode()}.{jwt.utils.base64url_encode(mac).decode()}"


def signed_by_a_stranger(provider: OutsideProvider) -> str:
    return jwt.encode(provider.claims(), new_rsa_key(), "RS256", headers={"kid": "rsa"})


def signed_with_an_unknown_key(provider: OutsideProvider) -> str:
    return jwt.encode(provider.claims(), new_rsa_key(), "RS256", headers={"kid": "new"})


def signed_by_a_stranger_who_names_no_key(provider: OutsideProvider) -> str:
    return jwt.encode(provider.claims(), new_rsa_key(), "RS256")


def signed_with_the_other_kind_of_key(provider: OutsideProvider) -> str:
    return jwt.encode(provider.claims(), provider.keys["ec"], "ES256", headers={"kid": "rsa"})


def signed_with_an_algorithm_that_is_not_accepted(provider: OutsideProvider) -> str:
    key = ec.generate_private_key(ec.SECP256K1())
    return jwt.encode(provider.claims(), key, "ES256K", headers={"kid": "ec"})


@pytest.mark.parametrize(
    "forge",
    [
        unsigned,
        signed_with_the_public_key,
        signed_by_a_stranger,
        signed_with_an_unknown_key,
        signed_by_a_stranger_who_names_no_key,
        signed_with_the_other_kind_of_key,
        signed_with_an_algorithm_that_is_not_accepted,
    ],
)
async def test_token_is_refused_when_its_signature_proves_nothing(
    client: httpx.AsyncClient,
    provider: OutsideProvider,
    connection: asyncpg.Connection,
    forge: Callable[[OutsideProvider], str],
) -> None:
    assert_problem(await me(client, forge(provider)), 401, "not_authenticated")
    assert await count_users(connection) == 0


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "a\0b"},
        {"sub": "\ud800"},
        {"sub": "x" * 8000},
        {"custom:id": ["x"]},
        {"custom:id": True},
        {"custom:id": {"a": 1}},
        {"name": "Nina\0"},
        {"name": "\udfff"},
        {"email": "nina\0@test.example", "email_verified": True},
    ],
)
async def test_token_with_a_claim_that_cannot_be_stored_makes_no_user(
    client: httpx.AsyncClient,
    provider: OutsideProvider,
    connection: asyncpg.Connection,
    claims: dict[str, Any],
) -> None:
    response = await me(client, provider.token(**claims))
    assert_problem(response, 401, "not_authenticated")
    assert await count_users(connection) == 0


@pytest.mark.parametrize("email", ["a@b\r\nBcc: c@d", "no address", "a b@test.example", "x" * 300])
async def test_email_that_is_none_is_left_out(
    client: httpx.AsyncClient, provider: OutsideProvider, email: str
) -> None:
    response = await me(client, provider.token(email=email, email_verified=True))
    assert (response.status_code, response.json()["email"]) == (200, None)


async def test_name_is_put_on_one_line_and_number_names_a_user(
    client: httpx.AsyncClient, provider: OutsideProvider
) -> None:
    claims: dict[str, Any] = {"custom:id": 7, "name": " Nina\r\n  New " + "x" * 300}
    token = provider.token(**claims)
    first, again = await me(client, token), await me(client, provider.token(**{"custom:id": "7"}))
    assert first.json()["name"].startswith("Nina New x")
    assert len(first.json()["name"]) == 200
    assert again.json()["id"] == first.json()["id"]
