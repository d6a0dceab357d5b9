"""The secrets of API keys."""

import hashlib
import re
import secrets
import string
import zlib

PREFIX = "etkey_"
"""By which people, and scanners of code and logs, know a secret for what it is."""

ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
RANDOM, CHECKSUM = 32, 6
"""Characters: 190 bits of chance, and a CRC-32 of what stands before."""

SHOWN = 4
FORM = re.compile(f"{PREFIX}[0-9A-Za-z]{{{RANDOM + CHECKSUM}}}", re.ASCII)


class RandomApiKeySecrets:
    """Implements `ApiKeySecrets`, in the form of GitHub's tokens.

    A prefix, random characters, and a checksum by which a typing error is known without a query,
    and a scanner knows a secret from what only looks like one. The checksum proves nothing.
    """

    def new(self) -> str:
        random = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
        return f"{PREFIX}{random}{_checksum(random)}"

    def is_key(self, text: str) -> bool:
        if FORM.fullmatch(text) is None:
            return False
        return text[-CHECKSUM:] == _checksum(text[len(PREFIX) : -CHECKSUM])

    def hash(self, secret: str) -> bytes:
        # A plain hash is enough: the secret is random, not a password. It is looked up in an
        # index, and how long that takes says nothing: nobody can choose what a hash begins with.
        return hashlib.sha256(secret.encode()).digest()

    def hint(self, secret: str) -> str:
        return secret[: len(PREFIX) + SHOWN]


def _checksum(random: str) -> str:
    number = zlib.crc32(random.encode())
    digits = ""
    for _ in range(CHECKSUM):
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits
