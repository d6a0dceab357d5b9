"""Removing accounts: gone without history, anonymised with it, refused while it is needed."""

from uuid import UUID

import pytest

from src.application.selling.give_up_holds import GiveUpHolds
from src.application.use_cases.user.delete_user import DeleteUser
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.session import RefreshToken
from src.domain.entities.user import ANONYMOUS_NAME, Actor, Role
from src.domain.errors import Forbidden, InUse, NotFound, Unavailable
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVERYBODY,
    LATER,
    NOW,
    ORGANIZER,
    STRANGER,
    make_booking,
    make_event,
    make_order,
    make_ticket,
    make_user,
)
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store


@pytest.fixture
def delete_user(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> DeleteUser:
    store.add(*map(make_user, EVERYBODY))
    return DeleteUser(unit_of_work, GiveUpHolds(unit_of_work, fake_clock), fake_clock)


async def refuse(
    delete_user: DeleteUser, store: Store, actor: Actor, user_id: int, kind: type[Exception]
) -> None:
    """The deletion is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(kind):
        await delete_user.execute(actor, user_id)
    assert store.snapshot() == before


@pytest.mark.parametrize("actor", [BUYER, ADMIN])
async def test_an_account_without_history_is_gone(
    delete_user: DeleteUser, store: Store, actor: Actor
) -> None:
    await delete_user.execute(actor, BUYER.id)
    assert store.users.keys() == {person.id for person in EVERYBODY} - {BUYER.id}
    (entry,) = store.audit
    assert (entry.by, entry.action, entry.subject_id) == (actor, "user.deleted", BUYER.id)


async def test_an_account_with_history_is_anonymised_and_its_history_stays(
    delete_user: DeleteUser, store: Store
) -> None:
    store.add(booking := make_booking())
    await delete_user.execute(BUYER, BUYER.id)
    user = store.users[BUYER.id]
    assert (user.name, user.deleted_at, user.is_active) == (ANONYMOUS_NAME, NOW, False)
    assert store.booking(booking.id) == booking
    assert not store.users[STRANGER.id].deleted_at


async def test_a_ticket_in_the_booking_of_somebody_else_is_history_too(
    delete_user: DeleteUser, store: Store
) -> None:
    store.add(make_booking(user_id=STRANGER.id, tickets=[make_ticket(user_id=BUYER.id)]))
    await delete_user.execute(BUYER, BUYER.id)
    assert store.users[BUYER.id].deleted_at == NOW


@pytest.mark.parametrize("status", [EventStatus.DRAFT, EventStatus.ACTIVE])
async def test_an_organizer_stays_while_an_event_is_not_over(
    delete_user: DeleteUser, store: Store, status: EventStatus
) -> None:
    store.add(make_event(status=status))
    await refuse(delete_user, store, ORGANIZER, ORGANIZER.id, InUse)
    await refuse(delete_user, store, ADMIN, ORGANIZER.id, InUse)


@pytest.mark.parametrize("status", [EventStatus.COMPLETED, EventStatus.CANCELLED])
async def test_an_organizer_is_anonymised_when_all_events_are_over(
    delete_user: DeleteUser, store: Store, status: EventStatus
) -> None:
    store.add(make_event(status=status))
    await delete_user.execute(ORGANIZER, ORGANIZER.id)
    assert store.users[ORGANIZER.id].deleted_at == NOW


@pytest.mark.parametrize("actor", [BUYER, ORGANIZER])
async def test_somebody_elses_account_does_not_exist(
    delete_user: DeleteUser, store: Store, actor: Actor
) -> None:
    await refuse(delete_user, store, actor, STRANGER.id, NotFound)


async def test_an_account_is_deleted_once(delete_user: DeleteUser, store: Store) -> None:
    store.add(make_booking())
    await delete_user.execute(ADMIN, BUYER.id)
    await refuse(delete_user, store, ADMIN, BUYER.id, NotFound)


async def test_an_admin_cannot_delete_themselves_but_another_one(
    delete_user: DeleteUser, store: Store
) -> None:
    await refuse(delete_user, store, ADMIN, ADMIN.id, Forbidden)
    await delete_user.execute(Actor(99, Role.ADMIN), ADMIN.id)
    assert ADMIN.id not in store.users


async def test_all_sessions_of_the_account_end_and_no_others(
    delete_user: DeleteUser, store: Store
) -> None:
    for actor in (BUYER, STRANGER):
        store.tokens[bytes([actor.id])] = RefreshToken(
            user_id=actor.id, family_id=UUID(int=1), token_hash=b"", expires_at=NOW
        )
    store.add(make_booking())
    await delete_user.execute(BUYER, BUYER.id)
    assert [token.revoked_at for token in store.tokens.values()] == [NOW, None]


def of_buyer(**contact: str | None) -> Order:
    return make_order(contact_name="Ann", contact_email="ann@test.example", **contact)


async def test_what_the_person_held_is_free_and_nothing_is_kept_of_the_contact(
    delete_user: DeleteUser, store: Store
) -> None:
    held = make_booking(BookingStatus.PENDING, id=31, reference="BKG-BBBBBBBB", expires_at=LATER)
    store.add(make_event(status=EventStatus.ACTIVE), of_buyer(notes="A ramp"), held)
    await delete_user.execute(ADMIN, BUYER.id)
    (order,) = store.orders.values()
    assert order.status is OrderStatus.CANCELLED
    assert (order.contact_name, order.contact_email, order.notes) == (None, None, None)
    statuses = {booking.id: booking.status for booking in store.bookings.values()}
    assert statuses == dict.fromkeys(statuses, BookingStatus.CANCELLED) and len(statuses) == 2
    actions = [entry.action for entry in store.audit]
    assert actions[-1] == "user.deleted"
    assert sorted(actions[:-1]) == ["booking.cancelled", "booking.cancelled", "order.cancelled"]


async def test_a_lapsed_order_expires_as_it_would_have(
    delete_user: DeleteUser, store: Store
) -> None:
    held = make_booking(BookingStatus.PENDING, expires_at=NOW)
    store.add(make_event(status=EventStatus.ACTIVE), make_order(held, expires_at=NOW))
    await delete_user.execute(BUYER, BUYER.id)
    (order,) = store.orders.values()
    assert order.status is OrderStatus.EXPIRED


async def test_a_person_who_goes_on_buying_is_deleted_later(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> None:
    class Buying(GiveUpHolds):
        async def execute(self, user_id: int, *, by: Actor) -> None:
            """What was given up is held again before the deletion begins."""

    store.add(*map(make_user, EVERYBODY), make_event(status=EventStatus.ACTIVE), of_buyer())
    use_case = DeleteUser(unit_of_work, Buying(unit_of_work, fake_clock), fake_clock)
    await refuse(use_case, store, BUYER, BUYER.id, Unavailable)
