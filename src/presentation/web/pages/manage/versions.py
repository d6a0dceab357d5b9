"""Two people edit the same thing: the second sees what the first has saved, and keeps their own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from src.presentation.web.forms import Form
from src.presentation.web.visit import Visit


def local_input(when: datetime, zone: str) -> str:
    """A time as `<input type="datetime-local">` has it."""
    return when.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")


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
