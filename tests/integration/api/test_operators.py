"""What operators read is open to everybody, so it is read once for all who ask at a time."""

import asyncio
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from tzdata import IANA_VERSION  # type: ignore[import-untyped]

from src.container import adapters
from src.infrastructure.metrics.exposition import Exposition
from src.presentation import openapi
from tests.support.api import Api

AT_ONCE = 40


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, app: FastAPI) -> Iterator[list[None]]:
    """One item for each time that the database was asked."""
    times: list[None] = []

    async def why_not_ready() -> None:
        times.append(None)
        await asyncio.sleep(0.01)

    monkeypatch.setattr(adapters, "why_not_ready", why_not_ready)
    app.state.container.adapters.readiness.reset()
    yield times
    app.state.container.adapters.readiness.reset()


async def test_database_is_asked_once_for_all_who_ask_whether_it_is_ready(
    api: Api, asked: list[None]
) -> None:
    """Four hundred who asked without end took every connection from the sale."""
    responses = await asyncio.gather(*(api.client.get("/ready") for _ in range(AT_ONCE)))
    assert {response.status_code for response in responses} == {200}
    assert len(asked) == 1


async def test_readiness_names_the_time_zones_in_use(api: Api) -> None:
    assert (await api.client.get("/ready")).json()["timezone_data"] == IANA_VERSION


async def test_metrics_are_written_once_for_all_who_ask(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[None] = []

    def write(_: Exposition) -> bytes:
        written.append(None)
        return b"metrics\n"

    monkeypatch.setattr(Exposition, "write", write)
    await asyncio.sleep(0.25)
    responses = await asyncio.gather(*(api.client.get("/metrics") for _ in range(AT_ONCE)))
    assert all(response.text.startswith("metrics\n") for response in responses)
    assert len(written) == 1


async def test_openapi_document_is_encoded_once(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await api.client.get("/openapi.json")
    assert first.json()["info"]["title"]
    monkeypatch.delattr(openapi, "JSONResponse")
    assert (await api.client.get("/openapi.json")).content == first.content
