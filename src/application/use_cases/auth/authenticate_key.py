"""Authenticate a request by its API key."""

from collections import OrderedDict

from src.application.identity.load_key_actors import KeyActorLanes
from src.application.ports.security import ApiKeySecrets
from src.domain.entities.user import Actor
from src.domain.errors import NotAuthenticated

MISTYPED = "This is no API key: compare it with the one that you were shown."
REMEMBERED = 10_000


class AuthenticateKey:
    """Authenticate an API key: the actor is its user, with the key's scopes.

    Key and account are read each time, so that a revocation or a deactivation applies
    immediately; concurrent requests share the query. Raises NotAuthenticated, AccountInactive,
    Unavailable.
    """

    def __init__(self, secrets: ApiKeySecrets, key_actor_lanes: KeyActorLanes) -> None:
        self._secrets = secrets
        self._key_actor_lanes = key_actor_lanes
        self._users: OrderedDict[bytes, int] = OrderedDict()

    async def execute(self, secret: str) -> Actor:
        # A typing error costs no query.
        if not self._secrets.is_key(secret):
            raise NotAuthenticated(MISTYPED)
        hashed = self._secrets.hash(secret)
        actor = await self._key_actor_lanes.submit(None, hashed)
        self._users[hashed] = actor.id
        self._users.move_to_end(hashed)
        if len(self._users) > REMEMBERED:
            self._users.popitem(last=False)
        return actor

    def user_of(self, secret: str) -> int | None:
        """Whose key this was when it was last used here; None if that is not remembered.

        That it is still good, `execute` says: this only keeps clients apart.
        """
        return self._users.get(self._secrets.hash(secret)) if self._users else None
