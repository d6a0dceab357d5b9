"""What is typed into the forms of webhooks."""

from pydantic import BaseModel

from src.domain.entities.webhook import EVENT_TYPES, FAMILIES
from src.presentation.schemas.webhook import Url
from src.presentation.web.forms import Form
from src.presentation.web.visit import Visit

NAMES = frozenset({*EVENT_TYPES, *FAMILIES})
TYPES_OF = {
    family: [name for name in EVENT_TYPES if name.startswith(family.removesuffix("*"))]
    for family in FAMILIES
}
"""The types of each family."""


class WebhookForm(BaseModel):
    """Where to send, and what."""

    url: Url
    events: list[str] = []
    version: int = 0


class ActiveForm(BaseModel):
    """Whether it is to be active."""

    is_active: bool = False


def checked(visit: Visit, form: Form[WebhookForm]) -> WebhookForm | None:
    """What was sent, if it names something to hear of. A type of a family that is named is it."""
    data = form.data
    if data is None:
        return None
    chosen = dict.fromkeys(name for name in data.events if name in NAMES)
    events = [
        name
        for name in chosen
        if name.endswith(".*") or f"{name.partition('.')[0]}.*" not in chosen
    ]
    if not events:
        form.problems["events"] = visit.gettext("Choose at least one thing to hear of.")
        return None
    return data.model_copy(update={"events": events})
