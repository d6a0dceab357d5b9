"""The audit log, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.dtos.audit import AuditSearch
from src.application.use_cases.audit.list_audit_entries import ListAuditEntries
from src.domain.repositories.page import PageRequest
from src.domain.shared.times import in_zone_or_none
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.audit import AuditEntryAnswer
from src.presentation.schemas.fields import QueryId, SearchText, When
from src.presentation.utils.responses import paginated

router = APIRouter(prefix="/audit", tags=["Audit log"], route_class=StrictRoute)

Word = Annotated[str, Query(pattern=r"^[a-z_.]{1,60}$")]


def audit_search(
    subject: Annotated[Word | None, Query(description="What changed: `event`, `order` …")] = None,
    subject_id: QueryId | None = None,
    actor_id: Annotated[QueryId | None, Query(description="Who changed it.")] = None,
    action: Annotated[Word | None, Query(description="Such as `event.updated`.")] = None,
    q: Annotated[
        SearchText | None,
        Query(description="Part of an action or of a value, or a correlation id."),
    ] = None,
    date_from: Annotated[When | None, Query(description="At or after; UTC without offset.")] = None,
    date_to: Annotated[When | None, Query(description="Before; UTC without offset.")] = None,
) -> AuditSearch:
    """The filters of the log."""
    return AuditSearch(
        subject=subject,
        subject_id=subject_id,
        actor_id=actor_id,
        action=action,
        q=q,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
    )


@router.get(
    "",
    response_model=list[AuditEntryAnswer],
    **operation(ListAuditEntries, "List the audit log", "forbidden"),
)
async def list_audit_entries(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListAuditEntries, provided("list_audit_entries")],
    wanted: Annotated[AuditSearch, Depends(audit_search)],
    page: Annotated[PageRequest, Depends(newest_first)],
) -> Response:
    found = await use_case.execute(actor, wanted, page)
    return paginated(request, found, AuditEntryAnswer.model_validate)
