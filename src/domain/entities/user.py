"""A user: a person or service with a role, ours or from an outside identity provider."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypedDict

from src.domain.errors import AccountInactive, Forbidden

ANONYMOUS_NAME = "Deleted user"


class Role(StrEnum):
    """What a user may do: buy, own events, check tickets in, or everything."""

    CUSTOMER = "customer"
    ORGANIZER = "organizer"
    SCANNER = "scanner"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is acting, in which request: made by the edge from a token, judged by use cases."""

    id: int
    role: Role
    correlation_id: str | None = None

    @property
    def is_admin(self) -> bool:
        return self.role is Role.ADMIN


class UserChanges(TypedDict, total=False):
    """The fields of a user that may be edited; a missing one stays as it is."""

    name: str
    phone: str | None
    email: str | None
    username: str | None
    full_name: str | None
    role: Role


@dataclass(kw_only=True, slots=True)
class User:
    """`email` is kept in lower case; `password_hash` is None for who cannot log in here.

    `tokens_valid_from` is when all sessions were last ended; None when they never were.
    `awaits_verification` is whether the user has yet to show that the e-mail address is theirs.
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
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def edit(self, changes: UserChanges, *, actor: Actor) -> None:
        """Apply the fields given. Raises Forbidden when the actor may not change the role."""
        if "role" in changes and changes["role"] is not self.role:
            self._require_other_admin(actor, "change your own role")
        for field, value in changes.items():
            setattr(self, field, value)

    def activate(self) -> None:
        """Let the user log in and act again."""
        self.is_active = True

    def deactivate(self, *, actor: Actor) -> None:
        """Stop the user's log-ins and tokens. Raises Forbidden for oneself."""
        self._require_other_admin(actor, "deactivate yourself")
        self.is_active = False

    def anonymise(self, now: datetime) -> None:
        """Forget the person, keep the row: bookings and money refer to it."""
        self.name = ANONYMOUS_NAME
        self.phone = self.email = self.username = self.full_name = None
        self.password_hash = self.external_issuer = self.external_id = None
        self.is_active = False
        self.deleted_at = now

    def require_active(self) -> None:
        """Raise AccountInactive when the account is switched off."""
        if not self.is_active:
            raise AccountInactive()

    def require_password(self) -> None:
        """Raise Forbidden for who has no password here that could prove that it is them.

        A token alone proves too little for a new password or a new address to log in with:
        whoever has stolen it would keep the account for good.
        """
        if self.password_hash is None:
            raise Forbidden(
                "You log in elsewhere and have no password here. Ask an administrator to change "
                "your password or e-mail address."
            )

    def _require_other_admin(self, actor: Actor, deed: str) -> None:
        # Otherwise the last admin could lock everybody out.
        if not actor.is_admin:
            raise Forbidden(f"Only an administrator may {deed.replace('your own', 'a')}.")
        if actor.id == self.id:
            raise Forbidden(f"You cannot {deed}. Ask another administrator.")
