"""Two people edit the same thing: the second sees what the first has saved, and keeps their own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from src.presentation.web.forms import Form
from src.presentation.web.visit import Visit

AS_TYPED = "%Y-%m-%dT%H:%M"


def local_input(when: datetime, zone: str) -> str:
    """A time as `<input type="datetime-local">` has it."""
    return when.astimezone(ZoneInfo(zone)).strftime(AS_TYPED)


def changed_from(stored: object, meant: Mapping[str, object]) -> dict[str, object]:
    """What differs from the attributes of `stored`; fields show times without their seconds."""
    return {
        name: value
        for name, value in meant.items()
        if value != _to_the_minute(getattr(stored, name)) and value != getattr(stored, name)
    }


def _to_the_minute(value: object) -> object:
    return value.replace(second=0, microsecond=0) if isinstance(value, datetime) else value


def show_newer(visit: Visit, form: Form[Any], stored: Mapping[str, object]) -> None:
    """Say on top what happened, and beside each field that differs what is stored there now."""
    form.data = None
    form.problem = visit.gettext(
        "Somebody has saved changes since you opened this page. What you typed is still here; "
        "beside each field that differs stands what is saved now. Save again to replace it."
    )
    now: Form[Any] = Form.new({name: value for name, value in stored.items() if name != "version"})
    for name in stored:
        if name != "version" and now.values(name) != [
            value for value in form.values(name) if value
        ]:
            value = now.value(name)
            if isinstance(stored[name], bool):
                value = visit.gettext("yes") if stored[name] else visit.gettext("no")
            form.problems[name] = (
                visit.gettext("Saved now: %(value)s") % {"value": value}
                if value
                else visit.gettext("Saved now: nothing")
            )
