"""Streams of the states of orders: what has changed is read for all of them with one query."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import Context
from dataclasses import dataclass

from src.application.dtos.order_state import OrderState
from src.application.live.stream import Channel, Stream
from src.application.live.stream_places import StreamPlaces

log = logging.getLogger(__name__)

ReadOrderStates = Callable[[Collection[int]], Awaitable[Mapping[int, OrderState]]]
"""Reads the states of these orders with one query, without those that do not exist."""


@dataclass(frozen=True, slots=True)
class OrderPace:
    """Seconds: at least `least` between two queries, however many orders change.

    All orders with streams are read together after `at_rest`: a process that dies between a
    commit and its notification notifies nobody. A stream ends after `longest`, so that its client
    comes back and its rights are checked anew.
    """

    least: float = 0.01
    at_rest: float = 60.0
    after_failure: float = 1.0
    longest: float = 900.0


@dataclass(slots=True, eq=False)
class _OrderChannel(Channel):
    """The channel of an order, and what it sent last."""

    state: OrderState | None = None


class OrderStreams:
    """All streams of orders of this process. `encode` makes a frame of a state."""

    def __init__(
        self,
        read: ReadOrderStates,
        encode: Callable[[OrderState], bytes],
        places: StreamPlaces,
        pace: OrderPace | None = None,
    ) -> None:
        self._read = read
        self._encode = encode
        self._places = places
        self._pace = pace or OrderPace()
        self._channels: dict[int, _OrderChannel] = {}
        self._due: set[int] = set()
        self._is_due = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @contextmanager
    def open(self, state: OrderState, client: str) -> Iterator[Stream]:
        """Open a stream of the order for the context; it begins with this state, just read.

        Raises Unavailable beyond a limit.
        """
        with self._places.taken_by(client):
            channel = self._channels.get(state.id) or self._begin(state)
            stream = Stream(channel)
            channel.streams.add(stream)
            stream.wake()
            # It may have changed since, when nobody listened yet.
            self.wake([state.id])
            ending = asyncio.get_running_loop().call_later(self._pace.longest, stream.end)
            try:
                yield stream
            finally:
                ending.cancel()
                stream.end()
                channel.streams.discard(stream)
                if not channel.streams and self._channels.get(state.id) is channel:
                    self._forget(state.id)

    def wake(self, order_ids: Iterable[int]) -> None:
        """Read those of these orders again that somebody watches, because they have changed."""
        due = self._channels.keys() & set(order_ids) if self._channels else None
        if due:
            self._due |= due
            self._is_due.set()

    def wake_all(self) -> None:
        """Read all orders again, because any may have changed."""
        self.wake(list(self._channels))

    def end_all(self) -> None:
        """End all open streams."""
        for channel in self._channels.values():
            channel.end()

    def _begin(self, state: OrderState) -> _OrderChannel:
        channel = _OrderChannel()
        self._send(channel, state)
        if not state.is_final:
            self._channels[state.id] = channel
            if self._task is None or self._task.done():
                # In a context of its own: the task outlives the request that started it.
                self._task = asyncio.create_task(self._serve(), context=Context())
        return channel

    def _forget(self, order_id: int) -> None:
        del self._channels[order_id]
        # The task ends by itself without any: cancelled, it would break off a query.
        self._is_due.set()

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        rested = loop.time() + self._pace.at_rest
        while self._channels:
            with suppress(TimeoutError):
                async with asyncio.timeout_at(rested):
                    await self._is_due.wait()
            if loop.time() >= rested:
                self._due.update(self._channels)
                rested = loop.time() + self._pace.at_rest
            self._is_due.clear()
            await self._read_due()

    async def _read_due(self) -> None:
        order_ids = self._due & self._channels.keys()
        self._due.clear()
        if not order_ids:
            return
        try:
            self._publish(order_ids, await self._read(order_ids))
        except Exception as error:
            # The streams stay open: a browser does not reconnect after an error.
            log.warning("Orders were not read for their streams: %r", error)
            self._due |= order_ids
            self._is_due.set()
            await asyncio.sleep(self._pace.after_failure)
        else:
            await asyncio.sleep(self._pace.least)

    def _publish(self, order_ids: Collection[int], states: Mapping[int, OrderState]) -> None:
        for order_id in order_ids:
            channel, state = self._channels.get(order_id), states.get(order_id)
            if channel is None or channel.state is None or channel.state == state:
                continue
            if state is None or state.user_id != channel.state.user_id:
                # Deleted, or somebody else's now: who comes back is refused, or begins anew.
                channel.end()
                self._forget(order_id)
                continue
            self._send(channel, state)
            if state.is_final:
                self._forget(order_id)

    def _send(self, channel: _OrderChannel, state: OrderState) -> None:
        channel.state = state
        channel.publish(self._encode(state), is_last=state.is_final)
