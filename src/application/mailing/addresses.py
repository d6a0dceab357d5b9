"""To whom a mail goes: looked up when it is sent."""

from dataclasses import dataclass

from src.application.dtos.mail import TransferDetails
from src.domain.entities.mail import Mail
from src.domain.entities.order import Order
from src.domain.entities.user import User


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person and their address."""

    name: str
    address: str


def recipient_of(
    mail: Mail, user: User | None, order: Order | None, transfer: TransferDetails | None
) -> Recipient | None:
    """Return the recipient, None if there is none any more.

    The address is the user's own; of a buyer without one, that of the order. Who deleted the
    account gets no more mail.
    """
    if mail.user_id is None:
        return Recipient("", transfer.email) if transfer and transfer.email else None
    if user is None or user.deleted_at is not None:
        return None
    if user.email is not None:
        return Recipient(user.name, user.email)
    if order is not None and order.contact_email:
        return Recipient(order.contact_name or user.name, order.contact_email)
    return None
