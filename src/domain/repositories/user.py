"""The repository of users."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.user import Actor, Role, User
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class UserFilter:
    """A filter of users; `q` is searched in name, e-mail, username and phone."""

    role: Role | None = None
    is_active: bool | None = None
    q: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What every request reads of its user: the actor, and which access tokens are valid."""

    actor: Actor
    is_active: bool
    tokens_valid_from: datetime | None = None


class UserRepository(Protocol):
    """Users that are not deleted; `get` and `lock` raise NotFound for any other id."""

    async def get(self, user_id: int) -> User: ...

    async def lock(self, user_id: int) -> User:
        """Like `get`, but lock the user until the transaction ends.

        Rows that refer to the user can still be inserted, so that no sale waits for the lock.
        """

    async def lock_for_deletion(self, user_id: int) -> User:
        """Like `lock`, but no row that refers to the user can be inserted."""

    async def hold(self, user_id: int) -> bool:
        """Keep the user from being deleted until the transaction ends; whether that worked.

        It does not wait: False if the user is deleted, or is being deleted.
        """

    async def accounts(self, user_ids: Collection[int]) -> dict[int, Account]:
        """Return the account of each user id, without users that do not exist."""

    async def end_tokens(self, user_id: int, now: datetime) -> None:
        """Invalidate the access tokens issued to the user so far, without a new version."""

    async def get_by_username(self, username: str) -> User: ...

    async def find_by_email(self, email: str) -> User | None: ...

    async def find_external(self, issuer: str, external_id: str) -> User | None: ...

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, User]:
        """Return the users by id, including deleted (anonymised) users."""

    async def search(self, wanted: UserFilter, page: PageRequest) -> Page[User]: ...

    async def add(self, user: User) -> None:
        """Store the user and set the id. Raises Duplicate."""

    async def save(self, user: User) -> None:
        """Store the user's edits and update the version. Raises Duplicate."""

    async def delete(self, user_id: int) -> None:
        """Delete a user that has no history."""

    async def forget_guests(self, before: datetime, *, limit: int) -> int:
        """Delete guests of before whose sessions are over and who have no history; the number."""

    async def has_history(self, user_id: int) -> bool:
        """Whether bookings, tickets, transfers, events, venues or codes refer to the user."""

    async def organizes_open_events(self, user_id: int) -> bool:
        """Whether the user owns a draft or active event."""
