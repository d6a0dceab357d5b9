"""A stream of frames to one client, and the channel that the streams of one thing share.

A stream has no queue, only a flag that the newest frame of its channel has changed: a slow client
skips outdated frames and costs no memory.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

NOTHING = b""


class Stream:
    """The stream of one client: iterate over `frames`."""

    def __init__(self, channel: "Channel") -> None:
        self._channel = channel
        self._is_due = asyncio.Event()
        self._is_ended = False
        self._sent = NOTHING

    async def frames(self) -> AsyncIterator[bytes]:
        """The newest frame, and again whenever it has changed, until the stream ends."""
        while not (self._channel.is_over and self._is_up_to_date):
            await self._is_due.wait()
            self._is_due.clear()
            if self._is_ended:
                return
            self._sent = self._channel.newest
            yield self._sent

    def wake(self) -> None:
        """Send the newest frame, unless it was sent already."""
        if not self._is_up_to_date:
            self._is_due.set()

    def end(self) -> None:
        """End `frames` without sending what is pending."""
        self._is_ended = True
        self._is_due.set()

    @property
    def _is_up_to_date(self) -> bool:
        return self._sent is self._channel.newest


@dataclass(slots=True, eq=False)
class Channel:
    """What the streams of one thing share; after the last frame it is over."""

    newest: bytes = NOTHING
    is_over: bool = False
    streams: set[Stream] = field(default_factory=set)

    def publish(self, frame: bytes, *, is_last: bool = False) -> None:
        """Send a frame to all, unless they have it; with the last one the streams end."""
        # An equal frame must stay the same object, by which a stream knows that it was sent.
        if frame != self.newest:
            self.newest = frame
        self.is_over = is_last
        for stream in self.streams:
            stream.wake()

    def end(self) -> None:
        """End all streams without sending what is pending."""
        for stream in self.streams:
            stream.end()
