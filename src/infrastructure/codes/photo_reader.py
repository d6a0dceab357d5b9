"""Reads the codes in photos, each in a process of its own."""

import asyncio
import sys
from contextlib import suppress
from pathlib import Path

import structlog

from src.domain.errors import Unavailable, ValidationFailed
from src.infrastructure.codes.decode_photo import NO_PICTURE, TOO_LARGE

AT_A_TIME = 2
MAX_WAITING = 20
SECONDS_TO_READ = 8.0
MAX_TEXT = 400
PROJECT = Path(__file__).parents[3]
COMMAND = ("-m", "src.infrastructure.codes.decode_photo")

log = structlog.get_logger()


class PhotoCodeReader:
    """Implements `CodeReader`: two photos at a time, twenty may wait."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_A_TIME)
        self._waiting = 0

    async def read(self, photo: bytes) -> str | None:
        if self._waiting >= MAX_WAITING:
            raise Unavailable("Many photos are being read. Type the code in.")
        self._waiting += 1
        try:
            async with self._turns:
                code, text = await _decode(photo)
        finally:
            self._waiting -= 1
        if code == NO_PICTURE:
            raise ValidationFailed("body.photo", "This is no picture: send a JPEG, PNG or WebP.")
        if code == TOO_LARGE:
            raise ValidationFailed("body.photo", "This picture has more than 50 million pixels.")
        if code != 0:
            log.warning("photo_not_read", exit_code=code)
            return None
        return text[:MAX_TEXT] or None


async def _decode(photo: bytes) -> tuple[int, str]:
    """The exit code of the process, and what it found."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=PROJECT,
        # It gets to know nothing of the server.
        env={},
        # Ctrl-C ends the server, which waits for this.
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(SECONDS_TO_READ):
            output, _ = await process.communicate(photo)
    except TimeoutError:
        return -1, ""
    finally:
        with suppress(ProcessLookupError):
            if process.returncode is None:
                process.kill()
        await process.wait()
    return process.returncode or 0, output.decode(errors="replace")
