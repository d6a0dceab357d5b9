"""Keeping an account from being deleted while it gives or gets a ticket."""

from src.application.ports.database import UnitOfWork
from src.application.selling.read_stock import why_not_held
from src.domain.entities.user import User


async def hold_account(uow: UnitOfWork, user_id: int) -> User:
    """Keep the account from being deleted, without waiting for it. Raises as `why_not_held`."""
    is_held = await uow.users.hold(user_id)
    users = await uow.users.by_ids([user_id])
    if not is_held:
        raise why_not_held(user_id, users)
    return users[user_id]
