"""Request and response bodies of tickets that are given away."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.sales.give_tickets import ComplimentaryTickets
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.presentation.schemas.body import BY_SERVICE, Sentences, all_of
from src.presentation.schemas.booking import BOOKING_EXAMPLE, TICKET_EXAMPLE, BookingAnswer
from src.presentation.schemas.fields import (
    Email,
    Id,
    Name,
    SeatsOrNumber,
    Text,
    with_example,
)

REASON = "Press"

Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), Text
]
"""Why tickets are given away: for who manages the event."""


class ComplimentaryAnswer(BookingAnswer):
    """A booking whose tickets were given away, as its organizer sees it."""

    model_config = with_example(
        {
            **BOOKING_EXAMPLE,
            "total_amount": "0.00",
            "order_id": 3,
            "is_complimentary": True,
            "tickets": [{**TICKET_EXAMPLE, "price": "0.00", "transferred": False}],
            "complimentary_reason": REASON,
        }
    )

    complimentary_reason: str


class GiveTicketsBody(SeatsOrNumber):
    """Tickets of one type for a user, or for a guest with a name and an e-mail address."""

    model_config = with_example(
        {
            "ticket_type_id": 2,
            "quantity": 2,
            "name": "Malee Srisai",
            "email": "malee@example.com",
            "reason": REASON,
        }
    )

    not_here: ClassVar[Sentences] = {
        **all_of(BookingAnswer, BY_SERVICE),
        "event_id": "The address names the event.",
        "unit_price": "These tickets cost nothing.",
        "complimentary_reason": "Its name here is `reason`.",
    }

    ticket_type_id: Id
    reason: Reason = Field(description="For those who manage the event: the receiver sees it not.")
    user_id: Id | None = Field(None, description="Who gets them, if they have an account.")
    name: Name | None = Field(None, description="Who gets them, without an account.")
    email: Email | None = Field(
        None,
        validate_default=True,
        description="Where their tickets are sent: with `name`, and without `user_id`.",
    )

    # Declared after the others, because it reads them.
    @field_validator("email")
    @classmethod
    def _says_who(cls, email: Any, info: ValidationInfo) -> Any:
        given = info.data.get("user_id"), info.data.get("name")
        if given[0] is not None and (given[1] is not None or email is not None):
            raise ValueError("give either user_id, or name and email")
        if given[0] is None and (given[1] is None or email is None):
            raise ValueError("say who gets the tickets: give user_id, or name and email")
        return email

    def gift(self, event_id: int, idempotency: IdempotentRequest | None) -> ComplimentaryTickets:
        """What the use case gives."""
        return ComplimentaryTickets(
            event_id=event_id,
            item=OrderItemRequest(self.ticket_type_id, self.number, self.seat_ids),
            reason=self.reason,
            user_id=self.user_id,
            name=self.name,
            email=self.email,
            idempotency=idempotency,
        )
