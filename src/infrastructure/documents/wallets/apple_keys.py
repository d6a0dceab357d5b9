"""The keys with which passes for Apple Wallet are signed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key, pkcs7


@dataclass(frozen=True, slots=True)
class AppleKeys:
    """A pass type's certificate, its key, and the intermediate certificate that Apple issued it by.

    `not_after` is when passes signed with it stop being accepted as new ones.
    """

    pass_type_id: str
    team_id: str
    certificate: x509.Certificate
    key: RSAPrivateKey
    issuer: x509.Certificate

    @property
    def not_after(self) -> datetime:
        return self.certificate.not_valid_after_utc

    @classmethod
    def load(
        cls,
        *,
        pass_type_id: str,
        team_id: str,
        certificate_file: Path,
        key_file: Path,
        issuer_file: Path,
    ) -> "AppleKeys":
        """Read the PEM files. Raises ValueError, which says what does not fit."""
        certificate, issuer = _certificate(certificate_file), _certificate(issuer_file)
        key = _key(key_file)
        if certificate.public_key() != key.public_key():
            raise ValueError(f"{key_file} is not the key of {certificate_file}")
        names = {part.value for part in certificate.subject}
        for wanted in (pass_type_id, team_id):
            if wanted not in names:
                raise ValueError(f"{certificate_file} is not a certificate for {wanted}")
        try:
            certificate.verify_directly_issued_by(issuer)
        except Exception as error:
            raise ValueError(f"{issuer_file} did not issue {certificate_file}") from error
        return cls(pass_type_id, team_id, certificate, key, issuer)

    def sign(self, content: bytes) -> bytes:
        """The detached signature, as a pass has it."""
        builder = (
            pkcs7.PKCS7SignatureBuilder()
            .set_data(content)
            .add_signer(self.certificate, self.key, SHA256())
            .add_certificate(self.issuer)
        )
        # Binary: otherwise line ends are changed before they are signed, and not in the file.
        options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
        return builder.sign(Encoding.DER, options)


def _certificate(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except (OSError, ValueError) as error:
        raise ValueError(f"{file} cannot be read as a certificate in PEM form ({error})") from None


def _key(file: Path) -> RSAPrivateKey:
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise ValueError(f"{file} cannot be read as a key in PEM form ({error})") from None
    if not isinstance(key, RSAPrivateKey):
        raise ValueError(f"{file} is not an RSA key")
    return key
