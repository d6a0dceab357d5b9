"""What is typed into the forms of discount codes, and how a code stands now."""

import re
from datetime import datetime
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator

from src.application.dtos.managed_event import ManagedEventSearch, ManagedEventSort
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.list_managed_events import ListManagedEvents
from src.domain.entities.discount import Discount
from src.domain.entities.user import Actor
from src.presentation.schemas.fields import MAX_ID
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import N_, Amount, LocalTime, SomeAmount, Whole
from src.presentation.web.visit import Visit

CODE = re.compile(r"[A-Z0-9_-]{3,40}")
PREFIX = re.compile(r"[A-Z0-9_-]{0,16}")
MAX_EVENTS = 500
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


def _prefix(value: Any) -> str:
    text = str(value).strip().upper()
    if not PREFIX.fullmatch(text):
        raise ValueError(N_("Use at most 16 letters from A to Z, digits, dashes and underlines."))
    return text


Code = Annotated[str, BeforeValidator(_code)]
Prefix = Annotated[str, BeforeValidator(_prefix)]


class Terms(BaseModel):
    """What codes take off, and within which limits. Times are of the event's zone, else in UTC."""

    value: Amount
    valid_from: LocalTime | None = None
    valid_until: LocalTime | None = None
    max_uses: Whole | None = None
    max_uses_per_user: Whole | None = None
    max_tickets: Whole | None = None
    min_spend: SomeAmount | None = None
    max_discount: SomeAmount | None = None


async def own_events(actor: Actor, list_events: ListManagedEvents) -> list[tuple[int, str]]:
    """The newest events one can make codes for, by id and title."""
    newest = ManagedEventSearch(sort=ManagedEventSort.DATE_DESCENDING, limit=MAX_EVENTS)
    found = await list_events.execute(actor, newest)
    return [(event.id, event.title) for event in found.items]


async def covered_choices(
    visit: Visit,
    list_events: ListManagedEvents,
    get_event: GetManagedEvent,
    *,
    asked: str = "",
) -> list[tuple[str, str]]:
    """What a code can be for; the ticket types of the event that was asked for as well."""
    actor = visit.require_actor()
    choices = [("", visit.gettext("All my events"))]
    for event_id, title in await own_events(actor, list_events):
        choices.append((f"event:{event_id}", title))
        if asked == str(event_id):
            kinds = (await get_event.execute(actor, event_id)).ticket_types
            choices += [(f"type:{kind.id}", f"{title} · {kind.name}") for kind in kinds]
    return choices


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
    if not code.has_room(1):
        return "used"
    return "usable"
