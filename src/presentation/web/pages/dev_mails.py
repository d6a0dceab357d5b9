"""The mails that were written to a folder, for developers: a list, and each mail as it looks."""

from typing import Annotated

from fastapi import APIRouter, Path, Response
from fastapi.responses import HTMLResponse

from src.application.ports.mail import WrittenMails
from src.domain.errors import NotFound
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText
from src.presentation.web.rendering import HEADERS
from src.presentation.web.visit import CurrentVisit

DEV_MAILS = "/dev/mails"
SHOWN = 100
router = APIRouter(prefix=DEV_MAILS, include_in_schema=False)

NOT_KEPT = {"Cache-Control": "no-store"}
MAIL_HEADERS = {
    **NOT_KEPT,
    "Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; frame-src 'self'",
}
# What a mail contains can neither run a script, nor load anything, nor reach the page around it.
CONTENT_HEADERS = {
    **NOT_KEPT,
    "Content-Security-Policy": (
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
        "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
}

Mails = Annotated[WrittenMails, provided("written_mails")]


@router.get("")
async def list_written_mails(visit: CurrentVisit, mails: Mails) -> Response:
    newest = await mails.newest(limit=SHOWN)
    return visit.render("dev_mails/list.html", headers=NOT_KEPT, mails=newest, base=DEV_MAILS)


@router.get("/{name}")
async def show_written_mail(visit: CurrentVisit, name: PathText, mails: Mails) -> Response:
    mail = await mails.get(name)
    return visit.render("dev_mails/mail.html", headers=MAIL_HEADERS, mail=mail, base=DEV_MAILS)


@router.get("/{name}/html")
async def show_mail_content(name: PathText, mails: Mails) -> Response:
    return HTMLResponse((await mails.get(name)).html, headers=CONTENT_HEADERS)


@router.get("/{name}/attachments/{number}")
async def download_attachment(
    name: PathText, number: Annotated[int, Path(ge=0, le=1000)], mails: Mails
) -> Response:
    attachments = (await mails.get(name)).attachments
    if number >= len(attachments):
        raise NotFound("attachment", number)
    found = attachments[number]
    headers = {**CONTENT_HEADERS, "Content-Disposition": "attachment"}
    return Response(found.content, media_type=found.content_type, headers=headers)
