"""End all sessions of a user: shared by password changes, log-outs and deactivations."""

from datetime import datetime

from src.application.ports.database import UnitOfWork


async def end_all_sessions(uow: UnitOfWork, user_id: int, now: datetime) -> None:
    """End the sessions of browsers and all tokens of a user, as of `now`."""
    # The user before the refresh tokens: the order in which all transactions lock them.
    await uow.users.end_tokens(user_id, now)
    await uow.sessions.revoke_all_of(user_id, now)
    await uow.web_sessions.end_all_of(user_id)
