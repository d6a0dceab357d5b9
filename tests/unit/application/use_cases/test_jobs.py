"""Jobs over the fakes: orders are completed when events are over, and old answers and tokens go."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from src.application.concurrency.for_each import ForEach
from src.application.use_cases.maintenance import clean_up
from src.application.use_cases.maintenance.clean_up import CleanUp
from src.application.use_cases.maintenance.complete_past_events import CompletePastEvents
from src.domain.entities.event import EventStatus
from src.domain.entities.session import RefreshToken
from tests.support.examples import BUYER, MOMENT, NOW, make_event
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store

DAY = timedelta(days=1)
BEGUN = {"date_time": NOW - DAY}


async def test_active_events_are_completed_when_they_are_over_and_no_others(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    store.add(make_event(id=11, **BEGUN, ends_at=NOW), make_event(id=12, **BEGUN, ends_at=NOW))
    store.add(make_event(id=13, **BEGUN, ends_at=NOW + MOMENT))
    store.add(make_event(id=14, **BEGUN, status=EventStatus.CANCELLED))
    store.add(make_event(id=15, **BEGUN, deleted_at=NOW))
    complete = CompletePastEvents(
        unit_of_work, FakeEventRepository(store), fake_clock, ForEach("event", int)
    )
    assert await complete.execute() == 2
    statuses = {event.id: event.status for event in store.events.values()}
    completed = [
        event_id for event_id, status in statuses.items() if status is EventStatus.COMPLETED
    ]
    assert completed == [11, 12]
    assert store.actions() == ["event.completed"] * 2
    assert await complete.execute() == 0


async def test_an_event_that_was_cancelled_before_the_lock_is_left_alone(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    store.add(make_event(id=11, **BEGUN))
    cancelled = make_event(id=11, **BEGUN, status=EventStatus.CANCELLED)
    store.before_lock = lambda: store.add(cancelled)
    complete = CompletePastEvents(
        unit_of_work, FakeEventRepository(store), fake_clock, ForEach("event", int)
    )
    assert await complete.execute() == 0
    assert (store.commits, store.audit) == (0, [])


def token(name: bytes, expires_at: datetime) -> RefreshToken:
    return RefreshToken(
        user_id=BUYER.id, family_id=UUID(int=1), token_hash=name, expires_at=expires_at
    )


async def test_answers_and_tokens_are_kept_for_a_day_and_then_removed_in_batches(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    fake_clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clean_up, "BATCH", 1)
    for number, when in enumerate((NOW - 2 * DAY, NOW - DAY - MOMENT, NOW - DAY)):
        name = (BUYER.id, f"key {number}")
        store.answers[name], store.answered_at[name] = (b"one", "answer"), when
        store.tokens[b"%d" % number] = token(b"%d" % number, when)
    assert await CleanUp(unit_of_work, fake_clock).execute() == 4
    assert list(store.answers) == list(store.answered_at) == [(BUYER.id, "key 2")]
    assert list(store.tokens) == [b"2"]
