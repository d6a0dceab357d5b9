"""What a log-in gives."""

from dataclasses import dataclass

from src.application.ports import AccessToken
from src.domain.entities.user import User


@dataclass(frozen=True, slots=True)
class Session:
    """The user, a short-lived access token, and the secret that gets the next one."""

    user: User
    access_token: AccessToken
    refresh_token: str
