"""Read who is calling, for all who call at once."""

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
    """A valid token of the outside identity provider, and when it was issued, if it says so."""

    user_id: int
    issued_at: datetime | None


CallerToken = VerifiedToken | ExternalToken
ActorLanes = Lanes[None, CallerToken, Actor]


class LoadActors:
    """What the one lane of log-in checks runs: a single query for all who wait for theirs."""

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, _: None, tokens: Sequence[CallerToken]) -> list[Actor | Exception]:
        """The actor of each token, or why it is refused.

        NotAuthenticated for a deleted account, AccountInactive, and TokenExpired for a token from
        before the user's sessions were ended.
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
    # Providers tell whole seconds.
    return token.issued_at < valid_from.replace(microsecond=0)
