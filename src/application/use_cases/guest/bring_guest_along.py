"""Bring along what a guest holds when they log in."""

from dataclasses import replace

from src.application.ports.database import UnitOfWork, UnitOfWorkFactory
from src.application.selling.claim_orders import ClaimOrders
from src.domain.entities.user import Actor
from src.domain.repositories.order import GuestOrder


class BringGuestAlong:
    """Reassign what a guest ordered in this browser to the account that they logged in to.

    The cart comes along where the account's own is empty.

    Authorization: the account, and the session of the guest in the same browser.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, claim_orders: ClaimOrders) -> None:
        self._unit_of_work = unit_of_work
        self._claim_orders = claim_orders

    async def execute(self, actor: Actor, guest_id: int) -> int:
        """Return the number of orders that came along; none of somebody who is no guest."""

        async def find(uow: UnitOfWork) -> list[GuestOrder]:
            return await uow.orders.of_guest(guest_id)

        number = await self._claim_orders.execute(find, by=actor)
        await self._bring_cart(actor, guest_id)
        return number

    async def _bring_cart(self, actor: Actor, guest_id: int) -> None:
        async with self._unit_of_work() as uow:
            guest = (await uow.users.by_ids([guest_id])).get(guest_id)
            if guest is None or not guest.is_guest or guest_id == actor.id:
                return
            carts = await uow.carts.lock([guest_id, actor.id])
            if carts[actor.id] or not carts[guest_id]:
                return
            for item in carts[guest_id]:
                await uow.carts.put(replace(item, id=0, user_id=actor.id))
            discount_id = await uow.carts.discount_id(guest_id)
            await uow.carts.empty([guest_id])
            await uow.carts.set_discount(actor.id, discount_id)
            await uow.commit()
