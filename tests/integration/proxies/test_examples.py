"""What clients see of the service behind the proxies of docker/nginx and docker/caddy."""

import asyncio
import gzip
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from src.cli.serve import IDLE_SECONDS, IDLE_SECONDS_OF_PROXY
from src.domain.entities.user import Role
from tests.support.api import V1, Api
from tests.support.paths import ROOT
from tests.support.product import free_port
from tests.support.proxies import EXAMPLES, Example, running_proxy
from tests.support.servers import Server, running_server
from tests.support.stopwatch import Stopwatch

MIB = 1024 * 1024
PATIENCE = 20


@dataclass(frozen=True)
class Proxied:
    """A server behind a proxy; `client` asks the proxy, below the path."""

    example: Example
    server: Server
    client: httpx.AsyncClient
    log: Path

    @property
    def origin(self) -> str:
        return str(self.client.base_url.copy_with(path="/")).rstrip("/")


every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.file)


def need(example: Example) -> None:
    if example.left_out:
        pytest.skip(example.left_out)


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda example: example.file)
async def proxied(
    request: pytest.FixtureRequest, database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Proxied]:
    example: Example = request.param
    need(example)
    port = free_port()
    url = example.public_url(port)
    folder = tmp_path_factory.mktemp("proxy") / "files"
    async with running_server(database_url, public_url=url, trusted_proxies="127.0.0.1") as server:
        with running_proxy(example, folder, port=port, upstream=server.port) as log:
            async with httpx.AsyncClient(base_url=url, verify=False, timeout=PATIENCE) as client:
                yield Proxied(example, server, client, log)


async def test_addresses_lead_through_the_proxy(proxied: Proxied, api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, title="Night of Strings")
    await api.event(organizer)
    prefix = proxied.example.prefix
    listed = await proxied.client.get(f"{V1}/events?limit=1")
    address = listed.links["next"]["url"]
    assert address.startswith(f"{prefix}{V1}/events?")
    assert (await proxied.client.get(proxied.origin + address)).status_code == 200
    body = {"name": "Old Vic"}
    made = await proxied.client.post(f"{V1}/venues", json=body, headers=organizer.headers)
    assert made.headers["location"] == f"{prefix}{V1}/venues/{made.json()['id']}"
    moved = await proxied.client.get(f"/events/{event['id']}")
    assert moved.headers["location"] == f"{prefix}/events/{event['id']}-night-of-strings"
    page = await proxied.client.get(proxied.origin + moved.headers["location"])
    assert page.status_code == 200
    assert f'<link rel="canonical" href="{proxied.origin}{prefix}/events/' in page.text
    missing = (await proxied.client.get(f"{V1}/events/999999")).json()
    assert (await proxied.client.get(proxied.origin + missing["type"])).status_code == 200


async def test_path_without_its_slash_leads_to_the_home_page(proxied: Proxied) -> None:
    if not proxied.example.prefix:
        pytest.skip("The service is at the root.")
    answer = await proxied.client.get(proxied.origin + proxied.example.prefix)
    assert (answer.status_code, answer.headers["location"]) == (301, "/tickets/")
    assert (await proxied.client.get("/")).status_code == 200


async def test_forms_come_from_the_address_outside_and_cookies_are_for_https(
    proxied: Proxied,
) -> None:
    """The origin comes from PUBLIC_URL, or from Host and X-Forwarded-Proto."""
    fields = {"language": "de", "next": "/events"}
    answers = [
        await proxied.client.post("/language", data=fields, headers={"Origin": origin})
        for origin in (proxied.origin, "https://elsewhere.example")
    ]
    assert [answer.status_code for answer in answers] == [303, 403]
    assert answers[0].headers["location"] == f"{proxied.example.prefix}/events"
    cookie = answers[0].headers["set-cookie"]
    assert "Secure" in cookie
    assert f"Path={proxied.example.prefix or '/'};" in cookie


