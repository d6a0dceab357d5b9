"""Shared by whatever ends the sessions of a user: password changes, log-outs, deactivations."""

from datetime import datetime

from src.application.ports.database import UnitOfWork


async def end_all_sessions(uow: UnitOfWork, user_id: int, now: datetime) -> None:
    """Revoke every refresh token of the user, and refuse the access tokens issued so far.

    Takes the unit of work of the change that ends them, the user's id and the present moment.
    """
    # The user's row before their refresh tokens: everybody locks them in this order.
    await uow.users.end_tokens(user_id, now)
    await uow.sessions.revoke_all_of(user_id, now)
