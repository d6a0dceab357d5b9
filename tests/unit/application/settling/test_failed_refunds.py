"""A failed refund is sent again, or recorded as paid out another way: once, and no more of it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from src.application.settling.failed_refund import AskAboutRefund
from src.application.settling.record_refund import RecordRefund, SettleRefund
from src.application.use_cases.payment.record_paid_out import PaidOutCommand, RecordPaidOut
from src.application.use_cases.payment.retry_refund import RetryRefund, RetryRefundCommand
from src.domain.entities.booking import BookingStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import (
    Forbidden,
    InvalidState,
    NotFound,
    ProviderFailed,
    RefundExceedsPayment,
)
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVENT_ID,
    NOW,
    ORGANIZER,
    PAYMENT_ID,
    RIVAL,
    STRANGER,
)
from tests.support.fakes.orders import FakeTransactionRepository
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.payments import Kept, ScriptedProvider
from tests.support.settling import FAILED, OPEN, REFUND_ID, paid, part, refund_of

SUCCESS, HAS_FAILED = TransactionStatus.SUCCESS, TransactionStatus.FAILED
REFUNDED = TransactionStatus.REFUNDED


@pytest.fixture
def ask(store: Store, provider: ScriptedProvider, record_refund: RecordRefund) -> AskAboutRefund:
    return AskAboutRefund(FakeTransactionRepository(store), provider.as_providers(), record_refund)


@pytest.fixture
def retry(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    ask: AskAboutRefund,
    settle_refund: SettleRefund,
) -> RetryRefund:
    return RetryRefund(unit_of_work, FakeTransactionRepository(store), ask, settle_refund)


@pytest.fixture
def pay_out(
    unit_of_work: FakeUnitOfWorkFactory, ask: AskAboutRefund, fake_clock: FakeClock
) -> RecordPaidOut:
    return RecordPaidOut(unit_of_work, ask, fake_clock)


def failed(
    store: Store, provider: ScriptedProvider, amount: str = "20.00", **fields: Any
) -> Transaction:
    """Payment 60 of 50.00 bought booking 30, and refund 61 of a part of it has failed."""
    ended = part(30, BookingStatus.REFUNDED)
    payment = paid(store, ended, provider=provider)
    refund = refund_of(
        payment,
        amount,
        **{
            "status": HAS_FAILED,
            "event_id": EVENT_ID,
            "booking_id": 30,
            "reason": "Rain.",
            "failure": "A closed card.",
            "owed_amount": Decimal(amount),
            "provider_reference": "re_1",
            "settled_at": NOW,
            **fields,
        },
    )
    store.add(refund)
    provider.refunds[refund.idempotency_key] = Kept(
        refund.id, refund.kind, "re_1", refund.amount, "USD", FAILED, parent=payment.idempotency_key
    )
    return refund


IT = RetryRefundCommand(refund_id=REFUND_ID)
IN_CASH = PaidOutCommand(refund_id=REFUND_ID, note="In cash.")


@pytest.mark.parametrize("actor", [ORGANIZER, ADMIN])
async def test_a_retry_repeats_the_refund_with_a_key_of_its_own(
    retry: RetryRefund, store: Store, provider: ScriptedProvider, actor: Actor
) -> None:
    refund = failed(store, provider)
    bookings = {row.id: row.status for row in store.bookings.values()}
    again = (await retry.execute(actor, IT)).result
    assert again.status is SUCCESS
    assert (again.replaces_id, again.amount) == (REFUND_ID, refund.amount)
    assert (again.event_id, again.booking_id, again.reason) == (EVENT_ID, 30, "Rain.")
    assert (again.provider, again.parent_id) == ("scripted", PAYMENT_ID)
    assert again.idempotency_key != refund.idempotency_key
    assert store.transaction(REFUND_ID).owed_amount == 0
    assert {row.id: row.status for row in store.bookings.values()} == bookings
    assert [method for method, _ in provider.calls] == ["find_refund", "refund"]
    assert store.actions() == ["refund.started", "refund.success"]
    assert store.audit[0].by == actor


async def test_a_retry_is_made_once(
    retry: RetryRefund, store: Store, provider: ScriptedProvider
) -> None:
    failed(store, provider)
    again = (await retry.execute(ORGANIZER, IT)).result
    before = store.snapshot()
    for refund_id in (REFUND_ID, again.id, PAYMENT_ID):
        with pytest.raises(InvalidState):
            await retry.execute(ORGANIZER, replace(IT, refund_id=refund_id))
    assert store.snapshot() == before


async def test_a_retry_that_fails_is_owed_in_place_of_the_first(
    retry: RetryRefund, store: Store, provider: ScriptedProvider
) -> None:
    failed(store, provider)
    provider.refund_state = FAILED
    again = (await retry.execute(ORGANIZER, IT)).result
    assert again.status is HAS_FAILED
    assert again.owed_amount == 20
    assert store.transaction(REFUND_ID).owed_amount == 0


@pytest.mark.parametrize(
    ("actor", "refusal"), [(BUYER, Forbidden), (STRANGER, NotFound), (RIVAL, NotFound)], ids=str
)
async def test_others_neither_retry_nor_pay_out(
    retry: RetryRefund,
    pay_out: RecordPaidOut,
    store: Store,
    provider: ScriptedProvider,
    actor: Actor,
    refusal: type[Exception],
) -> None:
    failed(store, provider)
    before = store.snapshot()
    with pytest.raises(refusal):
        await retry.execute(actor, IT)
    with pytest.raises(refusal):
        await pay_out.execute(actor, IN_CASH)
    assert (store.snapshot(), provider.calls) == (before, [])


async def test_of_an_order_with_events_of_others_each_organizer_retries_their_own_part(
    retry: RetryRefund, store: Store, provider: ScriptedProvider
) -> None:
    refund = failed(store, provider)
    payment = paid(store, part(30), part(31), provider=provider, amount=Decimal("100.00"))
    store.add(replace(refund, parent_id=payment.id))
    with pytest.raises(NotFound):
        await retry.execute(RIVAL, IT)
    assert (await retry.execute(ORGANIZER, IT)).result.status is SUCCESS


async def test_a_refund_that_the_provider_made_after_all_is_recorded_and_not_made_again(
    retry: RetryRefund, pay_out: RecordPaidOut, store: Store, provider: ScriptedProvider
) -> None:
    refund = failed(store, provider)
    provider.settle_refund(refund)
    with pytest.raises(InvalidState, match="sent this refund back after all"):
        await pay_out.execute(ORGANIZER, IN_CASH)
    assert store.transaction(REFUND_ID).status is SUCCESS
    assert len(store.transactions) == 2


async def test_a_retry_answers_the_refund_that_was_made_after_all(
    retry: RetryRefund, store: Store, provider: ScriptedProvider
) -> None:
    refund = failed(store, provider)
    provider.settle_refund(refund)
    known = (await retry.execute(ORGANIZER, IT)).result
    assert (known.id, known.status) == (REFUND_ID, SUCCESS)
    assert known.owed_amount == 0
    assert len(store.transactions) == 2


async def test_nothing_is_sent_again_while_the_provider_has_not_decided_or_does_not_answer(
    retry: RetryRefund, pay_out: RecordPaidOut, store: Store, provider: ScriptedProvider
) -> None:
    refund = failed(store, provider)
    provider.settle_refund(refund, OPEN)
    before = store.snapshot()
    with pytest.raises(InvalidState, match="still works on this refund"):
        await retry.execute(ORGANIZER, IT)
    provider.fail_next("find_refund")
    with pytest.raises(ProviderFailed):
        await pay_out.execute(ORGANIZER, IN_CASH)
    assert store.snapshot() == before


async def test_what_was_paid_out_is_a_manual_refund_that_is_done(
    pay_out: RecordPaidOut, store: Store, provider: ScriptedProvider
) -> None:
    failed(store, provider, "50.00")
    done = (await pay_out.execute(ORGANIZER, IN_CASH)).result
    assert (done.status, done.provider, done.note) == (SUCCESS, "manual", "In cash.")
    assert done.amount == 50
    assert (done.replaces_id, done.booking_id) == (REFUND_ID, 30)
    assert store.transaction(PAYMENT_ID).status is REFUNDED
    assert sum(entry.amount for entry in store.ledger) == 0
    assert store.transaction(REFUND_ID).owed_amount == 0
    (entry,) = store.audit
    assert (entry.action, entry.subject_id, entry.by) == ("refund.success", done.id, ORGANIZER)
    assert entry.after is not None
    assert (entry.after["provider"], entry.after["replaces_id"]) == ("manual", REFUND_ID)


async def test_a_part_may_be_paid_out_and_the_rest_sent_again(
    retry: RetryRefund, pay_out: RecordPaidOut, store: Store, provider: ScriptedProvider
) -> None:
    failed(store, provider)
    with pytest.raises(RefundExceedsPayment):
        await pay_out.execute(ORGANIZER, replace(IN_CASH, amount=Decimal("20.01")))
    await pay_out.execute(ORGANIZER, replace(IN_CASH, amount=Decimal("15.00")))
    assert store.transaction(REFUND_ID).owed_amount == 5
    again = (await retry.execute(ORGANIZER, IT)).result
    assert again.status is SUCCESS
    assert again.amount == 5
    assert sum(entry.amount for entry in store.ledger) == 30


async def test_what_went_back_otherwise_is_not_sent_again(
    retry: RetryRefund, pay_out: RecordPaidOut, store: Store, provider: ScriptedProvider
) -> None:
    failed(store, provider)
    whole = {"id": 62, "idempotency_key": "refund-62", "status": SUCCESS, "settled_at": NOW}
    store.add(refund_of(store.transaction(PAYMENT_ID), "50.00", **whole))
    before = store.snapshot()
    with pytest.raises(RefundExceedsPayment):
        await retry.execute(ORGANIZER, IT)
    with pytest.raises(RefundExceedsPayment):
        await pay_out.execute(ORGANIZER, IN_CASH)
    assert store.snapshot() == before
