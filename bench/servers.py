"""The server processes: the product as in production, and the baselines."""

import asyncio
import os
import socket
import subprocess
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench.builds import OURS, Build

HOST = "127.0.0.1"
START_SECONDS = 60
STOP_SECONDS = 15


class ServerError(Exception):
    """A server did not start; the message has the end of its log."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server process at `address`."""

    name: str
    address: str
    pid: int

    @property
    def memory_mib(self) -> float:
        """Current resident memory of the process."""
        argv = ["ps", "-o", "rss=", "-p", str(self.pid)]
        done = subprocess.run(argv, capture_output=True, text=True, check=True)  # noqa: S603
        return int(done.stdout) / 1024


def product(workers: int = 1) -> Sequence[str]:
    """Python's arguments to serve the product, with so many processes."""
    return ("-m", "src.cli", "serve", "--workers", str(workers))


PRODUCT = product()


def baseline(name: str) -> Sequence[str]:
    """Python's arguments to serve this baseline."""
    return ("-m", "bench.baselines", name)


@asynccontextmanager
async def serve(
    name: str,
    arguments: Sequence[str],
    settings: Mapping[str, str],
    *,
    folder: Path,
    build: Build = OURS,
) -> AsyncIterator[Server]:
    """Run Python with these arguments during the block. Raises ServerError.

    It runs in `folder`, not in the checkout, so that a developer's .env is not read.
    """
    port = _free_port()
    log_path = folder / f"{name}.log"
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(build.root),
        "HOST": HOST,
        "PORT": str(port),
        **settings,
    }
    with log_path.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            build.python,
            *arguments,
            cwd=folder,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # A Ctrl-C in the terminal only reaches the benchmark, which stops the servers in order.
            start_new_session=True,
        )
    try:
        address = f"http://{HOST}:{port}"
        await _wait_until_ready(process, address, name, log_path)
        yield Server(name, address, process.pid)
    finally:
        await _stop(process)


async def _wait_until_ready(
    process: asyncio.subprocess.Process, address: str, name: str, log_path: Path
) -> None:
    try:
        async with asyncio.timeout(START_SECONDS), httpx.AsyncClient() as client:
            while not await _is_ready(client, address):
                if process.returncode is not None:
                    break
                await asyncio.sleep(0.05)
            else:
                return
    except TimeoutError:
        pass
    raise ServerError(f"The server {name} does not start. Its log ends with:\n{_tail(log_path)}")


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-5:])


async def _is_ready(client: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await client.get(f"{address}/ready")).status_code == 200
    except httpx.TransportError:
        return False


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        pass
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
