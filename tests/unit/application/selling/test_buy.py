"""Where a purchase is sold, and what is refused before it waits there."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, cast

import pytest

from src.application.concurrency.lanes import ClientDisconnected, Lanes
from src.application.selling.buy import FEW_LANES, FEW_PURCHASES, Buy
from src.application.selling.purchase import OrderLine, OrderLines, Purchase
from src.application.selling.sell_across_events import SellAcrossEvents
from src.application.selling.sell_batch import SellBatch
from src.application.selling.sell_together import JointLanes, Left, SellTogether
from src.domain.errors import CartEmpty, IdempotencyInProgress
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
    together = SellTogether(unit_of_work, fake_clock, codes, timedelta(minutes=10))
    lanes = Lanes(sell_batch.execute, max_batch=10, max_waiting=10)
    joint: JointLanes = Lanes(together.execute, max_batch=10, max_waiting=10)
    return Buy(lanes, joint, across)


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


# Which lane a purchase is sold in


class FakeLanes:
    """Lanes of the keys in `busy`, which note what comes, and sell it or leave it."""

    def __init__(self, *busy: int | None, answer: object = "sold") -> None:
        self.busy = set(busy)
        self.came: list[tuple[int | None, Purchase]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self._answer = answer

    def __len__(self) -> int:
        return len(self.busy)

    def __contains__(self, key: object) -> bool:
        return key in self.busy

    async def submit(self, key: int | None, item: Purchase, is_disconnected: object) -> Any:
        self.came.append((key, item))
        await self.gate.wait()
        return self._answer


class FakeAcross:
    """Sells across events, by itself."""

    def __init__(self) -> None:
        self.came: list[Purchase] = []

    async def execute(self, purchase: Purchase) -> str:
        self.came.append(purchase)
        return "sold across"


def many_lines(*event_ids: int, discount_ids: tuple[int, ...] = ()) -> Purchase:
    lines = tuple(OrderLine(event_id=e, ticket_type_id=e + 10, quantity=1) for e in event_ids)
    return Purchase(actor=BUYER, wanted=OrderLines(lines=lines, discount_ids=discount_ids))


@pytest.mark.parametrize(
    ("event_ids", "codes", "busy", "joint", "is_joint"),
    [
        ((10,), (), (), (), False),
        ((10,), (), range(20, 20 + FEW_LANES - 1), (), False),
        ((10,), (), range(20, 20 + FEW_LANES), (), True),
        ((10,), (), (), (None,), True),
        ((10,), (7,), (), (None,), False),
        ((10,), (), (10,), (None,), False),
        ((10, 11), (), (), (), True),
        ((10, 11), (), (11,), (None,), True),
        ((10, 11), (7,), (), (None,), False),
    ],
    ids=[
        *("nobody else", "few events", "many events", "joint runs", "code", "hot event"),
        *("several", "one of them hot", "several with code"),
    ],
)
async def test_events_are_sold_together_once_many_sell_and_a_hot_one_by_itself(
    event_ids: tuple[int, ...],
    codes: tuple[int, ...],
    busy: Sequence[int],
    joint: Sequence[None],
    is_joint: bool,
) -> None:
    lanes, together, across = FakeLanes(*busy), FakeLanes(*joint), FakeAcross()
    purchase = many_lines(*event_ids, discount_ids=codes)
    await Buy(*cast(Any, (lanes, together, across))).execute(purchase)
    assert together.came == ([(None, purchase)] if is_joint else [])
    is_one = len(event_ids) == 1
    assert lanes.came == ([(10, purchase)] if is_one and not is_joint else [])
    assert across.came == ([purchase] if not is_one and not is_joint else [])


@pytest.mark.parametrize("event_ids", [(10,), (10, 11)])
async def test_what_was_left_is_sold_by_itself(event_ids: tuple[int, ...]) -> None:
    lanes, together, across = FakeLanes(), FakeLanes(None, answer=Left()), FakeAcross()
    purchase = many_lines(*event_ids)
    answer: Any = await Buy(*cast(Any, (lanes, together, across))).execute(purchase)
    assert answer == ("sold" if len(event_ids) == 1 else "sold across")
    assert [*lanes.came, *across.came] == ([(10, purchase)] if len(event_ids) == 1 else [purchase])


async def test_an_event_that_many_buy_gets_a_lane_of_its_own() -> None:
    lanes, together = FakeLanes(), FakeLanes(None)
    buy = Buy(*cast(Any, (lanes, together, FakeAcross())))
    together.gate.clear()
    waiting = [asyncio.create_task(buy.execute(many_lines(10))) for _ in range(FEW_PURCHASES)]
    await asyncio.sleep(0)
    await buy.execute(many_lines(10))
    assert (len(together.came), len(lanes.came)) == (FEW_PURCHASES, 1)
    together.gate.set()
    await asyncio.gather(*waiting)
    await buy.execute(many_lines(10))
    assert len(together.came) == FEW_PURCHASES + 1


async def test_nobody_sells_an_empty_cart(buy: Buy) -> None:
    with pytest.raises(CartEmpty):
        await buy.execute(many_lines())
