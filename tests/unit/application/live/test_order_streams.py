"""Streams of orders over states that the test makes, without a server."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import ExitStack
from dataclasses import replace

import pytest

from src.application.dtos.order_state import OrderState, TransactionState
from src.application.live.order_streams import OrderPace, OrderStreams
from src.application.live.stream import Stream
from src.application.live.stream_places import StreamPlaces
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.errors import Unavailable

CLIENT = "192.0.2.1"
LEAST = 0.02
REFUND = TransactionState(
    id=1, kind=TransactionKind.REFUND, status=TransactionStatus.PENDING, failure=None
)


class Orders:
    """States by id, as the database would have them; notes what is asked of it, and encoded."""

    def __init__(self) -> None:
        self.states = {number: state(number) for number in (1, 2)}
        self.error: Exception | None = None
        self.asked: list[set[int]] = []
        self.encoded = 0
        self.places = StreamPlaces(1000, 1000)

    async def read(self, order_ids: Collection[int]) -> dict[int, OrderState]:
        self.asked.append(set(order_ids))
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        return {order_id: self.states[order_id] for order_id in order_ids & self.states.keys()}

    def encode(self, state: OrderState) -> bytes:
        self.encoded += 1
        return f"{state.id}: {state.status}".encode()

    def streams(self, pace: OrderPace | None = None) -> OrderStreams:
        pace = pace or OrderPace(least=LEAST, after_failure=LEAST)
        return OrderStreams(self.read, self.encode, self.places, pace)

    def become(self, status: OrderStatus, *order_ids: int, is_settling: bool = False) -> None:
        transactions = (REFUND,) if is_settling else ()
        for number in order_ids:
            self.states[number] = replace(
                self.states[number], status=status, transactions=transactions
            )


def state(number: int) -> OrderState:
    return OrderState(
        id=number,
        user_id=7,
        status=OrderStatus.PENDING,
        version=1,
        expires_at=None,
        transactions=(),
    )


@pytest.fixture
def orders() -> Orders:
    return Orders()


class Reader:
    """Reads a stream as a quick client does."""

    def __init__(self, stream: Stream) -> None:
        self._frames: AsyncIterator[bytes] = stream.frames()

    async def next(self) -> bytes:
        async with asyncio.timeout(2):
            return await anext(self._frames)

    async def has_ended(self) -> bool:
        async with asyncio.timeout(2):
            return await anext(self._frames, None) is None


async def look() -> None:
    """The time of several looks."""
    await asyncio.sleep(LEAST * 4)


async def test_stream_begins_with_the_state_that_was_read_without_another_query(
    orders: Orders,
) -> None:
    with orders.streams().open(orders.states[1], CLIENT) as stream:
        reader = Reader(stream)
        assert (await reader.next(), orders.asked) == (b"1: pending", [])


async def test_change_between_reading_and_opening_is_sent(orders: Orders) -> None:
    before = orders.states[1]
    orders.become(OrderStatus.CONFIRMED, 1)
    with orders.streams().open(before, CLIENT) as stream:
        reader = Reader(stream)
        await reader.next()
        assert await reader.next() == b"1: confirmed"


async def test_one_query_answers_for_all_orders_and_streams_and_none_without_news(
    orders: Orders,
) -> None:
    streams = orders.streams()
    with ExitStack() as stack:
        opened = [
            stack.enter_context(streams.open(orders.states[1 + number % 2], CLIENT))
            for number in range(100)
        ]
        readers = [Reader(stream) for stream in opened]
        await asyncio.gather(*(reader.next() for reader in readers))
        await look()
        assert orders.asked == [{1, 2}]
        orders.become(OrderStatus.CONFIRMED, 1, 2)
        streams.wake([1, 2, 3])
        heard = await asyncio.gather(*(reader.next() for reader in readers))
        await look()
    assert set(heard) == {b"1: confirmed", b"2: confirmed"}
    assert (orders.asked, orders.encoded) == ([{1, 2}, {1, 2}], 4)


async def test_order_that_nobody_watches_is_not_read(orders: Orders) -> None:
    streams = orders.streams()
    streams.wake([1])
    streams.wake_all()
    with streams.open(orders.states[1], CLIENT):
        await look()
    streams.wake([1])
    await look()
    assert orders.asked == [{1}]


async def test_nothing_is_said_when_nothing_changed_or_another_order_did(orders: Orders) -> None:
    streams = orders.streams()
    with streams.open(orders.states[1], CLIENT) as one, streams.open(orders.states[2], CLIENT):
        reader = Reader(one)
        await reader.next()
        orders.become(OrderStatus.CONFIRMED, 2)
        streams.wake([1, 2])
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(LEAST * 4):
                await reader.next()


async def test_all_are_read_again_at_rest_in_case_nobody_was_notified(orders: Orders) -> None:
    streams = orders.streams(OrderPace(least=LEAST, at_rest=LEAST * 2))
    with streams.open(orders.states[1], CLIENT) as one, streams.open(orders.states[2], CLIENT):
        reader = Reader(one)
        await reader.next()
        orders.become(OrderStatus.CONFIRMED, 1)
        assert await reader.next() == b"1: confirmed"
        assert orders.asked[-1] == {1, 2}


async def test_stream_ends_after_the_final_state_which_everybody_gets(orders: Orders) -> None:
    streams = orders.streams()
    with (
        streams.open(orders.states[1], CLIENT) as one,
        streams.open(orders.states[1], CLIENT) as two,
    ):
        quick, slow = Reader(one), Reader(two)
        await asyncio.gather(quick.next(), slow.next())
        orders.become(OrderStatus.CANCELLED, 1, is_settling=True)
        streams.wake([1])
        assert await quick.next() == b"1: cancelled"
        orders.become(OrderStatus.EXPIRED, 1)
        streams.wake([1])
        assert await quick.next() == b"1: expired"
        assert await quick.has_ended()
        assert await slow.next() == b"1: expired"
        assert await slow.has_ended()
    with streams.open(orders.states[1], CLIENT) as late:
        reader = Reader(late)
        assert await reader.next() == b"1: expired"
        assert await reader.has_ended()
    assert orders.places.count == 0


async def test_order_that_has_ended_can_be_watched_anew_when_its_money_moves(
    orders: Orders,
) -> None:
    streams = orders.streams()
    orders.become(OrderStatus.CANCELLED, 1)
    with streams.open(orders.states[1], CLIENT) as over:
        await Reader(over).next()
        orders.become(OrderStatus.CANCELLED, 1, is_settling=True)
        with streams.open(orders.states[1], CLIENT) as stream:
            reader = Reader(stream)
            await reader.next()
            orders.become(OrderStatus.EXPIRED, 1)
            streams.wake([1])
            assert await reader.next() == b"1: expired"


@pytest.mark.parametrize("becomes", ["deleted", "another's"])
async def test_stream_of_an_order_that_is_gone_ends(orders: Orders, becomes: str) -> None:
    streams = orders.streams()
    with streams.open(orders.states[1], CLIENT) as stream:
        reader = Reader(stream)
        await reader.next()
        if becomes == "deleted":
            del orders.states[1]
        else:
            orders.states[1] = replace(orders.states[1], user_id=8)
        streams.wake([1])
        assert await reader.has_ended()


async def test_streams_outlive_a_database_that_is_away(orders: Orders) -> None:
    streams = orders.streams()
    with streams.open(orders.states[1], CLIENT) as stream:
        reader = Reader(stream)
        await reader.next()
        orders.error = ConnectionError("gone")
        orders.become(OrderStatus.CONFIRMED, 1)
        streams.wake([1])
        await look()
        orders.error = None
        assert await reader.next() == b"1: confirmed"


async def test_stream_does_not_last_for_ever_so_that_rights_are_checked_again(
    orders: Orders,
) -> None:
    with orders.streams(OrderPace(longest=LEAST)).open(orders.states[1], CLIENT) as stream:
        reader = Reader(stream)
        await reader.next()
        assert await reader.has_ended()


async def test_streams_beyond_a_limit_are_refused(orders: Orders) -> None:
    orders.places = StreamPlaces(2, 1)
    streams = orders.streams()
    with streams.open(orders.states[1], CLIENT), streams.open(orders.states[1], "192.0.2.2"):
        for client in (CLIENT, "192.0.2.3"):
            with pytest.raises(Unavailable), streams.open(orders.states[1], client):
                pass
    assert orders.places.count == 0


async def test_all_streams_end_at_once_when_they_are_closed(orders: Orders) -> None:
    streams = orders.streams()
    with (
        streams.open(orders.states[1], CLIENT) as one,
        streams.open(orders.states[2], CLIENT) as two,
    ):
        readers = Reader(one), Reader(two)
        await asyncio.gather(*(reader.next() for reader in readers))
        streams.end_all()
        assert [await reader.has_ended() for reader in readers] == [True, True]
