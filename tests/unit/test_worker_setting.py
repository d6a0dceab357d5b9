"""WORKER_ENABLED decides whether a server process runs the jobs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from src.app import create_app
from src.config import Settings
from src.infrastructure.clock import DatabaseClock
from tests.support.database import test_settings

URL = "postgres://nobody@localhost:1/nothing"


class Part:
    """Stands in for whatever the lifespan starts and stops."""

    def __init__(self) -> None:
        self.log: list[str] = []
        # The database's clock, where this stands in for the database.
        self.clock = DatabaseClock()

    async def open(self, url: str) -> None:
        self.log.append(f"open {url}")

    def note(self, _: object) -> None:
        """Nothing changes here."""

    note_orders = note

    async def close(self) -> None:
        self.log.append("close")

    @asynccontextmanager
    async def running(self, url: str) -> AsyncIterator[None]:
        self.log.append(f"start {url}")
        yield
        self.log.append("stop")


async def nothing_is_wrong() -> None:
    return None


async def run_lifespan(settings: Settings) -> list[str]:
    """What happened to the worker."""
    worker = Part()
    parts = {"database": Part(), "event_changes": Part(), "worker": worker}
    app = create_app(settings, {**parts, "readiness": nothing_is_wrong})
    async with app.router.lifespan_context(app):
        worker.log.append("serve")
    return worker.log


@pytest.mark.parametrize(
    ("is_enabled", "expected"),
    [(True, [f"start {URL}", "serve", "stop"]), (False, ["serve"])],
)
async def test_server_runs_the_worker_when_it_is_enabled(
    is_enabled: bool, expected: list[str]
) -> None:
    assert await run_lifespan(test_settings(URL, worker_enabled=is_enabled)) == expected


def test_worker_is_enabled_by_default() -> None:
    assert Settings.model_fields["worker_enabled"].default is True
