"""A job's loop: a row that fails holds up no other, and costs less and less."""

import asyncio
import logging
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from src.application.concurrency import for_each as module
from src.application.concurrency.for_each import ForEach, RowsFailed
from src.domain.errors import NotFound, ProviderFailed, TicketingError, Unavailable


class Time:
    """A monotonic clock that the test advances."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Work:
    """Fails on these rows, and notes all that were tried."""

    def __init__(self, errors: dict[int, Exception]) -> None:
        self.errors = errors
        self.tried: list[int] = []

    async def __call__(self, row_id: int) -> int:
        self.tried.append(row_id)
        if error := self.errors.get(row_id):
            raise error
        return 10

    def take_tried(self) -> list[int]:
        """What was tried since this was asked before."""
        tried, self.tried = self.tried, []
        return tried


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def for_each(time: Time) -> ForEach[int]:
    return ForEach("order", int, monotonic=time)


async def test_a_row_that_fails_holds_up_no_other_and_is_reported_at_the_end(
    for_each: ForEach[int], caplog: pytest.LogCaptureFixture
) -> None:
    fault = ValueError("a fault")
    work = Work({2: fault})
    with pytest.raises(RowsFailed) as failed:
        await for_each.run([1, 2, 3], work)
    assert work.tried == [1, 2, 3]
    assert (failed.value.failures, failed.value.done) == ({2: fault}, 20)
    (record,) = caplog.records
    assert "order 2 failed" in record.getMessage()
    assert record.exc_info is not None and record.exc_info[1] is fault


async def test_rows_of_an_asynchronous_source_are_done_and_added_up(
    for_each: ForEach[int],
) -> None:
    async def rows() -> AsyncIterator[int]:
        yield 1
        yield 2

    work = Work({})
    assert await for_each.run(rows(), work) == 20
    assert work.tried == [1, 2]


@pytest.mark.parametrize("error", [Unavailable(), ProviderFailed("stripe")])
async def test_what_is_only_busy_is_passed_over_without_a_word(
    error: TicketingError, for_each: ForEach[int], caplog: pytest.LogCaptureFixture
) -> None:
    work = Work({1: error})
    assert await for_each.run([1, 2], work) == 10
    assert await for_each.run([1, 2], work) == 10
    assert work.tried == [1, 2, 1, 2]
    assert caplog.records == []


async def test_a_row_that_is_gone_is_forgotten(for_each: ForEach[int]) -> None:
    work = Work({1: NotFound("order", 1)})
    for _ in range(5):
        assert await for_each.run([1], work) == 0
    assert work.tried == [1] * 5


async def test_what_the_driver_raises_is_translated_before_it_is_judged(time: Time) -> None:
    def as_refusal(error: BaseException) -> TicketingError | None:
        return Unavailable() if isinstance(error, ConnectionError) else None

    for_each = ForEach[int]("order", int, as_refusal=as_refusal, monotonic=time)
    work = Work({1: ConnectionError(), 2: ValueError()})
    with pytest.raises(RowsFailed) as failed:
        await for_each.run([1, 2], work)
    assert list(failed.value.failures) == [2]


async def test_a_row_that_always_fails_is_tried_ever_less_often_up_to_once_an_hour(
    for_each: ForEach[int], time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    work = Work({1: ValueError()})
    tried_at = []
    begin = time.now
    # Every five seconds for a day.
    for _ in range(24 * 60 * 12):
        try:
            await for_each.run([1], work)
        except RowsFailed:
            tried_at.append(time.now - begin)
        time.now += 5
    waits = [after - before for before, after in pairwise(tried_at)]
    assert waits[:5] == [5, 10, 20, 40, 80]
    assert waits[-5:] == [3600] * 5
    assert len(tried_at) == len(caplog.records) == len(work.tried) < 40


async def test_a_busy_row_is_tried_once_a_minute_at_least(
    for_each: ForEach[int], time: Time
) -> None:
    work = Work({1: Unavailable()})
    for _ in range(12 * 60):
        await for_each.run([1], work)
        time.now += 5
    assert 60 <= len(work.tried) <= 70


async def test_a_row_that_waits_is_named_for_the_query_that_leaves_it_out(
    for_each: ForEach[int], time: Time
) -> None:
    work = Work({1: ValueError()})
    for _ in range(2):
        assert for_each.waiting() == []
        with pytest.raises(RowsFailed):
            await for_each.run([1, 2], work)
    assert for_each.waiting() == [1]
    work.take_tried()
    assert await for_each.run([1, 2], work) == 10
    assert work.take_tried() == [2]
    time.now += module.FIRST_WAIT
    assert for_each.waiting() == []


async def test_a_success_ends_the_waiting(for_each: ForEach[int], time: Time) -> None:
    work = Work({1: ValueError()})
    for _ in range(2):
        with pytest.raises(RowsFailed):
            await for_each.run([1], work)
    time.now += module.FIRST_WAIT
    fault = work.errors.pop(1)
    assert await for_each.run([1], work) == 10
    work.errors[1] = fault
    # As if it had never failed: it is tried in the next run.
    with pytest.raises(RowsFailed):
        await for_each.run([1], work)
    assert for_each.waiting() == []


async def test_the_memory_of_failures_is_bounded(
    for_each: ForEach[int], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr(module, "MAX_REMEMBERED", 3)
    work = Work({row_id: ValueError() for row_id in range(5)})
    for _ in range(2):
        for row_id in range(5):
            with pytest.raises(RowsFailed):
                await for_each.run([row_id], work)
    # The two oldest were forgotten each time, so that no failure of theirs was a second one.
    assert for_each.waiting() == []


async def test_a_run_that_is_cut_short_knows_where_the_next_continues(
    for_each: ForEach[int],
) -> None:
    async def work(row_id: int) -> int:
        if row_id == 3:
            raise asyncio.CancelledError
        return 1

    with pytest.raises(asyncio.CancelledError):
        await for_each.run([2, 3, 4], work)
    assert for_each.reached == 3
    assert await for_each.run([4], work) == 1
    assert for_each.reached == 0
