"""Settings of payments: which providers there are, and where they reach us."""

import pytest

from src.cli.serve import server_options
from tests.support.settings import PRODUCTION, load, refused

pytestmark = pytest.mark.usefixtures("bare_environment")


def test_providers_of_payments_are_the_fake_and_manual_ones_by_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load(monkeypatch).payment_provider_names == ("fake", "manual")
    settings = load(monkeypatch, PAYMENT_PROVIDERS="manual")
    assert settings.payment_provider_names == ("manual",)
    settings = load(monkeypatch, PAYMENT_PROVIDERS="manual, fake")
    assert settings.payment_provider_names == ("fake", "manual")


def test_stripe_is_enabled_by_its_keys_and_is_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = {"STRIPE_SECRET_KEY": "sk_test_1", "STRIPE_WEBHOOK_SECRET": "whsec_1"}
    assert load(monkeypatch, **keys).payment_provider_names == ("stripe", "fake", "manual")
    settings = load(monkeypatch, **PRODUCTION)
    assert settings.payment_provider_names == ("stripe", "manual")


def test_production_has_the_manual_provider_alone_and_refuses_the_fake_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load(monkeypatch, **PRODUCTION).payment_provider_names == ("manual",)
    sentence = refused(monkeypatch, PAYMENT_PROVIDERS="manual,fake")
    assert sentence == "PAYMENT_PROVIDERS must not name fake when ENVIRONMENT is production."


def test_webhooks_of_stripe_may_have_several_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {"STRIPE_SECRET_KEY": "sk_test_1", "STRIPE_WEBHOOK_SECRET": "whsec_1"}
    assert load(monkeypatch, **keys).stripe_webhook_secrets == ("whsec_1",)
    settings = load(monkeypatch, STRIPE_WEBHOOK_SECRET="whsec_1, whsec_thin,whsec_old")
    assert settings.stripe_webhook_secrets == ("whsec_1", "whsec_thin", "whsec_old")


@pytest.mark.parametrize("listed", [",", "whsec_hunter2,", " ,whsec_hunter2", " "])
def test_empty_secret_of_a_webhook_is_refused(monkeypatch: pytest.MonkeyPatch, listed: str) -> None:
    """Who knows that it is empty could sign with it."""
    sentence = refused(monkeypatch, STRIPE_SECRET_KEY="sk_1", STRIPE_WEBHOOK_SECRET=listed)
    assert sentence.startswith("STRIPE_WEBHOOK_SECRET must be a secret, or several")
    assert "hunter2" not in sentence


@pytest.mark.parametrize("missing", ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"])
def test_stripe_is_refused_when_one_of_its_keys_is_missing(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    keys = {"STRIPE_SECRET_KEY": "sk_hunter2", "STRIPE_WEBHOOK_SECRET": "whsec_hunter2"}
    del keys[missing]
    sentence = refused(monkeypatch, **keys)
    assert sentence.endswith("belong together: set both or none.")
    assert "hunter2" not in sentence


@pytest.mark.parametrize("named", ["paypal", "stripe", ","])
def test_providers_of_payments_are_refused_when_there_is_no_such_or_none(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    assert refused(monkeypatch, PAYMENT_PROVIDERS=named).startswith("PAYMENT_PROVIDERS")


def test_own_address_is_the_public_one_or_made_of_host_and_port(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load(monkeypatch).own_url == "http://127.0.0.1:8000"
    assert load(monkeypatch, HOST="0.0.0.0", PORT="9").own_url == "http://127.0.0.1:9"
    assert load(monkeypatch, HOST="::").own_url == "http://[::1]:9"
    settings = load(monkeypatch, PUBLIC_URL="https://tickets.example/")
    assert settings.own_url == "https://tickets.example"
    assert settings.path_prefix == ""
    assert refused(monkeypatch, PUBLIC_URL="tickets.example").startswith("PUBLIC_URL: ")


def test_path_of_the_public_address_is_the_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(monkeypatch).path_prefix == ""
    settings = load(monkeypatch, PUBLIC_URL="https://shop.example:8443/a/tickets_2/")
    assert settings.own_url == "https://shop.example:8443/a/tickets_2"
    assert settings.path_prefix == "/a/tickets_2"


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https://:8000",
        "https://user@shop.example",
        "https://shop.example/?a=b",
        "https://shop.example/#a",
        "https://shop.example//tickets",
        "https://shop.example/a/../b",
        "https://shop.example/.",
        "https://shop.example/tick ets",
        'https://shop.example/"',
        "https://shop.example/a;b",
        "https://shop.example/%2e",
        "https://[::1",
    ],
)
def test_address_that_cannot_be_put_before_paths_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    assert refused(monkeypatch, PUBLIC_URL=address).startswith("PUBLIC_URL: ")


def test_idle_connections_outlive_those_of_a_proxy_in_front(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert server_options(load(monkeypatch))["timeout_keep_alive"] == 5
    behind = load(monkeypatch, TRUSTED_PROXIES="10.0.0.1")
    assert server_options(behind)["timeout_keep_alive"] == 75
