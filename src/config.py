"""All settings, read once from the environment or a `.env` file, and validated at the start."""

import contextlib
import os
import re
import secrets
import tempfile
import tomllib
from datetime import timedelta
from email.utils import parseaddr
from enum import StrEnum
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from limits import parse as parse_rate
from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

MIN_SECRET_LENGTH = 32
MIN_SECRET_STRENGTH = 22
"""The guesses that a key must require, as a power of ten; 32 random hex digits require 10^30."""
LONGEST_JUDGED = 72
SHOP_NAME = "Event ticketing"
PUBLIC_PATH = re.compile(r"(/(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+)*")
PROJECT_FILE = Path(__file__).resolve().parents[1] / "pyproject.toml"


class ConfigurationError(Exception):
    """A setting is invalid; the message is a sentence that names it."""


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class LogFormat(StrEnum):
    CONSOLE = "console"
    JSON = "json"


def _rate(value: str) -> str:
    parse_rate(value)
    return value


def _postgres_url(value: str) -> str:
    if not value.startswith(("postgres://", "postgresql://")):
        raise ValueError("must look like postgres://user:password@host:5432/database")
    return value


def _web_address(value: str) -> str:
    address = value.rstrip("/")
    try:
        parts = urlsplit(address)
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right or "?" in address or "#" in address or "@" in parts.netloc:
        raise ValueError("must look like https://tickets.example or https://shop.example/tickets")
    if not PUBLIC_PATH.fullmatch(parts.path):
        raise ValueError("may have letters, digits and . _ ~ - in its path, such as /tickets")
    return address


def _smtp_url(value: SecretStr) -> SecretStr:
    try:
        parts = urlsplit(value.get_secret_value())
        is_right = parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right:
        raise ValueError("must look like smtp://user:password@host:587 or smtps://…:465")
    return value


def _mailbox(value: str) -> str:
    _, address = parseaddr(value)
    local, _, domain = address.rpartition("@")
    if not (local and domain) or any(ord(character) < 32 for character in value):
        raise ValueError("must look like Shop <tickets@shop.example>")
    return value


def _network(value: str) -> str:
    try:
        ip_network(value)
    except ValueError:
        raise ValueError("must be addresses or networks such as 10.0.0.0/8") from None
    return value


def _storage_url(value: SecretStr) -> SecretStr:
    schemes = ("redis://", "rediss://", "valkey://", "valkeys://")
    if not value.get_secret_value().startswith(schemes):
        raise ValueError("must look like redis://:password@host:6379/0")
    return value


def _sentry_dsn(value: SecretStr) -> SecretStr:
    parts = urlsplit(value.get_secret_value())
    if parts.scheme not in ("http", "https") or not (parts.username and parts.path.strip("/")):
        raise ValueError("must look like https://key@sentry.example/1")
    return value


def _is_easy_to_guess(key: SecretStr | None) -> bool:
    """Whether a long key consists of repetitions, sequences and common words."""
    # Imported here, since its word lists take a while to load.
    from zxcvbn import zxcvbn

    found = zxcvbn((key.get_secret_value() if key else "")[:LONGEST_JUDGED])
    return bool(found["guesses_log10"] < MIN_SECRET_STRENGTH)


Rate = Annotated[str, AfterValidator(_rate)]
Network = Annotated[str, AfterValidator(_network)]


