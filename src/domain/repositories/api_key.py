"""The repository of API keys."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from src.domain.entities.api_key import ApiKey
from src.domain.repositories.page import Page, PageRequest


class ApiKeyRepository(Protocol):
    """API keys, those that have ended included."""

    async def search(self, user_id: int, page: PageRequest) -> Page[ApiKey]:
        """Return a page of the user's keys."""

    async def lock(self, key_id: int) -> ApiKey:
        """Return the key, locked until the transaction ends. Raises NotFound."""

    async def count_of(self, user_id: int) -> int:
        """Return how many keys the user has."""

    async def add(self, key: ApiKey) -> None:
        """Store the key and set the id. Raises Duplicate if the user has one of that name."""

    async def save(self, key: ApiKey) -> None:
        """Store the secrets of the key."""

    async def note_use(self, key_ids: Collection[int], now: datetime) -> None:
        """Note that the keys are used, except those that somebody has locked."""

    async def delete(self, key_id: int) -> None:
        """End the key for good."""

    async def delete_of(self, user_id: int) -> None:
        """End every key of the user for good."""
