"""Builds of the service: this checkout, and another revision in a folder of its own."""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class BuildError(Exception):
    """A revision could not be built; the message has what the failing command said."""


@dataclass(frozen=True, slots=True)
class Build:
    """The code in `root`, and a Python with what that code needs."""

    name: str
    root: Path
    python: str


OURS = Build("this", ROOT, sys.executable)


async def build(revision: str, folder: Path) -> Build:
    """Check a git revision out into `folder`, with an environment if its lock file is another.

    Raises BuildError.
    """
    root = folder / "build"
    archive = folder / "build.tar"
    root.mkdir()
    await run(["git", "archive", f"--output={archive}", revision], ROOT)
    await run(["tar", "--extract", f"--file={archive}"], root)
    lock = root / "requirements.txt"
    if lock.read_bytes() == (ROOT / "requirements.txt").read_bytes():
        return Build(revision, root, sys.executable)
    python = str(root / ".venv" / "bin" / "python")
    await run([sys.executable, "-m", "venv", "--without-pip", ".venv"], root)
    install = ["-m", "uv", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)]
    await run([sys.executable, *install, "--python", python], root)
    return Build(revision, root, python)


async def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command in a folder. Raises BuildError."""
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    if process.returncode != 0:
        said = output.decode(errors="replace").strip()
        raise BuildError(f"`{' '.join(command)}` failed: {said}")
