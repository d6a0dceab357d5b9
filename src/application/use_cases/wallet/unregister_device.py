"""Unregister a device that had a pass."""

from src.application.ports.database import UnitOfWorkFactory
from src.application.use_cases.wallet.pass_owner import PassOwner


class UnregisterDevice:
    """Forget a phone or watch that had a pass, as Apple Wallet asks when one is removed.

    Authorization: the token in the pass. An unknown device is no error.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, pass_owner: PassOwner) -> None:
        self._unit_of_work = unit_of_work
        self._pass_owner = pass_owner

    async def execute(self, device: str, pass_type_id: str, serial: str, *, token: str) -> None:
        ticket = await self._pass_owner.find(pass_type_id, serial, token)
        async with self._unit_of_work() as uow:
            await uow.pass_devices.remove(device, ticket_id=ticket.id)
            await uow.commit()
