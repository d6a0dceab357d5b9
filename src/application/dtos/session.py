"""The result of a log-in."""

from dataclasses import dataclass

from src.domain.entities.user import User


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A signed JWT and its validity in seconds."""

    value: str
    expires_in: int


@dataclass(frozen=True, slots=True)
class Session:
    """The user, a short-lived access token, and the refresh token for the next pair."""

    user: User
    access_token: AccessToken
    refresh_token: str
