"""Request and response bodies of transfers."""

from typing import ClassVar

from pydantic import Field

from src.domain.entities.transfer import TransferStatus
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.booking import SeatAnswer
from src.presentation.schemas.fields import Answer, Email, Moment, with_example


class TransferAnswer(Answer):
    """The offer of a ticket, as its holder sees it. The token in the mail is never shown here."""

    model_config = with_example(
        {
            "id": 1,
            "ticket_id": 1,
            "ticket_code": "TKT-20261120-8F3KQ2ZN",
            "email": "somchai@example.com",
            "status": "offered",
            "expires_at": "2026-11-27T12:00:00Z",
            "created_at": "2026-11-20T12:00:00Z",
            "closed_at": None,
        }
    )

    id: int
    ticket_id: int
    ticket_code: str | None
    email: str | None = Field(description="Null once the offer is closed.")
    status: TransferStatus
    expires_at: Moment
    created_at: Moment
    closed_at: Moment | None


class OfferTransferBody(Body):
    """To whom a ticket is offered."""

    model_config = with_example({"email": "somchai@example.com"})

    not_here: ClassVar[Sentences] = all_of(TransferAnswer, BY_SERVICE)

    email: Email


class OfferedEvent(Answer):
    """The event of an offered ticket."""

    id: int
    title: str
    venue: str | None
    date_time: Moment
    ends_at: Moment
    timezone: str


class TransferOfferAnswer(Answer):
    """What is offered, as the owner of the token sees it."""

    model_config = with_example(
        {
            "status": "offered",
            "expires_at": "2026-11-27T12:00:00Z",
            "sender": "Malee Srisai",
            "event": {
                "id": 1,
                "title": "Rock Concert 2026",
                "venue": "Bangkok Arena",
                "date_time": "2026-12-25T12:00:00Z",
                "ends_at": "2026-12-25T15:00:00Z",
                "timezone": "Asia/Bangkok",
            },
            "ticket_type": "VIP",
            "seat": None,
        }
    )

    status: TransferStatus
    expires_at: Moment
    sender: str
    event: OfferedEvent
    ticket_type: str
    seat: SeatAnswer | None
