"""The state of an order from a real server in its own process, while this process settles it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Any

import asyncpg
import httpx
import pytest

from src.app import create_app
from src.domain.entities.user import Role
from tests.support.api import V1, Api, MovableClock, Person, assert_problem
from tests.support.database import test_settings
from tests.support.event_source import PATIENCE, EventSource, event_source
from tests.support.orders import order_of, pay, read, send_webhook, start
from tests.support.payments import ScriptedProvider
from tests.support.servers import Server, connections, running_server
from tests.support.stopwatch import Stopwatch

ACCEPT = {"Accept": "text/event-stream"}


@pytest.fixture(scope="module")
async def server(database_url: str) -> AsyncIterator[Server]:
    """Another process on the database of the `api`."""
    async with running_server(
        database_url, max_connections_per_client=3000, max_streams_per_client=3000
    ) as server:
        yield server


@pytest.fixture
async def order(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    return await order_of(api, buyer, await api.event(organizer, payment="online"))


def watching(
    server: Server, who: Person, order: dict[str, Any], **headers: str
) -> AbstractAsyncContextManager[EventSource]:
    path = f"{V1}/orders/{order['id']}/events"
    return event_source(server, path, "order", who.headers | headers)


async def settle_payment(api: Api, provider: ScriptedProvider, payment: dict[str, Any]) -> None:
    """Let the payer pay, and this process hear of it."""
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    assert await send_webhook(api, provider, payment["id"]) == "recorded"


async def status(source: EventSource) -> str:
    sent: str = (await source.event())["status"]
    return sent


async def test_stream_begins_with_the_present_state(
    api: Api, server: Server, buyer: Person, order: dict[str, Any]
) -> None:
    path = f"{server.address}{V1}/orders/{order['id']}/events"
    async with (
        httpx.AsyncClient(timeout=PATIENCE, headers=buyer.headers) as client,
        client.stream("GET", path) as response,
    ):
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-store"
        lines = response.aiter_lines()
        name, _, milliseconds = (await anext(lines)).partition(": ")
        assert (name, 2_000 <= int(milliseconds) <= 10_000) == ("retry", True)
        assert await anext(lines) == "event: order"
    async with watching(server, buyer, order) as source:
        assert await source.event() == {
            "id": order["id"],
            "status": "pending",
            "version": 1,
            "expires_at": order["expires_at"],
            "transactions": [],
        }
        assert await source.is_silent()


async def test_payment_that_another_process_hears_of_is_sent_at_once(
    api: Api, server: Server, buyer: Person, order: dict[str, Any], provider: ScriptedProvider
) -> None:
    async with watching(server, buyer, order) as source:
        assert await status(source) == "pending"
        payment = await start(api, buyer, order)
        sent = await source.event()
        assert sent["transactions"] == [
            {"id": payment["id"], "kind": "payment", "status": "pending", "failure": None}
        ]
        await settle_payment(api, provider, payment)
        news = Stopwatch()
        sent = await source.event()
        assert (sent["status"], sent["transactions"][0]["status"]) == ("confirmed", "success")
        assert news.seconds() < 2
    async with watching(server, buyer, order) as late:
        assert await status(late) == "confirmed", "also who comes too late for the change"


async def test_declined_card_and_given_up_payment_are_sent(
    api: Api, server: Server, buyer: Person, order: dict[str, Any], provider: ScriptedProvider
) -> None:
    payment = await start(api, buyer, order)
    async with watching(server, buyer, order) as source:
        assert (await source.event())["transactions"][0]["failure"] is None
        why = "The card was declined."
        await send_webhook(api, provider, payment["id"], state="open", failure=why)
        sent = (await source.event())["transactions"][0]
        assert (sent["status"], sent["failure"]) == ("pending", why)
        given_up = await api.post(f"/transactions/{payment['id']}/cancel", buyer)
        assert given_up.status_code == 200, given_up.text
        assert (await source.event())["transactions"][0]["status"] == "failed"


async def test_change_by_the_server_that_streams_is_sent(
    api: Api, server: Server, buyer: Person, order: dict[str, Any]
) -> None:
    async with watching(server, buyer, order) as source:
        assert await status(source) == "pending"
        path = f"{server.address}{V1}/orders/{order['id']}/cancel"
        async with httpx.AsyncClient(headers=buyer.headers, timeout=PATIENCE) as client:
            assert (await client.post(path)).status_code == 200
        assert await status(source) == "cancelled"
        await source.ends()


async def test_refund_and_the_end_are_sent_and_who_heard_the_end_need_not_come_back(
    api: Api, server: Server, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await start(api, buyer, order)
    await settle_payment(api, provider, payment)
    async with watching(server, buyer, order) as source:
        assert await status(source) == "confirmed"
        refunded = await api.post(f"/transactions/{payment['id']}/refund", organizer, {})
        assert refunded.status_code == 201, refunded.text
        sent = await source.event()
        while sent["transactions"][0]["status"] != "refunded":
            sent = await source.event()
        assert sent["status"] == "cancelled"
        await source.ends()
    async with watching(server, buyer, order) as late:
        assert await status(late) == "cancelled"
        await late.ends()
    async with watching(server, buyer, order, **{"Last-Event-ID": "final"}) as again:
        assert await again.status() == 204


async def test_lapsed_order_is_sent_when_it_is_swept(
    api: Api, server: Server, buyer: Person, order: dict[str, Any], clock: MovableClock
) -> None:
    async with watching(server, buyer, order) as source:
        assert await status(source) == "pending"
        clock.move(hours=1)
        await api.container.settling.settle_orders().execute()
        assert await status(source) == "expired"
        await source.ends()


async def test_rights_are_those_of_the_order_itself(
    api: Api, server: Server, organizer: Person, buyer: Person, admin: Person, order: dict[str, Any]
) -> None:
    stranger, other = await api.person(), await api.person(Role.ORGANIZER)
    gone = {"id": 9_999_999}
    async with httpx.AsyncClient(base_url=f"{server.address}{V1}") as client:
        for who, what in ((stranger, order), (other, order), (buyer, gone), (admin, gone)):
            for path in (f"/orders/{what['id']}", f"/orders/{what['id']}/events"):
                response = await client.get(path, headers=who.headers | ACCEPT)
                assert_problem(response, 404, "not_found")
        nobody = await client.get(f"/orders/{order['id']}/events")
        assert_problem(nobody, 401, "not_authenticated")
    for who in (buyer, organizer, admin):
        async with watching(server, who, order) as source:
            assert await status(source) == "pending"


async def test_stream_ends_when_the_order_becomes_somebody_elses_or_is_deleted(
    api: Api, server: Server, buyer: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    async with watching(server, buyer, order) as source:
        assert await status(source) == "pending"
        new_buyer = await api.person()
        await connection.execute(
            "UPDATE orders SET user_id = $2 WHERE id = $1", order["id"], new_buyer.id
        )
        await connection.execute(
            "SELECT pg_notify('event_changed', $1)", f"test:orders {order['id']}"
        )
        await source.ends()
    async with watching(server, new_buyer, order) as source:
        assert await status(source) == "pending"
        deleted = await api.call("DELETE", f"/orders/{order['id']}", new_buyer)
        assert deleted.status_code == 200, deleted.text
        await source.ends()


async def test_change_that_no_listener_heard_is_sent_once_it_is_back(
    api: Api, server: Server, buyer: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    async with watching(server, buyer, order) as source:
        assert await status(source) == "pending"
        # As if the notification had been sent while nobody listened.
        await connection.execute(
            "UPDATE orders SET status = 'cancelled', expires_at = NULL WHERE id = $1", order["id"]
        )
        assert await source.is_silent()
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name = 'event-ticketing listener'"
        )
        assert await status(source) == "cancelled"


async def test_500_waiting_orders_hold_no_database_connections(
    api: Api, server: Server, buyer: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    async with AsyncExitStack() as stack:
        opening = [stack.enter_async_context(watching(server, buyer, order)) for _ in range(500)]
        sources = await asyncio.gather(*opening)
        assert {await status(source) for source in sources} == {"pending"}
        assert await connections(connection, "event-ticketing listener") == 2
        busy = await connection.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND state <> 'idle'"
        )
        assert busy == 0
        await api.post(f"/orders/{order['id']}/cancel", buyer)
        assert {await status(source) for source in sources} == {"cancelled"}


async def test_stream_beyond_the_limit_is_refused(
    api: Api, buyer: Person, order: dict[str, Any], database_url: str
) -> None:
    app = create_app(test_settings(database_url, max_streams=0))
    transport = httpx.ASGITransport(app=app)
    path = f"{V1}/orders/{order['id']}/events"
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", headers=buyer.headers
    ) as client:
        refused = await client.get(path)
        browser = await client.get(path, headers=ACCEPT)
        assert (await client.head(path)).status_code == 200, "opens none"
    assert_problem(refused, 503, "unavailable")
    assert refused.headers["retry-after"]
    assert (browser.status_code, browser.text.split("\r\n")[0]) == (200, "event: unavailable")


async def test_streams_of_orders_and_of_availability_share_their_places(
    api: Api, buyer: Person, order: dict[str, Any], database_url: str
) -> None:
    path = f"{V1}/events/{order['items'][0]['event_id']}/availability/stream"
    async with (
        running_server(database_url, max_streams=1) as server,
        watching(server, buyer, order) as source,
        httpx.AsyncClient(base_url=server.address) as client,
    ):
        assert await status(source) == "pending"
        assert_problem(await client.get(path), 503, "unavailable")


async def test_stream_of_a_server_that_stops_ends_and_another_goes_on(
    api: Api, buyer: Person, order: dict[str, Any], database_url: str, provider: ScriptedProvider
) -> None:
    async with running_server(database_url) as server, watching(server, buyer, order) as source:
        assert await status(source) == "pending"
        stop = Stopwatch()
        await server.stop()
        await source.ends()
        assert stop.seconds() < 5
        assert not server.says('"level": "error"')
    await pay(api, buyer, provider, order)
    async with running_server(database_url) as server, watching(server, buyer, order) as source:
        assert await status(source) == "confirmed"


async def test_state_that_a_stream_sends_is_that_of_the_order(
    api: Api, server: Server, buyer: Person, order: dict[str, Any]
) -> None:
    edited = await api.put(f"/orders/{order['id']}", buyer, {"notes": "Please ring"})
    now = await read(api, buyer, order)
    async with watching(server, buyer, order) as source:
        sent = await source.event()
    assert sent["expires_at"] == now["expires_at"]
    assert f'"{sent["version"]}' in edited.headers["etag"]
