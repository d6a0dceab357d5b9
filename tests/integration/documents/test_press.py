"""The process that prints: one job at a time, few wait, and it may die."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from src.domain.errors import Unavailable
from src.infrastructure.documents import press as press_module
from src.infrastructure.documents.press import MAX_WAITING, PROJECT, Press


@dataclass(frozen=True)
class Say:
    """Answers with its process, and with what that knows of its environment."""

    seconds: float = 0.0
    variable: str = ""

    def run(self, fonts: Any, text: Any) -> bytes:
        import time

        time.sleep(self.seconds)
        return f"{os.getpid()} {os.environ.get(self.variable, '')}".encode()


@dataclass(frozen=True)
class Die:
    def run(self, fonts: Any, text: Any) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""


@dataclass(frozen=True)
class Fail:
    def run(self, fonts: Any, text: Any) -> bytes:
        raise ValueError("cannot print this")


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    press = Press()
    yield press
    await press.close()


async def pid(press: Press) -> int:
    return int((await press.print(Say())).split()[0])


async def test_jobs_are_done_in_one_process_that_is_not_ours(press: Press) -> None:
    first = await pid(press)
    assert first != os.getpid()
    assert await pid(press) == first


async def test_process_knows_nothing_of_the_environment(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "secret")
    assert b"secret" not in await press.print(Say(variable="SECRET_KEY"))
    assert os.environ["PATH"].encode() in await press.print(Say(variable="PATH"))


@pytest.mark.parametrize("job", [Die(), Fail()])
async def test_job_that_ends_the_process_is_refused_and_the_next_is_done(
    press: Press, job: Die | Fail, capfd: pytest.CaptureFixture[str]
) -> None:
    first = await pid(press)
    with pytest.raises(Unavailable):
        await press.print(job)
    assert await pid(press) != first
    assert "cannot print this" in capfd.readouterr().err or isinstance(job, Die)


async def test_job_that_takes_too_long_is_ended(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await pid(press)
    monkeypatch.setattr(press_module, "SECONDS_TO_PRINT", 0.2)
    with pytest.raises(Unavailable):
        await press.print(Say(seconds=30))
    monkeypatch.undo()
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert await pid(press) != first


async def test_jobs_are_done_one_at_a_time_and_too_many_are_refused(press: Press) -> None:
    await pid(press)
    jobs = [
        asyncio.create_task(press.print(Say(seconds=0.01, variable=str(n))))
        for n in range(MAX_WAITING + 2)
    ]
    answers = await asyncio.gather(*jobs, return_exceptions=True)
    refused = [answer for answer in answers if isinstance(answer, Unavailable)]
    assert len(refused) == 2
    assert refused[0].retry_after_seconds == 5
    assert len({answer for answer in answers if isinstance(answer, bytes)}) == 1
    assert await pid(press)


async def test_process_ends_when_it_has_nothing_to_do(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press_module, "SECONDS_IDLE", 0.05)
    first = await pid(press)
    await asyncio.sleep(0.5)
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert await pid(press) != first


async def test_process_ends_with_the_server(press: Press) -> None:
    """It reads its jobs from a pipe, which the system closes when the server dies."""
    process = press_module._start()
    assert process.stdin is not None
    process.stdin.close()
    try:
        assert process.wait(20) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    finally:
        if process.stdout is not None:
            process.stdout.close()


async def test_loop_goes_on_while_a_document_is_printed(press: Press) -> None:
    await pid(press)
    job = asyncio.create_task(press.print(Say(seconds=0.3)))
    turns = 0
    while not job.done():
        await asyncio.sleep(0.005)
        turns += 1
    assert turns > 10


async def test_closed_press_starts_no_process() -> None:
    press = Press()
    await press.close()
    with pytest.raises(Unavailable):
        await press.print(Say())
    assert press.process_id is None


async def test_server_does_not_load_the_fonts_to_learn_which_are_missing() -> None:
    looking = (
        "import asyncio, sys; from src.infrastructure.documents.missing_fonts import *;"
        "asyncio.run(log_missing_fonts()); print('uharfbuzz' in sys.modules)"
    )
    looked = await asyncio.create_subprocess_exec(
        sys.executable, "-c", looking, cwd=PROJECT, stdout=subprocess.PIPE
    )
    output, _ = await looked.communicate()
    assert output.splitlines()[-1] == b"False"
