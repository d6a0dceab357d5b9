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


WRONG = """
SELECT 'retired codes of ticket' AS wrong, id FROM tickets
    WHERE issue - 1 <> (SELECT count(*) FROM retired_ticket_codes WHERE ticket_id = tickets.id)
UNION ALL
SELECT 'transferred codes of ticket', tickets.id FROM tickets WHERE
    (SELECT count(*) FROM transfers WHERE ticket_id = tickets.id AND status = 'accepted') <>
    (SELECT count(*) FROM retired_ticket_codes
        WHERE ticket_id = tickets.id AND reason = 'transferred')
UNION ALL
SELECT 'retired code in use', tickets.id FROM tickets
    JOIN retired_ticket_codes ON code = ticket_code
UNION ALL
SELECT 'open offer of what cannot be given', transfers.id FROM transfers
    JOIN tickets ON tickets.id = ticket_id
    WHERE transfers.status = 'offered' AND (tickets.status, tickets.issue, tickets.user_id)
        IS DISTINCT FROM ('active', transfers.issue, from_user_id)
UNION ALL
SELECT 'holder', tickets.id FROM tickets JOIN bookings ON bookings.id = booking_id
    WHERE tickets.user_id <> COALESCE(
        (SELECT to_user_id FROM transfers
            WHERE ticket_id = tickets.id AND transfers.status = 'accepted'
            ORDER BY issue DESC LIMIT 1),
        bookings.user_id
    )
"""


async def wrong_transfers(connection: asyncpg.Connection) -> list[tuple[str, int]]:
    """What is wrong with tickets that changed hands, their codes and their offers."""
    return [(row["wrong"], row["id"]) for row in await connection.fetch(WRONG)]
