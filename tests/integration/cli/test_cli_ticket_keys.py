"""`python -m src.cli ticket-keys`: which keys there are, and how one is revoked."""

import sys
from decimal import Decimal

import asyncpg
import pytest

from src.domain.entities.ticket import Ticket
from src.domain.errors import ValidationFailed
from src.infrastructure.security.ticket_tokens import Ed25519TicketTokens
from tests.support.api import Api
from tests.support.processes import Finished, run

SECRETS = {"TICKET_KEY": "the first key of tickets, long enough"}
NEXT = {"TICKET_KEY": "the next key of tickets, long enough too"}


async def ticket_keys(url: str, secrets: dict[str, str], *arguments: str) -> Finished:
    command = (sys.executable, "-m", "src.cli", "ticket-keys", *arguments)
    return await run(command, {"DATABASE_URL": url, **secrets})


async def test_a_key_that_is_revoked_is_believed_no_more(
    api: Api, connection: asyncpg.Connection, database_url: str
) -> None:
    first = await ticket_keys(database_url, SECRETS, "list")
    assert first.output.count("\n") == 1, first.errors
    assert "signs new codes" in first.output
    ticket = Ticket(id=1, event_id=1, user_id=1, ticket_type_id=1, price=Decimal("1.00"))
    tokens = Ed25519TicketTokens(SECRETS["TICKET_KEY"])
    token = tokens.issue(ticket)
    assert (await tokens.read(token)).ticket_id == 1

    number = first.output.split()[0]
    listed = await ticket_keys(database_url, NEXT, "list")
    assert [line.endswith("signs new codes") for line in listed.output.splitlines()] == [
        False,
        True,
    ]
    revoked = await ticket_keys(database_url, NEXT, "revoke", number)
    assert revoked.code == 0
    assert number in revoked.output
    with pytest.raises(ValidationFailed):
        await Ed25519TicketTokens(NEXT["TICKET_KEY"]).read(token)
    assert "revoked" in (await ticket_keys(database_url, NEXT, "list")).output.splitlines()[0]


async def test_a_key_that_is_not_there_is_named(
    api: Api, connection: asyncpg.Connection, database_url: str
) -> None:
    finished = await ticket_keys(database_url, SECRETS, "revoke", "7")
    assert finished.code == 1
    assert "no key 7" in finished.errors
