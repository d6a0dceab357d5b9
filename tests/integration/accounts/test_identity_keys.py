"""How the keys of an outside identity provider are read, kept, renewed, and missed."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace

import httpx
import pytest

from src.app import create_app
from src.domain.errors import NotAuthenticated, Unavailable
from src.infrastructure.security.identity_provider import JwksIdentityProvider, ProviderSettings
from src.infrastructure.security.provider_keys import COOL_DOWN_SECONDS, MAX_KEY_SET_BYTES
from tests.support.api import V1, Api, MovableClock, assert_problem
from tests.support.database import test_settings as settings_for
from tests.support.identity import (
    AUDIENCE,
    ISSUER,
    JWKS_URL,
    OutsideProvider,
    new_ec_key,
    new_rsa_key,
    public_jwk,
)

SETTINGS = ProviderSettings(ISSUER, AUDIENCE, JWKS_URL, ("sub",))
MODULE = "src.infrastructure.security.provider_keys"


@pytest.fixture
def provider() -> OutsideProvider:
    provider = OutsideProvider()
    provider.keys.pop("rsa")
    return provider


@pytest.fixture
async def jwks_url(provider: OutsideProvider) -> AsyncIterator[str]:
    """The provider's JWKS, really served."""

    async def respond(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        body = json.dumps(provider.jwks()).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(respond, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/jwks.json"
    server.close()
    await server.wait_closed()


async def me(
    api: Api, database_url: str, clock: MovableClock, jwks_url: str, token: str
) -> httpx.Response:
    """Ask an application that is configured by settings alone who the caller is."""
    settings = settings_for(
        database_url,
        identity_issuer=ISSUER,
        identity_audience=AUDIENCE,
        identity_jwks_url=jwks_url,
    )
    transport = httpx.ASGITransport(app=create_app(settings, {"clock": clock}))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get(f"{V1}/auth/me", headers={"Authorization": f"Bearer {token}"})


async def test_settings_alone_make_the_provider_trusted(
    api: Api, database_url: str, clock: MovableClock, provider: OutsideProvider, jwks_url: str
) -> None:
    token = provider.token(kid="ec", **{"custom:id": "custom-1", "name": "Nina New"})
    response = await me(api, database_url, clock, jwks_url, token)
    assert response.status_code == 200
    assert response.json()["name"] == "Nina New"


async def test_request_is_answered_503_when_the_keys_cannot_be_read(
    api: Api, database_url: str, clock: MovableClock, provider: OutsideProvider
) -> None:
    nobody_there = "http://127.0.0.1:9/jwks.json"
    response = await me(api, database_url, clock, nobody_there, provider.token(kid="ec"))
    assert_problem(response, 503, "unavailable")
    assert int(response.headers["retry-after"]) >= 1


async def test_foreign_token_is_refused_when_no_provider_is_configured(
    api: Api, provider: OutsideProvider
) -> None:
    headers = {"Authorization": f"Bearer {provider.token(kid='ec')}"}
    assert_problem(await api.get("/auth/me", headers=headers), 401, "not_authenticated")


@pytest.mark.parametrize(
    "answer",
    [
        httpx.ConnectTimeout("too slow"),
        httpx.Response(500),
        httpx.Response(404),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"keys": []}),
        httpx.Response(200, json={"keys": ["rubbish"]}),
        httpx.Response(200, content=b"\xff"),
        httpx.Response(200, content=b"[" * 100_000),
    ],
)
async def test_provider_is_unavailable_when_it_answers_no_keys(
    provider: OutsideProvider, answer: httpx.Response | Exception
) -> None:
    provider.answer = answer
    with pytest.raises(Unavailable):
        await provider.verifier().verify(provider.token(kid="ec"))


async def test_keys_are_read_once_for_many_tokens(provider: OutsideProvider) -> None:
    verifier = provider.verifier()
    tokens = [provider.token(kid="ec", sub=f"subject-{number}") for number in range(20)]
    found = await asyncio.gather(*(verifier.verify(token) for token in tokens))
    assert [identity.external_id for identity in found] == [f"subject-{n}" for n in range(20)]
    assert provider.reads == 1


async def test_made_up_key_ids_do_not_hammer_the_provider(provider: OutsideProvider) -> None:
    verifier = provider.verifier()
    await verifier.verify(provider.token(kid="ec"))
    key = provider.keys["ec"]
    provider.keys |= {f"made-up-{number}": new_ec_key() for number in range(3)}
    for number in range(3):
        with pytest.raises(Unavailable):
            await verifier.verify(provider.token(kid=f"made-up-{number}"))
    assert provider.reads == 1
    assert provider.keys["ec"] is key


async def test_made_up_key_is_refused_for_good_by_keys_that_were_read_after_it_came(
    provider: OutsideProvider,
) -> None:
    provider.keys["made-up"] = new_ec_key()
    token = provider.token(kid="made-up")
    del provider.keys["made-up"]
    with pytest.raises(NotAuthenticated):
        await provider.verifier().verify(token)


