"""`make run`, from the first start to the last: what it prints, keeps and survives.

The Makefile calls `python -m src.cli run`, and so do these tests, in a copy of the working tree.
"""

import re
import signal
import sys
from pathlib import Path

import httpx
import pytest

from tests.support.first_run import FirstRun, Launch
from tests.support.paths import ROOT
from tests.support.product import (
    RUN,
    Started,
    has_database,
    is_group_alive,
    kill_database,
    log_in,
    wait_until,
)
from tests.support.stopwatch import Stopwatch


def read_booking(server: Started, booking_id: int) -> object:
    with httpx.Client(base_url=server.address, trust_env=False) as client:
        return client.get(f"/api/v1/bookings/{booking_id}", headers=log_in(client)).json()


def assert_stopped(server: Started) -> None:
    """Nothing of it is left, and it did not stumble."""
    assert not has_database(server.data_dir)
    assert not is_group_alive(server.process.pid)
    assert "Traceback" not in server.output()


def test_make_run_is_what_these_tests_start() -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert re.search(r"^run: .*\n\t@\$\(PY\) -m src\.cli run$", makefile, re.MULTILINE)


def test_the_first_start_prints_its_address_and_who_to_log_in_as(first_run: FirstRun) -> None:
    assert f"Event ticketing is ready:  {first_run.address}\n" in first_run.output
    assert f"{first_run.address}/docs\n" in first_run.output
    assert "admin@example.com / sample-password" in first_run.output
    assert "somchai@example.com / sample-password" in first_run.output


def test_the_first_start_migrates_and_loads_the_sample_data(first_run: FirstRun) -> None:
    assert re.search(r"^Migrations: \d+ applied\.$", first_run.output, re.MULTILINE)
    assert "7 bookings with 15 tickets" in first_run.output
    assert len(first_run.events) == 7
    assert sum(event["total_tickets_sold"] for event in first_run.events) == 12 + 1
    assert first_run.booking["status"] == "confirmed"


def test_ctrl_c_stops_it_with_its_database(first_run: FirstRun) -> None:
    assert first_run.exit_code == 0
    assert not first_run.has_database_left
    assert first_run.output.endswith("Stopped.\n")
    assert "Traceback" not in first_run.output


def test_a_second_start_has_the_same_data_and_loads_nothing(
    running: Started, first_run: FirstRun
) -> None:
    events = httpx.get(f"{running.address}/api/v1/events").json()
    assert [event for event in events if event in first_run.events] == first_run.events
    assert read_booking(running, first_run.booking["id"]) == first_run.booking
    assert "Migrations: up to date." in running.output()
    assert "Loading sample data" in first_run.output
    assert "Loading sample data" not in running.output()


def test_a_second_start_is_ready_in_three_seconds(launch: Launch, data_dir: Path) -> None:
    # Other work on the machine may slow a start down, not speed it up: the fastest counts.
    seconds: list[float] = []
    while len(seconds) < 5 and not any(second < 3 for second in seconds):
        start = Stopwatch()
        server = launch(*RUN, data_dir=data_dir).wait_until_ready()
        seconds.append(start.seconds())
        assert server.stop() == 0
    assert min(seconds) < 3


def test_sigterm_stops_it_with_its_database(launch: Launch, data_dir: Path) -> None:
    server = launch(*RUN, data_dir=data_dir).wait_until_ready()
    # To the process alone, as a service manager or `docker stop` sends it.
    server.process.send_signal(signal.SIGTERM)
    assert server.wait_for_exit() == 128 + signal.SIGTERM
    assert_stopped(server)


def test_ctrl_c_during_the_start_leaves_nothing_behind(launch: Launch, data_dir: Path) -> None:
    server = launch(*RUN, data_dir=data_dir)
    wait_until(lambda: has_database(data_dir), 30, server)
    assert server.stop(signal.SIGINT) in (0, 130)
    assert_stopped(server)


@pytest.mark.parametrize("is_database_killed", [False, True], ids=["server", "database too"])
def test_it_starts_again_over_the_same_data_when_it_was_killed(
    launch: Launch, data_dir: Path, is_database_killed: bool
) -> None:
    server = launch(*RUN, data_dir=data_dir).wait_until_ready()
    with httpx.Client(base_url=server.address, trust_env=False) as client:
        body = {"event_id": 1, "quantity": 1, "ticket_type_id": 1}
        answer = client.post("/api/v1/bookings", json=body, headers=log_in(client))
    assert answer.status_code == 201
    server.kill()
    if is_database_killed:
        kill_database(data_dir, signal.SIGKILL)
    again = launch(*RUN, data_dir=data_dir).wait_until_ready()
    assert read_booking(again, answer.json()["id"]) == answer.json()
    assert again.stop() == 0
    assert_stopped(again)


def test_it_runs_when_its_standard_input_is_closed(launch: Launch, data_dir: Path) -> None:
    server = launch("sh", "-c", 'exec "$@" <&-', "sh", *RUN, data_dir=data_dir)
    server.wait_until_ready()
    assert server.stop() == 0
    assert_stopped(server)


def test_a_port_in_use_is_reported_in_one_sentence(
    launch: Launch, running: Started, folder: Path
) -> None:
    server = launch(*RUN, data_dir=folder / "unused", port=running.port)
    assert server.wait_for_exit() == 1
    assert server.output() == (
        f"Cannot listen on 127.0.0.1:{running.port}: Address already in use. "
        "Stop what uses it, or set HOST or PORT.\n"
    )
    assert not (folder / "unused").exists()


@pytest.mark.parametrize(
    ("command", "missing"),
    [
        (RUN, "SECRET_KEY"),
        ((sys.executable, "-m", "src.cli", "serve"), "SECRET_KEY"),
        ((sys.executable, "-m", "src.cli", "migrate", "up"), "SECRET_KEY"),
        ((sys.executable, "-m", "uvicorn", "src.main:app"), "SECRET_KEY"),
    ],
    ids=lambda value: value[2] if isinstance(value, tuple) else "",
)
def test_production_without_settings_is_refused_in_one_sentence(
    launch: Launch, folder: Path, command: tuple[str, ...], missing: str
) -> None:
    server = launch(*command, data_dir=folder / "unused", ENVIRONMENT="production")
    assert server.wait_for_exit() == 1
    assert server.output() == (
        f"Configuration error: {missing} is required when ENVIRONMENT is production.\n"
    )
    assert not (folder / "unused").exists()
