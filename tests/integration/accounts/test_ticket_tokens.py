"""Tokens of tickets: who signed them, and what a change of the secret leaves valid."""

from decimal import Decimal

import asyncpg
import pytest

from src.application.ports.security import TicketClaims
from src.domain.entities.ticket import Ticket
from src.domain.errors import ValidationFailed
from src.infrastructure.security.ticket_tokens import Ed25519TicketTokens
from tests.support.api import Api

TICKET = Ticket(
    id=123_456, event_id=789, issue=2, user_id=1, ticket_type_id=1, price=Decimal("1.00")
)
ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@pytest.fixture
def tokens(api: Api) -> Ed25519TicketTokens:
    return Ed25519TicketTokens("one secret")


async def test_a_token_is_read_as_it_was_issued(tokens: Ed25519TicketTokens) -> None:
    token = tokens.issue(TICKET)
    claims = await tokens.read(token)
    assert (claims.ticket_id, claims.event_id, claims.issue) == (123_456, 789, 2)
    assert await tokens.read(token.lower()) == claims
    assert tokens.issue(TICKET) == token


@pytest.mark.parametrize("number", [1, 127, 128, 16_384, 2**63 - 1])
async def test_ids_of_any_size_are_read_as_they_are(
    tokens: Ed25519TicketTokens, number: int
) -> None:
    ticket = Ticket(
        id=number, event_id=number, issue=1, user_id=1, ticket_type_id=1, price=Decimal("1.00")
    )
    claims = await tokens.read(tokens.issue(ticket))
    assert claims == TicketClaims(number, number, 1, claims.key_id)


def test_a_token_is_short_and_of_the_alphanumeric_mode_of_qr_codes(
    tokens: Ed25519TicketTokens,
) -> None:
    token = tokens.issue(TICKET)
    assert set(token) <= ALPHANUMERIC
    assert len(token) <= 154, "a QR code of version 6 and level M"
    assert tokens.is_token(token)
    assert not tokens.is_token("TKT-20261120-8F3KQ2ZN")


async def test_the_last_character_is_read_in_one_spelling_alone(
    tokens: Ed25519TicketTokens,
) -> None:
    for number in range(1, 300):
        ticket = Ticket(
            id=number, event_id=7, issue=1, user_id=1, ticket_type_id=1, price=Decimal("1.00")
        )
        token = tokens.issue(ticket)
        if number in (1, 200):
            others = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") - {token[-1]}
            readings = await tokens.read_all({token[:-1] + other for other in others})
            assert set(readings.values()) == {None}
        assert await tokens.read(token)


async def test_every_altered_character_is_noticed(tokens: Ed25519TicketTokens) -> None:
    token = tokens.issue(TICKET)
    for at in range(len("TKT1."), len(token) - 1):
        altered = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        with pytest.raises(ValidationFailed):
            await tokens.read(altered)


@pytest.mark.parametrize(
    "text", ["TKT1.", "TKT1.A", "TKT1.0189", "TKT1." + "A" * 120, "TKT1." + "A" * 5000, "TKT1.ä"]
)
async def test_what_is_no_token_is_refused(tokens: Ed25519TicketTokens, text: str) -> None:
    with pytest.raises(ValidationFailed, match="not issued here"):
        await tokens.read(text)


async def test_another_service_is_not_believed(tokens: Ed25519TicketTokens) -> None:
    with pytest.raises(ValidationFailed):
        await tokens.read(Ed25519TicketTokens("another secret").issue(TICKET))


async def test_a_new_secret_leaves_sold_tickets_valid_until_its_key_is_revoked(
    tokens: Ed25519TicketTokens, connection: asyncpg.Connection
) -> None:
    assert await tokens.register() == 1
    assert await tokens.register() == 0
    old = tokens.issue(TICKET)
    renewed = Ed25519TicketTokens("a new secret")
    assert renewed.issue(TICKET) != old
    claims = await renewed.read(old)
    assert claims.ticket_id == TICKET.id
    assert len(await renewed.public_keys()) == 2

    await connection.execute(
        "UPDATE ticket_keys SET revoked_at = now() WHERE id = $1", claims.key_id
    )
    with pytest.raises(ValidationFailed):
        await renewed.read(old)
    assert [key.id for key in await renewed.public_keys()] != [claims.key_id]
