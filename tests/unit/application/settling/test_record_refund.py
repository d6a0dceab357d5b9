"""A refund is asked of its provider once, and what became of it is recorded and booked once."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.ports.database import AuditEntry
from src.application.ports.payments import ProviderState
from src.application.settling.record_refund import RecordRefund, SettleRefund
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.errors import NotFound, ProviderFailed
from src.domain.services.bookkeeping import payment_entries, refund_entries
from tests.support.examples import ADMIN, EVENT_ID, NOW, ORDER_ID, PAYMENT_ID
from tests.support.fakes.ports import FakeClock
from tests.support.fakes.store import Store
from tests.support.payments import ScriptedProvider
from tests.support.settling import (
    FAILED,
    OPEN,
    REFUND_ID,
    SUCCEEDED,
    answer,
    know,
    order_with,
    paid,
    part,
    refund_of,
    scripted,
)

PENDING, SUCCESS = TransactionStatus.PENDING, TransactionStatus.SUCCESS
HAS_FAILED, REFUNDED = TransactionStatus.FAILED, TransactionStatus.REFUNDED
EARLIER = NOW - timedelta(hours=1)


def entry(status: str, failure: str | None = None, *, was: str = "pending") -> AuditEntry:
    """What the audit log says of refund 61, whose outcome nobody but the provider caused."""
    return AuditEntry(
        f"refund.{status}",
        subject="transaction",
        subject_id=REFUND_ID,
        event_id=EVENT_ID,
        before={"status": was},
        after={"status": status, "provider": "scripted", "failure": failure},
        by=None,
    )


def begun(store: Store, amount: str = "20.00", **fields: Any) -> Transaction:
    """Payment 60 of 50.00 has bought tickets, and refund 61 of it is recorded."""
    refund = refund_of(paid(store), amount, event_id=EVENT_ID, booking_id=30, **fields)
    store.add(refund)
    return refund


# Recording


async def test_a_success_is_recorded_and_booked(record_refund: RecordRefund, store: Store) -> None:
    refund = begun(store)
    booked = list(store.ledger)
    said = answer(SUCCEEDED, reference="re_1")
    recorded, is_new = await record_refund.execute(REFUND_ID, said, actor=ADMIN)
    assert recorded == store.transaction(REFUND_ID)
    assert recorded == replace(
        refund, status=SUCCESS, settled_at=NOW, provider_reference="re_1", version=2
    )
    assert is_new
    entries = refund_entries(store.order(ORDER_ID), recorded, booked, NOW)
    assert sum(entry.amount for entry in entries) == -20
    assert store.ledger == booked + entries
    # A part of the payment is left.
    assert store.transaction(PAYMENT_ID).status is SUCCESS
    assert store.audit == [replace(entry("success"), by=ADMIN)]
    assert (store.locks, store.commits) == ([("order", ORDER_ID)], 1)


async def test_a_payment_is_refunded_when_all_of_it_went_back(
    record_refund: RecordRefund, store: Store
) -> None:
    order = order_with(part(30, BookingStatus.CONFIRMED), status=OrderStatus.CONFIRMED)
    # A fee below 1.00, beside the tickets: entries of any amount count.
    order.items[0].fee_amount = Decimal("0.50")
    order.items[0].total_amount = order.total_amount = Decimal("50.50")
    payment = scripted(SUCCESS, amount=Decimal("50.50"))
    store.add(order, payment)
    store.ledger += payment_entries(store.order(ORDER_ID), payment, NOW)
    store.add(refund_of(payment, "20.00"), refund_of(payment, "30.50", id=62))
    await record_refund.execute(REFUND_ID, answer(SUCCEEDED))
    assert store.transaction(PAYMENT_ID).status is SUCCESS
    await record_refund.execute(62, answer(SUCCEEDED))
    assert store.transaction(PAYMENT_ID).status is REFUNDED
    assert store.transaction(PAYMENT_ID).version == 2
    assert sum(entry.amount for entry in store.ledger) == 0


async def test_a_payment_that_was_marked_as_refunded_stays_it(
    record_refund: RecordRefund, store: Store
) -> None:
    begun(store, "50.00")
    store.add(scripted(REFUNDED))
    recorded, _ = await record_refund.execute(REFUND_ID, answer(SUCCEEDED))
    assert (recorded.status, store.transaction(PAYMENT_ID).status) == (SUCCESS, REFUNDED)


@pytest.mark.parametrize(
    ("said", "why"),
    [("No such card.", "No such card."), (None, "The provider did not give the money back.")],
)
async def test_a_failure_is_recorded_with_its_reason_and_books_nothing(
    record_refund: RecordRefund, store: Store, said: str | None, why: str
) -> None:
    refund = begun(store)
    booked = list(store.ledger)
    recorded, is_new = await record_refund.execute(REFUND_ID, answer(FAILED, failure=said))
    failed: dict[str, Any] = {
        **{"status": HAS_FAILED, "failure": why, "settled_at": NOW, "version": 2},
        "owed_amount": refund.amount,
    }
    assert recorded == store.transaction(REFUND_ID) == replace(refund, **failed)
    assert is_new
    assert (store.ledger, store.audit) == (booked, [entry("failed", why)])
    assert store.transaction(PAYMENT_ID).refundable == 50


async def test_a_success_counts_after_a_failure_too(
    record_refund: RecordRefund, store: Store
) -> None:
    begun(store, status=HAS_FAILED, failure="No such card.")
    recorded, _ = await record_refund.execute(REFUND_ID, answer(SUCCEEDED))
    assert (recorded.status, recorded.failure) == (SUCCESS, None)
    assert sum(entry.amount for entry in store.ledger) == 30
    assert store.audit == [entry("success", was="failed")]


@pytest.mark.parametrize("state", [SUCCEEDED, OPEN])
async def test_what_is_said_again_after_a_success_changes_nothing(
    record_refund: RecordRefund, store: Store, state: ProviderState
) -> None:
    refund = begun(store, status=SUCCESS, settled_at=EARLIER)
    booked = list(store.ledger)
    recorded, is_new = await record_refund.execute(REFUND_ID, answer(state, failure="No."))
    assert recorded == store.transaction(REFUND_ID) == refund
    assert is_new
    assert (store.ledger, store.audit) == (booked, [])


async def test_a_success_that_is_taken_back_is_taken_back_in_the_ledger_and_owed(
    record_refund: RecordRefund, store: Store
) -> None:
    begun(store, "50.00")
    await record_refund.execute(REFUND_ID, answer(SUCCEEDED))
    assert store.transaction(PAYMENT_ID).status is REFUNDED
    booked = list(store.ledger)
    recorded, _ = await record_refund.execute(REFUND_ID, answer(FAILED, failure="Closed."))
    assert (recorded.status, recorded.failure) == (HAS_FAILED, "Closed.")
    assert recorded.owed_amount == 50
    assert recorded.settled_at == NOW
    payment = store.transaction(PAYMENT_ID)
    assert payment.status is SUCCESS
    assert payment.refundable == 50
    taken_back = store.ledger[len(booked) :]
    assert [(entry.kind, entry.turn, entry.amount) for entry in taken_back] == [
        (entry.kind, 1, -entry.amount) for entry in booked if entry.transaction_id == REFUND_ID
    ]
    assert store.audit[-1] == entry("failed", "Closed.", was="success")


async def test_a_refund_that_comes_and_goes_is_booked_each_time(
    record_refund: RecordRefund, store: Store
) -> None:
    begun(store)
    for said in (SUCCEEDED, FAILED, SUCCEEDED, FAILED, SUCCEEDED):
        await record_refund.execute(REFUND_ID, answer(said))
    own = [entry for entry in store.ledger if entry.transaction_id == REFUND_ID]
    assert {entry.turn for entry in own} == {0, 1, 2, 3, 4}
    assert sum(entry.amount for entry in own) == -20
    assert len({(entry.order_item_id, entry.account, entry.turn) for entry in own}) == len(own)


async def test_a_late_success_for_money_that_was_sent_back_otherwise_needs_a_person(
    record_refund: RecordRefund, store: Store
) -> None:
    begun(store, "50.00", status=HAS_FAILED, settled_at=EARLIER)
    other = {"id": 62, "idempotency_key": "refund-62", "status": SUCCESS, "settled_at": NOW}
    store.add(refund_of(store.transaction(PAYMENT_ID), "10.00", **other))
    booked = list(store.ledger)
    recorded, _ = await record_refund.execute(REFUND_ID, answer(SUCCEEDED))
    assert recorded.status is HAS_FAILED
    assert recorded.failure == "The provider says that it went back after all."
    assert store.ledger == booked


@pytest.mark.parametrize("said", [{"amount": Decimal("1.00")}, {"currency": "EUR"}], ids=str)
async def test_another_amount_than_was_asked_for_is_no_success(
    record_refund: RecordRefund, store: Store, said: dict[str, Any]
) -> None:
    begun(store)
    booked = list(store.ledger)
    as_asked = {"amount": Decimal("20.00"), "currency": "USD"}
    recorded, _ = await record_refund.execute(REFUND_ID, answer(SUCCEEDED, **as_asked | said))
    assert recorded.status is PENDING
    assert recorded.failure is not None
    assert recorded.failure.startswith("The provider gave back")
    assert store.ledger == booked
    recorded, _ = await record_refund.execute(REFUND_ID, answer(SUCCEEDED, **as_asked))
    assert (recorded.status, recorded.failure) == (SUCCESS, None)


async def test_a_reference_that_comes_after_the_success_is_kept_and_nothing_is_booked_again(
    record_refund: RecordRefund, store: Store
) -> None:
    refund = begun(store, status=SUCCESS, settled_at=EARLIER)
    booked = list(store.ledger)
    await record_refund.execute(REFUND_ID, answer(SUCCEEDED, reference="re_1"))
    named = replace(refund, provider_reference="re_1", version=2)
    assert (store.transaction(REFUND_ID), store.ledger) == (named, booked)


@pytest.mark.parametrize("state", [FAILED, OPEN])
async def test_the_first_failure_is_the_one_that_counts(
    record_refund: RecordRefund, store: Store, state: ProviderState
) -> None:
    refund = begun(store, status=HAS_FAILED, failure="No such card.", settled_at=EARLIER)
    await record_refund.execute(REFUND_ID, answer(state, failure="Again."))
    assert (store.transaction(REFUND_ID), store.audit) == (refund, [])


async def test_an_open_refund_gets_its_reference_once(
    record_refund: RecordRefund, store: Store
) -> None:
    refund = begun(store)
    await record_refund.execute(REFUND_ID, answer(OPEN, reference="re_1"))
    named = replace(refund, provider_reference="re_1", version=2)
    assert (store.transaction(REFUND_ID), store.audit) == (named, [entry("pending")])
    await record_refund.execute(REFUND_ID, answer(OPEN, reference="re_2"))
    assert (store.transaction(REFUND_ID), store.audit) == (named, [entry("pending")])


@pytest.mark.parametrize("state", [SUCCEEDED, FAILED, OPEN])
async def test_a_webhook_event_is_recorded_once(
    record_refund: RecordRefund, store: Store, state: ProviderState
) -> None:
    begun(store)
    said = answer(state, reference="re_1")
    _, is_new = await record_refund.execute(REFUND_ID, said, provider_event_id="evt_1")
    assert is_new
    assert store.provider_events == {("scripted", "evt_1"): (REFUND_ID, state)}
    before = store.snapshot()
    again = answer(SUCCEEDED, reference="re_2")
    recorded, is_new = await record_refund.execute(REFUND_ID, again, provider_event_id="evt_1")
    assert not is_new
    assert recorded == store.transaction(REFUND_ID)
    assert store.snapshot() == before


async def test_a_refund_is_read_again_once_its_order_is_locked(
    record_refund: RecordRefund, store: Store
) -> None:
    refund = begun(store)
    failed = replace(refund, status=HAS_FAILED, failure="The first.")
    store.before_lock = lambda: store.add(failed)
    recorded, _ = await record_refund.execute(REFUND_ID, answer(FAILED, failure="The second."))
    assert recorded.failure == "The first."


async def test_a_refund_that_does_not_exist_is_not_found(record_refund: RecordRefund) -> None:
    with pytest.raises(NotFound, match=r"^There is no transaction 61\.$"):
        await record_refund.execute(REFUND_ID, answer(SUCCEEDED))


# Settling


async def test_a_refund_is_asked_of_its_provider_and_recorded(
    settle_refund: SettleRefund, store: Store, provider: ScriptedProvider
) -> None:
    begun(store)
    know(provider, scripted())
    settled = await settle_refund.execute(REFUND_ID)
    assert settled == store.transaction(REFUND_ID)
    assert (settled.status, settled.provider_reference) == (SUCCESS, "scripted_refund_1")
    assert provider.calls == [("refund", REFUND_ID)]
    assert provider.refunds["refund-61"].parent == scripted().idempotency_key
    assert store.audit == [entry("success")]


@pytest.mark.parametrize(
    "changes", [{"status": SUCCESS}, {"status": HAS_FAILED}, {"parent_id": None}], ids=str
)
async def test_what_is_no_pending_refund_is_not_asked_for(
    settle_refund: SettleRefund, store: Store, provider: ScriptedProvider, changes: dict[str, Any]
) -> None:
    refund = replace(begun(store), **changes)
    store.add(refund)
    assert await settle_refund.execute(REFUND_ID) == refund
    assert (provider.calls, store.commits) == ([], 0)


async def test_a_refund_that_the_provider_has_already_is_looked_up(
    settle_refund: SettleRefund, store: Store, provider: ScriptedProvider, fake_clock: FakeClock
) -> None:
    refund = begun(store)
    know(provider, scripted())
    provider.refund_state = OPEN
    opened = await settle_refund.execute(REFUND_ID)
    named = replace(refund, provider_reference="scripted_refund_1", version=2)
    assert opened == store.transaction(REFUND_ID) == named
    # Nothing has happened since.
    assert await settle_refund.execute(REFUND_ID) == opened
    assert (provider.calls[-1], store.commits) == (("find_refund", REFUND_ID), 1)
    provider.settle_refund(refund)
    assert (await settle_refund.execute(REFUND_ID)).status is SUCCESS
    assert provider.calls[-1] == ("find_refund", REFUND_ID)


async def test_a_refund_that_the_provider_no_longer_knows_stays_as_it_is(
    settle_refund: SettleRefund, store: Store
) -> None:
    refund = begun(store, provider_reference="re_1")
    assert await settle_refund.execute(REFUND_ID) == refund
    assert store.commits == 0


@pytest.mark.parametrize(
    ("known", "said", "is_new_to_us"),
    [
        (None, answer(OPEN), False),
        (None, answer(OPEN, reference="re_1"), True),
        ("re_1", answer(OPEN), False),
        ("re_1", answer(OPEN, reference="re_1"), False),
        ("re_1", answer(FAILED, reference="re_1"), True),
        (None, answer(SUCCEEDED), True),
    ],
    ids=str,
)
async def test_what_is_written_down_already_changes_nothing(
    settle_refund: SettleRefund,
    store: Store,
    provider: ScriptedProvider,
    monkeypatch: pytest.MonkeyPatch,
    known: str | None,
    said: Any,
    is_new_to_us: bool,
) -> None:
    async def say(*_: Transaction) -> Any:
        return said

    begun(store, provider_reference=known)
    monkeypatch.setattr(provider, "refund", say)
    monkeypatch.setattr(provider, "find_refund", say)
    await settle_refund.execute(REFUND_ID)
    assert store.commits == is_new_to_us


@pytest.mark.parametrize("name", ["scripted", "elsewhere"])
async def test_a_refund_waits_where_its_provider_is_away_or_not_enabled(
    settle_refund: SettleRefund, store: Store, provider: ScriptedProvider, name: str
) -> None:
    begun(store, provider=name)
    know(provider, scripted())
    provider.fail_next("refund")
    before = store.snapshot()
    with pytest.raises(ProviderFailed, match=rf"\({name}\)"):
        await settle_refund.execute(REFUND_ID)
    assert store.snapshot() == before
