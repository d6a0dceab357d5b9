"""Response bodies of mails."""

from src.domain.entities.mail import MailKind, MailStatus
from src.presentation.schemas.fields import Answer, Moment, with_example


class MailAnswer(Answer):
    """A mail: to whom, about what, and what became of it. Its text and address are not kept."""

    model_config = with_example(
        {
            "id": 7,
            "kind": "order_confirmed",
            "user_id": 2,
            "event_id": 1,
            "booking_id": None,
            "order_id": 3,
            "ticket_id": None,
            "transaction_id": None,
            "status": "refused",
            "attempts": 1,
            "last_error": "550 5.1.1 No such mailbox here",
            "next_at": None,
            "created_at": "2026-11-20T12:00:00Z",
            "sent_at": None,
        }
    )

    id: int
    kind: MailKind
    user_id: int | None
    event_id: int | None
    booking_id: int | None
    order_id: int | None
    ticket_id: int | None
    transaction_id: int | None
    status: MailStatus
    attempts: int
    last_error: str | None
    next_at: Moment | None
    created_at: Moment
    sent_at: Moment | None
