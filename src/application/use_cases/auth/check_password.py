"""Say whether a password would be accepted."""

from src.application.ports.security import PasswordPolicy
from src.domain.entities.user import User


class CheckPassword:
    """Say whether a new account could have this password, before it is made.

    Authorization: none; nothing is stored. Refused with `validation_failed` if the password is
    easy to guess.
    """

    def __init__(self, password_policy: PasswordPolicy) -> None:
        self._password_policy = password_policy

    async def execute(self, password: str, *, name: str | None, email: str | None) -> None:
        user = User(name=name or (email or "").partition("@")[0], email=email)
        self._password_policy.require_hard_to_guess(password, user)
