"""Sending the mail of an order again."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.mail.send_mail_again import SendMailAgain
from src.domain.entities.user import Role
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import PathId
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/manage/orders/{order_id}/mails")


@router.post("/{mail_id}/send-again")
async def send_order_mail_again(
    visit: CurrentVisit,
    order_id: PathId,
    mail_id: PathId,
    use_case: Annotated[SendMailAgain, provided("send_mail_again")],
    limits: Limits,
) -> Response:
    """Ask for the mail to be sent again, and go back to the order."""
    actor = visit.require_role(Role.ORGANIZER)
    await limits.hit("mail", f"mail {mail_id}")
    try:
        await use_case.execute(actor, mail_id)
    except TicketingError as refusal:
        message = visit.sentence(refusal)
    else:
        message = visit.gettext("The mail is sent again within a minute.")
    return visit.redirect(f"/manage/orders/{order_id}", message)
