"""With which keys a token of an outside identity provider may be signed, and whom it is for."""

import json
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from src.domain.errors import NotAuthenticated, TokenExpired, Unavailable
from src.infrastructure.security import provider_keys
from tests.support.identity import (
    AUDIENCE,
    OutsideProvider,
    PrivateKey,
    new_ec_key,
    new_rsa_key,
    public_jwk,
)

RSA = new_rsa_key()
KEYS: dict[str, PrivateKey] = {
    **dict.fromkeys(("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"), RSA),
    "ES256": new_ec_key(),
    "ES384": ec.generate_private_key(ec.SECP384R1()),
    "ES512": ec.generate_private_key(ec.SECP521R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}


def without_id(key: PrivateKey, **members: Any) -> dict[str, Any]:
    """The public half, published without `kid`."""
    jwk = public_jwk(key, "")
    return {name: jwk[name] for name in jwk if name != "kid"} | members


def answers(provider: OutsideProvider, *keys: dict[str, Any]) -> None:
    provider.answer = httpx.Response(200, text=json.dumps({"keys": keys}))


def signed(
    provider: OutsideProvider, key: PrivateKey, algorithm: str = "RS256", kid: str | None = None
) -> str:
    headers = {"kid": kid} if kid else None
    return jwt.encode(provider.claims(), key, algorithm, headers=headers)


async def subject(provider: OutsideProvider, token: str) -> str:
    return (await provider.verifier().verify(token)).external_id


@pytest.fixture
def provider() -> OutsideProvider:
    return OutsideProvider()


@pytest.mark.parametrize("algorithm", KEYS)
@pytest.mark.parametrize("is_stated", [True, False], ids=["stated", "unstated"])
async def test_every_algorithm_of_public_keys_is_accepted(
    provider: OutsideProvider, algorithm: str, is_stated: bool
) -> None:
    stated = {"alg": algorithm} if is_stated else {}
    answers(provider, {**public_jwk(KEYS[algorithm], "one"), **stated})
    token = signed(provider, KEYS[algorithm], algorithm, "one")
    assert await subject(provider, token) == "subject-1"


def test_the_documented_algorithms_are_those() -> None:
    assert set(KEYS) == provider_keys.ALGORITHMS


async def test_key_is_for_the_algorithm_that_it_states(provider: OutsideProvider) -> None:
    answers(provider, {**public_jwk(RSA, "one"), "alg": "RS256"})
    with pytest.raises(NotAuthenticated):
        await subject(provider, signed(provider, RSA, "PS256", "one"))


async def test_key_for_encryption_signs_nothing(provider: OutsideProvider) -> None:
    other = new_rsa_key()
    answers(provider, {**public_jwk(RSA, "one"), "use": "enc"}, public_jwk(other, "two"))
    with pytest.raises(NotAuthenticated):
        await subject(provider, signed(provider, RSA, "RS256", "one"))


@pytest.mark.parametrize("kid", [None, "named"])
async def test_only_key_needs_no_id(provider: OutsideProvider, kid: str | None) -> None:
    answers(provider, without_id(RSA))
    assert await subject(provider, signed(provider, RSA, kid=kid)) == "subject-1"


async def test_token_without_an_id_is_tried_with_the_keys_that_fit(
    provider: OutsideProvider,
) -> None:
    first, second = new_rsa_key(), new_rsa_key()
    answers(provider, public_jwk(new_ec_key(), "ec"), without_id(first), public_jwk(second, "2"))
    verifier = provider.verifier()
    for key in (first, second):
        assert (await verifier.verify(signed(provider, key))).external_id == "subject-1"
    assert provider.reads == 1


async def test_named_key_is_the_only_one_that_is_tried(provider: OutsideProvider) -> None:
    answers(provider, without_id(RSA), public_jwk(new_rsa_key(), "named"))
    with pytest.raises(NotAuthenticated):
        await subject(provider, signed(provider, RSA, kid="named"))


async def test_token_without_an_id_is_tried_with_a_few_keys_alone(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provider_keys, "MAX_TRIED", 2)
    keys = [new_ec_key() for _ in range(3)]
    answers(provider, *(without_id(key) for key in keys))
    verifier = provider.verifier()
    for key in keys[:2]:
        await verifier.verify(signed(provider, key, "ES256"))
    with pytest.raises(Unavailable):
        await verifier.verify(signed(provider, keys[2], "ES256"))
    assert provider.reads == 1


async def test_new_key_without_an_id_is_found_once_the_cool_down_is_over(
    provider: OutsideProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = new_rsa_key(), new_rsa_key()
    answers(provider, without_id(old))
    verifier = provider.verifier()
    await verifier.verify(signed(provider, old))
    answers(provider, without_id(new))
    with pytest.raises(Unavailable):
        await verifier.verify(signed(provider, new))
    monkeypatch.setattr(provider_keys, "COOL_DOWN_SECONDS", -1)
    assert (await verifier.verify(signed(provider, new))).external_id == "subject-1"
    with pytest.raises(NotAuthenticated):
        await verifier.verify(signed(provider, old))


async def test_forged_token_without_an_id_is_refused(provider: OutsideProvider) -> None:
    answers(provider, without_id(RSA))
    with pytest.raises(NotAuthenticated):
        await subject(provider, signed(provider, new_rsa_key()))


async def test_expired_token_without_an_id_has_expired(provider: OutsideProvider) -> None:
    answers(provider, without_id(new_rsa_key()), without_id(RSA))
    token = jwt.encode(provider.claims(exp=1_600_000_000), RSA, "RS256")
    with pytest.raises(TokenExpired):
        await subject(provider, token)


COGNITO: dict[str, Any] = {"aud": None, "client_id": AUDIENCE, "token_use": "access"}
"""What an access token of Amazon Cognito says instead of an audience."""


async def test_access_token_of_cognito_is_for_its_client(provider: OutsideProvider) -> None:
    assert await subject(provider, provider.token(**COGNITO)) == "subject-1"


async def test_id_token_of_cognito_is_for_its_audience(provider: OutsideProvider) -> None:
    token = provider.token(aud=AUDIENCE, token_use="id")
    assert await subject(provider, token) == "subject-1"


@pytest.mark.parametrize(
    "claims",
    [
        {"client_id": "another"},
        {"client_id": None},
        {"client_id": [AUDIENCE]},
        {"token_use": "id"},
        {"token_use": None},
        {"aud": "another"},
        {"aud": ["another"]},
        {"aud": []},
        {"aud": ""},
    ],
)
async def test_token_for_another_client_is_refused(
    provider: OutsideProvider, claims: dict[str, Any]
) -> None:
    with pytest.raises(NotAuthenticated):
        await subject(provider, provider.token(**{**COGNITO, **claims}))


@pytest.mark.parametrize("changes", [{}, {"azp": AUDIENCE}])
async def test_access_token_is_no_id_token(
    provider: OutsideProvider, changes: dict[str, str]
) -> None:
    token = provider.token(**COGNITO, **changes, nonce="n")
    with pytest.raises(NotAuthenticated):
        await provider.verifier().verify_id_token(token, nonce="n")


@pytest.mark.parametrize("header", [{"kid": 5}, {"kid": ["a"]}])
async def test_strange_id_is_refused(provider: OutsideProvider, header: dict[str, Any]) -> None:
    token = signed(provider, RSA)
    _, claims, signature = token.split(".")
    head = jwt.utils.base64url_encode(json.dumps({"alg": "RS256", **header}).encode()).decode()
    with pytest.raises(NotAuthenticated):
        await subject(provider, f"{head}.{claims}.{signature}")


@pytest.mark.parametrize(
    "jwk",
    [
        {"kty": ["RSA"]},
        {"kty": "EC"},
        {"kty": "EC", "crv": "P-256"},
        {"kty": "RSA", "n": 1, "e": "AQAB"},
        {"kty": "RSA", "alg": ["RS256"]},
        {"kty": "oct", "k": "c2VjcmV0", "alg": "RS256"},
    ],
)
async def test_broken_key_beside_ours_does_no_harm(
    provider: OutsideProvider, jwk: dict[str, Any]
) -> None:
    answers(provider, jwk, without_id(RSA))
    assert await subject(provider, signed(provider, RSA)) == "subject-1"
