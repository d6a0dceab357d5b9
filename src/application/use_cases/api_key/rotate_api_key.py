"""Give an API key a new secret."""

from datetime import timedelta

from src.application.dtos.api_key import KeyWithSecret
from src.application.identity.api_key_entry import api_key_entry
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.security import ApiKeySecrets
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound


class RotateApiKey:
    """Give an API key a new secret, which is shown this once.

    Authorization: its user, and nobody else, since the secret speaks for them. The old secret
    works for the `grace` too, by default a day, so that programs can change over without a pause;
    with `PT0M` every earlier secret ends at once. Refused with `invalid_state` if the key has
    ended, or if the secret before the present one still works, which would have to end earlier
    than was said.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, secrets: ApiKeySecrets, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._secrets = secrets
        self._clock = clock

    async def execute(self, actor: Actor, key_id: int, grace: timedelta) -> KeyWithSecret:
        secret = self._secrets.new()
        async with self._unit_of_work() as uow:
            key = await uow.api_keys.lock(key_id)
            if key.user_id != actor.id:
                if not actor.is_admin:
                    raise NotFound("API key", key_id)
                raise Forbidden("Only its user may see the secret of a key. You can revoke it.")
            key.rotate(
                self._secrets.hash(secret),
                self._secrets.hint(secret),
                grace=grace,
                now=self._clock(),
            )
            await uow.api_keys.save(key)
            await uow.audit.record([api_key_entry("rotated", key, actor)])
            await uow.commit()
        return KeyWithSecret(key, secret)
