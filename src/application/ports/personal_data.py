"""A port for reading everything that is stored about one user."""

from collections.abc import Sequence
from typing import Protocol


class PersonalData(Protocol):
    """What is stored about a user, in named parts; secrets and their hashes are left out."""

    parts: Sequence[str]

    async def read(
        self, part: str, user_id: int, *, after: int, limit: int
    ) -> list[tuple[int, str]]:
        """Return (id, JSON object) of the next rows of a part, by id, after this id."""

    async def newest(self, part: str, user_id: int, *, limit: int) -> list[str]:
        """Return the JSON objects of the last rows of a part, the highest id first."""
