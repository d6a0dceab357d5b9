"""Commands run as processes."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.paths import BIN, ROOT


@dataclass(frozen=True)
class Finished:
    """What a process left behind."""

    code: int
    output: str
    errors: str


async def run(command: Sequence[str], environment: dict[str, str], cwd: Path = ROOT) -> Finished:
    """Run it without a terminal, in an environment of nothing but these variables."""
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=cwd,
        env={"PATH": f"{BIN}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), **environment},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    assert process.returncode is not None
    return Finished(process.returncode, output.decode(), errors.decode())
