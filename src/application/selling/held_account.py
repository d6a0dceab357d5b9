"""Accounts that are kept from being deleted while something is sold or given to them."""

from collections.abc import Mapping

from src.application.ports.database import UnitOfWork
from src.domain.entities.user import User
from src.domain.errors import NotFound, TicketingError, Unavailable

BUSY_ACCOUNT = "Your account is being changed at this moment. Please try again."


def why_not_held(buyer_id: int, users: Mapping[int, User]) -> TicketingError:
    """NotFound for an account that is gone, Unavailable for one that somebody has locked."""
    buyer = users.get(buyer_id)
    if buyer is None or buyer.deleted_at is not None:
        return NotFound("user", buyer_id)
    return Unavailable(BUSY_ACCOUNT)


async def hold_account(uow: UnitOfWork, user_id: int) -> User:
    """Keep the account from being deleted, without waiting for it. Raises as `why_not_held`."""
    is_held = await uow.users.hold(user_id)
    users = await uow.users.by_ids([user_id])
    if not is_held:
        raise why_not_held(user_id, users)
    return users[user_id]
