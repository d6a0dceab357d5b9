"""Work that can wait, and requests."""

import asyncio

from src.application.concurrency.make_way import STEP_SECONDS, MakeWay


async def test_it_waits_while_many_requests_run() -> None:
    running = 9
    way = MakeWay(lambda: running, many=8, max_seconds=60)
    waiting = asyncio.create_task(way())
    await asyncio.sleep(2 * STEP_SECONDS)
    assert not waiting.done()
    running = 7
    await asyncio.wait_for(waiting, timeout=5)


async def test_it_waits_no_longer_than_it_may() -> None:
    loop = asyncio.get_running_loop()
    started = loop.time()
    await MakeWay(lambda: 100, many=8, max_seconds=3 * STEP_SECONDS)()
    assert 3 * STEP_SECONDS <= loop.time() - started + 0.01 < 5


async def test_few_requests_are_no_reason_to_wait() -> None:
    await asyncio.wait_for(MakeWay(lambda: 7, many=8, max_seconds=60)(), timeout=STEP_SECONDS)
