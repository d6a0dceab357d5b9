"""Send the confirmation of an e-mail address again."""

from src.application.identity.plan_verification import plan_verification
from src.application.ports.database import UnitOfWorkFactory


class ResendVerification:
    """Send another mail with a link that confirms the e-mail address.

    Authorization: none. The response is the same whether or not there is such an account, and
    whether or not its address is confirmed already; no mail is sent then.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, email: str) -> None:
        async with self._unit_of_work() as uow:
            user = await uow.users.find_by_email(email)
            if user is not None and user.awaits_verification:
                await plan_verification(uow, user)
                await uow.commit()
