"""Ask a user to confirm their e-mail address: shared by sign-up and by sending it again."""

from uuid import uuid4

from src.application.ports.database import UnitOfWork
from src.domain.entities.mail import Mail, MailKind
from src.domain.entities.user import User


async def plan_verification(uow: UnitOfWork, user: User) -> None:
    """Plan the mail with the link that confirms the user's address, in the caller's transaction.

    Each is asked for by a person, and so is a cause of its own.
    """
    message_id = uuid4()
    mail = Mail(
        kind=MailKind.VERIFY_EMAIL,
        cause=f"user.verify:{message_id}",
        user_id=user.id,
        message_id=message_id,
    )
    await uow.mails.add([mail])
