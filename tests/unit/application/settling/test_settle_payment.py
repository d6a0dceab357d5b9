"""Money that bought nothing goes back at once, or by the job where that does not work."""

import pytest

from src.application.settling.record_payment import RecordPayment, SettlePayment
from src.application.settling.record_refund import SettleRefund
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.errors import NotFound, ProviderFailed, TicketingError, Unavailable
from tests.support.examples import ORDER_ID, PAYMENT_ID
from tests.support.fakes.store import Store
from tests.support.payments import ScriptedProvider
from tests.support.settling import SUCCEEDED, answer, know, order_with, part, scripted

SUCCESS = TransactionStatus.SUCCESS


@pytest.fixture
def settle(record_payment: RecordPayment, settle_refund: SettleRefund) -> SettlePayment:
    return SettlePayment(record_payment, settle_refund)


def put(store: Store, status: OrderStatus = OrderStatus.CANCELLED) -> None:
    """Payment 60 of order 40, which waits for none unless it is pending."""
    store.add(order_with(part(30), status=status), scripted())


async def test_money_that_bought_tickets_is_kept(
    settle: SettlePayment, store: Store, provider: ScriptedProvider
) -> None:
    put(store, OrderStatus.PENDING)
    recorded = await settle.execute(PAYMENT_ID, answer(SUCCEEDED), provider_event_id="evt_1")
    assert recorded.payment == store.transaction(PAYMENT_ID)
    assert (recorded.payment.status, recorded.refund_id) == (SUCCESS, None)
    assert store.provider_events == {("scripted", "evt_1"): (PAYMENT_ID, SUCCEEDED)}
    assert store.order(ORDER_ID).status is OrderStatus.CONFIRMED
    assert provider.calls == []


async def test_money_that_bought_nothing_is_given_back_at_once(
    settle: SettlePayment, store: Store, provider: ScriptedProvider
) -> None:
    put(store)
    know(provider, scripted())
    recorded = await settle.execute(PAYMENT_ID, answer(SUCCEEDED))
    assert recorded.refund_id is not None
    assert provider.calls == [("refund", recorded.refund_id)]
    assert store.transaction(recorded.refund_id).status is SUCCESS
    assert sum(entry.amount for entry in store.ledger) == 0


@pytest.mark.parametrize("failure", [ProviderFailed("scripted"), Unavailable("Not now.")], ids=repr)
async def test_a_refund_that_does_not_work_at_once_is_left_to_the_job(
    settle: SettlePayment,
    store: Store,
    settle_refund: SettleRefund,
    monkeypatch: pytest.MonkeyPatch,
    failure: TicketingError,
) -> None:
    async def fail(_: int) -> Transaction:
        raise failure

    put(store)
    monkeypatch.setattr(settle_refund, "execute", fail)
    recorded = await settle.execute(PAYMENT_ID, answer(SUCCEEDED))
    assert recorded.refund_id is not None
    assert store.transaction(recorded.refund_id).status is TransactionStatus.PENDING


async def test_a_fault_is_not_hidden(
    settle: SettlePayment,
    store: Store,
    settle_refund: SettleRefund,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fail(_: int) -> Transaction:
        raise NotFound("transaction", 61)

    put(store)
    monkeypatch.setattr(settle_refund, "execute", fail)
    with pytest.raises(NotFound):
        await settle.execute(PAYMENT_ID, answer(SUCCEEDED))
