"""Claim what was bought without an account."""

from src.application.ports.database import UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import AddressTokens
from src.application.selling.claim_orders import ClaimOrders
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.repositories.order import GuestOrder


class ClaimGuestOrders:
    """Reassign what guests ordered with an address to the account of that address.

    Authorization: the account, and the token of a mail to the address, which proves that it is
    read by the same person; it confirms the account's address too. Refused with `forbidden` for an
    account of another address.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, tokens: AddressTokens, claim_orders: ClaimOrders
    ) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = tokens
        self._claim_orders = claim_orders

    async def execute(self, actor: Actor, token: str) -> int:
        """Return the number of orders that were claimed."""
        email = self._tokens.read(token)
        async with self._unit_of_work() as uow:
            user = await uow.users.get(actor.id)
        if user.is_guest or user.email != email:
            raise Forbidden(f"Log in with the account of {email} to take these tickets over.")

        async def find(uow: UnitOfWork) -> list[GuestOrder]:
            return await uow.orders.of_guests(email)

        return await self._claim_orders.execute(find, by=actor)
