"""Mails in a folder, in development: each a file that mail programs open."""

import asyncio
import contextlib
import os
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

import structlog

from src.application.dtos.mail import Attachment
from src.application.ports.mail import MailSession, OutgoingMail, WrittenMail
from src.domain.errors import NotFound
from src.infrastructure.mail.compose import Sender, compose

NAME = re.compile(r"[0-9a-f-]{36}")
HEADERS = ("From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted")

SHOWN = 2
"""Mails of a session that the log has a link to: those of the sample data would fill the screen."""

log = structlog.get_logger()


class FolderTransport:
    """Implements `MailTransport` and `WrittenMails`: `outbox/<message id>.eml`.

    Writing a mail again replaces the same file, so that nothing is lost or doubled by a crash.
    `pages` is the address of the page that shows them.
    """

    is_enabled = True
    is_repeatable = True

    def __init__(self, folder: Path, sender: Sender, pages: str) -> None:
        self._folder = folder
        self._sender = sender
        self._pages = pages

    @asynccontextmanager
    async def session(self) -> AsyncIterator[MailSession]:
        session = _Session(self, self._pages)
        yield session
        if session.count > SHOWN:
            log.info("more_mails_written", count=session.count - SHOWN, open=self._pages)

    async def send(self, mail: OutgoingMail) -> None:
        content = compose(mail, self._sender).as_bytes()
        await asyncio.to_thread(self._write, f"{mail.message_id}.eml", content)

    async def newest(self, *, limit: int) -> list[WrittenMail]:
        return await asyncio.to_thread(self._newest, limit)

    async def get(self, name: str) -> WrittenMail:
        return await asyncio.to_thread(self._get, name)

    def _write(self, name: str, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=self._folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(temporary).replace(self._folder / name)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
            raise

    def _newest(self, limit: int) -> list[WrittenMail]:
        files = sorted(self._folder.glob("*.eml"), key=_written_at, reverse=True)
        return [_summary(path.stem, _read(path)) for path in files[:limit]]

    def _get(self, name: str) -> WrittenMail:
        path = self._folder / f"{name}.eml"
        if not NAME.fullmatch(name) or not path.exists():
            raise NotFound("mail", name)
        message = _read(path)
        summary = _summary(name, message)
        return WrittenMail(
            name=name,
            subject=summary.subject,
            to=summary.to,
            at=summary.at,
            text=_body(message, "plain"),
            html=_body(message, "html"),
            headers=[(header, str(message[header])) for header in HEADERS if message[header]],
            attachments=[
                Attachment(
                    filename=part.get_filename() or "attachment",
                    content_type=part.get_content_type(),
                    content=cast(bytes, part.get_payload(decode=True)),
                )
                for part in message.iter_attachments()
            ],
        )


class _Session:
    """Counts what goes into the folder; `pages` as there."""

    def __init__(self, folder: FolderTransport, pages: str) -> None:
        self._folder = folder
        self._pages = pages
        self.count = 0

    async def send(self, mail: OutgoingMail) -> None:
        await self._folder.send(mail)
        self.count += 1
        if self.count <= SHOWN:
            log.info("mail_written", open=f"{self._pages}/{mail.message_id}")


def _written_at(path: Path) -> float:
    return path.stat().st_mtime


def _read(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=default)


def _summary(name: str, message: EmailMessage) -> WrittenMail:
    return WrittenMail(
        name=name,
        subject=str(message["Subject"]),
        to=str(message["To"]),
        at=str(message["Date"]),
    )


def _body(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    return str(part.get_content()) if part is not None else ""
