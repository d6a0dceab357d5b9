"""Addresses that mails lead to."""

from urllib.parse import quote

from src.application.ports.security import AddressTokens, ResetTokens, VerificationTokens
from src.domain.entities.user import User


class MailLinks:
    """Makes links with a token, when a mail is written: tokens are stored nowhere.

    `own_url` is the address of this service for browsers.
    """

    def __init__(
        self,
        own_url: str,
        verification_tokens: VerificationTokens,
        reset_tokens: ResetTokens,
        address_tokens: AddressTokens,
    ) -> None:
        self._own_url = own_url
        self._verification_tokens = verification_tokens
        self._reset_tokens = reset_tokens
        self._address_tokens = address_tokens

    def verify_email(self, user: User) -> str:
        return self._link("confirm-email", self._verification_tokens.issue(user))

    def reset_password(self, user: User) -> str:
        return self._link("reset-password", self._reset_tokens.issue(user))

    def claim(self, email: str) -> str:
        return self._link("claim", self._address_tokens.issue(email))

    def page(self, path: str) -> str:
        """The address of a page of people who are logged in."""
        return f"{self._own_url}{path}"

    def _link(self, page: str, token: str) -> str:
        return f"{self._own_url}/{page}?token={quote(token, safe='')}"
