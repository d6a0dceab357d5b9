"""Programs in Node: the packages of a lock file, installed once and kept."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from src.infrastructure.database.embedded_lock import exclusive_lock
from tests.support.paths import ROOT

CACHE = ROOT / ".cache" / "node"
FILES = ("package.json", "package-lock.json")
SECONDS = 90
COMMAND = (
    *("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
    *("--prefer-offline", "--fetch-retries=1", "--loglevel=error"),
)
UNREACHABLE = {
    *("EAI_AGAIN", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH"),
    *("ENOTFOUND", "ENOTCACHED", "ERR_SOCKET_TIMEOUT", "ETIMEDOUT", "E502", "E503", "E504"),
}
"""What npm names a failure of the network, or of a registry that is down."""


def node_modules(folder: Path) -> Path:
    """The directory that holds `node_modules` with the packages of `folder`'s lock file.

    They are installed, without their scripts, once per content of package.json and
    package-lock.json; do not write there. Skips the test where Node.js or npm is missing, or the
    registry cannot be reached; any other failure fails it.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("Node.js with npm is not installed.")
    content = b"\0".join((folder / name).read_bytes() for name in FILES)
    place = CACHE / hashlib.sha256(content).hexdigest()[:16]
    place.mkdir(parents=True, exist_ok=True)
    finished = place / ".installed"
    # The workers of a run want the same packages at the same time.
    with exclusive_lock(place / ".lock"):
        if not finished.exists():
            _install(folder, place)
            finished.touch()
    return place


def _install(folder: Path, place: Path) -> None:
    for name in FILES:
        shutil.copy(folder / name, place)
    try:
        done = subprocess.run(
            COMMAND, cwd=place, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm did not install the packages of {folder.name} in {SECONDS} seconds.")
    if done.returncode == 0:
        return
    code = re.search(r"^npm error code (\S+)", done.stderr, re.MULTILINE)
    if code and code[1] in UNREACHABLE:
        pytest.skip(f"npm cannot reach its registry ({code[1]}).")
    pytest.fail(f"npm ci in {folder.name}: {done.stderr[-2000:]}")
