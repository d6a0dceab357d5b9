"""What the domain asks about users."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.user import Actor, Role, User
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class UserFilter:
    """`q` is looked for in name, e-mail, username and phone."""

    role: Role | None = None
    is_active: bool | None = None
    q: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What is asked of an account with every request: who acts, and which tokens still count."""

    actor: Actor
    is_active: bool
    tokens_valid_from: datetime | None = None


class UserRepository(Protocol):
    """Users that were not deleted; `get` and `lock` raise NotFound for any other id."""

    async def get(self, user_id: int) -> User: ...

    async def lock(self, user_id: int) -> User:
        """Like `get`, and nobody else edits the user until the transaction ends.

        Sales that name the user go on meanwhile.
        """

    async def lock_for_deletion(self, user_id: int) -> User:
        """Like `lock`, and nothing that names the user is stored until the transaction ends."""

    async def accounts(self, user_ids: Collection[int]) -> dict[int, Account]:
        """The accounts of these users by id; without those that do not exist."""

    async def end_tokens(self, user_id: int, now: datetime) -> None:
        """Refuse the access tokens issued to the user so far. That is no edit of the user."""

    async def get_by_username(self, username: str) -> User: ...

    async def find_by_email(self, email: str) -> User | None: ...

    async def find_external(self, issuer: str, external_id: str) -> User | None: ...

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, User]:
        """The users of these ids by id, deleted (anonymised) ones too."""

    async def search(self, wanted: UserFilter, page: PageRequest) -> Page[User]: ...

    async def add(self, user: User) -> None:
        """Store it and give it its id. Raises Duplicate."""

    async def save(self, user: User) -> None:
        """Store its edits and take its new version. Raises Duplicate."""

    async def delete(self, user_id: int) -> None:
        """Remove the row of a user without history."""

    async def has_history(self, user_id: int) -> bool:
        """Whether bookings, tickets, events, venues or discount codes refer to the user."""

    async def organizes_open_events(self, user_id: int) -> bool:
        """Whether the user owns an event that is a draft or active."""
