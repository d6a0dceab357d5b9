"""Settings read from an environment of the test's own."""

import pytest

from src.config import ConfigurationError, Settings, load_settings

SECRET = "kV3-xQ7mZ0pLr9TbW2nYc5JdF8hGs4Ua"
URL = "postgres://user:password@host:5432/database"
PRODUCTION = {"ENVIRONMENT": "production", "SECRET_KEY": SECRET, "DATABASE_URL": URL}


def load(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return load_settings()


def refused(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    """The sentence with which these settings are refused."""
    with pytest.raises(ConfigurationError) as refusal:
        load(monkeypatch, **variables)
    return str(refusal.value)
