"""Links that save a ticket in Google Wallet: a signed description of event and ticket."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.api_jws import PyJWS

from src.application.dtos.wallet import WalletPass
from src.application.ports.database import Clock
from src.infrastructure.documents.event_uid import event_uid

SAVE_AT = "https://pay.google.com/gp/v/save/"
LONGEST_TEXT = 120
"""Characters of a text in a link, which browsers may cut when it is long."""


@dataclass(frozen=True, slots=True)
class GoogleKeys:
    """The operator's number at Google Wallet, and the service account that signs for it."""

    issuer_id: str
    email: str
    key: RSAPrivateKey
    key_id: str | None

    @classmethod
    def load(cls, *, issuer_id: str, key_file: Path) -> "GoogleKeys":
        """Read the JSON file of a service account. Raises ValueError with a sentence."""
        try:
            account = json.loads(key_file.read_text())
            email, pem, key_id = (
                account["client_email"],
                account["private_key"],
                account.get("private_key_id"),
            )
            key = load_pem_private_key(pem.encode(), password=None)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise ValueError(
                f"{key_file} cannot be read as the key of a service account in JSON ({error!r})"
            ) from None
        if not isinstance(key, RSAPrivateKey):
            raise ValueError(f"{key_file} has no RSA key")
        return cls(issuer_id, email, key, key_id)


class SignedGoogleLinks:
    """Implements `GoogleWallet`; `origin` is the address of the service."""

    is_enabled = True

    def __init__(self, keys: GoogleKeys, shop_name: str, origin: str, clock: Clock) -> None:
        self._keys = keys
        self._shop_name = shop_name
        self._origin = origin
        self._clock = clock

    async def save_url(self, content: WalletPass) -> str:
        return await asyncio.to_thread(self._sign, content)

    def _sign(self, content: WalletPass) -> str:
        described = self._class(content)
        claims = {
            "iss": self._keys.email,
            "aud": "google",
            "typ": "savetowallet",
            "iat": int(self._clock().timestamp()),
            "origins": [self._origin],
            "payload": {
                "eventTicketClasses": [described],
                "eventTicketObjects": [self._object(content, described["id"])],
            },
        }
        # As they are, not as escapes, which would be twice as long in most scripts.
        text = json.dumps(claims, ensure_ascii=False, separators=(",", ":"))
        headers = {"typ": "JWT"} | ({"kid": self._keys.key_id} if self._keys.key_id else {})
        return SAVE_AT + PyJWS().encode(text.encode(), self._keys.key, "RS256", headers=headers)

    def _class(self, content: WalletPass) -> dict[str, Any]:
        """The event. A new version of it is a new class: Google keeps the one that it knows."""
        event, language = content.event, content.event.language.value
        zone = ZoneInfo(event.timezone)
        described: dict[str, Any] = {
            "id": f"{self._keys.issuer_id}.{event_uid(event)}.{event.version}",
            "issuerName": self._shop_name,
            "reviewStatus": "UNDER_REVIEW",
            "eventName": _localised(event.title, language),
            "dateTime": {
                "start": event.date_time.astimezone(zone).isoformat(timespec="seconds"),
                "end": event.ends_at.astimezone(zone).isoformat(timespec="seconds"),
            },
        }
        if event.venue and content.address:
            # Google takes a venue only with its address.
            described["venue"] = {
                "name": _localised(event.venue, language),
                "address": _localised(content.address, language),
            }
        return described

    def _object(self, content: WalletPass, class_id: str) -> dict[str, Any]:
        seat, language = content.ticket.seat, content.event.language.value
        described: dict[str, Any] = {
            "id": f"{self._keys.issuer_id}.{content.code}",
            "classId": class_id,
            "state": "ACTIVE",
            "barcode": {
                "type": "QR_CODE",
                "value": content.token,
                "alternateText": content.code,
            },
            "ticketHolderName": content.holder[:LONGEST_TEXT],
            "ticketNumber": content.code,
            "ticketType": _localised(content.ticket_type, language),
        }
        if seat is not None:
            places = {"section": seat.section, "row": seat.row, "seat": seat.seat_number}
            described["seatInfo"] = {
                name: _localised(place, language) for name, place in places.items()
            }
        return described


def _localised(text: str, language: str) -> dict[str, dict[str, str]]:
    return {"defaultValue": {"language": language, "value": text[:LONGEST_TEXT]}}
