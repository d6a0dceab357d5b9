"""Send the confirmation of an e-mail address again."""

from src.application.identity.send_verification import SendVerification
from src.domain.repositories.user import UserRepository


class ResendVerification:
    """Send another mail with a token that confirms the e-mail address.

    Authorization: none. The response is the same whether or not there is such an account, and
    whether or not its address is confirmed already; no mail is sent then.
    """

    def __init__(self, users: UserRepository, send_verification: SendVerification) -> None:
        self._users = users
        self._send_verification = send_verification

    async def execute(self, email: str) -> None:
        user = await self._users.find_by_email(email)
        if user is not None and user.awaits_verification:
            await self._send_verification.execute(user)
