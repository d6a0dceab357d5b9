"""Mails, as organizers see them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from src.application.use_cases.mail.list_mails import ListMails
from src.application.use_cases.mail.send_mail_again import SendMailAgain
from src.domain.entities.mail import MailKind, MailStatus
from src.domain.repositories.mail import MailFilter
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId
from src.presentation.schemas.mail import MailAnswer
from src.presentation.utils.responses import ok, paginated

router = APIRouter(tags=["Mails"])


@router.get(
    "/events/{event_id}/mails",
    response_model=list[MailAnswer],
    **operation(ListMails, "List the mails of an event", "forbidden", "not_found"),
)
async def list_event_mails(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListMails, provided("list_mails")],
    page: Annotated[PageRequest, Depends(newest_first)],
    status: MailStatus | None = None,
    kind: MailKind | None = None,
) -> Response:
    found = await use_case.execute(actor, MailFilter(event_id, status, kind), page)
    return paginated(request, found, MailAnswer.model_validate)


@router.post(
    "/mails/{mail_id}/send-again",
    response_model=MailAnswer,
    **operation(
        SendMailAgain,
        "Send a mail again",
        "forbidden",
        "not_found",
        "invalid_state",
        "rate_limited",
    ),
)
async def resend_mail(
    mail_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[SendMailAgain, provided("send_mail_again")],
    limits: Limits,
) -> Response:
    await limits.hit("mail", f"mail {mail_id}")
    return ok(MailAnswer.model_validate(await use_case.execute(actor, mail_id)))
