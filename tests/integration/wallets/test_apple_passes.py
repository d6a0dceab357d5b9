"""A pass for Apple Wallet is an archive that openssl verifies, and says what the ticket says.

It was never tried with Apple: what is tested is the form that Apple documents.
"""

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from src.application.dtos.wallet import WalletPass
from src.config import ConfigurationError
from src.container.wallets import apple_wallet
from src.domain.errors import NotFound
from tests.support.database import test_settings as settings_for
from tests.support.wallets import PASS_TYPE_ID, TEAM_ID, WalletFiles, make_wallet_files

URL = "postgres://nobody@localhost/nothing"
NOW = datetime.now(UTC)

needs_openssl = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="The verifier, openssl, is not installed."
)


async def files_of(files: WalletFiles, content: WalletPass) -> dict[str, bytes]:
    """The files of the pass, by name."""
    settings = settings_for(URL, public_url="https://tickets.example", **files.settings)
    written = await apple_wallet(settings, lambda: NOW).write(content)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


async def pass_of(files: WalletFiles, content: WalletPass) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((await files_of(files, content))["pass.json"])
    return described


def shown(described: dict[str, Any]) -> dict[str, str]:
    """The values of all fields of the ticket, by key."""
    groups = described["eventTicket"].values()
    return {field["key"]: field["value"] for group in groups for field in group}


