"""What happens to a guest's purchases when the guest logs in."""

from typing import Protocol

from src.application.ports.database import UnitOfWork
from src.domain.entities.user import User


class TakeOver(Protocol):
    """Hands over what belonged to the session that a log-in replaces."""

    async def execute(self, uow: UnitOfWork, former_id: int, user: User) -> None:
        """`former_id` was logged in to this browser until now, and was somebody else.

        In the caller's transaction. Only a guest's things may change hands.
        """


class TakeNothingOver:
    """Implements `TakeOver`: who logs in gets nothing of who used the browser before."""

    async def execute(self, uow: UnitOfWork, former_id: int, user: User) -> None:
        """Leave everything where it is."""
