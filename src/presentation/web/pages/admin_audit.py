"""The audit log, for administrators: who changed what, and when."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.audit import AuditSearch
from src.application.use_cases.audit.list_audit_entries import ListAuditEntries
from src.domain.errors import TicketingError
from src.domain.repositories.page import Page
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Day, QueryId
from src.presentation.web.listing import (
    SearchWords,
    end_of,
    next_address,
    page_wanted,
    start_of,
)
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/admin/audit")

SUBJECTS = (
    *("booking", "discount", "event", "mail", "order", "ticket", "ticket_type", "transaction"),
    *("transfer", "user", "venue", "webhook"),
)


class AuditQuery(BaseModel):
    """The filters of the log. Days are those of UTC, the last one included."""

    q: SearchWords | None = None
    subject: Annotated[str, Field(pattern="^[a-z_]{1,40}$")] | None = None
    subject_id: QueryId | None = None
    actor_id: QueryId | None = None
    action: Annotated[str, Field(pattern="^[a-z_.]{1,60}$")] | None = None
    date_from: Day | None = None
    date_to: Day | None = None

    def wanted(self) -> AuditSearch:
        """The search."""
        return AuditSearch(
            subject=self.subject,
            subject_id=self.subject_id,
            actor_id=self.actor_id,
            action=self.action,
            q=self.q,
            date_from=start_of(self.date_from, "UTC"),
            date_to=end_of(self.date_to, "UTC"),
        )


@router.get("")
async def show_audit(
    visit: CurrentVisit, use_case: Annotated[ListAuditEntries, provided("list_audit_entries")]
) -> Response:
    actor = visit.require_role()
    form = visit.query(AuditQuery)
    wanted = (form.data or AuditQuery()).wanted()
    status = 422 if form.is_wrong else 200
    try:
        found = await use_case.execute(actor, wanted, page_wanted(visit.request))
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        found, status = Page([]), 422
    return visit.render(
        "admin/audit.html",
        status=status,
        form=form,
        entries=found.items,
        subjects=SUBJECTS,
        next_page=next_address(visit.request, found),
    )
