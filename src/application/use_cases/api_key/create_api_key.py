"""Create an API key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from src.application.dtos.api_key import KeyWithSecret
from src.application.identity.api_key_entry import api_key_entry
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.security import ApiKeySecrets
from src.domain.entities.api_key import ApiKey
from src.domain.entities.user import Actor
from src.domain.errors import InUse
from src.domain.shared.scopes import Scope

MAX_KEYS = 50
"""Of one user, those that have ended included."""


@dataclass(frozen=True, slots=True)
class CreateApiKeyCommand:
    """What the key is for; without `expires_at` it does not end by itself."""

    name: str
    scopes: Sequence[Scope]
    expires_at: datetime | None = None


class CreateApiKey:
    """Make a key with which a program acts as you, for what its scopes are open to.

    Authorization: any user who is logged in, for themselves; the scope `users:write` only
    admins (`forbidden`). The `secret` is shown this once; send it as `X-API-Key`. What you may not
    do, the key may not do either, whatever its scopes. Refused with `duplicate` if you have a key
    of that name, and with `in_use` if you have 50 keys already. A new password and a log-out end
    no key; the end of the account does.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, secrets: ApiKeySecrets, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._secrets = secrets
        self._clock = clock

    async def execute(self, actor: Actor, command: CreateApiKeyCommand) -> KeyWithSecret:
        secret = self._secrets.new()
        key = ApiKey(
            user_id=actor.id,
            name=command.name,
            scopes=[scope for scope in Scope if scope in command.scopes],
            secret_hash=self._secrets.hash(secret),
            hint=self._secrets.hint(secret),
            expires_at=command.expires_at,
        )
        key.require_possible(actor, self._clock())
        async with self._unit_of_work() as uow:
            # Locks the owner, so that the number is right for two requests at once too.
            await uow.users.lock(actor.id)
            if await uow.api_keys.count_of(actor.id) >= MAX_KEYS:
                raise InUse(f"You have {MAX_KEYS} API keys already. Revoke one first.")
            await uow.api_keys.add(key)
            await uow.audit.record([api_key_entry("created", key, actor)])
            await uow.commit()
        return KeyWithSecret(key, secret)