async def test_compressed_answers_keep_their_tag(proxied: Proxied, api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, description="Long. " * 500)
    path = f"{V1}/events/{event['id']}"
    first = await proxied.client.get(path, headers={"Accept-Encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    tag = first.headers["etag"]
    again = await proxied.client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    changed = await proxied.client.put(
        path, json={"title": "New title"}, headers={**organizer.headers, "If-Match": tag}
    )
    assert changed.status_code == 200, changed.text
    stale = await proxied.client.put(
        path, json={"title": "Newer title"}, headers={**organizer.headers, "If-Match": tag}
    )
    assert stale.status_code == 412


async def test_pages_are_compressed_once(proxied: Proxied) -> None:
    async with proxied.client.stream("GET", "/events", headers={"Accept-Encoding": "gzip"}) as page:
        raw = b"".join([part async for part in page.aiter_raw()])
    assert page.headers["content-encoding"] == "gzip"
    assert b"<!doctype html>" in gzip.decompress(raw)


@pytest.mark.parametrize("size", [2 * MIB, 10 * MIB], ids=["service", "proxy"])
async def test_too_large_bodies_are_refused_in_the_one_form(
    proxied: Proxied, api: Api, size: int
) -> None:
    if size > 9 * MIB and not proxied.example.is_nginx:
        pytest.skip("Caddy closes the connection of a client that sends on after the 413.")
    buyer = await api.person()
    answer = await proxied.client.post(f"{V1}/bookings", content=b" " * size, headers=buyer.headers)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "body_too_large"


async def test_stream_comes_at_once_and_goes_on(proxied: Proxied, api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    path = f"{V1}/events/{event['id']}/availability/stream"
    headers = {"Accept": "text/event-stream", "Accept-Encoding": "gzip"}
    async with proxied.client.stream("GET", path, headers=headers) as stream:
        lines = stream.aiter_lines()

        async def left() -> int:
            async with asyncio.timeout(PATIENCE):
                async for line in lines:
                    if found := re.search(r'"tickets_available":(\d+)', line):
                        return int(found[1])
            raise AssertionError("The stream has ended.")

        assert await left() == 10
        await api.book(await api.person(), event["id"], 3)
        news = Stopwatch()
        assert await left() == 7
        assert news.seconds() < 3


async def test_metrics_are_for_the_inside_alone(proxied: Proxied) -> None:
    assert (await proxied.client.get("/metrics")).status_code == 404
    async with httpx.AsyncClient() as inside:
        assert (await inside.get(f"{proxied.server.address}/metrics")).status_code == 200


async def test_addresses_of_calendar_feeds_are_not_logged(proxied: Proxied) -> None:
    if not proxied.example.is_nginx:
        pytest.skip("Caddy writes no access log by default.")
    await proxied.client.get(f"{V1}/calendar/secret-of-a-feed.ics")
    await proxied.client.get("/events?q=logged")
    # A line is written after its answer was sent.
    async with asyncio.timeout(10):
        while "/events?q=logged" not in proxied.log.read_text():  # noqa: ASYNC110 - a file
            await asyncio.sleep(0.01)
    assert "secret-of-a-feed" not in proxied.log.read_text()


async def test_connection_outlives_what_the_proxies_keep_idle(proxied: Proxied) -> None:
    """Else a POST that the proxy sends into a connection that is being closed here is lost."""
    text = (ROOT / proxied.example.file).read_text()
    kept = re.search(r"^\s*(?:keepalive_timeout|keepalive) (\d+)s", text, re.MULTILINE)
    assert kept is not None
    assert int(kept[1]) < IDLE_SECONDS_OF_PROXY
    reader, writer = await asyncio.open_connection("127.0.0.1", proxied.server.port)
    for seconds in (IDLE_SECONDS + 2, 0):
        writer.write(b"GET /health HTTP/1.1\r\nHost: test\r\n\r\n")
        assert (await reader.readuntil(b"\r\n")).startswith(b"HTTP/1.1 200")
        await reader.readuntil(b'{"status":"ok"}')
        await asyncio.sleep(seconds)
    writer.close()


@every_example
async def test_while_the_service_is_away_everybody_is_asked_to_come_back(
    example: Example, tmp_path: Path
) -> None:
    need(example)
    port = free_port()
    url = example.public_url(port)
    with running_proxy(example, tmp_path / "files", port=port, upstream=free_port()):
        async with httpx.AsyncClient(base_url=url, verify=False, timeout=60) as client:
            page, problem, stream = await asyncio.gather(
                client.get("/events", headers={"Accept": "text/html"}),
                client.get(f"{V1}/events", headers={"Accept": "application/json"}),
                client.get(
                    f"{V1}/events/1/availability/stream", headers={"Accept": "text/event-stream"}
                ),
            )
    assert (page.status_code, problem.status_code) == (503, 503)
    assert page.headers["content-type"].startswith("text/html")
    assert "Please try again in a moment" in page.text
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["code"] == "unavailable"
    assert page.headers["retry-after"] == problem.headers["retry-after"] == "5"
    # Any other status would be the last that an EventSource asks for.
    assert stream.status_code == 200
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert re.fullmatch(r"retry: \d{4}\nevent: unavailable\ndata: \{.*\}\n\n", stream.text)
