"""Pending refunds are settled by a job, unless somebody else does it."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from src.application.concurrency.for_each import ForEach
from src.application.settling import (
    settle_refunds,
)
from src.application.settling.record_refund import SettleRefund
from src.application.settling.settle_refunds import SETTLED_BY_REQUEST, SettleRefunds
from src.domain.entities.booking import BookingStatus
from src.domain.entities.transaction import TransactionStatus
from tests.support.examples import MOMENT, NOW
from tests.support.fakes.orders import FakeTransactionRepository
from tests.support.fakes.ports import FakeClock
from tests.support.fakes.spying import spy_on
from tests.support.fakes.store import Store
from tests.support.payments import ScriptedProvider
from tests.support.settling import OPEN, know, paid, refund_of, scripted

CONFIRMED, CANCELLED = BookingStatus.CONFIRMED, BookingStatus.CANCELLED
PAST = {"date_time": NOW - timedelta(days=1), "ends_at": NOW}


@pytest.fixture
def refunds_job() -> ForEach[int]:
    return ForEach("refund", int)


@pytest.fixture
def settle_all(
    store: Store,
    settle_refund: SettleRefund,
    fake_clock: FakeClock,
    refunds_job: ForEach[int],
) -> SettleRefunds:
    transactions = FakeTransactionRepository(store)
    return SettleRefunds(transactions, settle_refund, fake_clock, refunds_job)


def pending(store: Store, scripted: ScriptedProvider, *numbers: int, **fields: Any) -> None:
    """Refunds of 1.00 of payment 60, old enough for the job."""
    payment = paid(store, provider=scripted)
    for number in numbers:
        created_at = NOW - SETTLED_BY_REQUEST
        store.add(refund_of(payment, "1.00", **{"id": number, "created_at": created_at, **fields}))


async def test_pending_refunds_are_settled_page_by_page(
    settle_all: SettleRefunds,
    store: Store,
    provider: ScriptedProvider,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settle_refunds, "REFUNDS_PER_RUN", 2)
    asked = spy_on(monkeypatch, {FakeTransactionRepository: ["refunds_to_ask"]})
    pending(store, provider, 61, 62, 63)
    assert await settle_all.execute() == 3
    before = NOW - SETTLED_BY_REQUEST
    assert asked == [("refunds_to_ask", NOW, before, after_id, 2) for after_id in (0, 62, 63)]
    # What may have been asked for before is looked for first.
    assert [number for method, number in provider.calls if method == "refund"] == [61, 62, 63]
    assert provider.calls[0] == ("find_refund", 61)
    assert {store.transaction(number).status for number in (61, 62, 63)} == {
        TransactionStatus.SUCCESS
    }
    assert await settle_all.execute() == 0


async def test_a_refund_that_is_still_open_at_the_provider_is_not_counted(
    settle_all: SettleRefunds, store: Store, provider: ScriptedProvider, fake_clock: FakeClock
) -> None:
    pending(store, provider, 61, 62)
    provider.refund_state = OPEN
    assert await settle_all.execute() == 0
    provider.settle_refund(store.transaction(62))
    fake_clock.now += SETTLED_BY_REQUEST
    assert await settle_all.execute() == 1


@pytest.mark.parametrize(
    ("age", "wait"),
    [
        (timedelta(seconds=5), timedelta(seconds=5)),
        (timedelta(minutes=2), timedelta(minutes=1)),
        (timedelta(days=3), timedelta(hours=1)),
    ],
    ids=str,
)
async def test_the_older_an_open_refund_is_the_less_often_its_provider_is_asked(
    settle_all: SettleRefunds,
    store: Store,
    provider: ScriptedProvider,
    fake_clock: FakeClock,
    age: timedelta,
    wait: timedelta,
) -> None:
    pending(store, provider, 61, created_at=NOW - age)
    provider.refund_state = OPEN
    await settle_all.execute()
    provider.calls.clear()
    fake_clock.now += wait - MOMENT
    await settle_all.execute()
    assert provider.calls == []
    fake_clock.now += MOMENT
    await settle_all.execute()
    assert provider.calls == [("find_refund", 61)]


@pytest.mark.parametrize(
    "changes",
    [
        {"created_at": NOW - SETTLED_BY_REQUEST + MOMENT},
        {"provider": "manual"},
        {"status": TransactionStatus.FAILED},
    ],
    ids=str,
)
async def test_the_request_and_an_administrator_settle_their_own_refunds(
    settle_all: SettleRefunds,
    store: Store,
    provider: ScriptedProvider,
    monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, Any],
) -> None:
    asked = spy_on(monkeypatch, {SettleRefund: ["execute"]})
    pending(store, provider, 61, **changes)
    assert timedelta(seconds=5) == SETTLED_BY_REQUEST
    assert await settle_all.execute() == 0
    assert asked == []


async def test_a_pending_payment_is_no_refund(
    settle_all: SettleRefunds, store: Store, provider: ScriptedProvider
) -> None:
    store.add(scripted(created_at=NOW - timedelta(days=1)))
    know(provider, scripted())
    assert await settle_all.execute() == 0
    assert provider.calls == []


async def test_a_run_that_was_cut_short_is_continued_behind_the_refund_it_reached(
    settle_all: SettleRefunds,
    store: Store,
    provider: ScriptedProvider,
    refunds_job: ForEach[int],
) -> None:
    async def stop(method: str) -> None:
        if provider.calls[-1] == (method, 62):
            raise asyncio.CancelledError

    pending(store, provider, 61, 62, 63)
    provider.refund_state = OPEN
    provider.during = stop
    with pytest.raises(asyncio.CancelledError):
        await settle_all.execute()
    assert refunds_job.reached == 62
    provider.calls.clear()
    provider.during = None
    await settle_all.execute()
    assert provider.calls == [("find_refund", 63), ("refund", 63)]
