"""What receivers of webhooks are sent: the same shapes that the API answers."""

from typing import Any, Literal

from pydantic import Field, create_model

from src.application.dtos.webhook import WebhookContent
from src.domain.entities.webhook import EVENT_TYPES, TEST
from src.presentation.schemas.booking import BookingAnswer, TicketAnswer
from src.presentation.schemas.event import EventAnswer
from src.presentation.schemas.fields import Answer, Moment
from src.presentation.schemas.order import OrderAnswer
from src.presentation.schemas.transaction import TransactionAnswer
from src.presentation.schemas.webhook import WebhookAnswer

VERSION = 1

SHAPES: dict[str, type[Answer]] = {
    "booking": BookingAnswer,
    "order": OrderAnswer,
    "transaction": TransactionAnswer,
    "ticket": TicketAnswer,
    "event": EventAnswer,
    "webhook": WebhookAnswer,
}
"""By the kind of the object that a message is about."""

OBJECTS = dict.fromkeys(("payment", "refund", "dispute"), "transaction")
"""The kind of the object by the first word of a type, where it is not that word."""


class WebhookMessage(Answer):
    """Something that happened to an object."""

    type: str
    version: Literal[1] = Field(
        1, description="Of this shape. Fields are added without a new version; none is removed."
    )
    timestamp: Moment = Field(description="When it happened.")
    sequence: int = Field(
        description="Larger for what happened to the same object later: ignore a message whose "
        "sequence is smaller than the largest you have seen of this object."
    )
    object: str = Field(description="The kind of the object.")
    object_id: int


def _object_of(name: str) -> str:
    word = name.partition(".")[0]
    return OBJECTS.get(word, word)


def _message_model(kind: str) -> type[WebhookMessage]:
    """The model of all messages about this kind of object."""
    names = tuple(name for name in (*EVENT_TYPES, TEST) if _object_of(name) == kind)
    field = Field(..., description="As the API answers it; null if it no longer exists.")
    fields: dict[str, Any] = {
        "type": (Literal[names], ...),
        "object": (Literal[kind], ...),
        "data": (SHAPES[kind] | None, field),
    }
    text = f"Something that happened, and the {kind} as it is when this is sent."
    return create_model(f"{kind.title()}Message", __base__=WebhookMessage, __doc__=text, **fields)


MESSAGES = {kind: _message_model(kind) for kind in SHAPES}
"""The models of messages by the kind of their object."""


def example_message(name: str) -> dict[str, Any]:
    """An example of a message of this type."""
    kind = _object_of(name)
    extra: Any = SHAPES[kind].model_config["json_schema_extra"]
    data = extra["examples"][0]
    return {
        "type": name,
        "version": VERSION,
        "timestamp": "2026-11-20T12:00:00Z",
        "sequence": 4711,
        "object": kind,
        "object_id": data["id"],
        "data": data,
    }


def webhook_operations() -> dict[str, Any]:
    """The part `webhooks` of the OpenAPI document: what receivers have to expect."""
    return {name: {"post": _operation(name)} for name in (*EVENT_TYPES, TEST)}


def _operation(name: str) -> dict[str, Any]:
    model = MESSAGES[_object_of(name)].__name__
    content = {
        "schema": {"$ref": f"#/components/schemas/{model}"},
        "examples": {name: {"value": example_message(name)}},
    }
    return {
        "tags": ["Webhooks"],
        # The signature is no scheme that OpenAPI knows.
        "security": [],
        "summary": f"Hear of {name}",
        "operationId": f"hear_of_{name.replace('.', '_')}",
        # openapi-generator leaves such operations out. Of what a receiver offers it makes code that
        # does not compile, in place of the operations with the same tag.
        "x-internal": True,
        "description": "Sent to your address with a signature by the Standard Webhooks "
        "specification. Verify it, answer at once, and do the work afterwards.",
        "parameters": [
            {
                "name": header,
                "in": "header",
                "required": True,
                "description": text,
                "schema": {"type": "string"},
            }
            for header, text in HEADERS.items()
        ],
        "requestBody": {"required": True, "content": {"application/json": content}},
        "responses": {
            "2XX": {"description": "Taken. Anything else is sent again, for three days"},
            "410": {"description": "Nothing is to be sent here any more"},
        },
    }


HEADERS = {
    "webhook-id": "The same at every attempt and replay: do nothing for one that you know.",
    "webhook-timestamp": "When this attempt was made, in seconds since 1970.",
    "webhook-signature": "A signature for each valid secret, with a blank between two.",
}


def write_message(content: WebhookContent) -> str:
    """The JSON of a message."""
    shape = SHAPES[content.subject]
    data = None if content.resource is None else shape.model_validate(content.resource)
    message = MESSAGES[content.subject].model_validate(
        {
            "type": content.type,
            "timestamp": content.occurred_at,
            "sequence": content.sequence,
            "object": content.subject,
            "object_id": content.subject_id,
            "data": data,
        }
    )
    return message.model_dump_json()
