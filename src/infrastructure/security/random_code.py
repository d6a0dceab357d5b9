"""The random part of ticket codes and booking references."""

import secrets

from src.domain.shared.codes import ALPHABET, RANDOM_LENGTH

BASE = len(ALPHABET)
CODES = BASE**RANDOM_LENGTH


def random_code() -> str:
    """`RANDOM_LENGTH` characters of the alphabet, from the system's cryptographic source."""
    # One number for all characters, of 128 bits, so that the remainder is practically unbiased.
    number = secrets.randbits(128) % CODES
    characters = []
    for _ in range(RANDOM_LENGTH):
        number, digit = divmod(number, BASE)
        characters.append(ALPHABET[digit])
    return "".join(characters)
