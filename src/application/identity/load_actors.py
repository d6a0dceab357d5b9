"""Load the actors of concurrent requests together."""

from collections.abc import Sequence

from src.application.concurrency.lanes import Lanes
from src.domain.entities.user import Actor
from src.domain.errors import NotAuthenticated
from src.domain.repositories.user import UserRepository

ActorLanes = Lanes[None, int, Actor]


class LoadActors:
    """The batch function of the authentication lane: one query for all waiting requests."""

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, _: None, user_ids: Sequence[int]) -> list[Actor | Exception]:
        """Return the actor of each id, AccountInactive, or NotAuthenticated if it is deleted."""
        actors = await self._users.actors(set(user_ids))
        missing = NotAuthenticated("The account of this token no longer exists.")
        return [actors.get(user_id, missing) for user_id in user_ids]
