"""Read what can be claimed with the link of a mail."""

from dataclasses import dataclass

from src.application.ports.database import UnitOfWorkFactory
from src.application.ports.security import AddressTokens


@dataclass(frozen=True, slots=True)
class Claim:
    """An address that somebody reads mail at: what guests ordered with it, and its account."""

    email: str
    orders: int
    has_account: bool


class ReadClaim:
    """Read what can be claimed with the link of a mail; nothing is changed.

    Authorization: the token, which proves the address. Refused with `not_authenticated` if it is
    not one of ours, `token_expired` if it is too old.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, tokens: AddressTokens) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = tokens

    async def execute(self, token: str) -> Claim:
        email = self._tokens.read(token)
        async with self._unit_of_work() as uow:
            orders = await uow.orders.of_guests(email)
            account = await uow.users.find_by_email(email)
        return Claim(email, len(orders), account is not None)
