"""Tokens of transfers: always the same for a nonce, and useless without the key."""

import re

from src.infrastructure.security.transfer_tokens import HmacTransferTokens

TOKENS = HmacTransferTokens("secret" * 6)


def test_token_is_the_same_each_time_and_another_for_another_nonce_or_key() -> None:
    nonce = TOKENS.new_nonce()
    token = TOKENS.issue(nonce)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    assert HmacTransferTokens("secret" * 6).issue(nonce) == token
    assert TOKENS.issue(TOKENS.new_nonce()) != token
    assert HmacTransferTokens("public" * 6).issue(nonce) != token


def test_hash_does_not_contain_the_token() -> None:
    token = TOKENS.issue(TOKENS.new_nonce())
    assert len(TOKENS.hash(token)) == 32
    assert token.encode() not in TOKENS.hash(token)
    assert TOKENS.hash(token) != TOKENS.hash(f"{token}x")
