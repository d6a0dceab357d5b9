"""Many passwords at once: so many are hashed at a time, and the queue has an end."""

import asyncio
import threading

import pytest
from argon2 import PasswordHasher

from src.domain.errors import Unavailable
from src.infrastructure.security.passwords import Argon2PasswordHasher


class SlowHasher(PasswordHasher):
    """Hashes when it is let, and counts how many hash at a time."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.go_on = threading.Event()
        self.go_on.set()
        self.two_run = threading.Event()
        self.running = 0
        self.most = 0
        self._lock = threading.Lock()

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        with self._lock:
            self.running += 1
            self.most = max(self.most, self.running)
            if self.running == 2:
                self.two_run.set()
        self.go_on.wait(10)
        with self._lock:
            self.running -= 1
        return super().hash(password, salt=salt)


async def test_so_many_are_hashed_at_a_time_and_the_event_loop_goes_on() -> None:
    slow = SlowHasher()
    hasher = Argon2PasswordHasher(hasher=slow, at_once=2)
    slow.go_on.clear()
    tasks = [asyncio.create_task(hasher.hash(f"secret {number}")) for number in range(6)]
    await asyncio.to_thread(slow.two_run.wait, 10)
    slow.go_on.set()
    assert len(set(await asyncio.gather(*tasks))) == 6
    assert slow.most == 2


async def test_who_would_wait_too_long_is_refused_at_once_and_those_before_are_served() -> None:
    slow = SlowHasher()
    hasher = Argon2PasswordHasher(hasher=slow, at_once=1, max_waiting=1)
    slow.go_on.clear()
    tasks = [asyncio.create_task(hasher.hash(f"secret {number}")) for number in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await hasher.hash("one too many")
    slow.go_on.set()
    assert len(await asyncio.gather(*tasks)) == 2
    assert await hasher.hash("welcome again")
