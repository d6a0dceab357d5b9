"""Starts the product as a person does: a copy of the working tree, a process, what it prints."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from src.config import Settings
from src.infrastructure.database.embedded_process import find_postmaster
from tests.support.paths import ROOT

RUN = (sys.executable, "-m", "src.cli", "run")
START_SECONDS = 60
STOP_SECONDS = 30

ADMIN = {"email": "admin@example.com", "password": "sample-password"}


@dataclass(frozen=True)
class Started:
    """A process, in a session of its own, and the file that gets all it prints."""

    process: subprocess.Popen[bytes]
    data_dir: Path
    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def output(self) -> str:
        return self.log.read_text()

    def wait_until_ready(self) -> "Started":
        """Ask /ready until it says yes."""
        with httpx.Client(base_url=self.address, trust_env=False) as client:
            wait_until(lambda: self._is_ready(client), START_SECONDS, self)
        return self

    def wait_for_exit(self) -> int:
        """The exit code."""
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"It does not stop. It said:\n{self.output()}") from None

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Send the signal to the whole group, as a terminal does; the exit code."""
        os.killpg(self.process.pid, number)
        return self.wait_for_exit()

    def kill(self) -> None:
        """End it as a power cut would, with all its children but the database."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _is_ready(self, client: httpx.Client) -> bool:
        assert self.process.poll() is None, f"It has ended. It said:\n{self.output()}"
        try:
            return client.get("/ready").status_code == 200
        except httpx.TransportError:
            return False


def start(
    command: Sequence[str | Path],
    checkout: Path,
    data_dir: Path,
    *,
    port: int | None = None,
    **variables: str,
) -> Started:
    """Start the command in the checkout, with nothing on its standard input."""
    port = port or free_port()
    environment = bare_environment() | {"DATA_DIR": str(data_dir), "PORT": str(port)} | variables
    log = checkout.parent / f"{time.monotonic_ns()}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=checkout,
            env={name: value for name, value in environment.items() if value},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Started(process, data_dir, port, log)


def bare_environment() -> dict[str, str]:
    """The environment without any setting of this product, where modules are compiled once."""
    omitted = {name.upper() for name in Settings.model_fields} | {"PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in omitted}


def copy_working_tree(target: Path) -> None:
    """Copy what a commit of everything would have: no data, no settings, no environment."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        # A file may be deleted in the working tree, and not in the index yet.
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def copy_data(made: Path, target: Path) -> Path:
    """A copy of a stopped server's data folder, with owners and modes; it gets another port."""
    subprocess.run(["cp", "-a", str(made), str(target)], check=True)
    (target / "postgres.port").unlink()
    return target


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def has_database(data_dir: Path) -> bool:
    """Whether a PostgreSQL serves this data folder."""
    return find_postmaster(data_dir / "postgres") is not None


def kill_database(data_dir: Path, number: signal.Signals = signal.SIGQUIT) -> None:
    """End what is left of a PostgreSQL that serves this data folder, without a checkpoint."""
    postmaster = find_postmaster(data_dir / "postgres")
    if postmaster is not None:
        os.kill(postmaster.pid, number)
        wait_until(lambda: not has_database(data_dir), STOP_SECONDS)


def is_group_alive(group: int) -> bool:
    """Whether any process of the group lives; those that only wait to be buried do not count."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, process_group = status.read_text().rpartition(")")[2].split()[:3]
            if int(process_group) == group and state != "Z":
                return True
    return False


def wait_until(is_done: Callable[[], bool], seconds: float, started: Started | None = None) -> None:
    """Ask again and again, and fail when it takes too long."""
    deadline = time.monotonic() + seconds
    while not is_done():
        said = f" It said:\n{started.output()}" if started else ""
        assert time.monotonic() < deadline, f"Waited for {seconds} s.{said}"
        time.sleep(0.02)


def log_in(client: httpx.Client) -> dict[str, str]:
    """The headers of the sample admin."""
    response = client.post("/api/v1/auth/login", json=ADMIN)
    assert response.status_code == 200, response.text
    return {"Authorization": f"Bearer {response.json()['access_token']}"}
