"""Two events that are paid online, a provider that does what a test says, and who settles."""

from datetime import timedelta

import pytest

from src.application.concurrency.lanes import Lanes
from src.application.settling.record_batch import PaymentLanes, RecordBatch
from src.application.settling.record_payment import RecordPayment
from src.application.settling.record_refund import RecordRefund, SettleRefund
from src.domain.entities.event import Payment
from tests.support.examples import (
    EVERYBODY,
    NOW,
    RIVAL,
    make_event,
    make_type,
    make_user,
)
from tests.support.fakes.orders import FakeTransactionRepository
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.payments import ScriptedProvider


@pytest.fixture
def store(store: Store) -> Store:
    """Event 10 of the organizer, with type 20, and event 11 of a rival, with type 21."""
    online = {"payment": Payment.ONLINE, "date_time": NOW + timedelta(days=1)}
    store.add(*map(make_user, EVERYBODY))
    store.add(make_event(**online), make_event(id=11, organizer_id=RIVAL.id, **online))
    store.add(make_type(), make_type(id=21, event_id=11))
    return store


@pytest.fixture
def provider() -> ScriptedProvider:
    return ScriptedProvider()


@pytest.fixture
def record_payment(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock, codes: FakeCodes
) -> RecordPayment:
    batch = RecordBatch(unit_of_work, fake_clock, codes)
    lanes: PaymentLanes = Lanes(batch.execute, max_batch=10, max_waiting=100)
    return RecordPayment(lanes, unit_of_work, fake_clock, codes)


@pytest.fixture
def record_refund(unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock) -> RecordRefund:
    return RecordRefund(unit_of_work, fake_clock)


@pytest.fixture
def settle_refund(
    store: Store, provider: ScriptedProvider, record_refund: RecordRefund
) -> SettleRefund:
    return SettleRefund(FakeTransactionRepository(store), provider.as_providers(), record_refund)
