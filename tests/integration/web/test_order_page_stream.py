"""A page that waits for a payment hears of it by a stream of its own session."""

import json
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.api import Api, Person
from tests.support.event_source import event_source
from tests.support.payments import ScriptedProvider
from tests.support.servers import Server, running_server
from tests.support.shop import hold, press_pay, settle
from tests.support.web import Browser, assert_page

ACCEPT = {"Accept": "text/event-stream"}
SHOWN = re.compile(r'data-shown="([^"]*)"[^>]* data-waits')


@pytest.fixture(scope="module")
async def server(database_url: str) -> AsyncIterator[Server]:
    """Another process on the database of the pages."""
    async with running_server(database_url) as server:
        yield server


async def test_page_of_a_guest_hears_what_another_process_settles(
    api: Api, server: Server, browse: Browser, organizer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online", currency="EUR")
    reference = await hold(api, browse, event, 1)
    await press_pay(browse, reference)
    page = await browse.get(f"/orders/{reference}")
    assert_page(page, "Waiting for your payment")
    cookies = "; ".join(f"{name}={value}" for name, value in browse.client.cookies.items())
    path = f"/orders/{reference}/events"
    async with event_source(server, path, "order", {"Cookie": cookies, **ACCEPT}) as source:
        sent = await source.event()
        assert shown(page.text) == {name: sent[name] for name in ("status", "transactions")}
        await settle(api, provider, reference)
        assert (await source.event())["status"] == "confirmed"
    assert "data-waits" not in (await browse.get(f"/orders/{reference}")).text


async def test_page_that_is_held_or_was_declined_waits_too(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    reference = await hold(api, browse, event, 1)
    page = await browse.get(f"/orders/{reference}")
    assert_page(page, "Not finished yet")
    assert shown(page.text) == {"status": "pending", "transactions": []}


def shown(page: str) -> Any:
    """What the page knows of its order, so that its stream makes it reload for news only."""
    found = SHOWN.search(page)
    assert found
    return json.loads(found[1].replace("&#34;", '"'))
