"""Confirming, cancelling, refunding and extending: authorization, refusals, what is recorded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from src.application.concurrency.idempotency import Outcome
from src.application.ports.payments import PaymentProviders
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.application.settling.give_back_tickets import GiveBackTickets
from src.application.settling.record_refund import RecordRefund, SettleRefund
from src.application.settling.refund_ordered_booking import RefundOrderedBooking
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.application.use_cases.booking.refund_booking import RefundBooking
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Payment
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import Actor
from src.domain.errors import (
    Forbidden,
    HoldExpired,
    InvalidState,
    NotFound,
    StaleVersion,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import (
    ADMIN,
    BOOKING_ID,
    BUYER,
    EVENT_ID,
    NOW,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STARTS,
    STRANGER,
    make_booking,
    make_event,
    make_ticket,
    make_type,
)
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.orders import FakeTransactionRepository
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store

UseCase = ConfirmBooking | CancelBooking | RefundBooking | ExtendBooking
IT = ChangeBookingCommand(BOOKING_ID)

PENDING, CONFIRMED = BookingStatus.PENDING, BookingStatus.CONFIRMED
CANCELLED, REFUNDED = BookingStatus.CANCELLED, BookingStatus.REFUNDED
BEFORE = {CONFIRMED: PENDING, CANCELLED: CONFIRMED, REFUNDED: CONFIRMED}


@pytest.fixture
def use_cases(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> dict[BookingStatus, UseCase]:
    """The use case that leads to each status; event and ticket type are in the store."""
    store.add(make_event(), make_type())
    change = ChangeBooking(unit_of_work, fake_clock)
    record = RecordRefund(unit_of_work, fake_clock)
    settle = SettleRefund(FakeTransactionRepository(store), PaymentProviders({}, "none"), record)
    refund_ordered = RefundOrderedBooking(unit_of_work, settle)
    bookings, events = FakeBookingRepository(store), FakeEventRepository(store)
    give_back = GiveBackTickets(unit_of_work, settle, fake_clock)
    return {
        CONFIRMED: ConfirmBooking(change, fake_clock, FakeCodes()),
        CANCELLED: CancelBooking(bookings, events, change, give_back, fake_clock),
        REFUNDED: RefundBooking(bookings, events, change, refund_ordered, give_back),
    }


async def refuse(
    use_case: UseCase,
    store: Store,
    actor: Actor,
    command: ChangeBookingCommand,
    kind: type[Exception],
) -> Exception:
    """The change is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(kind) as refused:
        await use_case.execute(actor, command)
    assert store.snapshot() == before
    return refused.value


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        *[(actor, wanted) for actor in (ADMIN, ORGANIZER) for wanted in BEFORE],
        (BUYER, CONFIRMED),
        (BUYER, CANCELLED),
    ],
)
async def test_a_party_changes_the_booking_and_it_is_recorded(
    use_cases: dict[BookingStatus, UseCase], store: Store, actor: Actor, wanted: BookingStatus
) -> None:
    store.add(make_booking(BEFORE[wanted]))
    outcome = await use_cases[wanted].execute(actor, IT)
    assert store.bookings == {BOOKING_ID: outcome.result}
    assert outcome.result.status is wanted
    (entry,) = store.audit
    assert (entry.by, entry.action) == (actor, f"booking.{wanted}")
    assert (entry.subject, entry.subject_id) == ("booking", BOOKING_ID)
    assert entry.event_id == EVENT_ID
    assert (entry.before, entry.after) == ({"status": BEFORE[wanted]}, {"status": wanted})


@pytest.mark.parametrize("wanted", BEFORE)
@pytest.mark.parametrize("actor", [STRANGER, RIVAL, SCANNER])
async def test_for_anybody_else_the_booking_does_not_exist(
    use_cases: dict[BookingStatus, UseCase], store: Store, actor: Actor, wanted: BookingStatus
) -> None:
    store.add(make_booking(BEFORE[wanted]))
    await refuse(use_cases[wanted], store, actor, IT, NotFound)


@pytest.mark.parametrize("wanted", BEFORE)
async def test_an_unknown_booking_does_not_exist(
    use_cases: dict[BookingStatus, UseCase], store: Store, wanted: BookingStatus
) -> None:
    store.add(make_booking())
    await refuse(use_cases[wanted], store, ADMIN, ChangeBookingCommand(999), NotFound)


async def test_a_buyer_cannot_refund(use_cases: dict[BookingStatus, UseCase], store: Store) -> None:
    store.add(make_booking())
    await refuse(use_cases[REFUNDED], store, BUYER, IT, Forbidden)


@pytest.mark.parametrize(("actor", "is_refused"), [(BUYER, True), (ORGANIZER, False)])
async def test_only_staff_confirm_where_a_payment_would(
    use_cases: dict[BookingStatus, UseCase], store: Store, actor: Actor, is_refused: bool
) -> None:
    store.add(make_event(payment=Payment.ONLINE), make_booking(PENDING))
    if is_refused:
        await refuse(use_cases[CONFIRMED], store, actor, IT, Forbidden)
    else:
        assert (await use_cases[CONFIRMED].execute(actor, IT)).result.status is CONFIRMED


async def test_a_hold_that_has_lapsed_is_not_confirmed(
    use_cases: dict[BookingStatus, UseCase], store: Store
) -> None:
    store.add(make_booking(PENDING, expires_at=NOW))
    await refuse(use_cases[CONFIRMED], store, BUYER, IT, HoldExpired)


