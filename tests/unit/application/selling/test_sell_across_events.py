"""An order over several events is sold as a whole or not at all, in one transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.concurrency.idempotency import MAX_ATTEMPTS
from src.application.ports.database import Touches
from src.application.selling.buy import Buy
from src.application.selling.purchase import OrderLine, OrderLines, Purchase
from src.application.selling.read_stock import BUSY_ACCOUNT
from src.application.selling.sell_across_events import SellAcrossEvents
from src.application.selling.sell_batch import SellBatch
from src.application.selling.sell_together import Left
from src.domain.entities.booking import BookingStatus
from src.domain.entities.cart import CartItem
from src.domain.entities.event import Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.errors import (
    AccountInactive,
    CartEmpty,
    DiscountInvalid,
    Forbidden,
    InsufficientTickets,
    InUse,
    NotFound,
    SalesClosed,
    TicketingError,
    Unavailable,
    ValidationFailed,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.checkout import Contact
from tests.support.discounts import make_discount
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVERYBODY,
    MOMENT,
    NOW,
    ORGANIZER,
    RIVAL,
    STRANGER,
    make_event,
    make_ticket,
    make_type,
    make_user,
)
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.spying import spy_on
from tests.support.fakes.store import Store
from tests.support.settling import part

TEN_MINUTES = timedelta(minutes=10)
LINES = tuple(
    OrderLine(event_id=10 + number, ticket_type_id=20 + number, quantity=2 - number)
    for number in (1, 0)
)
"""One ticket of event 11 at 40.00, then two of event 10 at 25.00."""

CONTACT = Contact(contact_name="Ann", contact_phone="+66812345678")


@pytest.fixture
def sell(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock, codes: FakeCodes
) -> SellAcrossEvents:
    """Sells events 10 and 11 of the organizer, four tickets each, paid online."""
    store.add(*map(make_user, EVERYBODY))
    online = {"capacity": 4, "payment": Payment.ONLINE}
    store.add(make_event(**online), make_event(id=11, **online), make_type(capacity=4))
    store.add(make_type(id=21, event_id=11, capacity=4, price=Decimal("40.00")))
    return SellAcrossEvents(unit_of_work, fake_clock, codes, TEN_MINUTES)


def checkout(**fields: Any) -> Purchase:
    """The two lines for the buyer; fields of the purchase, or else of what is wanted."""
    own = {name: fields.pop(name) for name in ("user_id", "idempotency") if name in fields}
    actor = fields.pop("actor", BUYER)
    return Purchase(actor=actor, wanted=OrderLines(**{"lines": LINES, **fields}), **own)


async def refuse(
    sell: SellAcrossEvents, store: Store, refusal: type[TicketingError], **fields: Any
) -> TicketingError:
    """The order is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(refusal) as refused:
        await sell.execute(checkout(**fields))
    assert store.snapshot() == before
    return refused.value


