"""What is a buyer's own in memory: the second implementation of its port."""

from src.application.dtos.booking import BookingDetails
from src.application.dtos.cart import CartContents, CartLine
from src.domain.entities.booking import BookingStatus
from src.domain.entities.user import Actor
from src.domain.repositories.booking import BookingFilter
from src.domain.repositories.page import Page, PageRequest
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.carts import FakeCartRepository
from tests.support.fakes.store import Store


class FakeOwnReader:
    """Implements `OwnReader`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def bookings(
        self, viewer: Actor, user_id: int, status: BookingStatus | None, page: PageRequest
    ) -> Page[BookingDetails]:
        user = await FakeUserRepository(self._store).get(user_id)
        wanted = BookingFilter(user_id=user_id, status=status)
        found = await FakeBookingRepository(self._store).search(wanted, page)
        return found.map(
            lambda booking: BookingDetails(booking, user, self._store.event(booking.event_id))
        )

    async def cart(self, user_id: int) -> CartContents:
        await FakeUserRepository(self._store).get(user_id)
        carts = FakeCartRepository(self._store)
        lines = [
            CartLine(
                item,
                self._store.event(item.event_id),
                self._store.ticket_type(item.ticket_type_id),
            )
            for item in await carts.of_user(user_id)
        ]
        return CartContents(lines, await carts.discount_id(user_id))
