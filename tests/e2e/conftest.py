"""A copy of the working tree, one first start of it, and a server that stays up for the others."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.first_run import README_PORT, FirstRun, Launch
from tests.support.product import (
    RUN,
    Started,
    copy_data,
    copy_working_tree,
    free_port,
    has_database,
    is_free,
    kill_database,
    log_in,
    start,
)


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """A folder with a space in its path, which any account may enter, as pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="event ticketing "))
    folder.chmod(0o755)
    yield folder
    for pid_file in folder.rglob("postmaster.pid"):
        kill_database(pid_file.parents[1])
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def checkout(folder: Path) -> Path:
    copy_working_tree(folder / "checkout")
    return folder / "checkout"


@pytest.fixture(scope="session")
def first_run(folder: Path, checkout: Path) -> FirstRun:
    """Start it for the first time, book a ticket, stop it with Ctrl-C."""
    data_dir = folder / "made"
    server = start(RUN, checkout, data_dir)
    try:
        server.wait_until_ready()
        with httpx.Client(base_url=server.address, trust_env=False) as client:
            events = client.get("/api/v1/events").json()
            body = {"event_id": events[0]["id"], "quantity": 1}
            response = client.post("/api/v1/bookings", json=body, headers=log_in(client))
            assert response.status_code == 201, response.text
            events = client.get("/api/v1/events").json()
        code = server.stop(signal.SIGINT)
    finally:
        server.kill()
    return FirstRun(
        data_dir,
        server.address,
        server.output(),
        code,
        has_database(data_dir),
        events,
        response.json(),
    )


@pytest.fixture(scope="session")
def data_dir(first_run: FirstRun) -> Path:
    """What the first run left behind, for one test after another to start and stop over."""
    return first_run.data_dir


@pytest.fixture(scope="session")
def running(folder: Path, checkout: Path, first_run: FirstRun) -> Iterator[Started]:
    """A second start, which stays up for all tests; on the README's port if that is free."""
    copy = copy_data(first_run.data_dir, folder / "running")
    port = README_PORT if is_free(README_PORT) else free_port()
    server = start(RUN, checkout, copy, port=port)
    try:
        yield server.wait_until_ready()
        server.stop()
    finally:
        server.kill()


@pytest.fixture
def launch(checkout: Path) -> Iterator[Launch]:
    """`start` in the checkout; whatever is still up ends with the test."""
    launched: list[Started] = []

    def launch(*command: str | Path, data_dir: Path, **options: Any) -> Started:
        server = start(command, options.pop("checkout", checkout), data_dir, **options)
        launched.append(server)
        return server

    yield launch
    for server in launched:
        server.kill()
        kill_database(server.data_dir)
