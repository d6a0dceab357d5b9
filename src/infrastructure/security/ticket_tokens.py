"""Signed tokens of tickets, short enough for a QR code.

A token is `TKT1.` and base32 without padding, so that a QR code holds it in its alphanumeric
mode: 4 bytes of key id, then ticket id, event id and issue as LEB128 numbers, then the Ed25519
signature of all that stands before it, the prefix included.
"""

import asyncio
import base64
import binascii
import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from src.application.ports.security import TicketClaims, TicketKey
from src.domain.entities.ticket import Ticket
from src.domain.errors import ValidationFailed
from src.infrastructure.database.orm import current_connection

PREFIX = "TKT1."
KEY_ID_BYTES = 4
SIGNATURE_BYTES = 64
MAX_LENGTH = 300

REGISTER = """
INSERT INTO ticket_keys (id, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id
"""
REVOKE = """
UPDATE ticket_keys SET revoked_at = COALESCE(revoked_at, now()) WHERE id = $1 RETURNING id
"""
ALL = "SELECT id, created_at, revoked_at FROM ticket_keys ORDER BY created_at, id"
VALID = "SELECT id, public_key FROM ticket_keys WHERE revoked_at IS NULL ORDER BY id"


class Ed25519TicketTokens:
    """Implements `TicketTokens` with a key made from `secret`.

    The public key is kept in the database. A service that is given another secret signs with
    another key, and still verifies what it signed before.
    """

    def __init__(self, secret: str) -> None:
        seed = HKDF(SHA256(), 32, salt=None, info=b"ticket tokens").derive(secret.encode())
        self._private_key = Ed25519PrivateKey.from_private_bytes(seed)
        self._public_key = self._private_key.public_key().public_bytes(
            Encoding.Raw, PublicFormat.Raw
        )
        self._id = hashlib.sha256(self._public_key).digest()[:KEY_ID_BYTES]

    def issue(self, ticket: Ticket) -> str:
        numbers = (ticket.id, ticket.event_id, ticket.issue)
        payload = self._id + b"".join(_encode(number) for number in numbers)
        signature = self._private_key.sign(PREFIX.encode() + payload)
        return PREFIX + _text(payload + signature)

    def is_token(self, text: str) -> bool:
        return text.upper().startswith(PREFIX)

    async def read(self, token: str) -> TicketClaims:
        return _claims(token, await self._keys())

    async def read_all(self, tokens: Collection[str]) -> dict[str, TicketClaims | None]:
        return await asyncio.to_thread(_all_claims, tokens, await self._keys())

    async def _keys(self) -> Mapping[int, bytes]:
        return {key.id: key.public_key for key in await self.public_keys()}

    async def public_keys(self) -> Sequence[TicketKey]:
        rows = await current_connection().execute_query_dict(VALID)
        if self.key_id not in {row["id"] for row in rows} and await self.register():
            rows = await current_connection().execute_query_dict(VALID)
        return [TicketKey(row["id"], bytes(row["public_key"])) for row in rows]

    @property
    def key_id(self) -> int:
        """The id of the key that signs now."""
        return int.from_bytes(self._id)

    async def register(self) -> int:
        """Store the public key, so that its tokens stay valid when the secret changes.

        Returns 1 if it was new, else 0.
        """
        values = [self.key_id, self._public_key]
        return len(await current_connection().execute_query_dict(REGISTER, values))


def _all_claims(
    tokens: Collection[str], keys: Mapping[int, bytes]
) -> dict[str, TicketClaims | None]:
    claims: dict[str, TicketClaims | None] = {}
    for token in tokens:
        try:
            claims[token] = _claims(token, keys)
        except ValidationFailed:
            claims[token] = None
    return claims


def _claims(token: str, keys: Mapping[int, bytes]) -> TicketClaims:
    data = _decode(token)
    payload, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    key_id = int.from_bytes(payload[:KEY_ID_BYTES])
    try:
        public_key = Ed25519PublicKey.from_public_bytes(keys[key_id])
        public_key.verify(signature, PREFIX.encode() + payload)
        ticket_id, event_id, issue = _numbers(payload[KEY_ID_BYTES:])
    except (KeyError, InvalidSignature, ValueError):
        raise _forged() from None
    return TicketClaims(ticket_id, event_id, issue, key_id)


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key that has signed tokens; since `revoked_at` these admit nobody."""

    id: int
    created_at: datetime
    revoked_at: datetime | None


async def stored_keys() -> list[StoredKey]:
    """Return all keys, oldest first."""
    return [StoredKey(**row) for row in await current_connection().execute_query_dict(ALL)]


async def revoke_key(key_id: int) -> bool:
    """Make all tokens of this key invalid; whether there is such a key."""
    return bool(await current_connection().execute_query_dict(REVOKE, [key_id]))


def _encode(number: int) -> bytes:
    """Return a number that is not negative as LEB128."""
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def _numbers(data: bytes) -> list[int]:
    """Return the LEB128 numbers of a signed payload."""
    numbers, number, shift = [], 0, 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            numbers.append(number)
            number = shift = 0
    return numbers


def _decode(token: str) -> bytes:
    text = token.upper().removeprefix(PREFIX)
    if len(text) > MAX_LENGTH:
        raise _forged()
    try:
        data = base64.b32decode(text + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        raise _forged() from None
    # The last character has bits to spare: only one of those that read alike was issued.
    if len(data) <= KEY_ID_BYTES + SIGNATURE_BYTES or _text(data) != text:
        raise _forged()
    return data


def _text(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def _forged() -> ValidationFailed:
    return ValidationFailed(
        "body.code", "This code was not issued here, or it was not read completely: scan it again."
    )