async def test_new_key_is_found_once_the_cool_down_is_over(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifier = provider.verifier()
    await verifier.verify(provider.token(kid="ec"))
    provider.keys = {"new": new_rsa_key()}
    with pytest.raises(Unavailable) as refusal:
        await verifier.verify(provider.token(kid="new"))
    assert 1 <= refusal.value.retry_after_seconds <= COOL_DOWN_SECONDS
    monkeypatch.setattr(f"{MODULE}.COOL_DOWN_SECONDS", -1)
    identity = await verifier.verify(provider.token(kid="new"))
    assert identity.external_id == "subject-1"
    assert provider.reads == 2


async def test_withdrawn_key_is_refused_once_the_keys_are_read_again(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifier = provider.verifier()
    token = provider.token(kid="ec")
    await verifier.verify(token)
    provider.keys = {"new": new_ec_key()}
    monkeypatch.setattr(f"{MODULE}.KEYS_LIVE_SECONDS", -1)
    monkeypatch.setattr(f"{MODULE}.COOL_DOWN_SECONDS", -1)
    with pytest.raises(NotAuthenticated):
        await verifier.verify(token)


async def test_known_keys_serve_on_while_the_provider_is_down_and_it_is_left_in_peace(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifier = provider.verifier()
    token = provider.token(kid="ec")
    await verifier.verify(token)
    provider.answer = httpx.ConnectTimeout("too slow")
    monkeypatch.setattr(f"{MODULE}.KEYS_LIVE_SECONDS", -1)
    monkeypatch.setattr(f"{MODULE}.COOL_DOWN_SECONDS", -1)
    for _ in range(5):
        assert (await verifier.verify(token)).external_id == "subject-1"
    assert provider.reads == 2


async def test_known_keys_do_not_serve_on_without_end(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifier = provider.verifier()
    token = provider.token(kid="ec")
    await verifier.verify(token)
    provider.answer = httpx.ConnectTimeout("too slow")
    for name in ("KEYS_LIVE_SECONDS", "KEYS_HONOURED_SECONDS", "COOL_DOWN_SECONDS"):
        monkeypatch.setattr(f"{MODULE}.{name}", -1)
    with pytest.raises(Unavailable):
        await verifier.verify(token)
    provider.answer = None
    monkeypatch.setattr(f"{MODULE}.RETRY_SECONDS", -1)
    monkeypatch.setattr(f"{MODULE}.KEYS_HONOURED_SECONDS", 60)
    assert (await verifier.verify(token)).external_id == "subject-1"


async def test_nobody_waits_for_a_slow_reading_who_can_do_with_a_known_key(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_now = asyncio.Event()
    answer_now.set()

    async def respond(_: httpx.Request) -> httpx.Response:
        await answer_now.wait()
        return httpx.Response(200, json=provider.jwks())

    verifier = JwksIdentityProvider(SETTINGS, httpx.MockTransport(respond))
    token = provider.token(kid="ec")
    await verifier.verify(token)
    answer_now.clear()
    monkeypatch.setattr(f"{MODULE}.KEYS_LIVE_SECONDS", -1)
    monkeypatch.setattr(f"{MODULE}.COOL_DOWN_SECONDS", -1)
    reading = asyncio.create_task(verifier.verify(token))
    await asyncio.sleep(0)
    async with asyncio.timeout(2):
        assert (await verifier.verify(token)).external_id == "subject-1"
    assert not reading.done()
    answer_now.set()
    assert (await reading).external_id == "subject-1"


async def test_keys_that_come_byte_by_byte_are_given_up_after_a_deadline(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        try:
            with suppress(ConnectionError):
                while not writer.is_closing():
                    writer.write(b" ")
                    await writer.drain()
                    await asyncio.sleep(0.05)
        finally:
            writer.close()

    monkeypatch.setattr(f"{MODULE}.READ_SECONDS", 0.5)
    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    verifier = JwksIdentityProvider(replace(SETTINGS, jwks_url=url))
    started = time.monotonic()
    with pytest.raises(Unavailable):
        await verifier.verify(provider.token(kid="ec"))
    assert time.monotonic() - started < 5
    server.close()


async def test_key_set_without_end_is_not_read_to_its_end(provider: OutsideProvider) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 100 * MAX_KEY_SET_BYTES:
            sent += 4096
            yield b" " * 4096

    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=endless()))
    with pytest.raises(Unavailable):
        await JwksIdentityProvider(SETTINGS, transport).verify(provider.token(kid="ec"))
    assert sent < 2 * MAX_KEY_SET_BYTES


@pytest.mark.parametrize("claims", [{"iat": -1e20}, {"iat": 1e400}, {"exp": 1e400}])
async def test_times_that_are_no_times_are_refused(
    provider: OutsideProvider, claims: dict[str, float]
) -> None:
    with pytest.raises(NotAuthenticated):
        await provider.verifier().verify(provider.token(kid="ec", **claims))


async def test_keys_of_an_unknown_kind_beside_ours_do_no_harm(provider: OutsideProvider) -> None:
    keys = [
        {"kty": "new-fangled", "kid": "strange"},
        {"kty": "oct", "kid": "symmetric", "k": "c2VjcmV0"},
        public_jwk(provider.keys["ec"], "ec"),
    ]
    provider.answer = httpx.Response(200, json={"keys": keys})
    verifier = provider.verifier()
    assert (await verifier.verify(provider.token(kid="ec"))).external_id == "subject-1"
