"""Load the actors of concurrent requests together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from src.application.concurrency.lanes import Lanes
from src.application.ports.security import VerifiedToken
from src.domain.entities.user import Actor
from src.domain.errors import AccountInactive, NotAuthenticated, TokenExpired
from src.domain.repositories.user import Account, UserRepository


@dataclass(frozen=True, slots=True)
class ExternalToken:
    """A valid token of the external identity provider, and when it was issued, if known."""

    user_id: int
    issued_at: datetime | None


CallerToken = VerifiedToken | ExternalToken
ActorLanes = Lanes[None, CallerToken, Actor]


class LoadActors:
    """The batch function of the authentication lane: one query for all waiting requests."""

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, _: None, tokens: Sequence[CallerToken]) -> list[Actor | Exception]:
        """Return the actor of each token, or why the token is refused.

        NotAuthenticated if the account is deleted, AccountInactive, or TokenExpired if the token
        was issued before the user's sessions were ended.
        """
        accounts = await self._users.accounts({token.user_id for token in tokens})
        return [_judge(token, accounts.get(token.user_id)) for token in tokens]


def _judge(token: CallerToken, account: Account | None) -> Actor | Exception:
    if account is None:
        return NotAuthenticated("The account of this token no longer exists.")
    if not account.is_active:
        return AccountInactive()
    if _is_ended(token, account.tokens_valid_from):
        return TokenExpired()
    return account.actor


def _is_ended(token: CallerToken, valid_from: datetime | None) -> bool:
    if isinstance(token, VerifiedToken):
        return token.valid_from != valid_from
    if valid_from is None or token.issued_at is None:
        return False
    # Providers state whole seconds.
    return token.issued_at < valid_from.replace(microsecond=0)
