"""Offers of tickets over HTTP, with the tokens that a mail would bring."""

import asyncpg
import httpx

from tests.support.api import Api, Person

FRIEND = "friend@test.example"


async def offer(api: Api, code: str, who: Person, email: str = FRIEND) -> httpx.Response:
    return await api.post(f"/tickets/{code}/transfer", who, {"email": email})


async def accept(api: Api, token: str, who: Person | None) -> httpx.Response:
    return await api.post(f"/transfers/{token}/accept", who)


async def token_of(api: Api, connection: asyncpg.Connection, transfer_id: int | None = None) -> str:
    """The token of this offer, or of the newest."""
    nonce = await connection.fetchval(
        "SELECT nonce FROM transfers WHERE id = COALESCE($1, id) ORDER BY id DESC LIMIT 1",
        transfer_id,
    )
    return api.container.adapters.transfer_tokens().issue(nonce)


async def make_offer(
    api: Api, connection: asyncpg.Connection, who: Person, code: str, email: str = FRIEND
) -> str:
    """Offer the ticket; the token that accepts it."""
    response = await offer(api, code, who, email)
    assert response.status_code == 201, response.text
    return await token_of(api, connection, response.json()["id"])