@pytest.mark.parametrize(("actor", "is_refused"), [(BUYER, True), (ORGANIZER, False)])
async def test_only_staff_cancel_once_the_event_has_started(
    use_cases: dict[BookingStatus, UseCase],
    store: Store,
    fake_clock: FakeClock,
    actor: Actor,
    is_refused: bool,
) -> None:
    store.add(make_booking())
    fake_clock.now = STARTS
    if is_refused:
        await refuse(use_cases[CANCELLED], store, actor, IT, InvalidState)
    else:
        assert (await use_cases[CANCELLED].execute(actor, IT)).result.status is CANCELLED


@pytest.mark.parametrize("wanted", [CANCELLED, REFUNDED])
async def test_the_stock_is_free_again(
    use_cases: dict[BookingStatus, UseCase], store: Store, wanted: BookingStatus
) -> None:
    store.add(make_booking())
    assert store.event(EVENT_ID).tickets_available == 98
    await use_cases[wanted].execute(ORGANIZER, IT)
    assert store.event(EVENT_ID).tickets_available == 100


@pytest.mark.parametrize("wanted", [CANCELLED, REFUNDED])
async def test_a_booking_with_a_used_ticket_stays(
    use_cases: dict[BookingStatus, UseCase], store: Store, wanted: BookingStatus
) -> None:
    store.add(make_booking(tickets=[make_ticket(TicketStatus.USED)]))
    await refuse(use_cases[wanted], store, ADMIN, IT, InvalidState)


async def test_a_stale_version_is_refused_and_the_current_one_is_not(
    use_cases: dict[BookingStatus, UseCase], store: Store
) -> None:
    store.add(make_booking(version=3))
    await refuse(use_cases[CANCELLED], store, BUYER, replace(IT, expected_version=2), StaleVersion)
    current = replace(IT, expected_version=3)
    assert (await use_cases[CANCELLED].execute(BUYER, current)).result.version == 4


async def test_the_booking_is_read_again_under_the_lock(
    use_cases: dict[BookingStatus, UseCase], store: Store
) -> None:
    store.add(make_booking())
    store.before_lock = lambda: store.add(make_booking(REFUNDED))
    with pytest.raises(InvalidState) as refusal:
        await use_cases[CANCELLED].execute(BUYER, IT)
    assert refusal.value.facts["from"] == REFUNDED


async def test_a_booking_of_a_deleted_event_can_still_be_refunded(
    use_cases: dict[BookingStatus, UseCase], store: Store
) -> None:
    store.add(make_event(deleted_at=NOW - timedelta(days=1)), make_booking())
    assert (await use_cases[REFUNDED].execute(ADMIN, IT)).result.status is REFUNDED


async def test_the_same_request_cancels_once_and_another_one_is_refused(
    use_cases: dict[BookingStatus, UseCase], store: Store
) -> None:
    store.add(make_booking())
    command = replace(IT, idempotency=IdempotentRequest(BUYER.id, "key", b"cancel"))
    first: Outcome[Booking] = await use_cases[CANCELLED].execute(BUYER, command)
    second = await use_cases[CANCELLED].execute(BUYER, command)
    assert (second.result, second.is_replayed) == (first.result, True)
    assert (store.commits, store.actions()) == (1, ["booking.cancelled"])
    await refuse(use_cases[CANCELLED], store, BUYER, IT, InvalidState)


async def test_a_hold_is_confirmed_when_a_code_generated_for_it_is_taken(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    taken = make_ticket(ticket_code="TKT-20260601-TAKENCOD")
    store.add(make_event(), make_type(), make_booking(PENDING))
    store.add(make_booking(id=31, reference="BKG-OTHERREF", tickets=[taken]))
    codes = FakeCodes("FIRSTCOD", "TAKENCOD")
    confirm = ConfirmBooking(ChangeBooking(unit_of_work, fake_clock), fake_clock, codes)
    booking = (await confirm.execute(BUYER, IT)).result
    assert booking.status is CONFIRMED
    assert "TKT-20260601-TAKENCOD" not in {ticket.ticket_code for ticket in booking.tickets}
    assert (store.commits, store.actions()) == (1, ["booking.confirmed"])


@pytest.fixture
def extend(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> ExtendBooking:
    """Adds ten minutes, up to a quarter of an hour in all; a hold of a minute is in the store."""
    store.add(make_event(), make_type())
    store.add(make_booking(PENDING, expires_at=NOW + timedelta(minutes=1)))
    change = ChangeBooking(unit_of_work, fake_clock)
    return ExtendBooking(change, fake_clock, timedelta(minutes=10), timedelta(minutes=15))


@pytest.mark.parametrize("actor", [BUYER, ORGANIZER, ADMIN])
async def test_a_party_extends_a_hold_once(
    extend: ExtendBooking, store: Store, actor: Actor
) -> None:
    booking = (await extend.execute(actor, IT)).result
    assert (booking.status, booking.expires_at) == (PENDING, NOW + timedelta(minutes=10))
    assert store.bookings == {BOOKING_ID: booking}
    await refuse(extend, store, actor, IT, InvalidState)


@pytest.mark.parametrize("actor", [STRANGER, RIVAL, SCANNER])
async def test_nobody_else_extends_a_hold(
    extend: ExtendBooking, store: Store, actor: Actor
) -> None:
    await refuse(extend, store, actor, IT, NotFound)


async def test_a_hold_that_has_lapsed_is_not_extended(
    extend: ExtendBooking, store: Store, fake_clock: FakeClock
) -> None:
    fake_clock.move(minutes=1)
    await refuse(extend, store, BUYER, IT, HoldExpired)
