"""An empty store and a clock that stands still, for tests of use cases over the fakes."""

import pytest

from tests.unit.fake_store import Store
from tests.unit.fakes import FakeClock, FakeUnitOfWorkFactory


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def unit_of_work(store: Store) -> FakeUnitOfWorkFactory:
    return FakeUnitOfWorkFactory(store)


@pytest.fixture
def fake_clock() -> FakeClock:
    return FakeClock()
