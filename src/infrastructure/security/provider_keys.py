"""The public keys of an outside identity provider, as its JWKS address answers them."""

import asyncio
import json
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import jwt
import structlog

from src.domain.errors import Unavailable

KEYS_LIVE_SECONDS = 600
KEYS_HONOURED_SECONDS = 24 * 3600
COOL_DOWN_SECONDS = 30
RETRY_SECONDS = 5
READ_SECONDS = 5
"""The deadline for reading the keys, from the connection to the last byte."""

MAX_KEY_SET_BYTES = 256 * 1024
MAX_TRIED = 8
"""The number of keys that are tried for a token that names none."""

RSA_ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
FITTING: dict[tuple[Any, Any], frozenset[str]] = {
    ("RSA", None): RSA_ALGORITHMS,
    ("EC", "P-256"): frozenset({"ES256"}),
    ("EC", "P-384"): frozenset({"ES384"}),
    ("EC", "P-521"): frozenset({"ES512"}),
    ("OKP", "Ed25519"): frozenset({"EdDSA"}),
}
"""The algorithms for a type of key and its curve. No other key, and no secret, is ever used."""

ALGORITHMS = frozenset[str]().union(*FITTING.values())

UNREADABLE = (
    httpx.HTTPError,
    TimeoutError,
    # What no key set raises when it is read as one.
    RecursionError,
    ValueError,
)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key, and the algorithms of the signatures that it verifies."""

    key_id: str | None
    public_key: Any
    algorithms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a token says about the key that it is signed with; `key_id` may be missing."""

    key_id: str | None
    algorithm: str
    asked_at: float = field(default_factory=time.monotonic)

    def may_be(self, key: SigningKey) -> bool:
        if self.algorithm not in key.algorithms:
            return False
        return None in (self.key_id, key.key_id) or key.key_id == self.key_id


class ProviderKeys:
    """Reads the keys and keeps them.

    They are cached for ten minutes, and stay in use for a day while the provider cannot be reached.
    A token that no known key fits reloads them, at most every 30 seconds, so that invented ids and
    signatures cannot flood the provider; until then such a token is refused with Unavailable.
    """

    def __init__(self, jwks_url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._jwks_url = jwks_url
        self._transport = transport
        self._keys: tuple[SigningKey, ...] = ()
        self._read_at = self._tried_at = float("-inf")
        self._has_failed = False
        self._reading = asyncio.Lock()

    async def known(self, wanted: Wanted) -> Sequence[SigningKey]:
        """The keys that the token may be signed with: the one it names, or a few."""
        # Another request may read the keys anew; nobody waits who can do with a known one.
        may_wait = not (self._reading.locked() and self._fitting(wanted))
        if may_wait and self._age(self._read_at) > KEYS_LIVE_SECONDS:
            async with self._reading:
                if self._age(self._read_at) > KEYS_LIVE_SECONDS:
                    await self._try_to_read()
        return self._fitting(wanted)

    async def others(self, wanted: Wanted) -> Sequence[SigningKey]:
        """The keys to try after the known ones: those read since. Raises Unavailable."""
        known = self._fitting(wanted)
        if any(key.key_id is not None and key.key_id == wanted.key_id for key in known):
            return ()
        if self._read_at < wanted.asked_at:
            async with self._reading:
                if self._read_at < wanted.asked_at:
                    await self._try_to_read()
        if self._read_at >= wanted.asked_at:
            return [key for key in self._fitting(wanted) if key not in known]
        # The key may be a new one: that is not known until the keys can be read again.
        wait = max(1, math.ceil(self._pause - self._age(self._tried_at)))
        message = "The identity provider's keys cannot be read at this moment."
        raise Unavailable(message, retry_after_seconds=wait)

    def _fitting(self, wanted: Wanted) -> Sequence[SigningKey]:
        if self._age(self._read_at) > KEYS_HONOURED_SECONDS:
            return ()
        fitting = [key for key in self._keys if wanted.may_be(key)]
        named = [key for key in fitting if key.key_id is not None and key.key_id == wanted.key_id]
        return (named or fitting)[:MAX_TRIED]

    async def _try_to_read(self) -> None:
        if self._age(self._tried_at) <= self._pause:
            return
        self._tried_at, self._has_failed = time.monotonic(), True
        try:
            async with asyncio.timeout(READ_SECONDS):
                keys = _keys_of(json.loads(await self._fetch()))
        except UNREADABLE as error:
            # The known keys stay in use for a while.
            log.warning("identity_provider_unreachable", error=repr(error))
            return
        self._keys = keys
        self._read_at, self._has_failed = time.monotonic(), False

    async def _fetch(self) -> bytes:
        content = b""
        async with (
            httpx.AsyncClient(timeout=READ_SECONDS, transport=self._transport) as client,
            client.stream("GET", self._jwks_url) as response,
        ):
            response.raise_for_status()
            async for chunk in response.aiter_bytes():
                content += chunk
                if len(content) > MAX_KEY_SET_BYTES:
                    raise ValueError("the key set is too large")
        return content

    @property
    def _pause(self) -> float:
        """The seconds between two attempts to read the keys."""
        return RETRY_SECONDS if self._has_failed else COOL_DOWN_SECONDS

    def _age(self, moment: float) -> float:
        return time.monotonic() - moment


def _keys_of(key_set: Any) -> tuple[SigningKey, ...]:
    """The keys of a JWKS that verify signatures. Raises ValueError if there is none."""
    listed = key_set.get("keys") if isinstance(key_set, dict) else None
    described = [jwk for jwk in listed if isinstance(jwk, dict)] if isinstance(listed, list) else []
    keys = tuple(key for key in map(_signing_key, described) if key is not None)
    if not keys:
        raise ValueError("the key set has no key that verifies signatures")
    return keys


def _signing_key(jwk: dict[str, Any]) -> SigningKey | None:
    kind = jwk.get("kty"), None if jwk.get("kty") == "RSA" else jwk.get("crv")
    key_id, algorithm = jwk.get("kid"), jwk.get("alg")
    try:
        # A key without an algorithm is for each that fits it, one with an algorithm for that alone.
        algorithms = FITTING[kind] & (FITTING[kind] if algorithm is None else {algorithm})
        if not algorithms or jwk.get("use", "sig") != "sig":
            return None
        key = jwt.PyJWK.from_dict(jwk, min(algorithms)).key
    except (KeyError, TypeError, ValueError, jwt.PyJWTError):
        return None
    return SigningKey(str(key_id) if key_id else None, key, algorithms)
