"""A real Prometheus reads a server that sells, and answers what the dashboard asks."""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1
from tests.support.concurrency.running import add_people
from tests.support.concurrency.servers import HOST, Server, book, make_event, running
from tests.support.paths import ROOT
from tests.support.product import free_port

PROMETHEUS = shutil.which("prometheus")
FOLDER = ROOT / "docker" / "monitoring" / "grafana" / "dashboards"
PANELS = [
    panel
    for panel in json.loads((FOLDER / "ticketing.json").read_text())["panels"]
    if panel["type"] != "row"
]
WITHOUT_DATA = {
    # There is no replica, and nothing failed, was mailed, sent to a webhook or paid.
    "Age of the replica",
    "Reads that the replica could have answered",
    "Jobs that are late",
    "Jobs that failed, per hour",
    "Mails per minute",
    "Requests to webhooks per minute",
    "Payments and refunds per minute",
}
CONFIGURATION = """
global: {{scrape_interval: 500ms}}
scrape_configs:
  - job_name: ticketing
    static_configs: [{{targets: ["{target}"]}}]
"""
SECONDS = 60


@asynccontextmanager
async def prometheus(folder: Path, target: str) -> AsyncIterator[httpx.AsyncClient]:
    """It runs during the block; a client of its API."""
    file, address = folder / "prometheus.yml", f"{HOST}:{free_port()}"
    file.write_text(CONFIGURATION.format(target=target))
    process = await asyncio.create_subprocess_exec(
        str(PROMETHEUS),
        f"--config.file={file}",
        f"--storage.tsdb.path={folder / 'series'}",
        f"--web.listen-address={address}",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with httpx.AsyncClient(base_url=f"http://{address}", trust_env=False) as client:
            yield client
    finally:
        process.terminate()
        await process.wait()


async def answer(client: httpx.AsyncClient, query: str) -> list[dict[str, str]]:
    """The labels of what it finds."""
    parameters = {"query": query.replace("$__rate_interval", "10s")}
    response = await client.get("/api/v1/query", params=parameters)
    found: dict[str, Any] = response.json()
    assert found["status"] == "success", (query, found)
    return [each["metric"] for each in found["data"]["result"]]


async def silent(client: httpx.AsyncClient) -> set[str]:
    """The panels with a query that finds nothing; each label of a legend has to be there."""
    titles = set()
    for panel in PANELS:
        for target in panel["targets"]:
            series = await answer(client, target["expr"])
            wanted = set(re.findall(r"\{\{(\w+)\}\}", target["legendFormat"]))
            assert all(wanted <= labels.keys() for labels in series), (panel["title"], series)
            if not series:
                titles.add(panel["title"])
    return titles


@pytest.mark.skipif(PROMETHEUS is None, reason="Prometheus is missing (apt install prometheus).")
@pytest.mark.timeout(200)
async def test_every_panel_of_the_dashboard_shows_something_of_a_sale(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    buyers = await add_people(own_connection, 30)
    server = Server(tmp_path, own_url)
    async with (
        running(server) as shop,
        prometheus(tmp_path, server.url.removeprefix("http://")) as client,
    ):
        event_id = await make_event(shop, server, organizer, capacity=len(buyers) - 2)
        async with asyncio.timeout(SECONDS):
            while True:
                for buyer in buyers:
                    await book(shop, server, event_id, buyer)
                    await shop.get(f"{server.url}{V1}/events/{event_id}/availability")
                try:
                    missing = await silent(client) - WITHOUT_DATA
                    if not missing:
                        break
                except httpx.TransportError:
                    pass  # It starts.
                await asyncio.sleep(0.5)
        assert await answer(client, "up") == [
            {"__name__": "up", "instance": server.url.removeprefix("http://"), "job": "ticketing"}
        ]
