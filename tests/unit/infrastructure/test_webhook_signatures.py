"""Secrets that only this service can read, and signatures that the library verifies."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from src.application.ports.webhooks import UnreadableSecret
from src.infrastructure.webhooks.signatures import StandardWebhookSignatures

SIGNATURES = StandardWebhookSignatures("k" * 32)
BODY = '{"title":"ฝันดี 🎶"}'


def test_every_valid_secret_signs() -> None:
    old, new = SIGNATURES.new_secret(), SIGNATURES.new_secret()
    sealed = [SIGNATURES.seal(new), SIGNATURES.seal(old)]
    headers = SIGNATURES.headers(sealed, webhook_id="msg_7", now=datetime.now(UTC), body=BODY)
    for secret in (old, new):
        assert Webhook(secret).verify(BODY.encode(), headers) == {"title": "ฝันดี 🎶"}
    with pytest.raises(WebhookVerificationError):
        Webhook(SIGNATURES.new_secret()).verify(BODY, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(BODY + " ", headers)


def test_time_of_any_zone_is_signed_as_it_is() -> None:
    secret = SIGNATURES.new_secret()
    now = datetime.now(timezone(timedelta(hours=7)))
    headers = SIGNATURES.headers([SIGNATURES.seal(secret)], webhook_id="msg_7", now=now, body=BODY)
    assert headers["webhook-timestamp"] == str(int(now.timestamp()))
    Webhook(secret).verify(BODY, headers)


def test_secret_has_the_form_and_the_length_of_the_specification() -> None:
    secret = SIGNATURES.new_secret()
    assert secret.startswith("whsec_")
    assert len(Webhook(secret)._whsecret) == 32
    assert secret != SIGNATURES.new_secret()


def test_secret_is_unreadable_with_another_key_and_the_others_still_sign() -> None:
    lost = StandardWebhookSignatures("x" * 32).seal("whsec_AAAA")
    now = datetime.now(UTC)
    with pytest.raises(UnreadableSecret):
        SIGNATURES.headers([lost], webhook_id="msg_7", now=now, body=BODY)
    secret = SIGNATURES.new_secret()
    sealed = [SIGNATURES.seal(secret), lost]
    headers = SIGNATURES.headers(sealed, webhook_id="msg_7", now=now, body=BODY)
    Webhook(secret).verify(BODY, headers)
    assert " " not in headers["webhook-signature"]


def test_sealed_secret_does_not_show_it() -> None:
    secret = SIGNATURES.new_secret()
    assert secret not in SIGNATURES.seal(secret)
    assert SIGNATURES.seal(secret) != SIGNATURES.seal(secret)
