"""The download of one's own data has every word that is kept of a person, and none of others."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI

from tests.support.api import Api, Person
from tests.support.marked_person import MARKS, Season, use_everything
from tests.support.payments import ScriptedProvider
from tests.support.personal_columns import CLEARED, NOT_SHOWN, words_with
from tests.support.web import Browser, new_browser


@pytest.fixture
async def browse(app: FastAPI, api: Api) -> AsyncIterator[Browser]:
    browser = new_browser(app)
    async with browser.client:
        yield browser


@pytest.fixture
async def season(
    api: Api,
    browse: Browser,
    organizer: Person,
    admin: Person,
    buyer: Person,
    provider: ScriptedProvider,
) -> Season:
    return await use_everything(api, browse, organizer, admin, buyer)


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON document, the names of its fields apart."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else ():
        yield from texts(part)
    for part in value if isinstance(value, list) else ():
        yield from texts(part)


async def test_every_word_of_the_person_is_in_it(
    browse: Browser, season: Season, connection: asyncpg.Connection
) -> None:
    found = set(texts(json.loads((await browse.post("/account/data")).text)))
    missing = {
        column: words - found
        for column in CLEARED - NOT_SHOWN
        if (words := await words_with(connection, column, *MARKS)) - found
    }
    assert missing == {}


async def test_nothing_of_others_is_in_it(
    browse: Browser, season: Season, buyer: Person, organizer: Person, admin: Person
) -> None:
    """Of others who sold to the person, gave them a ticket, or wrote about them."""
    text = (await browse.post("/account/data")).text
    for other in (buyer, organizer, admin):
        assert other.user.name not in text
        assert str(other.user.email) not in text


async def test_no_secret_is_in_it(
    browse: Browser, season: Season, connection: asyncpg.Connection
) -> None:
    text = (await browse.post("/account/data")).text
    assert "hash" not in text and "secret" not in text
    for query in (
        "SELECT secret FROM webhook_endpoints",
        "SELECT push_token FROM pass_devices",
        "SELECT nonce::text FROM transfers",
        "SELECT password_hash FROM users WHERE password_hash IS NOT NULL",
    ):
        for row in await connection.fetch(query):
            assert row[0] not in text
