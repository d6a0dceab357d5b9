"""Authenticate a request by its bearer token."""

from src.application.identity.external_users import ExternalUsers
from src.application.identity.load_actors import ActorLanes, CallerToken, ExternalToken
from src.application.ports.security import AccessTokens, ApiKeySecrets, IdentityProvider
from src.domain.entities.user import Actor
from src.domain.errors import NotAuthenticated

IS_A_KEY = "This is an API key, not a token: send it as `X-API-Key`."


class Authenticate:
    """Authenticate a token of this service or of the external identity provider.

    The account is read each time, so that a deactivation, a new role or the end of all sessions
    applies immediately; concurrent requests share the query.
    Raises NotAuthenticated, TokenExpired, AccountInactive, Unavailable.
    """

    def __init__(
        self,
        external_users: ExternalUsers,
        access_tokens: AccessTokens,
        identity_provider: IdentityProvider,
        api_key_secrets: ApiKeySecrets,
        actor_lanes: ActorLanes,
    ) -> None:
        self._external_users = external_users
        self._access_tokens = access_tokens
        self._identity_provider = identity_provider
        self._api_key_secrets = api_key_secrets
        self._actor_lanes = actor_lanes

    async def execute(self, token: str) -> Actor:
        verified: CallerToken
        if self._api_key_secrets.is_key(token):
            raise NotAuthenticated(IS_A_KEY)
        if self._access_tokens.is_ours(token):
            verified = self._access_tokens.verify(token)
        else:
            identity = await self._identity_provider.verify(token)
            user = await self._external_users.find_or_add(identity)
            verified = ExternalToken(user.id, identity.issued_at)
        return await self._actor_lanes.submit(None, verified)