def verify(folder: Path, roots: Path, signed: dict[str, bytes]) -> subprocess.CompletedProcess[str]:
    """Verify the signature of the manifest with openssl, which knows only the root."""
    for name in ("manifest.json", "signature"):
        (folder / name).write_bytes(signed[name])
    options = ["-verify", "-inform", "DER", "-binary", "-purpose", "any"]
    options += ["-in", "signature", "-content", "manifest.json"]
    options += ["-CAfile", str(roots / "root.pem"), "-out", "/dev/null"]
    return run(folder, "cms", *options)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run openssl in the folder."""
    command = ["openssl", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


async def test_manifest_names_every_file_by_its_digest(
    files: WalletFiles, content: WalletPass
) -> None:
    found = await files_of(files, content)
    manifest = json.loads(found["manifest.json"])
    assert manifest == {
        name: hashlib.sha1(data).hexdigest()
        for name, data in found.items()
        if name not in ("manifest.json", "signature")
    }
    images = {f"{name}{scale}.png" for name in ("icon", "logo") for scale in ("", "@2x", "@3x")}
    words = {f"{language}.lproj/pass.strings" for language in ("en", "de", "th")}
    assert manifest.keys() == {"pass.json"} | images | words


@needs_openssl
async def test_signature_is_verified_by_openssl(
    files: WalletFiles, content: WalletPass, tmp_path: Path
) -> None:
    found = await files_of(files, content)
    done = verify(tmp_path, files.folder, found)
    assert done.returncode == 0, done.stderr
    printed = run(tmp_path, "cms", "-cmsout", "-print", "-inform", "DER", "-in", "signature").stdout
    assert "signingTime" in printed and "eContent: <ABSENT>" in printed
    assert "CN=WWDR" in printed.replace(" ", "")


@needs_openssl
async def test_signature_is_of_no_other_manifest_and_by_no_other_key(
    files: WalletFiles, content: WalletPass, tmp_path: Path
) -> None:
    found = await files_of(files, content)
    altered = found["manifest.json"].replace(b"a", b"b", 1)
    assert altered != found["manifest.json"]
    assert verify(tmp_path, files.folder, {**found, "manifest.json": altered}).returncode != 0
    others = tmp_path / "others"
    others.mkdir()
    make_wallet_files(others)
    assert verify(tmp_path, others, found).returncode != 0


async def test_pass_says_what_the_ticket_says(files: WalletFiles, content: WalletPass) -> None:
    described = await pass_of(files, content)
    assert described["formatVersion"] == 1
    assert described["passTypeIdentifier"] == PASS_TYPE_ID
    assert described["teamIdentifier"] == TEAM_ID
    assert described["serialNumber"] == "9-2"
    assert described["voided"] is False
    assert described["barcodes"] == [
        {
            "format": "PKBarcodeFormatQR",
            "message": content.token,
            "messageEncoding": "iso-8859-1",
            "altText": "TKT-20260301-8F3KQ2ZN",
        }
    ]
    assert described["relevantDate"] == "2036-07-05T20:00:00+02:00"
    assert described["relevantDates"] == [
        {"startDate": "2036-07-05T20:00:00+02:00", "endDate": "2036-07-05T22:00:00+02:00"}
    ]
    assert shown(described) == {
        "event": "Hamlet · แฮมเลต",
        "venue": "Thalia",
        "starts": "2036-07-05T20:00:00+02:00",
        "type": "VIP",
        "section": "Stalls",
        "row": "A",
        "seat": "12",
        "code": "TKT-20260301-8F3KQ2ZN",
        "holder": "Nina สมชาย",
        "address": "Alstertor 1, Hamburg",
        "terms": "No refunds.",
        "link": "https://tickets.example",
    }
    (starts,) = (f for f in described["eventTicket"]["secondaryFields"] if f["key"] == "starts")
    assert starts["ignoresTimeZone"] is True


async def test_pass_leaves_out_what_the_ticket_has_not(
    files: WalletFiles, content: WalletPass
) -> None:
    event = replace(content.event, venue=None, terms=None)
    ticket = replace(content.ticket, seat=None)
    bare = replace(content, event=event, ticket=ticket, address=None)
    described = await pass_of(files, bare)
    assert shown(described).keys() == {"event", "starts", "type", "code", "holder", "link"}
    assert described["semantics"].keys() == {"eventName", "eventStartDate", "eventEndDate"}


async def test_pass_says_where_its_newest_state_is_and_has_a_token_for_it(
    files: WalletFiles, content: WalletPass
) -> None:
    described = await pass_of(files, content)
    assert described["webServiceURL"] == "https://tickets.example/api/v1/apple-wallet"
    token = described["authenticationToken"]
    wallet = apple_wallet(settings_for(URL, **files.settings), lambda: NOW)
    assert wallet.is_pass(PASS_TYPE_ID, content.ticket, token)
    assert not wallet.is_pass("pass.other", content.ticket, token)
    assert not wallet.is_pass(PASS_TYPE_ID, content.ticket, f"{token[:-1]}é")
    for other in (replace(content.ticket, id=10), replace(content.ticket, issue=3)):
        assert not wallet.is_pass(PASS_TYPE_ID, other, token)
    assert content.code not in token


async def test_pass_is_not_updated_by_plain_http(files: WalletFiles, content: WalletPass) -> None:
    settings = settings_for(URL, public_url="http://tickets.example", **files.settings)
    written = await apple_wallet(settings, lambda: NOW).write(content)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        described = json.loads(archive.read("pass.json"))
    assert not {"webServiceURL", "authenticationToken"} & described.keys()


async def test_pass_of_a_cancelled_ticket_is_void(files: WalletFiles, content: WalletPass) -> None:
    content.ticket.cancel()
    assert (await pass_of(files, content))["voided"] is True


async def test_every_label_is_translated(files: WalletFiles, content: WalletPass) -> None:
    found = await files_of(files, content)
    described = json.loads(found["pass.json"])
    groups = described["eventTicket"].values()
    labels = {field["label"] for group in groups for field in group if "label" in field}
    texts = {}
    for language in ("en", "de", "th"):
        lines = found[f"{language}.lproj/pass.strings"].decode("utf-16").splitlines()
        words = dict(line.removesuffix(";").replace('"', "").split(" = ") for line in lines)
        assert labels | {described["description"]} <= words.keys()
        texts[language] = words["seat"]
    assert texts == {"en": "Seat", "de": "Platz", "th": "ที่นั่ง"}


async def test_images_have_the_sizes_of_the_format(files: WalletFiles, content: WalletPass) -> None:
    found = await files_of(files, content)
    for name, size in (("icon.png", 29), ("icon@2x.png", 58), ("icon@3x.png", 87)):
        image = Image.open(io.BytesIO(found[name]))
        image.verify()
        assert (image.format, image.size) == ("PNG", (size, size))
    picture = Image.open(io.BytesIO(found["icon@3x.png"])).convert("RGB")
    # White in the middle of the ticket, the colour of the pass around it.
    assert picture.getpixel((40, 43)) == (255, 255, 255)
    assert picture.getpixel((2, 2)) == (30, 58, 95)


async def test_there_is_no_pass_once_the_certificate_has_expired(
    content: WalletPass, tmp_path: Path
) -> None:
    ended = make_wallet_files(tmp_path, not_after=NOW - timedelta(days=1))
    with pytest.raises(NotFound, match="certificate has expired"):
        await files_of(ended, content)


async def test_there_is_no_pass_unless_it_is_enabled(content: WalletPass) -> None:
    with pytest.raises(NotFound, match="the operator has not enabled it"):
        await apple_wallet(settings_for(URL), lambda: NOW).write(content)


def _other(folder: Path, name: str) -> bytes:
    other = folder / "other"
    other.mkdir()
    return (make_wallet_files(other).folder / name).read_bytes()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda f: (f / "pass.key").unlink(), "pass.key cannot be read as a key"),
        (lambda f: (f / "pass.pem").write_text("x"), "pass.pem cannot be read as a certificate"),
        (
            lambda f: (f / "pass.key").write_bytes(_other(f, "pass.key")),
            "pass.key is not the key of .*pass.pem",
        ),
        (
            lambda f: (f / "wwdr.pem").write_bytes(_other(f, "wwdr.pem")),
            "wwdr.pem did not issue .*pass.pem",
        ),
    ],
    ids=["no key", "no certificate", "another key", "another issuer"],
)
def test_files_that_do_not_fit_are_named_at_the_start(
    tmp_path: Path, spoil: Callable[[Path], object], message: str
) -> None:
    files = make_wallet_files(tmp_path)
    spoil(tmp_path)
    with pytest.raises(ConfigurationError, match=message):
        apple_wallet(settings_for(URL, **files.settings), lambda: NOW)


@pytest.mark.parametrize("setting", ["apple_pass_type_id", "apple_team_id"])
def test_certificate_of_another_pass_type_is_named_at_the_start(
    files: WalletFiles, setting: str
) -> None:
    settings = settings_for(URL, **{**files.settings, setting: "pass.other"})
    with pytest.raises(ConfigurationError, match=r"is not a certificate for pass\.other"):
        apple_wallet(settings, lambda: NOW)
