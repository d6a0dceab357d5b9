"""Settings: their defaults, every refusal in one sentence, the key that is made once."""

import re
import secrets
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from src.config import (
    MIN_SECRET_LENGTH,
    ConfigurationError,
    Environment,
    LogFormat,
    Settings,
    load_settings,
    read_secret_key,
)
from tests.support.paths import ROOT
from tests.support.settings import PRODUCTION, SECRET, URL, load, refused

pytestmark = pytest.mark.usefixtures("bare_environment")

READ_KEY_FOUR_TIMES = """
import multiprocessing, sys
from pathlib import Path
from src.config import Settings, read_secret_key

settings = Settings(_env_file=None, data_dir=Path(sys.argv[1]))
context = multiprocessing.get_context("fork")
line, keys = context.Barrier(4), context.SimpleQueue()

def read():
    line.wait(60)
    keys.put(read_secret_key(settings))

processes = [context.Process(target=read) for _ in range(4)]
for process in processes:
    process.start()
for process in processes:
    process.join()
assert [process.exitcode for process in processes] == [0] * 4
for _ in processes:
    print(keys.get())
"""


def test_everything_has_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(monkeypatch).model_dump() == {
        "environment": Environment.DEVELOPMENT,
        "database_url": None,
        "database_direct_url": None,
        "database_replica_url": None,
        "database_replica_max_lag": 10,
        "data_dir": Path(".data"),
        "backup_dir": None,
        "host": "127.0.0.1",
        "port": 8000,
        "secret_key": None,
        "ticket_key": None,
        "access_token_minutes": 15,
        "refresh_token_days": 30,
        "trusted_proxies": (),
        "cors_origins": (),
        "database_pool_min": 2,
        "database_pool_max": 10,
        "identity_issuer": None,
        "identity_audience": None,
        "identity_jwks_url": None,
        "identity_client_id": None,
        "identity_client_secret": None,
        "identity_name": None,
        "identity_claims": ("custom:id", "sub"),
        "hold_seconds": 600,
        "hold_seconds_at_most": 1200,
        "public_url": None,
        "payment_providers": None,
        "stripe_secret_key": None,
        "stripe_webhook_secret": None,
        "apple_pass_type_id": None,
        "apple_team_id": None,
        "apple_certificate_file": None,
        "apple_key_file": None,
        "apple_wwdr_file": None,
        "google_wallet_issuer_id": None,
        "google_wallet_key_file": None,
        "max_requests": 1000,
        "max_streams": 10_000,
        "max_connections_per_client": 500,
        "max_requests_per_client": 8,
        "max_streams_per_client": 250,
        "worker_enabled": True,
        "worker_metrics_port": None,
        "webhook_allow_private": False,
        "log_format": LogFormat.CONSOLE,
        "sentry_dsn": None,
        "smtp_url": None,
        "mail_from": None,
        "mail_templates": None,
        "bank_transfer_details": "",
        "sign_up_verification": False,
        "rate_limit_enabled": True,
        "rate_limit_login": "10/minute",
        "rate_limit_signup": "20/hour",
        "rate_limit_guesses": "20/hour",
        "rate_limit_account": "100/hour",
        "rate_limit_mail": "5/hour",
        "rate_limit_calendar": "60/hour",
        "rate_limit_transfers": "30/hour",
        "rate_limit_export": "10/hour",
        "rate_limit_guests": "120/hour",
        "rate_limit_photos": "60/minute",
        "rate_limit_storage_url": None,
    }


def test_the_example_file_names_every_setting_with_its_default_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    example = (ROOT / ".env.example").read_text()
    names = re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)
    assert names == [name.upper() for name in Settings.model_fields]
    defaults = load(monkeypatch)
    Path(".env").write_text(example)
    assert load_settings() == defaults


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PORT=9001\nHOST=0.0.0.0\nUNKNOWN=ignored\n")
    settings = load(monkeypatch, PORT="9002")
    assert (settings.port, settings.host) == (9002, "0.0.0.0")


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, DATABASE_URL="", SECRET_KEY="", PORT="", CORS_ORIGINS="")
    assert settings == Settings(_env_file=None)  # type: ignore[call-arg]


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    origins = " https://a.example , https://b.example,"
    settings = load(monkeypatch, CORS_ORIGINS=origins, IDENTITY_CLAIMS="sub")
    assert settings.cors_origins == ("https://a.example", "https://b.example")
    assert settings.identity_claims == ("sub",)


