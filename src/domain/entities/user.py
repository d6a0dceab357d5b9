"""A user: a person or service with a role, local or from an external identity provider."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypedDict

from src.domain.errors import AccountInactive, EmailNotVerified, Forbidden
from src.domain.shared.language import Language
from src.domain.shared.scopes import Scope

ANONYMOUS_NAME = "Deleted user"


class Role(StrEnum):
    """The role of a user: buys, owns events, checks tickets in, or may do everything."""

    CUSTOMER = "customer"
    ORGANIZER = "organizer"
    SCANNER = "scanner"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Actor:
    """The authenticated caller of a request, as use cases check it.

    A request with an API key acts as the key's user, for what its `scopes` are open to.
    """

    id: int
    role: Role
    correlation_id: str | None = None
    api_key_id: int | None = None
    scopes: frozenset[Scope] = frozenset()

    @property
    def is_admin(self) -> bool:
        return self.role is Role.ADMIN

    def require_person(self, why: str) -> None:
        """Raise Forbidden, with that sentence, for a request with an API key."""
        if self.api_key_id is not None:
            raise Forbidden(why)


class UserChanges(TypedDict, total=False):
    """The editable fields of a user; a missing field keeps its value."""

    name: str
    phone: str | None
    email: str | None
    username: str | None
    full_name: str | None
    role: Role
    language: Language | None
    unwanted_mails: list[str]


@dataclass(kw_only=True, slots=True)
class User:
    """A user. `email` is in lower case; `password_hash` is None if the user cannot log in here.

    `tokens_valid_from` is when all sessions were last ended, None if never.
    `awaits_verification` means that the user has not confirmed the e-mail address yet. A guest
    (`is_guest`) buys without an account. `language` is None if none was chosen.
    `unwanted_mails` are kinds of mails that the user goes without.
    """

    id: int = 0
    name: str
    phone: str | None = None
    email: str | None = None
    username: str | None = None
    full_name: str | None = None
    role: Role = Role.CUSTOMER
    is_active: bool = True
    password_hash: str | None = None
    external_issuer: str | None = None
    external_id: str | None = None
    tokens_valid_from: datetime | None = None
    awaits_verification: bool = False
    is_guest: bool = False
    language: Language | None = None
    unwanted_mails: list[str] = field(default_factory=list)
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def edit(self, changes: UserChanges, *, actor: Actor) -> None:
        """Apply `changes`. Raises Forbidden when the actor may not change the role."""
        if "role" in changes and changes["role"] is not self.role:
            self._require_other_admin(actor, "change your own role")
        for name, value in changes.items():
            setattr(self, name, value)

    def activate(self) -> None:
        """Activate the account."""
        self.is_active = True

    def deactivate(self, *, actor: Actor) -> None:
        """Deactivate the account. Raises Forbidden when it is the actor's own."""
        self._require_other_admin(actor, "deactivate yourself")
        self.is_active = False

    def anonymise(self, now: datetime) -> None:
        """Remove all personal data; the row stays, because bookings and payments refer to it."""
        self.name = ANONYMOUS_NAME
        self.phone = self.email = self.username = self.full_name = None
        self.password_hash = self.external_issuer = self.external_id = None
        self.language, self.unwanted_mails = None, []
        self.is_active = False
        self.deleted_at = now

    def require_active(self) -> None:
        """Raise AccountInactive when the account is deactivated."""
        if not self.is_active:
            raise AccountInactive()

    def confirm_email(self) -> None:
        """Record that the e-mail address is the user's."""
        self.awaits_verification = False

    def require_verified(self) -> None:
        """Raise EmailNotVerified if the e-mail address is not confirmed yet."""
        if self.awaits_verification:
            raise EmailNotVerified()

    def require_password(self) -> None:
        """Raise Forbidden if the user has no password to re-authenticate with.

        A token alone is not sufficient to change the password or the e-mail address: a thief of the
        token would own the account permanently.
        """
        if self.password_hash is None:
            raise Forbidden(
                "You log in elsewhere and have no password here. Ask an administrator to change "
                "your password or e-mail address."
            )

    def _require_other_admin(self, actor: Actor, action: str) -> None:
        # Otherwise the last admin could lock all admins out.
        if not actor.is_admin:
            raise Forbidden(f"Only an administrator may {action.replace('your own', 'a')}.")
        if actor.id == self.id:
            raise Forbidden(f"You cannot {action}. Ask another administrator.")
