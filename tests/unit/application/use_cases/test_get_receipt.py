"""What a receipt says, and who is refused one."""

from datetime import timedelta
from decimal import Decimal

import pytest

from src.application.ports.database import AuditEntry
from src.application.use_cases.order.get_receipt import GetReceipt
from src.application.use_cases.order.read_orders import GetOrder
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound
from tests.support.examples import (
    ADMIN,
    BUYER,
    NOW,
    ORDER_ID,
    ORGANIZER,
    RIVAL,
    make_booking,
    make_event,
    make_order,
    make_payment,
    make_type,
    make_user,
)
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.orders import FakeOrderRepository, FakeTransactionRepository
from tests.support.fakes.ports import FakeClock, FakeReceiptWriter
from tests.support.fakes.repositories import FakeEventRepository, FakeTicketTypeRepository
from tests.support.fakes.store import Store

SUCCESS, PENDING = TransactionStatus.SUCCESS, TransactionStatus.PENDING
FAILED, REFUND = TransactionStatus.FAILED, TransactionKind.REFUND


@pytest.fixture
def writer() -> FakeReceiptWriter:
    return FakeReceiptWriter()


@pytest.fixture
def get_receipt(store: Store, writer: FakeReceiptWriter, fake_clock: FakeClock) -> GetReceipt:
    store.add(make_user(BUYER), make_event(timezone="Asia/Bangkok"), make_type())
    orders, events = FakeOrderRepository(store), FakeEventRepository(store)
    return GetReceipt(
        GetOrder(orders, events),
        orders,
        FakeTransactionRepository(store),
        events,
        FakeTicketTypeRepository(store),
        FakeUserRepository(store),
        writer,
        fake_clock,
    )


def put_confirmed(store: Store) -> None:
    order = make_order(make_booking(), status=OrderStatus.CONFIRMED, expires_at=None)
    store.add(order)


async def test_receipt_says_what_stays_paid_once_all_that_is_on_its_way_has_gone_back(
    store: Store, get_receipt: GetReceipt, writer: FakeReceiptWriter
) -> None:
    put_confirmed(store)
    later = NOW + timedelta(hours=1)
    back = {"kind": REFUND, "parent_id": 60}
    store.add(
        make_payment(FAILED, id=59, settled_at=NOW),
        make_payment(SUCCESS, settled_at=NOW),
        make_payment(SUCCESS, id=61, amount=Decimal("10.00"), settled_at=later, **back),
        make_payment(PENDING, id=62, amount=Decimal("5.00"), **back),
        make_payment(FAILED, id=63, amount=Decimal("3.00"), settled_at=later, **back),
        make_payment(SUCCESS, id=64, order_id=ORDER_ID + 1, settled_at=NOW),
    )
    document = await get_receipt.execute(BUYER, ORDER_ID)
    assert document.order_reference == "ORD-AAAAAAAA"
    (receipt,) = writer.receipts
    assert [(payment.amount, payment.at) for payment in receipt.payments] == [
        (Decimal("50.00"), NOW)
    ]
    assert [(refund.amount, refund.at) for refund in receipt.refunds] == [
        (Decimal("10.00"), later),
        (Decimal("5.00"), None),
    ]
    assert (receipt.net_paid, receipt.awaits_refund) == (Decimal("35.00"), True)


@pytest.mark.parametrize(
    ("reader", "placed_by", "contact", "name"),
    [
        (BUYER, ORGANIZER, None, "Somchai"),
        (ADMIN, ORGANIZER, None, "Somchai"),
        (ORGANIZER, BUYER, None, "Somchai"),
        (ORGANIZER, ORGANIZER, None, f"Customer {BUYER.id}"),
        (ORGANIZER, ORGANIZER, "Malee", "Malee"),
        (ORGANIZER, None, None, f"Customer {BUYER.id}"),
    ],
)
async def test_receipt_names_to_an_organizer_only_who_has_ordered_themselves(
    store: Store,
    get_receipt: GetReceipt,
    writer: FakeReceiptWriter,
    reader: Actor,
    placed_by: Actor | None,
    contact: str | None,
    name: str,
) -> None:
    store.add(make_user(BUYER, name="Somchai"))
    confirmed = {"status": OrderStatus.CONFIRMED, "expires_at": None}
    store.add(make_order(make_booking(), contact_name=contact, **confirmed))
    store.audit += [
        AuditEntry("order.confirmed", subject="order", subject_id=ORDER_ID, by=actor)
        for actor in (placed_by, BUYER)
    ]
    await get_receipt.execute(reader, ORDER_ID)
    assert writer.receipts[0].buyer == name


async def test_receipt_of_one_event_is_in_its_zone(
    store: Store, get_receipt: GetReceipt, writer: FakeReceiptWriter
) -> None:
    put_confirmed(store)
    await get_receipt.execute(ORGANIZER, ORDER_ID)
    assert writer.receipts[0].timezone == "Asia/Bangkok"


async def test_receipt_of_two_events_is_in_utc(
    store: Store, get_receipt: GetReceipt, writer: FakeReceiptWriter
) -> None:
    store.add(make_event(id=11, timezone="Asia/Bangkok"))
    bookings = (
        make_booking(),
        make_booking(id=31, event_id=11, reference="BKG-BBBBBBBB", tickets=[]),
    )
    store.add(make_order(*bookings, status=OrderStatus.CONFIRMED, expires_at=None))
    await get_receipt.execute(ADMIN, ORDER_ID)
    assert writer.receipts[0].timezone == "UTC"


async def test_receipt_is_not_written_when_the_order_is_another_persons(
    store: Store, get_receipt: GetReceipt, writer: FakeReceiptWriter
) -> None:
    put_confirmed(store)
    with pytest.raises(NotFound):
        await get_receipt.execute(RIVAL, ORDER_ID)
    assert writer.receipts == []


async def test_receipt_is_not_written_when_the_order_was_never_confirmed(
    store: Store, get_receipt: GetReceipt, writer: FakeReceiptWriter
) -> None:
    store.add(make_order(make_booking(BookingStatus.CANCELLED, tickets=[])))
    store.add(make_payment(FAILED))
    with pytest.raises(InvalidState):
        await get_receipt.execute(BUYER, ORDER_ID)
    assert writer.receipts == []