class Settings(BaseSettings):
    """One attribute per variable of `.env.example`, in its order."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    environment: Environment = Environment.DEVELOPMENT
    database_url: Annotated[str, AfterValidator(_postgres_url)] | None = None
    database_direct_url: Annotated[str, AfterValidator(_postgres_url)] | None = None
    database_replica_url: Annotated[str, AfterValidator(_postgres_url)] | None = None
    database_replica_max_lag: int = Field(default=10, ge=1, le=3600)
    data_dir: Path = Path(".data")
    backup_dir: Path | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    secret_key: SecretStr | None = Field(default=None, min_length=MIN_SECRET_LENGTH)
    ticket_key: SecretStr | None = Field(default=None, min_length=MIN_SECRET_LENGTH)
    access_token_minutes: int = Field(default=15, ge=1, le=1440)
    refresh_token_days: int = Field(default=30, ge=1, le=365)
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = ()
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    database_pool_min: int = Field(default=2, ge=0, le=1000)
    database_pool_max: int = Field(default=10, ge=1, le=1000)
    identity_issuer: str | None = None
    identity_audience: str | None = None
    identity_jwks_url: str | None = None
    identity_client_id: str | None = None
    identity_client_secret: SecretStr | None = None
    identity_name: str | None = None
    identity_claims: Annotated[tuple[str, ...], NoDecode] = ("custom:id", "sub")
    hold_seconds: int = Field(default=600, ge=1, le=86_400)
    hold_seconds_at_most: int = Field(default=1200, ge=1, le=86_400)
    public_url: Annotated[str, AfterValidator(_web_address)] | None = None
    payment_providers: Annotated[tuple[Literal["fake", "manual"], ...], NoDecode] | None = None
    stripe_secret_key: SecretStr | None = None
    stripe_webhook_secret: SecretStr | None = None
    apple_pass_type_id: str | None = None
    apple_team_id: str | None = None
    apple_certificate_file: Path | None = None
    apple_key_file: Path | None = None
    apple_wwdr_file: Path | None = None
    google_wallet_issuer_id: str | None = None
    google_wallet_key_file: Path | None = None
    max_requests: int = Field(default=1000, ge=1)
    max_requests_per_client: int = Field(default=8, ge=1)
    max_streams: int = Field(default=10_000, ge=0)
    max_connections_per_client: int = Field(default=500, ge=1)
    max_streams_per_client: int = Field(default=250, ge=1)
    worker_enabled: bool = True
    worker_metrics_port: int | None = Field(default=None, ge=1, le=65535)
    webhook_allow_private: bool = False
    log_format: LogFormat = LogFormat.CONSOLE
    sentry_dsn: Annotated[SecretStr, AfterValidator(_sentry_dsn)] | None = None
    smtp_url: Annotated[SecretStr, AfterValidator(_smtp_url)] | None = None
    mail_from: Annotated[str, AfterValidator(_mailbox)] | None = None
    mail_templates: Path | None = None
    bank_transfer_details: str = ""
    sign_up_verification: bool = False
    rate_limit_enabled: bool = True
    rate_limit_login: Rate = "10/minute"
    rate_limit_signup: Rate = "20/hour"
    rate_limit_guesses: Rate = "20/hour"
    rate_limit_account: Rate = "100/hour"
    rate_limit_mail: Rate = "5/hour"
    rate_limit_calendar: Rate = "60/hour"
    rate_limit_transfers: Rate = "30/hour"
    rate_limit_export: Rate = "10/hour"
    rate_limit_guests: Rate = "120/hour"
    rate_limit_photos: Rate = "60/minute"
    rate_limit_storage_url: Annotated[SecretStr, AfterValidator(_storage_url)] | None = None

    def direct_url(self, url: str) -> str:
        """Where sessions are kept, for the database that the pool reaches at `url`."""
        return self.database_direct_url or url

    @property
    def is_production(self) -> bool:
        return self.environment is Environment.PRODUCTION

    @property
    def max_connections(self) -> int:
        """Connections of clients that a server process has at a time."""
        return self.max_requests + self.max_streams

    @property
    def access_token_lifetime(self) -> timedelta:
        return timedelta(minutes=self.access_token_minutes)

    @property
    def refresh_token_lifetime(self) -> timedelta:
        return timedelta(days=self.refresh_token_days)

    @property
    def hold_for(self) -> timedelta:
        return timedelta(seconds=self.hold_seconds)

    @property
    def hold_at_most(self) -> timedelta:
        return timedelta(seconds=self.hold_seconds_at_most)

    @property
    def own_url(self) -> str:
        """The address of this service for browsers, without a trailing slash."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        bracketed = f"[{host}]" if ":" in host else host
        return self.public_url or f"http://{bracketed}:{self.port}"

    @property
    def path_prefix(self) -> str:
        """The path of PUBLIC_URL, such as `/tickets`, which the proxy takes away; empty without."""
        return urlsplit(self.public_url or "").path

    @property
    def mails_go_to_folder(self) -> bool:
        """Whether mails are written to DATA_DIR/outbox instead of being sent: in development."""
        return self.smtp_url is None and not self.is_production

    @property
    def mail_sender(self) -> str:
        return self.mail_from or f"{SHOP_NAME} <tickets@localhost>"

    @property
    def payment_provider_names(self) -> tuple[str, ...]:
        """The enabled providers, the default first."""
        wanted: set[str] = {"manual"} if self.is_production else {"fake", "manual"}
        if self.payment_providers is not None:
            wanted = set(self.payment_providers)
        if self.stripe_secret_key is not None:
            wanted.add("stripe")
        return tuple(name for name in ("stripe", "fake", "manual") if name in wanted)

    @property
    def stripe_webhook_secrets(self) -> tuple[str, ...]:
        """The signing secrets of event destinations at Stripe, none of them empty."""
        listed = self.stripe_webhook_secret
        parts = listed.get_secret_value().split(",") if listed is not None else []
        return tuple(part.strip() for part in parts)

    @property
    def rate_limits(self) -> dict[str, str]:
        return {
            "login": self.rate_limit_login,
            "signup": self.rate_limit_signup,
            "guess": self.rate_limit_guesses,
            "account": self.rate_limit_account,
            "mail": self.rate_limit_mail,
            "calendar": self.rate_limit_calendar,
            "transfer": self.rate_limit_transfers,
            "export": self.rate_limit_export,
            "guest": self.rate_limit_guests,
            "photo": self.rate_limit_photos,
        }

    @model_validator(mode="before")
    @classmethod
    def _split_lists(cls, values: dict[str, object]) -> dict[str, object]:
        for name in ("trusted_proxies", "cors_origins", "identity_claims", "payment_providers"):
            if isinstance(value := values.get(name), str):
                values[name] = tuple(part.strip() for part in value.split(",") if part.strip())
        return values

    @model_validator(mode="after")
    def _check_together(self) -> Self:
        if self.is_production and self.secret_key is None:
            raise ValueError("SECRET_KEY is required when ENVIRONMENT is production")
        if self.is_production and _is_easy_to_guess(self.secret_key):
            raise ValueError(
                "SECRET_KEY is easy to guess, and ENVIRONMENT is production: make one with "
                "python -c 'import secrets; print(secrets.token_urlsafe(48))'"
            )
        if self.is_production and self.database_url is None:
            raise ValueError("DATABASE_URL is required when ENVIRONMENT is production")
        if self.database_direct_url is not None and self.database_url is None:
            raise ValueError("DATABASE_DIRECT_URL needs DATABASE_URL, the address of the pooler")
        if self.database_replica_url is not None and self.database_url is None:
            raise ValueError("DATABASE_REPLICA_URL needs DATABASE_URL, the address of its primary")
        if self.backup_dir is not None and self.database_url is not None:
            raise ValueError(
                "BACKUP_DIR is for the embedded PostgreSQL: with DATABASE_URL leave it empty, and "
                "back that server up itself (see docs/backups.md)"
            )
        if self.is_production and "*" in self.cors_origins:
            raise ValueError("CORS_ORIGINS must name the origins when ENVIRONMENT is production")
        if self.is_production and self.webhook_allow_private:
            raise ValueError("WEBHOOK_ALLOW_PRIVATE must not be on when ENVIRONMENT is production")
        self._check_mail()
        if self.database_pool_min > self.database_pool_max:
            raise ValueError("DATABASE_POOL_MIN must not be above DATABASE_POOL_MAX")
        self._check_payment_providers()
        self._check_wallets()
        provider = (self.identity_issuer, self.identity_audience, self.identity_jwks_url)
        if any(provider) and not all(provider):
            raise ValueError(
                "IDENTITY_ISSUER, IDENTITY_AUDIENCE and IDENTITY_JWKS_URL belong together: "
                "set all three or none"
            )
        if self.identity_client_id and not self.identity_issuer:
            raise ValueError("IDENTITY_CLIENT_ID needs IDENTITY_ISSUER: where people log in")
        if (self.identity_client_secret or self.identity_name) and not self.identity_client_id:
            raise ValueError(
                "IDENTITY_CLIENT_SECRET and IDENTITY_NAME need IDENTITY_CLIENT_ID: "
                "who this service is to the provider"
            )
        return self

    def _check_wallets(self) -> None:
        apple = (
            self.apple_pass_type_id,
            self.apple_team_id,
            self.apple_certificate_file,
            self.apple_key_file,
            self.apple_wwdr_file,
        )
        if any(apple) and not all(apple):
            raise ValueError(
                "APPLE_PASS_TYPE_ID, APPLE_TEAM_ID, APPLE_CERTIFICATE_FILE, APPLE_KEY_FILE and "
                "APPLE_WWDR_FILE belong together: set all five or none"
            )
        if (self.google_wallet_issuer_id is None) != (self.google_wallet_key_file is None):
            raise ValueError(
                "GOOGLE_WALLET_ISSUER_ID and GOOGLE_WALLET_KEY_FILE belong together: "
                "set both or none"
            )

    def _check_mail(self) -> None:
        if self.smtp_url is not None and self.mail_from is None:
            raise ValueError("MAIL_FROM is required with SMTP_URL: who mails come from")
        if self.is_production and self.sign_up_verification and self.smtp_url is None:
            raise ValueError("SIGN_UP_VERIFICATION needs SMTP_URL when ENVIRONMENT is production")
        if self.mail_templates is not None and not self.mail_templates.is_dir():
            raise ValueError("MAIL_TEMPLATES must be a folder")

    def _check_payment_providers(self) -> None:
        if self.is_production and "fake" in self.payment_provider_names:
            raise ValueError("PAYMENT_PROVIDERS must not name fake when ENVIRONMENT is production")
        if not self.payment_provider_names:
            raise ValueError("PAYMENT_PROVIDERS must name fake or manual unless Stripe is on")
        if (self.stripe_secret_key is None) != (self.stripe_webhook_secret is None):
            raise ValueError(
                "STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET belong together: set both or none"
            )
        if not all(self.stripe_webhook_secrets):
            raise ValueError(
                "STRIPE_WEBHOOK_SECRET must be a secret, or several with a comma between them"
            )


