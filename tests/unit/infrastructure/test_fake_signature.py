"""The fake provider's signature, and where its page may lead."""

import hmac
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from src.domain.errors import InvalidSignature
from src.infrastructure.payments.fake.provider import safe_return_url
from src.infrastructure.payments.fake.signature import TOLERANCE, signature, verify, webhook_secret

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
KEY = "the key of the application, long enough"
SECRET = webhook_secret(KEY)
BODY = b'{"id": "fake_evt_1"}'
SECOND = timedelta(seconds=1)


def test_secret_is_derived_from_the_key_and_is_not_the_key() -> None:
    assert webhook_secret(KEY) == SECRET != webhook_secret(KEY + "!")
    assert len(SECRET) == 32
    assert KEY.encode() not in SECRET


def test_signature_is_the_hmac_of_time_and_body() -> None:
    seconds = int(NOW.timestamp())
    digest = hmac.new(SECRET, f"{seconds}.".encode() + BODY, sha256).hexdigest()
    assert signature(BODY, SECRET, NOW) == f"t={seconds},v1={digest}"


@pytest.mark.parametrize("late", [timedelta(), TOLERANCE, -TOLERANCE])
def test_signature_is_good_for_five_minutes(late: timedelta) -> None:
    verify(BODY, signature(BODY, SECRET, NOW), SECRET, NOW + late)


@pytest.mark.parametrize("late", [TOLERANCE + SECOND, -TOLERANCE - SECOND])
def test_signature_is_refused_when_it_is_too_old_or_of_the_future(late: timedelta) -> None:
    with pytest.raises(InvalidSignature):
        verify(BODY, signature(BODY, SECRET, NOW), SECRET, NOW + late)


GOOD = signature(BODY, SECRET, NOW)
SECONDS = GOOD.partition(",")[0]


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nonsense",
        SECONDS,
        GOOD.partition(",")[2],
        f"{SECONDS},v1=",
        f"{SECONDS},v1=é",
        GOOD[:-1],
        GOOD.replace("t=", "t=1"),
        GOOD.replace("t=", "t=-"),
        GOOD.replace("v1", "v0"),
        f"t={'9' * 400},v1=0",
        signature(BODY + b" ", SECRET, NOW),
        signature(BODY, webhook_secret("another key"), NOW),
    ],
)
def test_header_is_refused_when_it_is_not_of_this_body(header: str) -> None:
    with pytest.raises(InvalidSignature):
        verify(BODY, header, SECRET, NOW)


BASE = "https://tickets.example:8443"


@pytest.mark.parametrize("url", ["/", "/orders/7?paid=1#top", f"{BASE}/orders/7", BASE])
def test_address_is_ours_when_it_is_a_local_path_or_of_our_origin(url: str) -> None:
    assert safe_return_url(url, BASE) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "orders",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "https://evil.example",
        "https://tickets.example",
        "http://tickets.example:8443/",
        "https://tickets.example:8443@evil.example/",
        "https://tickets.example:8443.evil.example/",
        "https:/evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://[",
    ],
)
def test_address_is_dropped_when_it_leads_elsewhere(url: str | None) -> None:
    assert safe_return_url(url, BASE) is None