def test_lifetimes_and_limits_are_made_of_their_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(
        monkeypatch,
        ACCESS_TOKEN_MINUTES="5",
        REFRESH_TOKEN_DAYS="7",
        RATE_LIMIT_LOGIN="3/second",
        RATE_LIMIT_SIGNUP="4/day",
    )
    assert settings.access_token_lifetime == timedelta(minutes=5)
    assert settings.refresh_token_lifetime == timedelta(days=7)
    assert settings.rate_limits["login"] == "3/second"
    assert settings.rate_limits["signup"] == "4/day"


@pytest.mark.parametrize("url", [URL, URL.replace("postgres:", "postgresql:")])
def test_production_runs_when_every_setting_is_given(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    settings = load(monkeypatch, **{**PRODUCTION, "DATABASE_URL": url})
    assert settings.is_production
    assert settings.database_url == url
    assert read_secret_key(settings) == SECRET
    assert not list(Path().iterdir())


@pytest.mark.parametrize("name", ["DATABASE_DIRECT_URL", "DATABASE_REPLICA_URL"])
def test_another_address_of_a_database_without_its_own_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert refused(monkeypatch, **{name: URL}).startswith(f"{name} needs DATABASE_URL")


@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL"])
def test_production_is_refused_when_it_would_make_something_up(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    settings = {name: value for name, value in PRODUCTION.items() if name != missing}
    sentence = refused(monkeypatch, **settings)
    assert sentence == f"{missing} is required when ENVIRONMENT is production."


@pytest.mark.parametrize("origins", ["*", "https://a.example,*"])
def test_production_is_refused_when_any_origin_may_call(
    monkeypatch: pytest.MonkeyPatch, origins: str
) -> None:
    assert refused(monkeypatch, **PRODUCTION, CORS_ORIGINS=origins).startswith("CORS_ORIGINS must")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENVIRONMENT", "staging"),
        ("DATABASE_URL", "mysql://user:password@host/database"),
        ("DATABASE_URL", "host:5432"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "http"),
        ("SECRET_KEY", "s" * (MIN_SECRET_LENGTH - 1)),
        ("ACCESS_TOKEN_MINUTES", "0"),
        ("ACCESS_TOKEN_MINUTES", "1441"),
        ("REFRESH_TOKEN_DAYS", "0"),
        ("REFRESH_TOKEN_DAYS", "366"),
        ("DATABASE_REPLICA_URL", "mysql://user:password@host/database"),
        ("DATABASE_REPLICA_MAX_LAG", "0"),
        ("DATABASE_REPLICA_MAX_LAG", "3601"),
        ("DATABASE_POOL_MIN", "-1"),
        ("DATABASE_POOL_MAX", "0"),
        ("DATABASE_POOL_MAX", "1001"),
        ("LOG_FORMAT", "xml"),
        ("RATE_LIMIT_ENABLED", "perhaps"),
        ("RATE_LIMIT_LOGIN", "often"),
        ("RATE_LIMIT_SIGNUP", "10/fortnight"),
        ("RATE_LIMIT_GUESSES", "10"),
        ("RATE_LIMIT_STORAGE_URL", "http://127.0.0.1:6379"),
        ("TRUSTED_PROXIES", "*"),
        ("TRUSTED_PROXIES", "proxy.example"),
        ("TRUSTED_PROXIES", "127.0.0.1,10.0.0.1/8"),
    ],
)
def test_a_setting_out_of_bounds_is_refused_in_a_sentence_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    sentence = refused(monkeypatch, **{name: value})
    assert re.fullmatch(rf"{name}: [^\n]+[^.]\.", sentence)


@pytest.mark.parametrize(
    "key",
    [
        "a" * 32,
        "ab" * 20,
        "password" * 5,
        "0123456789abcdef" * 2,
        "changeme-changeme-changeme-changeme",
        "qwertyuiopasdfghjklzxcvbnm123456",
    ],
)
def test_production_is_refused_with_a_key_that_is_long_and_easy_to_guess(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    sentence = refused(monkeypatch, **{**PRODUCTION, "SECRET_KEY": key})
    assert sentence.startswith("SECRET_KEY is easy to guess, and ENVIRONMENT is production: ")
    assert key not in sentence
    assert load(monkeypatch, ENVIRONMENT="development").secret_key is not None


def test_production_is_refused_when_it_could_not_send_the_mails_it_promises(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentence = refused(monkeypatch, **PRODUCTION, SIGN_UP_VERIFICATION="true")
    assert sentence.startswith("SIGN_UP_VERIFICATION needs SMTP_URL")


def test_production_that_can_send_mails_may_promise_them(monkeypatch: pytest.MonkeyPatch) -> None:
    mail = {"SMTP_URL": "smtps://a:b@mail.example", "MAIL_FROM": "Shop <a@shop.example>"}
    settings = load(monkeypatch, **PRODUCTION, **mail, SIGN_UP_VERIFICATION="true")
    assert settings.sign_up_verification and not settings.mails_go_to_folder


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("SMTP_URL", url) for url in ("mail.example", "http://mail.example", "smtp://")),
        *(("SMTP_URL", url) for url in ("smtp://host:99999", "smtp://host:0", "smtp://[::1")),
        *(("MAIL_FROM", sender) for sender in ("Shop", "Shop <@shop.example>", "a@b\nBcc: c@d")),
        ("MAIL_TEMPLATES", "no/such/folder"),
    ],
)
def test_mail_settings_that_are_wrong_are_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    assert name in refused(monkeypatch, **{name: value})


