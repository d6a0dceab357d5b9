"""Many discount codes at once: made up, or a list of one's own, looked through before it counts."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BeforeValidator, Field
from starlette.datastructures import UploadFile

from src.application.catalogue.code_list import CodeFault, CodeProblem, read_code_list
from src.application.use_cases.discount.create_codes import (
    MAX_CODES,
    CreateCodes,
    CreateCodesCommand,
)
from src.application.use_cases.discount.create_discount import CreateDiscountCommand
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.list_managed_events import ListManagedEvents
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.user import Role
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.utils.csv_table import csv_response
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.codes_fields import (
    Covered,
    Prefix,
    Terms,
    covered,
    covered_choices,
    require_percentage,
)
from src.presentation.web.pages.manage.fields import CURRENCIES, Currency, Whole
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/codes/batch")

MAX_PROBLEMS = 10
MAX_LIST = 1024 * 1024


class BatchForm(Terms):
    """Codes to make: a `number` of random ones, or the `codes` of a list."""

    number: Whole | None = None
    prefix: Prefix = ""
    codes: str | None = Field(None, max_length=MAX_LIST)
    max_uses: Whole | None = None
    kind: DiscountKind = DiscountKind.PERCENT
    currency: Currency | None = None
    covers: Annotated[Covered, BeforeValidator(covered)] = Covered()
    step: str | None = None


@router.get("")
async def show_batch(
    visit: CurrentVisit,
    list_events: Annotated[ListManagedEvents, provided("list_managed_events")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    visit.require_role(Role.ORGANIZER)
    form: Form[BatchForm] = Form.new({"kind": DiscountKind.PERCENT.value, "max_uses": 1})
    return await _render(visit, form, list_events, get_event)


@router.post("")
async def create_batch(
    visit: CurrentVisit,
    use_case: Annotated[CreateCodes, provided("create_codes")],
    list_events: Annotated[ListManagedEvents, provided("list_managed_events")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    """Look through a list and say what is wrong with it, or make the codes and hand them out."""
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(BatchForm)
    require_percentage(visit, form, is_percent=form.value("kind") != DiscountKind.FIXED)
    text = await _file_text(visit) or form.value("codes")
    listed, problems = read_code_list(text)
    faults = [_sentence(visit, problem) for problem in problems]
    if form.data is not None and not faults:
        _require_some(visit, form, form.data, number_listed=len(listed))
    shown: dict[str, Any] = {"text": text, "faults": faults, "count": len(listed)}
    is_checked = form.data is not None and not form.is_wrong and not faults
    if form.data is None or not is_checked or form.data.step == "check":
        status = 200 if is_checked else 422
        return await _render(visit, form, list_events, get_event, status=status, **shown)
    command = CreateCodesCommand(
        terms=_terms(form.data),
        codes=[code.code for code in listed],
        number=form.data.number or 0,
        prefix=form.data.prefix,
        idempotency=visit.idempotent(form),
    )
    try:
        made = await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        # What is wrong with a list stands above it.
        if (fault := form.problems.pop("codes", None)) is not None:
            shown["faults"] = [fault]
        return await _render(visit, form, list_events, get_event, status=422, **shown)
    return csv_response("discount-codes", ["code"], ({"code": code} for code in made.result.codes))


def _require_some(
    visit: Visit, form: Form[BatchForm], data: BatchForm, *, number_listed: int
) -> None:
    """Say beside the number what is missing or too much."""
    number = number_listed or data.number
    if number is None:
        form.problems["number"] = visit.gettext("How many codes do you want, or which?")
    elif number_listed and data.number is not None:
        message = visit.gettext("Leave the number empty for a list of your own.")
        form.problems["number"] = message
    elif number > MAX_CODES:
        form.problems["number"] = visit.gettext("At most 10,000 codes can be made at once.")


def _terms(data: BatchForm) -> CreateDiscountCommand:
    covers = data.covers
    return CreateDiscountCommand(
        code="",
        **data.model_dump(
            exclude={"number", "prefix", "codes", "covers", "step", "currency", "version"}
        ),
        currency=None if covers.is_narrow else data.currency,
        event_id=covers.event_id,
        ticket_type_id=covers.ticket_type_id,
    )


def _sentence(visit: Visit, problem: CodeProblem) -> str:
    _ = visit.gettext
    sentences = {
        CodeFault.WRONG: _(
            "Line %(line)s: %(what)s is no code. Use 3 to 40 letters from A to Z, digits, dashes "
            "and underlines."
        ),
        CodeFault.TWICE: _("Line %(line)s: %(what)s is given twice."),
        CodeFault.TAKEN: _("Line %(line)s: you have a code %(what)s already."),
    }
    return sentences[problem.fault] % {"line": problem.line, "what": problem.what}


async def _file_text(visit: Visit) -> str:
    """The text of the file that was sent, if any; what is too large is cut."""
    file = (await visit.request.form()).get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return ""
    try:
        content = await file.read(MAX_LIST)
    finally:
        await file.close()
    return content.decode("utf-8-sig", errors="replace")


async def _render(
    visit: Visit,
    form: Form[Any],
    list_events: ListManagedEvents,
    get_event: GetManagedEvent,
    *,
    status: int = 200,
    text: str = "",
    faults: list[str] | None = None,
    count: int = 0,
) -> Response:
    faults = faults or []
    return visit.render(
        "manage/code_batch.html",
        status=status,
        form=form,
        covers=await covered_choices(visit, list_events, get_event),
        currencies=[(code, code) for code in CURRENCIES],
        text=text,
        faults=faults[:MAX_PROBLEMS],
        more=max(0, len(faults) - MAX_PROBLEMS),
        count=count,
    )
