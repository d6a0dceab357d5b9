"""Keys for wallets, made for a test: Apple's chain of certificates, and a service account."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import NameOID

PASS_TYPE_ID, TEAM_ID, ISSUER_ID = "pass.test.tickets", "TEAM123456", "3388000000012345678"
EMAIL = "wallet@project.iam.gserviceaccount.com"


@dataclass(frozen=True)
class WalletFiles:
    """Where the keys are; `settings` are those that name them."""

    folder: Path

    @property
    def settings(self) -> dict[str, object]:
        return {
            "apple_pass_type_id": PASS_TYPE_ID,
            "apple_team_id": TEAM_ID,
            "apple_certificate_file": self.folder / "pass.pem",
            "apple_key_file": self.folder / "pass.key",
            "apple_wwdr_file": self.folder / "wwdr.pem",
            "google_wallet_issuer_id": ISSUER_ID,
            "google_wallet_key_file": self.folder / "google.json",
        }


def make_wallet_files(folder: Path, *, not_after: datetime | None = None) -> WalletFiles:
    """Make new keys and certificates in the folder; the pass type's is valid until `not_after`."""
    root_key, wwdr_key, key = _key(), _key(), _key()
    root = _certificate({NameOID.COMMON_NAME: "Root"}, root_key, None, root_key, is_ca=True)
    wwdr = _certificate({NameOID.COMMON_NAME: "WWDR"}, wwdr_key, root, root_key, is_ca=True)
    names = {
        NameOID.USER_ID: PASS_TYPE_ID,
        NameOID.COMMON_NAME: f"Pass Type ID: {PASS_TYPE_ID}",
        NameOID.ORGANIZATIONAL_UNIT_NAME: TEAM_ID,
    }
    leaf = _certificate(names, key, wwdr, wwdr_key, is_ca=False, not_after=not_after)
    for name, certificate in (("root.pem", root), ("wwdr.pem", wwdr), ("pass.pem", leaf)):
        (folder / name).write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "pass.key").write_bytes(_pem(key))
    google = _key()
    account = {"client_email": EMAIL, "private_key": _pem(google).decode(), "private_key_id": "k1"}
    (folder / "google.json").write_text(json.dumps(account))
    public = google.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (folder / "google.pub").write_bytes(public)
    return WalletFiles(folder)


def _key() -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def _pem(key: RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _certificate(
    names: dict[x509.ObjectIdentifier, str],
    key: RSAPrivateKey,
    issuer: x509.Certificate | None,
    issuer_key: RSAPrivateKey,
    *,
    is_ca: bool,
    not_after: datetime | None = None,
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(oid, value) for oid, value in names.items()])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=900))
        .not_valid_after(not_after or now + timedelta(days=900))
        .add_extension(x509.BasicConstraints(is_ca, None), critical=True)
        .sign(issuer_key, SHA256())
    )
