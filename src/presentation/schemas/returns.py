"""Request and response bodies of tickets that are given back."""

from typing import Annotated, ClassVar

from pydantic import Field

from src.application.use_cases.booking.quote_refund import RefundQuote
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.booking import BookingAnswer, TicketAnswer
from src.presentation.schemas.fields import (
    MAX_QUANTITY,
    Answer,
    Id,
    LongText,
    Moment,
    Money,
    Price,
    StoredMoney,
    with_example,
)

REASON = "Shown with the refund."


class RefundTicketBody(Body):
    """Why a ticket is refunded."""

    model_config = with_example({"reason": "The seat was broken."})

    not_here: ClassVar[Sentences] = {
        **all_of(TicketAnswer, BY_SERVICE),
        "ticket_code": "The address names the ticket.",
    }

    reason: LongText | None = Field(None, description=REASON)


class RefundTicketsBody(Body):
    """Which tickets of the booking are refunded, and why."""

    model_config = with_example({"ticket_ids": [1, 2], "expected_amount": "2700.00"})

    not_here: ClassVar[Sentences] = {
        **all_of(BookingAnswer, BY_SERVICE),
        "tickets": "Name them by `ticket_ids`.",
    }

    ticket_ids: Annotated[
        list[Id], Field(min_length=1, max_length=MAX_QUANTITY, fail_fast=True)
    ] = Field(description="The ids of the tickets, as the booking has them.")
    reason: LongText | None = Field(None, description=REASON)
    expected_amount: Price | None = Field(
        None, description="Refuse it unless exactly this goes back, as the quote said."
    )


class ReturnAnswer(Answer):
    """What goes back and what is kept of a ticket."""

    ticket_id: int
    refunded_amount: StoredMoney
    kept_amount: StoredMoney


class RefundQuoteAnswer(Answer):
    """What refunding tickets of a booking would give back and keep now."""

    model_config = with_example(
        {
            "booking_id": 1,
            "currency": "THB",
            "until": "2036-12-18T12:00:00Z",
            "refunded_amount": "1348.00",
            "kept_amount": "152.00",
            "tickets": [{"ticket_id": 1, "refunded_amount": "1348.00", "kept_amount": "152.00"}],
        }
    )

    booking_id: int
    currency: str
    until: Moment | None = Field(description="Until when the buyer may; null for staff.")
    refunded_amount: Money
    kept_amount: Money
    tickets: list[ReturnAnswer]

    @classmethod
    def of_quote(cls, quote: RefundQuote) -> "RefundQuoteAnswer":
        """The answer for this quote."""
        return cls(
            booking_id=quote.booking.id,
            currency=quote.booking.currency,
            until=quote.until,
            refunded_amount=quote.refunded_amount,
            kept_amount=quote.kept_amount,
            tickets=[
                ReturnAnswer(
                    ticket_id=each.ticket.id,
                    refunded_amount=each.refunded,
                    kept_amount=each.kept,
                )
                for each in quote.returns
            ],
        )
