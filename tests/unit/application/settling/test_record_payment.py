"""What a provider says of a payment is recorded once, and its order changes with it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.ports.database import AuditEntry
from src.application.ports.payments import ProviderAnswer
from src.application.settling.apply_payment import (
    BOUGHT_NOTHING,
    EVENT_CANCELLED,
    ORDER_CANCELLED,
    ORDER_DELETED,
    PAID_TWICE,
    SURPLUS,
    TOO_LATE,
)
from src.application.settling.record_payment import RecordPayment
from src.application.settling.refund_intent import only_event_of
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus, Payment
from src.domain.entities.order import LatePayment, LateRefusal, OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.errors import NotFound, Unavailable
from src.domain.services.bookkeeping import payment_entries, unapplied_entry
from tests.support.examples import (
    ADMIN,
    EVENT_ID,
    LATER,
    NOW,
    ORDER_ID,
    PAYMENT_ID,
    make_event,
    make_type,
)
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.settling import (
    FAILED,
    OPEN,
    REFUND_ID,
    SUCCEEDED,
    answer,
    order_with,
    part,
    refund_of,
    scripted,
)

PENDING, SUCCESS = TransactionStatus.PENDING, TransactionStatus.SUCCESS
HAS_FAILED, REFUNDED = TransactionStatus.FAILED, TransactionStatus.REFUNDED
CONFIRMED, CANCELLED = BookingStatus.CONFIRMED, BookingStatus.CANCELLED
EXPIRED = BookingStatus.EXPIRED
GONE = OrderStatus.EXPIRED
LINKS: dict[str, Any] = {
    "reference": "pay_1",
    "client_secret": "secret",
    "redirect_url": "https://pay.example/1",
}
STORED_LINKS: dict[str, Any] = {**LINKS, "provider_reference": "pay_1"}
del STORED_LINKS["reference"]


def entry(status: str, failure: str | None = None, *, was: str = "pending") -> AuditEntry:
    """What the audit log says of payment 60, whose outcome nobody but the provider caused."""
    return AuditEntry(
        f"payment.{status}",
        subject="transaction",
        subject_id=PAYMENT_ID,
        before={"status": was},
        after={"status": status, "provider": "scripted", "failure": failure},
        by=None,
    )


def put(store: Store, status: TransactionStatus = PENDING, **fields: Any) -> None:
    """Order 40, two tickets of event 10, with payment 60."""
    store.add(order_with(part(30)), scripted(status, **fields))


def sell_out(store: Store) -> None:
    """Nothing of event 10 is left."""
    store.add(make_type(capacity=1))


async def refunded(
    record_payment: RecordPayment, store: Store, reason: str, before: OrderStatus | None = None
) -> None:
    """The success of payment 60 buys nothing, and all of it is to be refunded for this reason."""
    entries = len(store.ledger)
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))
    payment, order = store.transaction(PAYMENT_ID), store.order(ORDER_ID)
    assert (payment.status, payment.refundable) == (SUCCESS, Decimal("0.00"))
    assert recorded.refund_id is not None
    refund = store.transaction(recorded.refund_id)
    assert (refund.kind, refund.status) == (TransactionKind.REFUND, PENDING)
    assert (refund.parent_id, refund.order_id) == (PAYMENT_ID, ORDER_ID)
    assert (refund.amount, refund.reason) == (payment.amount, reason)
    assert (refund.booking_id, refund.event_id) == (None, only_event_of(order))
    assert store.ledger[entries:] == [unapplied_entry(order, payment, NOW)]
    assert before in (None, order.status)


# A success


async def test_a_success_confirms_the_order_and_is_booked(
    record_payment: RecordPayment, store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    put(store)
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED), actor=ADMIN)
    payment, order = store.transaction(PAYMENT_ID), store.order(ORDER_ID)
    assert payment == scripted(SUCCESS, settled_at=NOW, version=2)
    assert (recorded.payment, recorded.refund_id, recorded.is_new) == (payment, None, True)
    assert (order.status, order.expires_at, order.late_payment) == (
        OrderStatus.CONFIRMED,
        None,
        None,
    )
    assert [booking.status for booking in order.bookings] == [CONFIRMED]
    assert all(ticket.ticket_code for ticket in order.bookings[0].tickets)
    assert store.ledger == payment_entries(order, payment, NOW)
    assert store.actions() == ["booking.confirmed", "order.confirmed", "payment.success"]
    assert store.audit[-1] == replace(entry("success"), by=ADMIN)
    assert {logged.by for logged in store.audit} == {ADMIN}
    # The event first: a success may change tickets.
    assert store.locks == [("event", EVENT_ID), ("order", ORDER_ID)]
    # It waits for no turn: what is locked just now is left to the lane of its event.
    assert unit_of_work.touched == [None]
    assert store.commits == 1


@pytest.mark.parametrize("status", [PENDING, HAS_FAILED])
async def test_a_success_counts_after_a_failure_too(
    record_payment: RecordPayment, store: Store, status: TransactionStatus
) -> None:
    put(store, status, failure="The card was declined.")
    await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))
    payment = store.transaction(PAYMENT_ID)
    assert (payment.status, payment.failure) == (SUCCESS, None)
    assert store.order(ORDER_ID).status is OrderStatus.CONFIRMED
    assert store.audit[-1] == entry("success", was=status)


@pytest.mark.parametrize("state", [SUCCEEDED, FAILED, OPEN])
@pytest.mark.parametrize("status", [SUCCESS, REFUNDED])
async def test_what_is_said_after_a_success_changes_nothing(
    record_payment: RecordPayment, store: Store, status: TransactionStatus, state: Any
) -> None:
    put(store, status)
    rows = store.snapshot()
    recorded = await record_payment.execute(
        PAYMENT_ID, answer(state, amount=Decimal("1.00"), failure="Declined.")
    )
    assert (recorded.payment, recorded.refund_id) == (store.transaction(PAYMENT_ID), None)
    assert recorded.is_new
    assert store.transactions == rows["transactions"]
    assert (store.orders, store.bookings) == (rows["orders"], rows["bookings"])
    assert (store.ledger, store.audit) == ([], [])


@pytest.mark.parametrize(
    "named",
    [
        {},
        {"amount": Decimal("50.00")},
        {"currency": "USD"},
        {"amount": Decimal("50.00"), "currency": "USD"},
    ],
    ids=str,
)
async def test_the_amount_is_compared_as_far_as_the_provider_names_it(
    record_payment: RecordPayment, store: Store, named: dict[str, Any]
) -> None:
    put(store)
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED, **named))
    assert recorded.payment.status is SUCCESS


@pytest.mark.parametrize(
    ("amount", "currency"), [("49.00", "USD"), ("50.00", "EUR"), ("49.00", "EUR")]
)
async def test_too_little_or_another_currency_is_booked_and_goes_back(
    record_payment: RecordPayment, store: Store, amount: str, currency: str
) -> None:
    put(store)
    taken = answer(SUCCEEDED, amount=Decimal(amount), currency=currency)
    recorded = await record_payment.execute(PAYMENT_ID, taken)
    payment, order = store.transaction(PAYMENT_ID), store.order(ORDER_ID)
    assert (payment.status, payment.amount, payment.currency) == (
        SUCCESS,
        Decimal(amount),
        currency,
    )
    assert payment.requested_amount == Decimal("50.00")
    assert order.status is OrderStatus.PENDING
    assert store.ledger == [unapplied_entry(order, payment, NOW)]
    assert recorded.refund_id is not None
    refund = store.transaction(recorded.refund_id)
    assert (refund.amount, refund.currency, refund.status) == (Decimal(amount), currency, PENDING)
    assert refund.reason == f"{amount} {currency} came; the order costs 50.00 USD."
    assert store.audit[-1].after == {
        "status": "success",
        "provider": "scripted",
        "failure": None,
        "amount": Decimal(amount),
        "requested_amount": Decimal("50.00"),
    }


async def test_too_much_pays_for_the_order_and_the_rest_goes_back(
    record_payment: RecordPayment, store: Store
) -> None:
    put(store)
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED, amount=Decimal("60.00")))
    payment, order = store.transaction(PAYMENT_ID), store.order(ORDER_ID)
    assert (payment.amount, payment.requested_amount) == (Decimal("60.00"), Decimal("50.00"))
    assert order.status is OrderStatus.CONFIRMED
    surplus = unapplied_entry(order, payment, NOW, amount=Decimal("10.00"))
    assert store.ledger == [*payment_entries(order, payment, NOW), surplus]
    assert recorded.refund_id is not None
    refund = store.transaction(recorded.refund_id)
    assert (refund.amount, refund.reason) == (Decimal("10.00"), SURPLUS)
    assert payment.refundable == Decimal("50.00")


@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
async def test_no_money_is_no_success(
    record_payment: RecordPayment, store: Store, amount: str
) -> None:
    put(store)
    taken = answer(SUCCEEDED, amount=Decimal(amount), currency="USD")
    recorded = await record_payment.execute(PAYMENT_ID, taken)
    why = f"The provider took {amount} USD."
    payment = store.transaction(PAYMENT_ID)
    assert payment == scripted(failure=why, version=2)
    assert (recorded.payment, recorded.refund_id) == (payment, None)
    assert store.order(ORDER_ID).status is OrderStatus.PENDING
    assert (store.ledger, store.audit) == ([], [entry("pending", why)])


@pytest.mark.parametrize(("days", "waits"), [(None, False), (3, True)])
async def test_tickets_wait_for_money_on_its_way_as_long_as_their_event_lets_them(
    record_payment: RecordPayment, store: Store, days: int | None, *, waits: bool
) -> None:
    starts = NOW + timedelta(days=20)
    store.add(make_event(payment=Payment.ONLINE, date_time=starts, payment_days=days))
    put(store)
    await record_payment.execute(PAYMENT_ID, answer(OPEN, is_on_its_way=True))
    order, payment = store.order(ORDER_ID), store.transaction(PAYMENT_ID)
    until = order.bookings[0].booking_date + timedelta(days=3) if waits else LATER
    assert (order.expires_at, order.bookings[0].expires_at) == (until, until)
    assert payment.due_at == (until if waits else None)
    assert payment.status is PENDING


async def test_an_order_that_has_lapsed_does_not_wait_for_money_on_its_way(
    record_payment: RecordPayment, store: Store
) -> None:
    starts = NOW + timedelta(days=20)
    store.add(make_event(payment=Payment.ONLINE, date_time=starts, payment_days=3))
    store.add(order_with(part(30, EXPIRED), status=GONE), scripted())
    await record_payment.execute(PAYMENT_ID, answer(OPEN, is_on_its_way=True))
    assert store.order(ORDER_ID).status is GONE
    assert store.transaction(PAYMENT_ID).due_at is None


async def test_a_ticket_code_that_is_taken_is_generated_again(
    record_payment: RecordPayment, store: Store, codes: FakeCodes
) -> None:
    put(store)
    codes.give("AAAA2222", "AAAA2222", "BBBB3333", "CCCC4444")
    await record_payment.execute(
        PAYMENT_ID, answer(SUCCEEDED, **LINKS), provider_event_id="evt_1", actor=ADMIN
    )
    tickets = store.order(ORDER_ID).bookings[0].tickets
    assert [str(ticket.ticket_code)[-8:] for ticket in tickets] == ["BBBB3333", "CCCC4444"]
    assert store.transaction(PAYMENT_ID).provider_reference == "pay_1"
    assert store.provider_events == {("scripted", "evt_1"): (PAYMENT_ID, SUCCEEDED)}
    assert store.audit[-1].by == ADMIN


async def test_nothing_is_recorded_where_no_code_is_free_in_the_end(
    record_payment: RecordPayment, store: Store, codes: FakeCodes
) -> None:
    put(store)
    codes.give(*["AAAA2222"] * 12)
    before = store.snapshot()
    with pytest.raises(Unavailable):
        await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))
    assert store.snapshot() == before


async def test_a_payment_that_does_not_exist_is_not_found(record_payment: RecordPayment) -> None:
    with pytest.raises(NotFound, match=r"^There is no transaction 60\.$"):
        await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))


# An answer that is no success


async def test_an_open_payment_gets_what_the_payer_needs(
    record_payment: RecordPayment, store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    put(store)
    recorded = await record_payment.execute(PAYMENT_ID, answer(OPEN, **LINKS))
    assert recorded.payment == store.transaction(PAYMENT_ID)
    assert recorded.payment == scripted(version=2, **STORED_LINKS)
    assert store.audit == [entry("pending")]
    # No ticket can change: the order alone is locked, and no event is waited for.
    assert (store.locks, unit_of_work.touched) == ([("order", ORDER_ID)], [None])


@pytest.mark.parametrize("kept", [*STORED_LINKS])
async def test_what_is_known_of_a_payment_stays_as_it_was_said_first(
    record_payment: RecordPayment, store: Store, kept: str
) -> None:
    put(store, PENDING, **{kept: "first"})
    await record_payment.execute(PAYMENT_ID, answer(OPEN, **LINKS))
    assert store.transaction(PAYMENT_ID) == scripted(version=2, **{**STORED_LINKS, kept: "first"})


async def test_an_answer_without_details_takes_none_away(
    record_payment: RecordPayment, store: Store
) -> None:
    put(store, **STORED_LINKS)
    await record_payment.execute(PAYMENT_ID, answer(OPEN))
    assert store.transaction(PAYMENT_ID) == scripted(**STORED_LINKS)
    assert store.audit == []


async def test_why_the_last_try_did_not_work_is_kept_while_a_payment_is_open(
    record_payment: RecordPayment, store: Store
) -> None:
    put(store)
    await record_payment.execute(PAYMENT_ID, answer(OPEN, failure="Too little money."))
    assert store.transaction(PAYMENT_ID) == scripted(failure="Too little money.", version=2)
    await record_payment.execute(PAYMENT_ID, answer(OPEN))
    assert store.transaction(PAYMENT_ID) == scripted(version=3)
    assert store.audit == [entry("pending", "Too little money."), entry("pending")]


@pytest.mark.parametrize(
    ("said", "why"),
    [("The card was declined.", "The card was declined."), (None, "The payment was not made.")],
)
async def test_a_failure_is_recorded_with_its_reason_and_leaves_the_order_waiting(
    record_payment: RecordPayment, store: Store, said: str | None, why: str
) -> None:
    put(store)
    recorded = await record_payment.execute(PAYMENT_ID, answer(FAILED, failure=said))
    assert recorded.payment == store.transaction(PAYMENT_ID)
    assert recorded.payment == scripted(HAS_FAILED, failure=why, settled_at=NOW, version=2)
    assert store.order(ORDER_ID).status is OrderStatus.PENDING
    assert store.audit == [entry("failed", why)]
    assert store.locks == [("order", ORDER_ID)]


@pytest.mark.parametrize("state", [OPEN, FAILED])
async def test_the_first_failure_is_the_one_that_counts(
    record_payment: RecordPayment, store: Store, state: Any
) -> None:
    put(store, HAS_FAILED, failure="The card was declined.", settled_at=NOW - timedelta(hours=1))
    before = store.transaction(PAYMENT_ID)
    await record_payment.execute(PAYMENT_ID, answer(state, failure="Again."))
    assert (store.transaction(PAYMENT_ID), store.audit) == (before, [])


# Webhooks


@pytest.mark.parametrize("state", [OPEN, SUCCEEDED, FAILED])
async def test_a_webhook_event_is_recorded_once(
    record_payment: RecordPayment, store: Store, state: Any
) -> None:
    put(store)
    said = answer(state, **LINKS)
    first = await record_payment.execute(PAYMENT_ID, said, provider_event_id="evt_1")
    assert first.is_new
    assert store.provider_events == {("scripted", "evt_1"): (PAYMENT_ID, state)}
    before = store.snapshot()
    other: ProviderAnswer = answer(FAILED, reference="pay_2", failure="Another.")
    again = await record_payment.execute(PAYMENT_ID, other, provider_event_id="evt_1")
    assert (again.is_new, again.refund_id) == (False, None)
    assert again.payment == store.transaction(PAYMENT_ID)
    assert store.snapshot() == before


async def test_an_answer_to_a_call_is_no_webhook_event(
    record_payment: RecordPayment, store: Store
) -> None:
    put(store)
    await record_payment.execute(PAYMENT_ID, answer(OPEN))
    assert store.provider_events == {}


async def test_a_payment_is_read_again_once_its_order_is_locked(
    record_payment: RecordPayment, store: Store
) -> None:
    put(store)
    failed = scripted(HAS_FAILED, failure="The first.")
    store.before_lock = lambda: store.add(failed)
    recorded = await record_payment.execute(PAYMENT_ID, answer(FAILED, failure="The second."))
    assert recorded.payment.failure == "The first."


# Money that comes late


async def test_a_late_payment_of_an_order_that_still_holds_its_tickets_is_honoured(
    record_payment: RecordPayment, store: Store, fake_clock: FakeClock
) -> None:
    put(store)
    fake_clock.now = LATER
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))
    order = store.order(ORDER_ID)
    assert (order.status, order.late_payment) == (OrderStatus.CONFIRMED, LatePayment.HONOURED)
    assert recorded.refund_id is None
    assert store.ledger == payment_entries(order, recorded.payment, LATER)


async def test_a_late_payment_of_an_expired_order_buys_the_same_tickets_anew(
    record_payment: RecordPayment, store: Store
) -> None:
    store.add(order_with(part(30, EXPIRED), status=GONE), scripted())
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))
    order = store.order(ORDER_ID)
    assert (order.status, order.late_payment) == (OrderStatus.CONFIRMED, LatePayment.HONOURED)
    assert [booking.status for booking in order.bookings] == [EXPIRED, CONFIRMED]
    new = order.bookings[1]
    assert [ticket.status for ticket in new.tickets] == [TicketStatus.ACTIVE] * 2
    assert (recorded.refund_id, order.items[0].booking_id) == (None, new.id)
    assert store.ledger == payment_entries(order, recorded.payment, NOW)


async def test_a_late_payment_is_refunded_where_the_tickets_are_gone(
    record_payment: RecordPayment, store: Store
) -> None:
    store.add(order_with(part(30, EXPIRED), status=GONE), scripted())
    sell_out(store)
    await refunded(record_payment, store, TOO_LATE[LateRefusal.TICKETS_GONE], before=GONE)
    order = store.order(ORDER_ID)
    assert order.late_payment is LatePayment.REFUNDED
    assert order.late_refusal is LateRefusal.TICKETS_GONE
    assert [booking.status for booking in order.bookings] == [EXPIRED]
    assert store.actions() == ["order.expired", "payment.success"]


async def test_an_order_that_lost_a_hold_to_its_deadline_is_booked_anew_as_a_whole(
    record_payment: RecordPayment, store: Store
) -> None:
    store.add(order_with(part(30, EXPIRED), part(31)), scripted(amount=Decimal("100.00")))
    await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED), actor=ADMIN)
    order = store.order(ORDER_ID)
    assert (order.status, order.late_payment) == (OrderStatus.CONFIRMED, LatePayment.HONOURED)
    statuses = [booking.status for booking in order.bookings]
    assert statuses == [EXPIRED, EXPIRED, CONFIRMED, CONFIRMED]
    ended = [(logged.action, logged.subject_id, logged.by) for logged in store.audit[:2]]
    assert ended == [("booking.expired", 31, None), ("order.expired", ORDER_ID, None)]


async def test_an_order_that_lost_tickets_otherwise_ends_before_its_payment_is_looked_at(
    record_payment: RecordPayment, store: Store
) -> None:
    store.add(order_with(part(30, CANCELLED), part(31)), scripted(amount=Decimal("100.00")))
    await refunded(record_payment, store, ORDER_CANCELLED, before=OrderStatus.CANCELLED)
    assert [booking.status for booking in store.order(ORDER_ID).bookings] == [CANCELLED, CANCELLED]
    assert store.actions() == ["booking.cancelled", "order.cancelled", "payment.success"]


# Money that nothing waits for


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"status": OrderStatus.CANCELLED}, ORDER_CANCELLED),
        ({"deleted_at": NOW}, ORDER_DELETED),
        (
            {"total_amount": Decimal("51.00")},
            "50.00 USD came; the order costs 51.00 USD.",
        ),
    ],
    ids=str,
)
async def test_a_payment_that_the_order_does_not_wait_for_is_refunded(
    record_payment: RecordPayment, store: Store, changes: dict[str, Any], why: str
) -> None:
    store.add(order_with(part(30), **changes), scripted())
    await refunded(record_payment, store, why, before=changes.get("status", OrderStatus.PENDING))
    assert store.order(ORDER_ID).late_payment is None


async def test_money_for_an_event_that_was_cancelled_says_so(
    record_payment: RecordPayment, store: Store
) -> None:
    store.add(make_event(payment=Payment.ONLINE, status=EventStatus.CANCELLED))
    store.add(order_with(part(30, CANCELLED), status=OrderStatus.CANCELLED), scripted())
    await refunded(record_payment, store, EVENT_CANCELLED, before=OrderStatus.CANCELLED)


@pytest.mark.parametrize("status", [OrderStatus.PENDING, OrderStatus.CONFIRMED])
async def test_a_second_payment_is_refunded(
    record_payment: RecordPayment, store: Store, status: OrderStatus
) -> None:
    bookings = BookingStatus.PENDING if status is OrderStatus.PENDING else CONFIRMED
    store.add(order_with(part(30, bookings), status=status), scripted())
    store.add(scripted(SUCCESS, id=50))
    await refunded(record_payment, store, PAID_TWICE, before=status)


async def test_an_order_is_paid_by_the_payment_that_follows_one_that_went_back(
    record_payment: RecordPayment, store: Store
) -> None:
    put(store)
    other = scripted(REFUNDED, id=50)
    store.add(other, refund_of(other, "50.00"))
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))
    assert (recorded.refund_id, store.order(ORDER_ID).status) == (None, OrderStatus.CONFIRMED)


@pytest.mark.parametrize("status", [OrderStatus.CONFIRMED, OrderStatus.COMPLETED])
async def test_an_order_that_was_confirmed_unpaid_is_paid_by_what_comes_later(
    record_payment: RecordPayment, store: Store, status: OrderStatus
) -> None:
    store.add(order_with(part(30, CONFIRMED), status=status), scripted())
    store.add(scripted(HAS_FAILED, id=50))
    recorded = await record_payment.execute(PAYMENT_ID, answer(SUCCEEDED))
    order = store.order(ORDER_ID)
    assert (recorded.refund_id, order.status, order.late_payment) == (None, status, None)
    assert store.ledger == payment_entries(order, recorded.payment, NOW)
    assert store.actions() == ["payment.success"]


@pytest.mark.parametrize("status", [OrderStatus.CONFIRMED, OrderStatus.COMPLETED])
async def test_a_confirmed_order_that_was_paid_before_or_lost_tickets_needs_no_payment(
    record_payment: RecordPayment, store: Store, status: OrderStatus
) -> None:
    store.add(order_with(part(30, CONFIRMED), status=status), scripted())
    other = scripted(REFUNDED, id=50)
    store.add(other, refund_of(other, "50.00"))
    await refunded(record_payment, store, BOUGHT_NOTHING, before=status)


async def test_a_confirmed_order_that_lost_tickets_is_not_paid(
    record_payment: RecordPayment, store: Store
) -> None:
    bookings = part(30, CANCELLED), part(31, CONFIRMED)
    store.add(order_with(*bookings, status=OrderStatus.CONFIRMED))
    store.add(scripted(amount=Decimal("100.00")))
    await refunded(record_payment, store, BOUGHT_NOTHING, before=OrderStatus.CONFIRMED)
    assert REFUND_ID in store.transactions
