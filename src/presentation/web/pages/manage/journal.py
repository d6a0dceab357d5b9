"""The journal of an organizer, for an accountant's program."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.invoice.export_journal import ExportJournal
from src.application.use_cases.seller.read_seller import GetSeller
from src.domain.entities.user import Role
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.web.forms import Form
from src.presentation.web.pages.journal_view import JournalForm, new_values, send, show_form
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/manage/invoices")

TEMPLATE = "manage/journal.html"


@router.get("/journal")
async def show_journal(
    visit: CurrentVisit, get_seller: Annotated[GetSeller, provided("get_seller")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    try:
        zone = (await get_seller.execute(actor, actor.id)).timezone
    except NotFound:
        return visit.redirect("/manage/invoices")
    form: Form[JournalForm] = Form.new(new_values(zone))
    return show_form(visit, TEMPLATE, form)


@router.get("/journal.csv")
async def get_journal(
    visit: CurrentVisit, use_case: Annotated[ExportJournal, provided("export_journal")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(JournalForm)
    if (data := form.data) is None:
        return show_form(visit, TEMPLATE, form, status=422)
    try:
        file = data.file()
        return send(await use_case.execute(actor, actor.id, file), file)
    except TicketingError as refusal:
        return show_form(visit, TEMPLATE, form, status=visit.refuse(form, refusal))
