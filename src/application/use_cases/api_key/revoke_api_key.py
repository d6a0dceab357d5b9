"""Revoke an API key."""

from src.application.identity.api_key_entry import api_key_entry
from src.application.ports.database import UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class RevokeApiKey:
    """End an API key at once and for good, with all its secrets.

    Authorization: its user and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, key_id: int) -> None:
        async with self._unit_of_work() as uow:
            key = await uow.api_keys.lock(key_id)
            if key.user_id != actor.id and not actor.is_admin:
                raise NotFound("API key", key_id)
            await uow.api_keys.delete(key_id)
            await uow.audit.record([api_key_entry("revoked", key, actor)])
            await uow.commit()
