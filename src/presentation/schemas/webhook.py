"""Request and response bodies of outgoing webhooks."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field
from pydantic.config import JsonDict

from src.application.dtos.webhook import EndpointWithSecret
from src.application.use_cases.webhook.create_webhook import CreateWebhookCommand
from src.domain.entities.webhook import (
    EVENT_TYPES,
    FAMILIES,
    TEST,
    DeliveryStatus,
    DisabledReason,
)
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Moment,
    Storable,
    omittable,
    with_example,
)

# `Literal` takes names that are known when the program runs, which mypy does not follow.
TypeName: Any = Literal[EVENT_TYPES + FAMILIES]
LoggedType: Any = Literal[(*EVENT_TYPES, TEST)]


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) < len(names):
        raise ValueError("names a type twice")
    return names


Url = Annotated[str, Field(min_length=1, max_length=2000), Storable]
Types = Annotated[
    tuple[TypeName, ...],
    Field(
        min_length=1,
        max_length=len(EVENT_TYPES) + len(FAMILIES),
        fail_fast=True,
        description="Types of events, such as `booking.confirmed`, or `booking.*` for all of them.",
    ),
    AfterValidator(_distinct),
]

EXAMPLE: JsonDict = {
    "url": "https://crm.example.com/hooks/tickets",
    "events": ["booking.*", "event.sold_out"],
}
ANSWER_EXAMPLE: JsonDict = {
    "id": 1,
    "owner_id": 1,
    **EXAMPLE,
    "is_active": True,
    "disabled_reason": None,
    "failing_since": None,
    "previous_secret_until": None,
    **EXAMPLE_TIMES,
}


class WebhookAnswer(Answer):
    """An address that events are sent to."""

    model_config = with_example(ANSWER_EXAMPLE)

    id: int
    owner_id: int
    url: str
    events: list[str]
    is_active: bool
    disabled_reason: DisabledReason | None = Field(
        description="`gone`: it answered 410; `failing`: it failed for three days; `owner`."
    )
    failing_since: Moment | None = Field(description="Null if the last delivery succeeded.")
    previous_secret_until: Moment | None = Field(
        description="Until then the secret before the last rotation signs too."
    )
    created_at: Moment
    updated_at: Moment


class WebhookWithSecretAnswer(WebhookAnswer):
    """A webhook with its new secret, which is not shown again."""

    model_config = with_example(
        {**ANSWER_EXAMPLE, "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwvLCkSmGNsTQ="}
    )

    secret: str

    @classmethod
    def of(cls, given: EndpointWithSecret) -> "WebhookWithSecretAnswer":
        webhook = WebhookAnswer.model_validate(given.endpoint)
        return cls(**dict(webhook), secret=given.secret)


class CreateWebhookBody(Body):
    """Where to send, and what."""

    model_config = with_example(EXAMPLE)

    not_here: ClassVar[Sentences] = {
        **all_of(WebhookWithSecretAnswer, BY_SERVICE),
        "is_active": "A new webhook is active; `PUT /webhooks/{id}` changes it.",
    }

    url: Url
    events: Types

    def command(self) -> CreateWebhookCommand:
        return CreateWebhookCommand(self.url, self.events)


class UpdateWebhookBody(Body):
    """The fields to change; `is_active: true` also starts one again that was disabled."""

    model_config = with_example({"is_active": True})

    not_here: ClassVar[Sentences] = {
        **all_of(WebhookWithSecretAnswer, BY_SERVICE),
        "secret": "`POST /webhooks/{id}/rotate-secret` makes a new one.",
    }

    url: Url = omittable()
    events: Types = omittable()
    is_active: bool = omittable()

    def changes(self) -> Any:
        """The `EndpointChanges` that the body has."""
        return self.model_dump(exclude_unset=True)


class DeliveryAnswer(Answer):
    """What a webhook was sent, or is to be sent, and what became of the last attempt."""

    model_config = with_example(
        {
            "id": 1,
            "webhook_id": "msg_4711",
            "type": "booking.confirmed",
            "sequence": 4711,
            "object": "booking",
            "object_id": 1,
            "event_id": 1,
            "occurred_at": "2026-11-20T12:00:00Z",
            "status": "pending",
            "attempts": 2,
            "next_attempt_at": "2026-11-20T12:01:08Z",
            "last_attempt_at": "2026-11-20T12:00:07Z",
            "response_status": 503,
            "error": "The answer was 503.",
            "duration_ms": 112,
        }
    )

    id: int
    webhook_id: str = Field(description="The header `webhook-id` of every attempt.")
    type: LoggedType
    sequence: int = Field(validation_alias="message_id")
    object: str = Field(validation_alias="subject")
    object_id: int = Field(validation_alias="subject_id")
    event_id: int | None
    occurred_at: Moment
    status: DeliveryStatus
    attempts: int = Field(description="Since it was planned, or last replayed.")
    next_attempt_at: Moment | None = Field(validation_alias="next_at")
    last_attempt_at: Moment | None
    response_status: int | None = Field(description="Null if there was no answer.")
    error: str | None
    duration_ms: int | None
