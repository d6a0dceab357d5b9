"""List the API keys of a user."""

from src.application.access import require_self
from src.domain.entities.api_key import ApiKey
from src.domain.entities.user import Actor
from src.domain.repositories.api_key import ApiKeyRepository
from src.domain.repositories.page import Page, PageRequest


class ListApiKeys:
    """List API keys, the newest first, without their secrets; those that have ended included.

    Authorization: any user for their own, admins for those of others. `last_used_at` is exact to
    a minute.
    """

    def __init__(self, api_keys: ApiKeyRepository) -> None:
        self._api_keys = api_keys

    async def execute(
        self, actor: Actor, page: PageRequest, user_id: int | None = None
    ) -> Page[ApiKey]:
        owner_id = actor.id if user_id is None else user_id
        require_self(actor, owner_id)
        return await self._api_keys.search(owner_id, page)
