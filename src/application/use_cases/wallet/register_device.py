"""Register a device that has a pass."""

from src.application.ports.database import UnitOfWorkFactory
from src.application.use_cases.wallet.pass_owner import PassOwner


class RegisterDevice:
    """Register a phone or watch that has a pass, as Apple Wallet does when one is added.

    Authorization: the token in the pass. 201 for a new device, 200 for a known one.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, pass_owner: PassOwner) -> None:
        self._unit_of_work = unit_of_work
        self._pass_owner = pass_owner

    async def execute(
        self, device: str, pass_type_id: str, serial: str, *, token: str, push_token: str
    ) -> bool:
        """Whether the device is new."""
        ticket = await self._pass_owner.find(pass_type_id, serial, token)
        async with self._unit_of_work() as uow:
            is_new = await uow.pass_devices.add(
                device, ticket_id=ticket.id, issue=ticket.issue, push_token=push_token
            )
            await uow.commit()
        return is_new
