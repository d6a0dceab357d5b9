"""Get a user."""

from src.application.access import require_admin, require_same_user
from src.domain.entities.user import Actor, User
from src.domain.repositories.user import UserRepository


class GetUser:
    """Get a user.

    Authorization: the user and admins.
    """

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, actor: Actor, user_id: int) -> User:
        require_same_user(actor, user_id)
        return await self._users.get(user_id)


class GetUserByUsername:
    """Get a user by username.

    Authorization: admins.
    """

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, actor: Actor, username: str) -> User:
        require_admin(actor)
        return await self._users.get_by_username(username)
