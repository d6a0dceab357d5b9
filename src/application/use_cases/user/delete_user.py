"""Delete a user."""

from datetime import datetime
from enum import StrEnum

from src.application.access import require_same_user
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.selling.give_up_holds import GiveUpHolds
from src.application.selling.transfer_entry import transfer_entry
from src.domain.entities.user import Actor, User
from src.domain.errors import Forbidden, InUse, Unavailable

TRIES = 3


class Unsettled(StrEnum):
    """Why an organizer has to stay, and what to do first: with the name, what is owed would go."""

    DISPUTED = (
        "Banks have not decided yet about money for this user's events. Wait until they have."
    )
    OWED = "This user is owed money for events. Pay it, and record the payout first."
    OWING = (
        "This user was paid more than is theirs. "
        "Once it is paid back, take back the payouts that it was part of, and record what stays."
    )


class DeleteUser:
    """Delete a user, of an account or a guest.

    Authorization: the user, except an admin, and admins for other users. Refused with `in_use`
    while the user organizes an event that is not over, or is owed money for events, owes some, or
    has sold what a bank has not decided about. Pending orders and reservations are given
    up, open offers of tickets, by the user or to the user's address, are closed. A user with
    history is anonymised: bookings and payments stay in the records, personal data is removed, with
    what was typed about the person in orders, payments and stored results. Invoices that were
    issued stay as they are, and so does who sold, for those that are still due, and a business
    that bought without tax and owes it.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, give_up_holds: GiveUpHolds, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._give_up_holds = give_up_holds
        self._clock = clock

    async def execute(self, actor: Actor, user_id: int) -> None:
        require_same_user(actor, user_id)
        async with self._unit_of_work() as uow:
            user = await uow.users.get(user_id)
            await _require_deletable(uow, actor, user, self._clock())
        for _ in range(TRIES):
            await self._give_up_holds.execute(user_id, by=actor)
            if await self._delete(actor, user_id):
                return
        raise Unavailable()

    async def unsettled(self, user_id: int) -> Unsettled | None:
        """Why the user cannot be deleted yet, where it is about money."""
        async with self._unit_of_work() as uow:
            return await _unsettled(uow, user_id, self._clock())

    async def _delete(self, actor: Actor, user_id: int) -> bool:
        """Delete the user; False if they have begun to hold tickets again meanwhile."""
        async with self._unit_of_work() as uow:
            # The seller before all orders, and orders before the row of their user, like everybody.
            await uow.sellers.lock(user_id)
            await uow.orders.lock(await uow.orders.of_user(user_id))
            user = await uow.users.lock_for_deletion(user_id)
            await _require_deletable(uow, actor, user, self._clock())
            if await uow.orders.pending_of(user_id) or await uow.bookings.held_by(user_id):
                return False
            await self._forget(uow, actor, user)
            await uow.commit()
        return True

    async def _forget(self, uow: UnitOfWork, actor: Actor, user: User) -> None:
        now = self._clock()
        # Addresses and secrets of theirs; nothing more is sent to them.
        await uow.webhook_endpoints.delete_of(user.id)
        await uow.sessions.revoke_all_of(user.id, now)
        await uow.web_sessions.end_all_of(user.id)
        await uow.calendar_feeds.remove(user.id)
        await uow.api_keys.delete_of(user.id)
        await uow.pass_devices.forget_user(user.id)
        closed = await uow.transfers.close_of_user(user.id, user.email, now)
        # What was typed about them, by themselves or somebody else.
        await uow.idempotency_keys.forget_user(user.id)
        await uow.transactions.forget_words_of(user.id)
        await uow.orders.forget_buyer(user.id)
        await uow.billing.forget_user(user.id)
        await uow.sellers.remove_unused(user.id)
        await uow.bank_accounts.remove(user.id)
        await uow.bookings.forget_words_of(user.id)
        if await uow.users.has_history(user.id):
            user.anonymise(now)
            await uow.users.save(user)
            await uow.carts.empty([user.id])
        else:
            await uow.users.delete(user.id)
        await uow.audit.record(
            [
                *(transfer_entry(transfer, actor) for transfer in closed),
                AuditEntry("user.deleted", subject="user", subject_id=user.id, by=actor),
            ]
        )


async def _require_deletable(uow: UnitOfWork, actor: Actor, user: User, now: datetime) -> None:
    if actor.is_admin and actor.id == user.id:
        raise Forbidden("You cannot delete yourself. Ask another administrator.")
    if await uow.users.organizes_open_events(user.id):
        raise InUse("This user organizes events that are not over. Cancel them first.")
    if why := await _unsettled(uow, user.id, now):
        raise InUse(why.value)


async def _unsettled(uow: UnitOfWork, user_id: int, now: datetime) -> Unsettled | None:
    balances = await uow.settlement.balances([user_id], now)
    if await uow.settlement.is_disputed(user_id):
        return Unsettled.DISPUTED
    if any(balance.owed > 0 for balance in balances):
        return Unsettled.OWED
    return Unsettled.OWING if any(balance.owed < 0 for balance in balances) else None
