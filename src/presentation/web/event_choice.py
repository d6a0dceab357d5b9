"""The events to choose from in filters of tables and reports, those that have ended as well."""

from typing import Annotated, Any

from src.application.dtos.managed_event import EventChoices
from src.application.use_cases.event.list_managed_events import ListEventChoices
from src.domain.entities.user import Actor
from src.presentation.dependencies.injection import provided
from src.presentation.web.listing import usual_zone
from src.presentation.web.visit import CurrentVisit

PARAMETER = "event_q"
LONGEST = 100


class Choosable:
    """The events that a form offers: the latest, or those that the address searches for."""

    def __init__(
        self,
        visit: CurrentVisit,
        list_choices: Annotated[ListEventChoices, provided("list_event_choices")],
    ) -> None:
        self._words = visit.parameter(PARAMETER).strip()[:LONGEST]
        self._list_choices = list_choices
        self._choices = EventChoices()

    async def read(self, actor: Actor) -> str:
        """The zone that most of the latest events are in, whatever the address searches for."""
        latest = await self._list_choices.execute(actor)
        searched = await self._list_choices.execute(actor, self._words) if self._words else latest
        self._choices = searched
        return usual_zone(event.timezone for event in latest.items)

    def values(self) -> dict[str, Any]:
        """The values for the macros of `sales/event_choice.html`."""
        return {
            "events": self._choices.items,
            "event_words": self._words,
            "is_event_search_shown": bool(self._words) or not self._choices.are_all,
        }
