"""The other ways to run it that the README names, and by somebody who is not root."""

import os
import pwd
import shutil
import signal
import sys
from pathlib import Path

import httpx
import pytest

from src.cli.run import is_loopback
from tests.support.first_run import FirstRun, Launch
from tests.support.product import (
    ADMIN,
    RUN,
    START_SECONDS,
    copy_working_tree,
    free_port,
    has_database,
    is_group_alive,
    wait_until,
)

SCRIPTS = Path(sys.executable).parent
NEEDS_ROOT = pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("setpriv"),
    reason="only root can become somebody else, with util-linux's setpriv",
)
# With one capability, to reach an interpreter that is installed in root's home.
AS_NOBODY = (
    "setpriv",
    "--reuid=nobody",
    f"--regid={pwd.getpwnam('nobody').pw_gid}",
    "--clear-groups",
    "--inh-caps=-all,+dac_read_search",
    "--ambient-caps=-all,+dac_read_search",
)


@pytest.mark.parametrize(
    "command", [("uvicorn", "src.main:app"), ("fastapi", "dev", "src/main.py")], ids=lambda c: c[0]
)
def test_a_server_of_ones_choice_serves_the_data_and_stops_with_its_database(
    launch: Launch, data_dir: Path, first_run: FirstRun, command: tuple[str, ...]
) -> None:
    port = free_port()
    program, *arguments = command
    options = ["--port", str(port)]
    server = launch(SCRIPTS / program, *arguments, *options, data_dir=data_dir, port=port)
    server.wait_until_ready()
    events = httpx.get(f"{server.address}/api/v1/events", params={"sort": "created_at"}).json()
    assert {event["id"] for event in events} == {event["id"] for event in first_run.events}
    server.stop(signal.SIGINT)
    wait_until(lambda: not is_group_alive(server.process.pid), START_SECONDS, server)
    assert not has_database(data_dir)
    assert "Traceback" not in server.output()


def test_a_server_without_migrations_says_what_to_do(launch: Launch, folder: Path) -> None:
    port = free_port()
    data_dir = folder / "not migrated"
    server = launch(
        SCRIPTS / "uvicorn", "src.main:app", "--port", str(port), data_dir=data_dir, port=port
    )
    wait_until(lambda: "Application startup complete" in server.output(), START_SECONDS, server)
    answer = httpx.get(f"{server.address}/ready")
    assert (answer.status_code, answer.json()["status"]) == (503, "not_ready")
    assert "migrat" in answer.json()["detail"]
    assert httpx.get(f"{server.address}/health").status_code == 200
    server.stop()
    assert not has_database(data_dir)


def test_a_server_that_others_can_reach_has_no_accounts_with_public_passwords_and_says_so(
    launch: Launch, folder: Path
) -> None:
    server = launch(*RUN, data_dir=folder / "open", HOST="0.0.0.0").wait_until_ready()
    assert "WARNING: HOST is 0.0.0.0" in server.output()
    wait_until(lambda: "is ready" in server.output(), START_SECONDS, server)
    assert ADMIN["password"] not in server.output()
    answer = httpx.post(f"{server.address}/api/v1/auth/login", json=ADMIN)
    assert answer.status_code == 401
    assert httpx.get(f"{server.address}/api/v1/events").json() == []
    assert server.stop() == 0


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.0.2", False),
        ("tickets.example", False),
    ],
)
def test_only_loopback_addresses_are_reached_from_this_machine_alone(
    host: str, is_ours: bool
) -> None:
    assert is_loopback(host) is is_ours


@NEEDS_ROOT
def test_an_ordinary_user_runs_it_in_a_folder_of_their_own(launch: Launch, folder: Path) -> None:
    checkout = folder / "checkout of nobody"
    copy_working_tree(checkout)
    nobody = pwd.getpwnam("nobody")
    for path in (checkout, *checkout.rglob("*")):
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    data_dir = checkout / ".data"
    server = launch(
        *AS_NOBODY, *RUN, checkout=checkout, data_dir=data_dir, DATA_DIR="", HOME=""
    ).wait_until_ready()
    assert len(httpx.get(f"{server.address}/api/v1/events").json()) == 7
    assert data_dir.stat().st_uid == nobody.pw_uid
    assert (data_dir / "postgres").stat().st_uid == nobody.pw_uid
    assert server.stop() == 0
    assert not has_database(data_dir)
    assert "Traceback" not in server.output()


def test_a_data_folder_that_cannot_be_used_is_reported_in_one_sentence(
    launch: Launch, folder: Path
) -> None:
    (folder / "a file").write_text("")
    server = launch(*RUN, data_dir=folder / "a file" / "data")
    assert server.wait_for_exit() == 1
    assert server.output().count("\n") == 1
    assert "Traceback" not in server.output()
