"""Ask a user to confirm their e-mail address: shared by sign-up and by sending it again."""

from src.application.ports.mail import Mailer
from src.application.ports.security import VerificationTokens
from src.domain.entities.user import User


class SendVerification:
    """Sends a user the token that confirms their e-mail address."""

    def __init__(self, mailer: Mailer, tokens: VerificationTokens) -> None:
        self._mailer = mailer
        self._tokens = tokens

    async def execute(self, user: User) -> None:
        """Send the mail, outside any transaction. Raises Unavailable."""
        assert user.email is not None
        await self._mailer.send_verification(user.email, user.name, self._tokens.issue(user))
