"""A link to Google Wallet is signed so that openssl verifies it, and says what the ticket says.

It was never tried with Google: what is tested is the form that Google documents.
"""

import base64
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from src.application.dtos.wallet import WalletPass
from src.config import ConfigurationError
from src.container.wallets import google_wallet
from src.domain.errors import NotFound
from src.infrastructure.documents.event_uid import event_uid
from tests.support.database import test_settings as settings_for
from tests.support.wallets import EMAIL, ISSUER_ID, WalletFiles, make_wallet_files

URL = "postgres://nobody@localhost/nothing"
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
SAVE_AT = "https://pay.google.com/gp/v/save/"


async def link_of(files: WalletFiles, content: WalletPass) -> str:
    settings = settings_for(URL, public_url="https://tickets.example", **files.settings)
    return await google_wallet(settings, lambda: NOW).save_url(content)


def parts_of(link: str) -> tuple[dict[str, Any], dict[str, Any], bytes, bytes]:
    """Header, claims, what was signed, and the signature."""
    token = link.removeprefix(SAVE_AT)
    assert token != link
    header, claims, signature = (
        base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in token.split(".")
    )
    signed = token.rpartition(".")[0].encode()
    return json.loads(header), json.loads(claims), signed, signature


def verify(folder: Path, public_key: Path, signed: bytes) -> str:
    """What openssl says of the signature of this text."""
    command = ["openssl", "dgst", "-sha256", "-verify", str(public_key), "-signature", "signature"]
    done = subprocess.run(command, cwd=folder, input=signed, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode()


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="The verifier, openssl, is not installed."
)
async def test_signature_is_verified_by_openssl(
    files: WalletFiles, content: WalletPass, tmp_path: Path
) -> None:
    header, _, signed, signature = parts_of(await link_of(files, content))
    assert header == {"alg": "RS256", "typ": "JWT", "kid": "k1"}
    (tmp_path / "signature").write_bytes(signature)
    public_key = files.folder / "google.pub"
    assert "Verified OK" in verify(tmp_path, public_key, signed)
    assert "Verification failure" in verify(tmp_path, public_key, signed + b"x")


async def test_link_says_what_the_ticket_says(files: WalletFiles, content: WalletPass) -> None:
    _, claims, _, _ = parts_of(await link_of(files, content))
    payload = claims.pop("payload")
    assert claims == {
        "iss": EMAIL,
        "aud": "google",
        "typ": "savetowallet",
        "iat": int(NOW.timestamp()),
        "origins": ["https://tickets.example"],
    }
    (event,), (ticket,) = payload["eventTicketClasses"], payload["eventTicketObjects"]

    def text(value: str) -> dict[str, Any]:
        return {"defaultValue": {"language": "de", "value": value}}

    assert event == {
        "id": f"{ISSUER_ID}.{event_uid(content.event)}.3",
        "issuerName": "Event ticketing",
        "reviewStatus": "UNDER_REVIEW",
        "eventName": text("Hamlet · แฮมเลต"),
        "venue": {"name": text("Thalia"), "address": text("Alstertor 1, Hamburg")},
        "dateTime": {
            "start": "2036-07-05T20:00:00+02:00",
            "end": "2036-07-05T22:00:00+02:00",
        },
    }
    assert ticket == {
        "id": f"{ISSUER_ID}.TKT-20260301-8F3KQ2ZN",
        "classId": event["id"],
        "state": "ACTIVE",
        "barcode": {
            "type": "QR_CODE",
            "value": content.token,
            "alternateText": "TKT-20260301-8F3KQ2ZN",
        },
        "ticketHolderName": "Nina สมชาย",
        "ticketNumber": "TKT-20260301-8F3KQ2ZN",
        "ticketType": text("VIP"),
        "seatInfo": {"section": text("Stalls"), "row": text("A"), "seat": text("12")},
    }


async def test_edited_event_is_a_new_class(files: WalletFiles, content: WalletPass) -> None:
    edited = replace(content, event=replace(content.event, version=4))
    ids = set()
    for version in (content, edited):
        _, claims, _, _ = parts_of(await link_of(files, version))
        ids.add(claims["payload"]["eventTicketClasses"][0]["id"])
    assert len(ids) == 2


async def test_venue_without_an_address_is_left_out(
    files: WalletFiles, content: WalletPass
) -> None:
    _, claims, _, _ = parts_of(await link_of(files, replace(content, address=None)))
    assert "venue" not in claims["payload"]["eventTicketClasses"][0]


async def test_long_texts_are_cut(files: WalletFiles, content: WalletPass) -> None:
    event = replace(content.event, title="ก" * 500, venue="ข" * 500)
    link = await link_of(files, replace(content, event=event, address="ค" * 500, holder="ง" * 500))
    _, claims, _, _ = parts_of(link)
    name = claims["payload"]["eventTicketClasses"][0]["eventName"]["defaultValue"]["value"]
    assert name == "ก" * 120
    assert len(await link_of(files, content)) < 2250
    assert len(link) < 4100


async def test_there_is_no_link_unless_it_is_enabled(content: WalletPass) -> None:
    with pytest.raises(NotFound, match="the operator has not enabled it"):
        await google_wallet(settings_for(URL), lambda: NOW).save_url(content)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_text("x"),
        lambda file: file.write_text("[]"),
        lambda file: file.write_text('{"client_email": "a@b.example"}'),
        lambda file: file.write_text('{"client_email": "a@b.example", "private_key": 1}'),
        lambda file: file.write_text('{"client_email": "a@b.example", "private_key": "x"}'),
    ],
    ids=["no file", "no JSON", "no object", "no key", "a number", "no PEM"],
)
def test_file_that_is_no_key_is_named_at_the_start(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    files = make_wallet_files(tmp_path)
    spoil(tmp_path / "google.json")
    with pytest.raises(ConfigurationError, match=r"Google Wallet: .*google\.json cannot be read"):
        google_wallet(settings_for(URL, **files.settings), lambda: NOW)
