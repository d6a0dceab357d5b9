"""The generators, in an environment of their own: see the group `clients` in pyproject.toml."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from src.infrastructure.database.embedded_lock import exclusive_lock

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements-clients.txt"
CACHE = ROOT / ".cache" / "clients"
SECONDS = 120
UNREACHABLE = re.compile(r"Could not connect|Failed to fetch|dns error|error sending request|timed out")
"""How uv says that the registry cannot be reached."""


class Unreachable(Exception):
    """The generators cannot be downloaded."""


def programs() -> Path:
    """The folder with the generators and their `python`, installed once for each lock file.

    Raises Unreachable, and CalledProcessError if something else is wrong.
    """
    digest = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()[:16]
    place = CACHE / digest
    place.mkdir(parents=True, exist_ok=True)
    finished = place / ".installed"
    # The processes of a test run want it at the same time.
    with exclusive_lock(place / ".lock"):
        if not finished.exists():
            _install(place / "environment")
            finished.touch()
    return place / "environment" / "bin"


def _install(environment: Path) -> None:
    uv = (sys.executable, "-m", "uv", "--quiet")
    hashes = ("--require-hashes", "--requirements", str(LOCK))
    run([*uv, "venv", "--clear", "--python", sys.executable, str(environment)])
    try:
        run([*uv, "pip", "install", "--python", str(environment / "bin" / "python"), *hashes])
    except subprocess.CalledProcessError as error:
        if UNREACHABLE.search(error.stderr):
            raise Unreachable(error.stderr.strip()) from error
        raise


def run(command: Sequence[str], **variables: str) -> str:
    """What the command prints. Raises CalledProcessError with `stderr`."""
    done = subprocess.run(
        command,
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    return done.stdout
