"""Read who is calling, for all who call at once."""

from collections.abc import Sequence

from src.application.concurrency.lanes import Lanes
from src.domain.entities.user import Actor
from src.domain.errors import NotAuthenticated
from src.domain.repositories.user import UserRepository

ActorLanes = Lanes[None, int, Actor]


class LoadActors:
    """What the one lane of log-in checks runs: a single query for all who wait for theirs."""

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, _: None, user_ids: Sequence[int]) -> list[Actor | Exception]:
        """The actor of each id; AccountInactive, or NotAuthenticated for a deleted account."""
        actors = await self._users.actors(set(user_ids))
        gone = NotAuthenticated("The account of this token no longer exists.")
        return [actors.get(user_id, gone) for user_id in user_ids]
