"""Prometheus' own linter on the metrics of a real server that is in use."""

import asyncio
import shutil

import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api
from tests.support.servers import running_server

PROMTOOL = shutil.which("promtool")


@pytest.mark.skipif(PROMTOOL is None, reason="promtool is not installed (apt install prometheus).")
async def test_metrics_of_a_server_with_an_open_stream_have_no_fault(
    api: Api, database_url: str
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    async with (
        running_server(database_url) as server,
        httpx.AsyncClient(base_url=server.address) as client,
        client.stream("GET", f"{V1}/events/{event['id']}/availability/stream") as stream,
    ):
        assert stream.status_code == 200
        for path in ("/health", f"{V1}/events", f"{V1}/events/0", "/nowhere"):
            await client.get(path)
        written = (await client.get("/metrics")).content
    assert b"\nhttp_streams_open 1.0\n" in written
    complaints = await check_metrics(written)
    assert complaints == (0, "")


async def check_metrics(written: bytes) -> tuple[int | None, str]:
    """The exit code, and what promtool says against them."""
    process = await asyncio.create_subprocess_exec(
        *(str(PROMTOOL), "check", "metrics"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate(written)
    return process.returncode, said.decode()