async def test_an_order_over_two_events_is_stored_with_a_hold_of_each(
    sell: SellAcrossEvents, store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    outcome = await sell.execute(checkout(contact=CONTACT))
    order, booking = outcome.result.order, outcome.result.booking
    assert order is not None
    assert not outcome.is_replayed
    assert store.order(order.id) == order
    assert (order.status, order.expires_at) == (OrderStatus.PENDING, NOW + TEN_MINUTES)
    assert (order.user_id, order.total_amount) == (BUYER.id, Decimal("90.00"))
    assert (order.contact_name, order.contact_phone) == ("Ann", "+66812345678")
    assert booking == order.bookings[0]
    assert [(row.event_id, row.quantity, row.expires_at) for row in order.bookings] == [
        (10, 2, NOW + TEN_MINUTES),
        (11, 1, NOW + TEN_MINUTES),
    ]
    assert store.actions() == ["booking.pending", "booking.pending", "order.pending"]
    assert {entry.by for entry in store.audit} == {BUYER}
    # In the order of their ids, whatever that of the lines.
    assert (store.locks, store.commits) == ([("event", 10), ("event", 11)], 1)
    assert unit_of_work.touched == [Touches(event_ids={10, 11})]


async def test_what_is_paid_outside_is_confirmed_at_once(
    sell: SellAcrossEvents, store: Store
) -> None:
    store.add(make_event(capacity=4), make_event(id=11, capacity=4))
    order = (await sell.execute(checkout())).result.order
    assert order is not None
    assert order.status is OrderStatus.CONFIRMED
    codes = [ticket.ticket_code for booking in order.bookings for ticket in booking.tickets]
    assert None not in codes


@pytest.mark.parametrize(
    ("event", "refusal"),
    [
        ({"capacity": 0}, InsufficientTickets),
        ({"date_time": NOW}, SalesClosed),
        ({"deleted_at": NOW}, NotFound),
        ({"currency": "EUR"}, ValidationFailed),
        ({"payment": Payment.NONE}, ValidationFailed),
        ({"max_tickets_per_user": 0}, TicketingError),
    ],
    ids=str,
)
async def test_the_refusal_of_one_line_refuses_them_all(
    sell: SellAcrossEvents, store: Store, event: dict[str, Any], refusal: type[TicketingError]
) -> None:
    online = {"id": 11, "capacity": 4, "payment": Payment.ONLINE}
    store.add(make_event(**{**online, **event}))
    await refuse(sell, store, refusal)


async def test_a_purchase_of_nothing_is_an_empty_cart(sell: SellAcrossEvents, store: Store) -> None:
    await refuse(sell, store, CartEmpty, lines=())


async def test_the_clock_is_read_under_the_locks(
    sell: SellAcrossEvents, store: Store, fake_clock: FakeClock
) -> None:
    start = store.events[10].date_time
    store.before_lock = lambda: setattr(fake_clock, "now", start)
    await refuse(sell, store, SalesClosed)


async def test_a_reservation_stays_a_hold_though_it_is_paid_outside(
    sell: SellAcrossEvents, store: Store
) -> None:
    store.add(make_event(capacity=4), make_event(id=11, capacity=4))
    order = (await sell.execute(replace(checkout(), is_hold=True))).result.order
    assert order is not None
    assert order.status is OrderStatus.PENDING


# Who buys, for whom


@pytest.mark.parametrize("actor", [ORGANIZER, ADMIN])
async def test_the_box_office_of_all_events_buys_for_others(
    sell: SellAcrossEvents, store: Store, actor: Any
) -> None:
    order = (await sell.execute(checkout(actor=actor, user_id=BUYER.id))).result.order
    assert order is not None
    assert order.user_id == BUYER.id
    assert {entry.by for entry in store.audit} == {actor}


async def test_nobody_else_buys_for_others(sell: SellAcrossEvents, store: Store) -> None:
    await refuse(sell, store, Forbidden, actor=STRANGER, user_id=BUYER.id)
    store.add(make_event(id=11, organizer_id=RIVAL.id, payment=Payment.ONLINE))
    await refuse(sell, store, Forbidden, actor=ORGANIZER, user_id=BUYER.id)


async def test_a_buyer_who_is_inactive_gone_or_being_changed_is_refused(
    sell: SellAcrossEvents, store: Store
) -> None:
    office = {"actor": ORGANIZER, "user_id": BUYER.id}
    store.add(make_user(BUYER, is_active=False))
    await refuse(sell, store, AccountInactive, **office)
    store.add(make_user(BUYER))
    store.locked_users = {BUYER.id}
    assert str(await refuse(sell, store, Unavailable, **office)) == BUSY_ACCOUNT
    assert str(await refuse(sell, store, Unavailable)) == BUSY_ACCOUNT
    store.locked_users = set()
    store.add(make_user(BUYER, deleted_at=NOW))
    assert str(await refuse(sell, store, NotFound)) == f"There is no user {BUYER.id}."


# Stock


async def test_holds_that_have_lapsed_are_released_first(
    sell: SellAcrossEvents, store: Store
) -> None:
    held = part(30, BookingStatus.PENDING, user_id=STRANGER.id, expires_at=NOW)
    held.tickets = [make_ticket(TicketStatus.RESERVED, user_id=STRANGER.id) for _ in range(4)]
    other = part(31, BookingStatus.PENDING, user_id=STRANGER.id, expires_at=NOW + MOMENT)
    store.add(held, other)
    await sell.execute(checkout())
    assert store.bookings[30].status is BookingStatus.EXPIRED
    assert store.bookings[31].status is BookingStatus.PENDING
    assert store.actions()[0] == "booking.expired"
    assert store.event(10).tickets_held == 2


async def test_lapsed_holds_are_looked_for_where_tickets_are_held(
    sell: SellAcrossEvents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = spy_on(monkeypatch, {FakeBookingRepository: ["expire_lapsed"]})
    store.add(part(31, BookingStatus.PENDING, user_id=STRANGER.id, expires_at=NOW + MOMENT))
    await sell.execute(checkout())
    assert asked == [("expire_lapsed", [11], NOW)]


async def test_the_prices_are_those_in_force_under_the_locks(
    sell: SellAcrossEvents, store: Store
) -> None:
    store.before_lock = lambda: store.add(make_type(price=Decimal("30.00"), capacity=4))
    order = (await sell.execute(checkout())).result.order
    assert order is not None
    assert order.total_amount == Decimal("100.00")


async def test_a_code_that_is_taken_is_generated_again(
    sell: SellAcrossEvents, store: Store, codes: FakeCodes
) -> None:
    store.add(part(39, BookingStatus.CONFIRMED, event_id=10, reference="BKG-TAKENREF"))
    codes.give("NEWORDER", "TAKENREF")
    order = (await sell.execute(checkout())).result.order
    assert order is not None
    assert store.order(order.id) == order
    assert store.commits == 1


async def test_retries_end_when_every_code_is_taken(
    sell: SellAcrossEvents, store: Store, codes: FakeCodes
) -> None:
    store.add(part(39, BookingStatus.CONFIRMED, event_id=10, reference="BKG-TAKENREF"))
    codes.give(*["TAKENREF"] * 50)
    await refuse(sell, store, Unavailable)
    assert codes.generated == 3 * MAX_ATTEMPTS


async def test_the_same_request_sells_once(sell: SellAcrossEvents, store: Store) -> None:
    key = IdempotentRequest(BUYER.id, "key", b"same")
    first = await sell.execute(checkout(idempotency=key))
    before = store.snapshot()
    again = await sell.execute(checkout(idempotency=key))
    assert (again.result, again.is_replayed) == (first.result, True)
    assert store.snapshot() == before


# Discount codes


async def test_a_code_takes_its_share_off_the_lines_that_it_covers(
    sell: SellAcrossEvents, store: Store
) -> None:
    store.add(make_discount(id=8, event_id=11, value=Decimal("50.00")))
    order = (await sell.execute(checkout(discount_ids=(8,)))).result.order
    assert order is not None
    assert (order.discount_id, order.total_amount) == (8, Decimal("70.00"))


@pytest.mark.parametrize(
    "changes", [{"max_uses_per_user": 1}, {"valid_until": NOW}, {"deleted_at": NOW}], ids=str
)
async def test_a_code_that_this_buyer_cannot_use_refuses_the_order(
    sell: SellAcrossEvents, store: Store, changes: dict[str, Any]
) -> None:
    store.add(make_discount(id=8, **changes))
    store.discount_uses[8, BUYER.id] = 1
    await refuse(sell, store, DiscountInvalid, discount_ids=(8,))


async def test_the_uses_of_a_code_by_others_do_not_count_for_a_buyer(
    sell: SellAcrossEvents, store: Store
) -> None:
    store.add(make_discount(id=8, max_uses_per_user=1))
    store.discount_uses[8, ORGANIZER.id] = 1
    office = checkout(actor=ORGANIZER, user_id=BUYER.id, discount_ids=(8,))
    order = (await sell.execute(office)).result.order
    assert order is not None
    assert order.discount_amount == Decimal("18.00")


# Carts


def cart(store: Store, *users: int) -> tuple[CartItem, ...]:
    """The two lines lie in the carts of these users; the content of the first."""
    for user_id in users:
        for line in LINES:
            store.add(
                CartItem(
                    user_id=user_id,
                    event_id=line.event_id,
                    ticket_type_id=line.ticket_type_id,
                    quantity=line.quantity,
                )
            )
    return tuple(item for item in store.cart_items.values() if item.user_id == users[0])


async def test_a_cart_is_emptied_with_its_order_and_no_other(
    sell: SellAcrossEvents, store: Store
) -> None:
    content = cart(store, BUYER.id, STRANGER.id)
    await sell.execute(checkout(cart=content))
    assert {item.user_id for item in store.cart_items.values()} == {STRANGER.id}


async def test_an_order_beside_the_cart_leaves_it_as_it_is(
    sell: SellAcrossEvents, store: Store
) -> None:
    content = cart(store, BUYER.id)
    await sell.execute(checkout())
    assert tuple(store.cart_items.values()) == content


async def test_a_cart_that_changed_was_emptied_or_is_being_checked_out_is_refused(
    sell: SellAcrossEvents, store: Store
) -> None:
    content = cart(store, BUYER.id)
    changed = (replace(content[0], quantity=2), content[1])
    await refuse(sell, store, InUse, cart=changed)
    store.locked_carts = {BUYER.id}
    busy = await refuse(sell, store, InUse, cart=content)
    assert str(busy) == "This cart is being checked out already."
    store.locked_carts = set()
    store.cart_items.clear()
    await refuse(sell, store, CartEmpty, cart=content)


# Where it is sold


async def test_several_events_are_sold_across_and_one_in_its_lane(
    sell_batch: SellBatch, sell: SellAcrossEvents, store: Store
) -> None:
    asked: list[tuple[int, Purchase, Any]] = []

    class Lanes:
        def __len__(self) -> int:
            return 0

        def __contains__(self, key: object) -> bool:
            return False

        async def submit(self, key: int, item: Purchase, is_disconnected: Any = None) -> Any:
            asked.append((key, item, is_disconnected))
            (answer,) = await sell_batch.execute(key, [item])
            if isinstance(answer, Exception):
                raise answer
            return answer

    class LeavesAll:
        def __contains__(self, key: object) -> bool:
            return False

        async def submit(self, *_: object) -> Left:
            return Left()

    lanes: Any = Lanes()
    joint: Any = LeavesAll()
    buy = Buy(lanes, joint, sell)
    across = await buy.order(checkout())
    assert {booking.event_id for booking in across.result.bookings} == {10, 11}
    assert asked == []
    store.add(make_event(payment=Payment.ONLINE), make_type(capacity=9))
    probe: Callable[[], bool] = lambda: False  # noqa: E731
    single = checkout(lines=LINES[1:])
    keyed = replace(single, idempotency=IdempotentRequest(BUYER.id, "key", b"one"))
    one, again = await buy.order(single, probe), await buy.order(keyed, probe)
    assert asked == [(10, single, probe), (10, keyed, probe)]
    assert one.result == store.order(one.result.id)
    assert (one.is_replayed, again.is_replayed) == (False, False)
    replay = await buy.order(keyed, probe)
    assert (replay.result, replay.is_replayed) == (again.result, True)
