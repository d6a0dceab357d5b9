"""An empty store and a clock that stands still, for tests of use cases over the fakes."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from src.application.lanes import Lanes
from src.application.use_cases.booking.book_tickets import BookTickets
from src.application.use_cases.booking.sale_desk import SaleDesk
from src.application.use_cases.booking.sell_tickets import SellTickets
from tests.unit.examples import EVERYBODY, make_event, make_type, make_user
from tests.unit.fake_store import Store
from tests.unit.fakes import FakeClock, FakeCodes, FakeUnitOfWorkFactory


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
def sell_tickets(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock, codes: FakeCodes
) -> SellTickets:
    """Sells an event of four tickets, of one type, to everybody; holds last ten minutes."""
    store.add(*map(make_user, EVERYBODY), make_event(capacity=4), make_type())
    return SellTickets(unit_of_work, fake_clock, codes, timedelta(minutes=10))


@pytest.fixture
def book_tickets(sell_tickets: SellTickets) -> BookTickets:
    """The same, behind lanes as in the service."""
    return BookTickets(SaleDesk(Lanes(sell_tickets.execute, max_batch=10, max_waiting=10)))
