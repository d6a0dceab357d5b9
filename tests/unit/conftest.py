"""An empty store and a clock that stands still, for tests of use cases over the fakes."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from src.application.concurrency.lanes import Lanes
from src.application.selling.buy import Buy
from src.application.selling.sell_across_events import SellAcrossEvents
from src.application.selling.sell_batch import SellBatch
from src.application.selling.sell_together import JointLanes, SellTogether
from src.application.use_cases.booking.book_tickets import BookTickets
from src.config import Settings
from tests.support.examples import EVERYBODY, make_event, make_type, make_user
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store


@pytest.fixture
def store(fake_clock: FakeClock) -> Store:
    return Store(clock=lambda: fake_clock.now)


@pytest.fixture
def unit_of_work(store: Store) -> FakeUnitOfWorkFactory:
    return FakeUnitOfWorkFactory(store)


@pytest.fixture
def fake_clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def local_time_of_bangkok(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The server's own time zone is seven hours ahead of UTC."""
    monkeypatch.setenv("TZ", "Asia/Bangkok")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def codes() -> FakeCodes:
    return FakeCodes()


@pytest.fixture
def sell_batch(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock, codes: FakeCodes
) -> SellBatch:
    """Sells an event of four tickets, of one type, to everybody; holds last ten minutes."""
    store.add(*map(make_user, EVERYBODY), make_event(capacity=4), make_type())
    return SellBatch(unit_of_work, fake_clock, codes, timedelta(minutes=10))


@pytest.fixture
def book_tickets(
    sell_batch: SellBatch,
    unit_of_work: FakeUnitOfWorkFactory,
    fake_clock: FakeClock,
    codes: FakeCodes,
) -> BookTickets:
    """The same, behind lanes as in the service."""
    across_events = SellAcrossEvents(unit_of_work, fake_clock, codes, timedelta(minutes=10))
    together = SellTogether(unit_of_work, fake_clock, codes, timedelta(minutes=10))
    lanes = Lanes(sell_batch.execute, max_batch=10, max_waiting=10)
    joint: JointLanes = Lanes(together.execute, max_batch=10, max_waiting=10)
    return BookTickets(Buy(lanes, joint, across_events))


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the developer's, from the environment or a .env file, gets in."""
    for name in [*Settings.model_fields]:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
