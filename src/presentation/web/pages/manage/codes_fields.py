"""What is typed into the forms of discount codes, and how a code stands now."""

import re
from datetime import datetime
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator

from src.domain.entities.discount import Discount
from src.presentation.schemas.fields import MAX_ID
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import N_
from src.presentation.web.visit import Visit

CODE = re.compile(r"[A-Z0-9_-]{3,40}")
COVERED = re.compile(r"(event|type):([0-9]{1,19})")


class Covered(NamedTuple):
    """What a code is for: all events of its owner, one event, or one of its ticket types."""

    event_id: int | None = None
    ticket_type_id: int | None = None

    @property
    def is_narrow(self) -> bool:
        return self.event_id is not None or self.ticket_type_id is not None


def _code(value: Any) -> str:
    text = str(value).strip().upper()
    if not CODE.fullmatch(text):
        raise ValueError(N_("Use 3 to 40 letters from A to Z, digits, dashes and underlines."))
    return text


def covered(value: Any) -> Covered:
    """Read `event:7` or `type:9`."""
    found = COVERED.fullmatch(str(value))
    if not found or not 0 < int(found[2]) <= MAX_ID:
        raise ValueError(N_("Choose one of your events."))
    number = int(found[2])
    return Covered(event_id=number) if found[1] == "event" else Covered(ticket_type_id=number)


Code = Annotated[str, BeforeValidator(_code)]


def require_percentage(visit: Visit, form: Form[Any], *, is_percent: bool) -> None:
    """Say beside the value that it is more than all, if it is a percentage."""
    if is_percent and form.data is not None and form.data.value > 100:
        form.problems["value"] = visit.gettext("A percentage is at most 100.")


def code_state(code: Discount, now: datetime) -> str:
    """`usable`, or why not: `later`, `over`, `used`."""
    if code.valid_from is not None and now < code.valid_from:
        return "later"
    if code.valid_until is not None and now >= code.valid_until:
        return "over"
    if code.max_uses is not None and code.used >= code.max_uses:
        return "used"
    return "usable"
