"""API keys in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

from src.domain.entities.api_key import ApiKey
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.shared.scopes import Scope
from src.infrastructure.database.models import ApiKeyModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

SECRETS = ("secret_hash", "hint", "previous_secret_hash", "previous_secret_until")
COLUMNS = ("user_id", "name", "scopes", *SECRETS, "expires_at")

# Nobody waits for a rotation, which holds the lock, to have the use of a key noted.
NOTE_USE = f"""UPDATE api_keys SET last_used_at = $2 WHERE id = ANY(ARRAY(
    SELECT id FROM api_keys WHERE id {AMONG.format(ids="$1")} FOR UPDATE SKIP LOCKED))"""  # noqa: S608 - constants


class TortoiseApiKeyRepository:
    """Implements `ApiKeyRepository`."""

    async def search(self, user_id: int, page: PageRequest) -> Page[ApiKey]:
        return await fetch_page(ApiKeyModel.filter(user_id=user_id), page, _to_entity)

    async def lock(self, key_id: int) -> ApiKey:
        row = await ApiKeyModel.filter(id=key_id).select_for_update().get_or_none()
        if row is None:
            raise NotFound("API key", key_id)
        return _to_entity(row)

    async def count_of(self, user_id: int) -> int:
        return await ApiKeyModel.filter(user_id=user_id).count()

    async def add(self, key: ApiKey) -> None:
        row = await ApiKeyModel.create(**mapping.to_row(key, COLUMNS))
        key.id, key.created_at = row.id, row.created_at

    async def save(self, key: ApiKey) -> None:
        await ApiKeyModel.filter(id=key.id).update(**mapping.to_row(key, SECRETS))

    async def note_use(self, key_ids: Collection[int], now: datetime) -> None:
        await current_connection().execute_query(NOTE_USE, [list(key_ids), now])

    async def delete(self, key_id: int) -> None:
        await ApiKeyModel.filter(id=key_id).delete()

    async def delete_of(self, user_id: int) -> None:
        await ApiKeyModel.filter(user_id=user_id).delete()


def _to_entity(row: ApiKeyModel) -> ApiKey:
    key = mapping.to_entity(ApiKey, row)
    key.scopes = [Scope(name) for name in row.scopes]
    return key
