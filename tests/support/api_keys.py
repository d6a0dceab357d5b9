"""API keys of people in tests."""

from typing import Any

from tests.support.api import Api, Person

READ = ["events:read", "orders:read"]


async def make_key(
    api: Api, owner: Person, scopes: list[str] | None = None, **fields: Any
) -> dict[str, Any]:
    """Make a key and return its JSON, with the secret."""
    body = {"name": "Cash register", "scopes": scopes or READ, **fields}
    response = await api.post("/api-keys", owner, body)
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    return made


def with_key(secret: str) -> dict[str, str]:
    """The header that sends it."""
    return {"X-API-Key": secret}
