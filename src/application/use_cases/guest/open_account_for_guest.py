"""Make an account of an address that was bought with."""

from dataclasses import dataclass

from src.application.dtos.viewer import OpenedWebSession
from src.application.identity.open_web_session import OpenWebSession
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import AddressTokens, PasswordHasher, PasswordPolicy
from src.application.selling.claim_orders import ClaimOrders
from src.domain.entities.user import Actor, User
from src.domain.errors import InvalidState
from src.domain.repositories.order import GuestOrder

GONE = "These tickets are in an account already. Log in to see them."


@dataclass(frozen=True, slots=True)
class OpenAccountCommand:
    """The token of the mail, and the password and name for the account."""

    token: str
    password: str
    name: str | None = None
    device: str | None = None


class OpenAccountForGuest:
    """Make an account of an address, give it what guests ordered with it, and log in.

    Authorization: the token of a mail to the address, which also confirms it. Refused with
    `duplicate` if the address has an account, `invalid_state` if nothing is left to claim,
    `validation_failed` if the password is easy to guess.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        tokens: AddressTokens,
        password_hasher: PasswordHasher,
        password_policy: PasswordPolicy,
        open_session: OpenWebSession,
        claim_orders: ClaimOrders,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = tokens
        self._password_hasher = password_hasher
        self._password_policy = password_policy
        self._open_session = open_session
        self._claim_orders = claim_orders
        self._clock = clock

    async def execute(self, command: OpenAccountCommand) -> OpenedWebSession:
        email = self._tokens.read(command.token)
        user = User(name=command.name or email.partition("@")[0], email=email)
        self._password_policy.require_hard_to_guess(command.password, user)

        async def find(uow: UnitOfWork) -> list[GuestOrder]:
            return await uow.orders.of_guests(email)

        async with self._unit_of_work() as uow:
            # Looked at first, so that a link that is worth nothing costs no hashing.
            if not await find(uow):
                raise InvalidState("order", "claimed", "claimed", GONE)
        user.password_hash = await self._password_hasher.hash(command.password)
        async with self._unit_of_work() as uow:
            await uow.users.add(user)
            opened = await self._open_session.execute(
                uow, user, now=self._clock(), device=command.device
            )
            entry = AuditEntry(
                "user.signed_up",
                subject="user",
                subject_id=user.id,
                after={"role": user.role},
                by=None,
            )
            await uow.audit.record([entry])
            await uow.commit()
        # Should this fail, the account is there, and the link still gives it the tickets.
        await self._claim_orders.execute(find, by=Actor(user.id, user.role))
        return opened
