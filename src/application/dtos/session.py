"""What a log-in gives."""

from dataclasses import dataclass

from src.domain.entities.user import User


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A signed JWT and how many seconds it is valid."""

    value: str
    expires_in: int


@dataclass(frozen=True, slots=True)
class Session:
    """The user, a short-lived access token, and the secret that gets the next one."""

    user: User
    access_token: AccessToken
    refresh_token: str
