"""Where a purchase is sold, and what is refused before it waits there."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from src.application.concurrency.lanes import ClientDisconnected, Lanes
from src.application.selling.buy import Buy
from src.application.selling.sell_across_events import SellAcrossEvents
from src.application.selling.sell_batch import SellBatch
from src.domain.errors import IdempotencyInProgress
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import BUYER, EVENT_ID, STRANGER
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.purchases import buying

KEY = IdempotentRequest(BUYER.id, "key", b"one")


@pytest.fixture
def buy(
    sell_batch: SellBatch,
    unit_of_work: FakeUnitOfWorkFactory,
    fake_clock: FakeClock,
    codes: FakeCodes,
) -> Buy:
    across = SellAcrossEvents(unit_of_work, fake_clock, codes, timedelta(minutes=10))
    return Buy(Lanes(sell_batch.execute, max_batch=10, max_waiting=10), across)


async def test_a_key_is_refused_while_its_purchase_runs_and_free_again_after_that(
    buy: Buy, store: Store
) -> None:
    first = asyncio.create_task(buy.execute(buying(BUYER, EVENT_ID, 1, idempotency=KEY)))
    await asyncio.sleep(0)
    others = [
        buying(BUYER, EVENT_ID, 1, idempotency=KEY),
        buying(BUYER, EVENT_ID, 1, idempotency=IdempotentRequest(BUYER.id, "other", b"one")),
        buying(STRANGER, EVENT_ID, 1, idempotency=IdempotentRequest(STRANGER.id, "key", b"one")),
    ]
    answers: list[Any] = await asyncio.gather(
        *(buy.execute(purchase) for purchase in others), return_exceptions=True
    )
    assert isinstance(answers[0], IdempotencyInProgress)
    assert [answer.is_replayed for answer in answers[1:]] == [False, False]
    sold = (await first).result
    again = await buy.execute(buying(BUYER, EVENT_ID, 1, idempotency=KEY))
    assert (again.result, again.is_replayed) == (sold, True)
    assert len(store.bookings) == 3


@pytest.mark.parametrize("key", [None, KEY])
async def test_nothing_is_sold_to_who_has_disconnected(
    buy: Buy, store: Store, key: IdempotentRequest | None
) -> None:
    purchase = buying(BUYER, EVENT_ID, 1, idempotency=key)
    with pytest.raises(ClientDisconnected):
        await buy.execute(purchase, lambda: True)
    assert store.bookings == {}
    assert not (await buy.execute(purchase, lambda: False)).is_replayed
