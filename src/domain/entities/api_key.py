"""An API key: a secret with which a program acts as its user, for some purposes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, InvalidState, ValidationFailed
from src.domain.shared.scopes import OF_ADMINS, Scope

LONGEST_GRACE = timedelta(days=30)


@dataclass(kw_only=True, slots=True)
class ApiKey:
    """A key of a user; `hint` is the beginning of its secret, of which a hash is stored.

    Until `previous_secret_until` the secret before the last rotation is good too. `last_used_at`
    is exact to a minute, None if it was never used.
    """

    id: int = 0
    user_id: int
    name: str
    scopes: Sequence[Scope]
    secret_hash: bytes
    hint: str
    previous_secret_hash: bytes | None = None
    previous_secret_until: datetime | None = None
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    created_at: datetime | None = None

    def has_ended(self, now: datetime) -> bool:
        """Whether it is no longer good."""
        return self.expires_at is not None and self.expires_at <= now

    def require_possible(self, actor: Actor, now: datetime) -> None:
        """Raise Forbidden for a scope that the actor cannot give, ValidationFailed for a past end.

        `actor` makes the key for themselves.
        """
        if not actor.is_admin and (refused := OF_ADMINS.intersection(self.scopes)):
            names = ", ".join(sorted(refused))
            raise Forbidden(f"Only an administrator's key may have the scope {names}.")
        if self.has_ended(now):
            raise ValidationFailed("body.expires_at", "A key must end in the future.")

    def rotate(self, secret_hash: bytes, hint: str, *, grace: timedelta, now: datetime) -> None:
        """Be good with this secret from now on, and for `grace` with the present one too.

        Raises InvalidState if the key has ended, or if the secret before the present one is still
        good: a third would end it earlier than was said. Without a grace all end at once.
        """
        if self.has_ended(now):
            raise InvalidState("API key", "ended", "rotated", "This key has ended. Make a new one.")
        until = self.previous_secret_until
        if grace and until is not None and now < until:
            why = "It was rotated before, and its old secret still works. Wait, or end it at once."
            raise InvalidState("API key", "rotated", "rotated", why, until=until)
        self.previous_secret_hash = self.secret_hash if grace else None
        self.previous_secret_until = now + grace if grace else None
        self.secret_hash, self.hint = secret_hash, hint