def test_a_mail_server_needs_a_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(monkeypatch, SMTP_URL="smtp://mail.example").startswith("MAIL_FROM is required")


@pytest.mark.parametrize("make", [secrets.token_hex, secrets.token_urlsafe])
@pytest.mark.parametrize("size", [16, 24, 48, 200])
def test_production_takes_every_random_key(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[int], str], size: int
) -> None:
    key = make(size).ljust(MIN_SECRET_LENGTH, "0")
    assert load(monkeypatch, **{**PRODUCTION, "SECRET_KEY": key}).is_production


def test_proxies_are_addresses_and_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, TRUSTED_PROXIES="127.0.0.1, 10.0.0.0/8,2001:db8::/32")
    assert settings.trusted_proxies == ("127.0.0.1", "10.0.0.0/8", "2001:db8::/32")


def test_a_refusal_does_not_reveal_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "http://:hunter2@127.0.0.1"
    assert "hunter2" not in refused(monkeypatch, RATE_LIMIT_STORAGE_URL=url)
    monkeypatch.delenv("RATE_LIMIT_STORAGE_URL")
    assert "hunter2" not in refused(monkeypatch, SECRET_KEY="hunter2")
    assert "hunter2" not in refused(monkeypatch, DATABASE_URL="mysql://me:hunter2@host/database")


def test_a_pool_whose_minimum_is_above_its_maximum_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load(monkeypatch, DATABASE_POOL_MIN="5", DATABASE_POOL_MAX="5")
    sentence = refused(monkeypatch, DATABASE_POOL_MIN="6")
    assert sentence == "DATABASE_POOL_MIN must not be above DATABASE_POOL_MAX."


@pytest.mark.parametrize("missing", ["IDENTITY_ISSUER", "IDENTITY_AUDIENCE", "IDENTITY_JWKS_URL"])
def test_an_identity_provider_is_refused_when_a_part_of_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    provider = {
        "IDENTITY_ISSUER": "https://issuer.example",
        "IDENTITY_AUDIENCE": "tickets",
        "IDENTITY_JWKS_URL": "https://issuer.example/keys",
    }
    assert load(monkeypatch, **provider).identity_audience == "tickets"
    monkeypatch.delenv(missing)
    assert "set all three or none." in refused(monkeypatch)


def test_a_client_of_an_identity_provider_needs_the_provider(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("IDENTITY_CLIENT_SECRET", "IDENTITY_NAME"):
        monkeypatch.setenv(name, "x")
        assert "need IDENTITY_CLIENT_ID" in refused(monkeypatch)
        monkeypatch.delenv(name)
    monkeypatch.setenv("IDENTITY_CLIENT_ID", "shop")
    assert "needs IDENTITY_ISSUER" in refused(monkeypatch)


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "new" / "data")
    key = read_secret_key(settings)
    assert len(key) >= MIN_SECRET_LENGTH
    assert read_secret_key(settings) == key
    assert [path.name for path in settings.data_dir.iterdir()] == ["secret.key"]
    assert stat.S_IMODE((settings.data_dir / "secret.key").stat().st_mode) == 0o600


def test_another_folder_has_another_key(tmp_path: Path) -> None:
    keys = {read_secret_key(settings_in(tmp_path / name)) for name in ("one", "two")}
    assert len(keys) == 2


def test_four_processes_that_start_at_once_make_one_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", READ_KEY_FOUR_TIMES, str(tmp_path / "data")]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.splitlines() == [read_secret_key(settings_in(tmp_path / "data"))] * 4
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret.key"]


def test_a_key_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text("short\n")
    with pytest.raises(ConfigurationError, match=r"is too short\. Delete that file\.$"):
        read_secret_key(settings_in(tmp_path))


def test_a_data_folder_that_is_a_file_is_reported_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(ConfigurationError, match=r"^DATA_DIR cannot be used: .+\.$"):
        read_secret_key(settings_in(tmp_path / "data"))


def settings_in(data_dir: Path) -> Settings:
    return Settings(_env_file=None, data_dir=data_dir)  # type: ignore[call-arg]
