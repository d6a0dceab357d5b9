"""Where an organizer is paid: get it, say it, remove it."""

from src.application.access import require_organizer_role, require_same_user, require_seller
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.bank_account import BankAccount
from src.domain.entities.user import Actor
from src.domain.repositories.settlement import BankAccountRepository
from src.domain.shared.transitions import require_version


class GetBankAccount:
    """Get the bank account to which an organizer is paid.

    Authorization: the organizer, and admins. Refused with `not_found` if none was said.
    """

    def __init__(self, bank_accounts: BankAccountRepository) -> None:
        self._bank_accounts = bank_accounts

    async def execute(self, actor: Actor, user_id: int) -> BankAccount:
        require_organizer_role(actor)
        require_same_user(actor, user_id)
        return await self._bank_accounts.get(user_id)


class SetBankAccount:
    """Say to which bank account an organizer is paid, in place of what was said before.

    An IBAN, or bank and number where the country has none.

    Authorization: the organizer, and admins. Refused with `stale_version` if `If-Match` is not the
    stored version.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(
        self, actor: Actor, account: BankAccount, expected_version: int | None = None
    ) -> BankAccount:
        require_organizer_role(actor)
        require_same_user(actor, account.user_id)
        account.check()
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(account.user_id)
            require_seller(user)
            known = (await uow.bank_accounts.by_ids([account.user_id])).get(account.user_id)
            require_version(known.version if known else 0, expected_version)
            await uow.bank_accounts.put(account)
            await uow.audit.record([_entry("bank_account.set", account.user_id, actor)])
            await uow.commit()
        return account


class RemoveBankAccount:
    """Remove the bank account of an organizer.

    Authorization: the organizer, and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, user_id: int) -> None:
        require_organizer_role(actor)
        require_same_user(actor, user_id)
        async with self._unit_of_work() as uow:
            await uow.users.lock(user_id)
            await uow.bank_accounts.get(user_id)
            await uow.bank_accounts.remove(user_id)
            await uow.audit.record([_entry("bank_account.removed", user_id, actor)])
            await uow.commit()


def _entry(action: str, user_id: int, actor: Actor) -> AuditEntry:
    # What is said is about a person: the log has none of it.
    return AuditEntry(action, subject="bank_account", subject_id=user_id, by=actor)
