"""List all mails with their recipients."""

from dataclasses import dataclass

from src.application.access import require_admin
from src.domain.entities.mail import Mail
from src.domain.entities.user import Actor, User
from src.domain.repositories.mail import MailFilter, MailRepository
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.user import UserRepository


@dataclass(frozen=True, slots=True)
class AddressedMail:
    """A mail with its recipient, None for an address that only a transfer knows."""

    mail: Mail
    recipient: User | None


class ListAllMails:
    """List mails of every kind, newest first, each with its recipient.

    Authorization: admins.
    """

    def __init__(self, mails: MailRepository, users: UserRepository) -> None:
        self._mails = mails
        self._users = users

    async def execute(
        self, actor: Actor, wanted: MailFilter, page: PageRequest
    ) -> Page[AddressedMail]:
        require_admin(actor)
        found = await self._mails.search(wanted, page)
        users = await self._users.by_ids({mail.user_id for mail in found.items if mail.user_id})
        return found.map(lambda mail: AddressedMail(mail, users.get(mail.user_id or 0)))
