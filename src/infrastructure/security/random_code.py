"""The random part of ticket codes and booking references."""

import secrets

from src.domain.services.ticket_code import ALPHABET, RANDOM_LENGTH


def random_code() -> str:
    """`RANDOM_LENGTH` characters of the alphabet, from the system's cryptographic source."""
    return "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_LENGTH))