def read_version() -> str:
    """The version of this program, such as `0.1.0`, from `pyproject.toml`.

    That file is read instead of the metadata of an installed package, because the program runs
    from its source tree, on a developer's machine as well as in the container image.

    Raises FileNotFoundError when `src` was copied somewhere without it.
    """
    version: str = tomllib.loads(PROJECT_FILE.read_text("utf-8"))["project"]["version"]
    return version


def load_settings() -> Settings:
    """The settings of this process. Raises ConfigurationError."""
    try:
        return Settings()
    except ValidationError as error:
        raise ConfigurationError(_sentence(error)) from None


def read_secret_key(settings: Settings) -> str:
    """The key that signs tokens; in development it is generated and kept in DATA_DIR.

    Raises ConfigurationError when it cannot be read or written.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    path = settings.data_dir / "secret.key"
    try:
        if not path.exists():
            _write_once(path, secrets.token_urlsafe(48))
        key = path.read_text().strip()
    except OSError as error:
        raise ConfigurationError(f"DATA_DIR cannot be used: {error}.") from None
    if len(key) < MIN_SECRET_LENGTH:
        raise ConfigurationError(f"The key in {path} is too short. Delete that file.")
    return key


def read_ticket_key(settings: Settings) -> str:
    """The secret from which the key that signs tickets is made: TICKET_KEY, else SECRET_KEY."""
    if settings.ticket_key is not None:
        return settings.ticket_key.get_secret_value()
    return read_secret_key(settings)


def _write_once(path: Path, text: str) -> None:
    """Write a private file atomically, unless another process has written it already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    with contextlib.suppress(FileExistsError):
        os.link(name, path)
    Path(name).unlink()


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    name = str(first["loc"][0]).upper() if first["loc"] else ""
    return f"{name}: {message}." if name else f"{message}."
