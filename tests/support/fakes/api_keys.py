"""API keys in memory: second implementations of their ports."""

from collections.abc import Collection
from copy import deepcopy
from datetime import datetime

from src.application.dtos.api_key import KeyAccount
from src.domain.entities.api_key import ApiKey
from src.domain.entities.user import Actor
from src.domain.errors import Duplicate, NotFound
from src.domain.repositories.page import Page, PageRequest
from tests.support.fakes.store import Store, page_of


class FakeApiKeyRepository:
    """Implements `ApiKeyRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def search(self, user_id: int, page: PageRequest) -> Page[ApiKey]:
        return page_of((key for key in self._keys if key.user_id == user_id), page)

    async def lock(self, key_id: int) -> ApiKey:
        if key_id not in self._store.api_keys:
            raise NotFound("API key", key_id)
        return deepcopy(self._store.api_keys[key_id])

    async def count_of(self, user_id: int) -> int:
        return sum(key.user_id == user_id for key in self._keys)

    async def add(self, key: ApiKey) -> None:
        if any((known.user_id, known.name) == (key.user_id, key.name) for known in self._keys):
            raise Duplicate("name")
        key.id, key.created_at = self._store.next_id(), self._store.clock()
        self._store.api_keys[key.id] = deepcopy(key)

    async def save(self, key: ApiKey) -> None:
        self._store.api_keys[key.id] = deepcopy(key)

    async def note_use(self, key_ids: Collection[int], now: datetime) -> None:
        for key in self._keys:
            if key.id in key_ids:
                key.last_used_at = now

    async def delete(self, key_id: int) -> None:
        self._store.api_keys.pop(key_id, None)

    async def delete_of(self, user_id: int) -> None:
        for key in self._keys:
            if key.user_id == user_id:
                del self._store.api_keys[key.id]

    async def read_accounts(
        self, hashes: Collection[bytes], now: datetime
    ) -> dict[bytes, KeyAccount]:
        """What requests with these keys read, as `read_key_accounts` does."""
        found = {}
        for key in self._keys:
            user = self._store.users[key.user_id]
            actor = Actor(user.id, user.role, api_key_id=key.id, scopes=frozenset(key.scopes))
            account = KeyAccount(actor, user.is_active, key.expires_at, key.last_used_at)
            until = key.previous_secret_until
            is_previous_good = until is not None and now < until
            for secret_hash in (
                key.secret_hash,
                key.previous_secret_hash if is_previous_good else None,
            ):
                if secret_hash in hashes and secret_hash is not None:
                    found[secret_hash] = account
        return found

    @property
    def _keys(self) -> list[ApiKey]:
        return list(self._store.api_keys.values())


class FakeApiKeySecrets:
    """Implements `ApiKeySecrets` with secrets that a test can foretell."""

    def __init__(self) -> None:
        self.made = 0

    def new(self) -> str:
        self.made += 1
        return f"key-{self.made}"

    def is_key(self, text: str) -> bool:
        return text.startswith("key-")

    def hash(self, secret: str) -> bytes:
        return f"hash of {secret}".encode()

    def hint(self, secret: str) -> str:
        return secret[:4]
