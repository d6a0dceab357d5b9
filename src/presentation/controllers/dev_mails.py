"""The mails that were written to a folder, for developers: a list, and each mail as it looks."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import HTMLResponse

from src.application.ports.mail import WrittenMails
from src.domain.errors import NotFound
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText
from src.presentation.utils.pages import HEADERS, page

DEV_MAILS = "/dev/mails"
SHOWN = 100
router = APIRouter(prefix=DEV_MAILS, include_in_schema=False)

LIST_HEADERS = {
    **HEADERS,
    "Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; frame-src 'self'",
}
# What a mail contains can neither run a script, nor load anything, nor reach the page around it.
CONTENT_HEADERS = {
    **HEADERS,
    "Content-Security-Policy": (
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
        "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'"
    ),
}


@router.get("")
async def list_written_mails(
    request: Request, mails: Annotated[WrittenMails, provided("written_mails")]
) -> Response:
    newest = await mails.newest(limit=SHOWN)
    return page("dev_mails/list.html", shop=request.app.title, mails=newest, base=DEV_MAILS)


@router.get("/{name}")
async def show_written_mail(
    request: Request, name: PathText, mails: Annotated[WrittenMails, provided("written_mails")]
) -> Response:
    mail = await mails.get(name)
    return page(
        "dev_mails/mail.html",
        headers=LIST_HEADERS,
        shop=request.app.title,
        mail=mail,
        base=DEV_MAILS,
    )


@router.get("/{name}/html")
async def show_mail_content(
    name: PathText, mails: Annotated[WrittenMails, provided("written_mails")]
) -> Response:
    return HTMLResponse((await mails.get(name)).html, headers=CONTENT_HEADERS)


@router.get("/{name}/attachments/{number}")
async def download_attachment(
    name: PathText,
    number: Annotated[int, Path(ge=0, le=1000)],
    mails: Annotated[WrittenMails, provided("written_mails")],
) -> Response:
    attachments = (await mails.get(name)).attachments
    if number >= len(attachments):
        raise NotFound("attachment", number)
    found = attachments[number]
    headers = {**CONTENT_HEADERS, "Content-Disposition": "attachment"}
    return Response(found.content, media_type=found.content_type, headers=headers)
