"""Passes for Apple Wallet as files: a signed archive."""

import asyncio
import hashlib
import hmac
import io
import json
import zipfile

import structlog

from src.application.dtos.wallet import WalletPass, serial_of
from src.application.ports.database import Clock
from src.domain.entities.ticket import Ticket
from src.domain.errors import NotFound
from src.domain.shared.language import Language
from src.infrastructure.documents.wallets.apple_keys import AppleKeys
from src.infrastructure.documents.wallets.apple_pass import GROUND, Look, pass_json
from src.infrastructure.documents.wallets.images import ticket_icon
from src.infrastructure.documents.wallets.words import strings_file

SIZES = {"icon.png": 29, "icon@2x.png": 58, "icon@3x.png": 87}
SIZES |= {"logo.png": 50, "logo@2x.png": 100, "logo@3x.png": 150}
LONG_AGO = (1980, 1, 1, 0, 0, 0)

log = structlog.get_logger()


class SignedApplePasses:
    """Implements `AppleWallet`; `look` says what a pass shows beside its ticket.

    `secret` makes the tokens with which a phone asks for the newest state of its passes.
    """

    is_enabled = True

    def __init__(self, keys: AppleKeys, look: Look, secret: str, clock: Clock) -> None:
        self._keys = keys
        self._look = look
        self._secret = secret.encode()
        self._clock = clock

    async def write(self, content: WalletPass) -> bytes:
        if self._clock() > self._keys.not_after:
            log.error("apple_certificate_expired", at=self._keys.not_after)
            raise NotFound("pass for Apple Wallet here: the operator's certificate has expired")
        # Beside the event loop: it signs, and the first one draws its images.
        return await asyncio.to_thread(self._write, content)

    def is_pass(self, pass_type_id: str, ticket: Ticket, token: str) -> bool:
        expected = self._token(serial_of(ticket.id, ticket.issue))
        is_token = hmac.compare_digest(expected.encode(), token.encode())
        return is_token and pass_type_id == self._keys.pass_type_id

    def _token(self, serial: str) -> str:
        return hmac.digest(self._secret, f"pass {serial}".encode(), "sha256").hex()

    def _write(self, content: WalletPass) -> bytes:
        described = pass_json(
            content,
            self._look,
            pass_type_id=self._keys.pass_type_id,
            team_id=self._keys.team_id,
            token=self._token(content.serial),
        )
        files = {"pass.json": json.dumps(described, ensure_ascii=False, indent=1).encode()}
        files |= {name: ticket_icon(size, GROUND) for name, size in SIZES.items()}
        files |= {f"{lang.value}.lproj/pass.strings": strings_file(lang) for lang in Language}
        digests = {name: _digest(data) for name, data in files.items()}
        manifest = json.dumps(digests, indent=1).encode()
        return _archive(
            {**files, "manifest.json": manifest, "signature": self._keys.sign(manifest)}
        )


def _digest(data: bytes) -> str:
    """SHA-1, as the format has it: what counts is the signature of the manifest."""
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


def _archive(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return written.getvalue()
