"""Jobs and queues, for administrators: mails and webhooks that wait, failed, or go out again."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.mail.list_all_mails import ListAllMails
from src.application.use_cases.mail.send_mail_again import SendMailAgain
from src.application.use_cases.maintenance.read_queues import ReadQueues
from src.application.use_cases.webhook.list_deliveries import ListDeliveries
from src.application.use_cases.webhook.read_webhooks import GetWebhook
from src.application.use_cases.webhook.replay_delivery import ReplayDelivery
from src.domain.entities.mail import MailKind, MailStatus
from src.domain.entities.webhook import DeliveryStatus
from src.domain.errors import TicketingError
from src.domain.repositories.mail import MailFilter
from src.domain.repositories.webhook import DeliveryFilter
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import PathId
from src.presentation.web.listing import next_address, page_wanted
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/admin")


class MailsQuery(BaseModel):
    """The filters of the mails."""

    status: MailStatus | None = None
    kind: MailKind | None = None


class DeliveriesQuery(BaseModel):
    """The filter of the deliveries."""

    status: DeliveryStatus | None = None


@router.get("/jobs")
async def show_jobs(
    visit: CurrentVisit, read_queues: Annotated[ReadQueues, provided("read_queues")]
) -> Response:
    actor = visit.require_role()
    return visit.render("admin/jobs.html", queues=await read_queues.execute(actor))


@router.get("/mails")
async def show_mails(
    visit: CurrentVisit, list_mails: Annotated[ListAllMails, provided("list_all_mails")]
) -> Response:
    actor = visit.require_role()
    form = visit.query(MailsQuery)
    query = form.data or MailsQuery()
    wanted = MailFilter(status=query.status, kind=query.kind)
    found = await list_mails.execute(actor, wanted, page_wanted(visit.request))
    return visit.render(
        "admin/mails.html",
        form=form,
        mails=found.items,
        statuses=list(MailStatus),
        kinds=list(MailKind),
        next_page=next_address(visit.request, found),
    )


@router.post("/mails/{mail_id}/send-again")
async def send_mail_again(
    visit: CurrentVisit,
    mail_id: PathId,
    use_case: Annotated[SendMailAgain, provided("send_mail_again")],
    limits: Limits,
) -> Response:
    actor = visit.require_role()
    await limits.hit("mail", f"mail {mail_id}")
    query = visit.request.url.query
    back = f"/admin/mails{'?' if query else ''}{query}"
    try:
        await use_case.execute(actor, mail_id)
    except TicketingError as refusal:
        return visit.redirect(back, visit.sentence(refusal))
    return visit.redirect(back, visit.gettext("The mail is sent again within a minute."))


@router.get("/webhooks/{webhook_id}")
async def show_deliveries(
    visit: CurrentVisit,
    webhook_id: PathId,
    get_webhook: Annotated[GetWebhook, provided("get_webhook")],
    list_deliveries: Annotated[ListDeliveries, provided("list_webhook_deliveries")],
) -> Response:
    actor = visit.require_role()
    form = visit.query(DeliveriesQuery)
    status = form.data.status if form.data else None
    endpoint = await get_webhook.execute(actor, webhook_id)
    found = await list_deliveries.execute(
        actor, DeliveryFilter(webhook_id, status), page_wanted(visit.request)
    )
    return visit.render(
        "admin/deliveries.html",
        form=form,
        endpoint=endpoint,
        deliveries=found.items,
        statuses=list(DeliveryStatus),
        next_page=next_address(visit.request, found),
    )


@router.post("/webhooks/{webhook_id}/deliveries/{delivery_id}/replay")
async def replay(
    visit: CurrentVisit,
    webhook_id: PathId,
    delivery_id: PathId,
    use_case: Annotated[ReplayDelivery, provided("replay_webhook_delivery")],
) -> Response:
    actor = visit.require_role()
    back = f"/admin/webhooks/{webhook_id}"
    try:
        await use_case.execute(actor, webhook_id, delivery_id)
    except TicketingError as refusal:
        return visit.redirect(back, visit.sentence(refusal))
    return visit.redirect(back, visit.gettext("It is sent again within seconds."))
