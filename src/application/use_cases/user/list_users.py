"""List users."""

from src.application.access import require_admin
from src.domain.entities.user import Actor, User
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.user import UserFilter, UserRepository


class ListUsers:
    """List users by id, filtered by role, activity, or part of a name or contact.

    Authorization: admins.
    """

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, actor: Actor, wanted: UserFilter, page: PageRequest) -> Page[User]:
        require_admin(actor)
        return await self._users.search(wanted, page)
