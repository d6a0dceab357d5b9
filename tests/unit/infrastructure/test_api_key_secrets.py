"""The form of the secrets of API keys."""

import re

import pytest

from src.infrastructure.security.api_key_secrets import ALPHABET, RandomApiKeySecrets
from src.presentation.schemas.api_key import ApiKeyWithSecretAnswer

SECRETS = RandomApiKeySecrets()


def test_secret_is_known_by_its_form_and_no_two_are_alike() -> None:
    made = {SECRETS.new() for _ in range(200)}
    assert len(made) == 200
    for secret in made:
        assert re.fullmatch(r"etkey_[0-9A-Za-z]{38}", secret)
        assert SECRETS.is_key(secret)
        assert secret.startswith(SECRETS.hint(secret))
        assert len(SECRETS.hash(secret)) == 32


def test_every_mistyped_character_is_noticed() -> None:
    secret = SECRETS.new()
    for place in range(len(secret)):
        other = ALPHABET[(ALPHABET.find(secret[place]) + 1) % len(ALPHABET)]
        assert not SECRETS.is_key(secret[:place] + other + secret[place + 1 :]), place


@pytest.mark.parametrize(
    "text", ["", "etkey_", "etkey_" + "0" * 38, "etkey_" + "é" * 38, "key\n", "a.b.c"]
)
def test_what_is_no_secret_is_none(text: str) -> None:
    assert not SECRETS.is_key(text)
    assert not SECRETS.is_key(f"{SECRETS.new()}\n")


def test_documented_example_has_the_form() -> None:
    (example,) = ApiKeyWithSecretAnswer.model_json_schema()["examples"]
    assert SECRETS.is_key(example["secret"])
