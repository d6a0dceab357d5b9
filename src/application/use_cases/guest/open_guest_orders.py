"""Open what was bought with an address, without an account."""

from src.application.dtos.viewer import OpenedWebSession
from src.application.identity.open_web_session import OpenWebSession
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import AddressTokens
from src.application.selling.claim_orders import ClaimOrders
from src.application.use_cases.guest.start_guest_session import GUEST_NAME
from src.domain.entities.user import Actor, User
from src.domain.errors import InvalidState
from src.domain.repositories.order import GuestOrder

NOTHING = "There is nothing to open: these tickets are in an account. Log in to see them."


class OpenGuestOrders:
    """Log in, as a guest, to all that guests ordered with an address.

    Authorization: the token of a mail to the address. Who reads the mail sees the orders that name
    this address, and nothing else that the same browsers bought or will buy: the orders go to a
    guest of their own. Refused with `invalid_state` if there are none.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        tokens: AddressTokens,
        open_session: OpenWebSession,
        claim_orders: ClaimOrders,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = tokens
        self._open_session = open_session
        self._claim_orders = claim_orders
        self._clock = clock

    async def execute(self, token: str, device: str | None = None) -> OpenedWebSession:
        email = self._tokens.read(token)
        async with self._unit_of_work() as uow:
            if not await uow.orders.of_guests(email):
                raise InvalidState("order", "claimed", "opened", NOTHING)
            user = User(name=GUEST_NAME, is_guest=True)
            await uow.users.add(user)
            opened = await self._open_session.execute(uow, user, now=self._clock(), device=device)
            await uow.commit()

        async def find(uow: UnitOfWork) -> list[GuestOrder]:
            return await uow.orders.of_guests(email)

        await self._claim_orders.execute(find, by=Actor(user.id, user.role))
        return opened
