"""Request and response bodies of what organizers do with their events beside selling them."""

from typing import ClassVar

from pydantic import Field

from src.application.dtos.managed_event import CancellationPreview
from src.application.use_cases.event.duplicate_event import DuplicateEventCommand
from src.presentation.schemas.body import Body, Sentences, all_of
from src.presentation.schemas.event import EventAnswer
from src.presentation.schemas.fields import Answer, Email, Money, Name, When, with_example
from src.presentation.schemas.user import UserAnswer


class DuplicateEventBody(Body):
    """When the copy takes place. A time without an offset is in the event's time zone."""

    model_config = with_example({"date_time": "2037-12-25T19:00:00+07:00"})

    not_here: ClassVar[Sentences] = all_of(
        EventAnswer, "The copy has it from the event; `PUT /events/{id}` changes it."
    )

    date_time: When
    title: Name | None = Field(None, description="By default the title of the event.")

    def command(self, event_id: int) -> DuplicateEventCommand:
        return DuplicateEventCommand(event_id=event_id, date_time=self.date_time, title=self.title)


class ScannerBody(Body):
    """The e-mail address of a scanner's account."""

    model_config = with_example({"email": "scanner@example.com"})

    not_here: ClassVar[Sentences] = all_of(
        UserAnswer, "The account is found by its e-mail address alone."
    )

    email: Email


class PaidBackAnswer(Answer):
    """What is paid back in one currency, and for how many bookings."""

    currency: str
    amount: Money
    bookings: int


class CancellationPreviewAnswer(Answer):
    """What cancelling an event would do now."""

    model_config = with_example(
        {
            "bookings": 213,
            "holds": 2,
            "kept_bookings": 0,
            "tickets": 401,
            "people": 215,
            "paid_back": [{"currency": "EUR", "amount": "10214.00", "bookings": 213}],
        }
    )

    bookings: int = Field(description="Confirmed bookings that end.")
    holds: int = Field(description="Bookings that are not confirmed yet, which end too.")
    kept_bookings: int = Field(
        description="Bookings with a used ticket: they stay, their other tickets are cancelled."
    )
    tickets: int = Field(description="All tickets that stop being valid.")
    people: int = Field(description="Who hears of it.")
    paid_back: list[PaidBackAnswer]

    @classmethod
    def of(cls, preview: CancellationPreview) -> "CancellationPreviewAnswer":
        return cls.model_validate(preview)
