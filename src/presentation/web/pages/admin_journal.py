"""The journal of who holds the accounts at payment providers, for an accountant's program."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.invoice.export_journal import ExportPlatformJournal
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import QueryId, Timezone
from src.presentation.web.forms import Form
from src.presentation.web.pages.journal_view import JournalForm, new_values, send, show_form
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/admin")

TEMPLATE = "admin/journal.html"


class PlatformJournalForm(JournalForm):
    """A journal, and the organizer who holds the accounts, if one does."""

    seller_id: QueryId | None = None
    timezone: Timezone = "UTC"


@router.get("/journal")
async def show_journal(visit: CurrentVisit) -> Response:
    visit.require_role()
    form: Form[PlatformJournalForm] = Form.new(new_values("UTC"))
    return show_form(visit, TEMPLATE, form)


@router.get("/journal.csv")
async def get_journal(
    visit: CurrentVisit,
    use_case: Annotated[ExportPlatformJournal, provided("export_platform_journal")],
) -> Response:
    actor = visit.require_role()
    form = visit.query(PlatformJournalForm)
    if (data := form.data) is None:
        return show_form(visit, TEMPLATE, form, status=422)
    try:
        file = data.file()
        export = await use_case.execute(actor, file, data.seller_id, data.timezone)
        return send(export, file)
    except TicketingError as refusal:
        return show_form(visit, TEMPLATE, form, status=visit.refuse(form, refusal))
