"""Delete a user."""

from src.application.access import require_same_user
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.application.selling.transfer_entry import transfer_entry
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, InUse


class DeleteUser:
    """Delete a user.

    Authorization: the user, except an admin, and admins for other users. Refused with `in_use`
    while the user organizes an event that is not over. A user with history is anonymised:
    bookings and payments stay in the records, personal data is removed. Open offers of tickets, by
    the user or to the user's address, are closed.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, user_id: int) -> None:
        require_same_user(actor, user_id)
        async with self._unit_of_work() as uow:
            user = await uow.users.lock_for_deletion(user_id)
            if actor.is_admin and actor.id == user_id:
                raise Forbidden("You cannot delete yourself. Ask another administrator.")
            if await uow.users.organizes_open_events(user_id):
                raise InUse("This user organizes events that are not over. Cancel them first.")
            now = self._clock()
            # Addresses and secrets of theirs; nothing more is sent to them.
            await uow.webhook_endpoints.delete_of(user_id)
            await uow.sessions.revoke_all_of(user_id, now)
            await uow.web_sessions.end_all_of(user_id)
            await uow.calendar_feeds.remove(user_id)
            await uow.pass_devices.forget_user(user_id)
            closed = await uow.transfers.close_of_user(user_id, user.email, now)
            if await uow.users.has_history(user_id):
                user.anonymise(now)
                await uow.users.save(user)
                await uow.carts.empty([user_id])
            else:
                await uow.users.delete(user_id)
            await uow.audit.record(
                [
                    *(transfer_entry(transfer, actor) for transfer in closed),
                    AuditEntry("user.deleted", subject="user", subject_id=user_id, by=actor),
                ]
            )
            await uow.commit()
