"""Mails over SMTP, to a real server: it takes them, refuses them, is slow, and dies."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope

from src.application.dtos.mail import Attachment
from src.application.ports.mail import (
    MailOutcomeUnknown,
    MailPostponed,
    MailRefused,
    MailSession,
    RenderedMail,
)
from src.infrastructure.mail.compose import Sender
from src.infrastructure.mail.smtp import SmtpServer, SmtpTransport
from tests.support.mails import outgoing_mail
from tests.support.smtp_server import Mailbox, die, smtp_server

SENDER = Sender("Café Tickets <tickets@shop.example>")
LONG = "Ticket " * 40


@asynccontextmanager
async def session(
    mailbox: Mailbox, *, seconds: float = 5, **options: Any
) -> AsyncIterator[MailSession]:
    async with smtp_server(mailbox, **options) as port:
        transport = SmtpTransport(
            SmtpServer.of(f"smtp://127.0.0.1:{port}"), SENDER, timeout=seconds
        )
        async with transport.session() as opened:
            yield opened


def read(envelope: Envelope) -> EmailMessage:
    assert isinstance(envelope.content, bytes)
    return message_from_bytes(envelope.content, policy=default)


async def test_a_mail_arrives_with_text_html_attachments_and_headers() -> None:
    mailbox = Mailbox()
    pdf = Attachment(filename="Tickets ไทย.pdf", content_type="application/pdf", content=b"%PDF")
    ics = Attachment(
        filename="event.ics", content_type="text/calendar; method=PUBLISH", content=b"BEGIN"
    )
    outgoing = outgoing_mail(attachments=[pdf, ics], reply_to="organizer@test.example")
    async with session(mailbox) as opened:
        await opened.send(outgoing)
    (envelope,) = mailbox.received
    assert (envelope.mail_from, envelope.rcpt_tos) == (
        "tickets@shop.example",
        ["nina@test.example"],
    )
    message = read(envelope)
    assert message["From"] == "Café Tickets <tickets@shop.example>"
    assert message["To"] == "Nina <nina@test.example>"
    assert message["Reply-To"] == "organizer@test.example"
    assert message["Message-ID"] == f"<{outgoing.message_id}@shop.example>"
    assert message["Date"] == "Tue, 01 Dec 2026 09:30:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] is None
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None and html is not None
    assert text.get_content().split() == ["Text", "ไทย"]
    assert html.get_content().strip() == "<p>HTML ไทย</p>"
    attached = list(message.iter_attachments())
    assert [part.get_filename() for part in attached] == ["Tickets ไทย.pdf", "event.ics"]
    assert [part.get_payload(decode=True) for part in attached] == [b"%PDF", b"BEGIN"]
    assert attached[1].get_param("method") == "PUBLISH"


@pytest.mark.parametrize(
    "name", ["สมชาย ใจดี", "محمد الأحمد", "יעל כהן", "Ольга", 'O\'Neil, "Bob" <x@y>', LONG]
)
async def test_names_in_any_script_arrive_and_no_line_is_too_long(name: str) -> None:
    mailbox = Mailbox()
    rendered = RenderedMail(subject=f"{name} {name}", text=name * 30, html=name * 90)
    async with session(mailbox) as opened:
        await opened.send(outgoing_mail(name=name, rendered=rendered))
    (envelope,) = mailbox.received
    message = read(envelope)
    shown = str(message["To"].addresses[0].display_name)
    assert shown == (name if name != LONG else f"{LONG[:99].rstrip()}…")
    assert str(message["Subject"]).startswith(name[:90].strip())
    assert isinstance(envelope.content, bytes)
    assert max(map(len, envelope.content.split(b"\r\n"))) <= 998
    assert envelope.content.isascii()


async def test_a_line_break_in_a_name_or_subject_is_no_header() -> None:
    mailbox = Mailbox()
    rendered = RenderedMail(subject="Hi\r\nBcc: a@b.example", text="", html="")
    async with session(mailbox) as opened:
        await opened.send(outgoing_mail(name="Eve\nBcc: c@d.example\u2028", rendered=rendered))
    (envelope,) = mailbox.received
    message = read(envelope)
    assert message["Bcc"] is None
    assert envelope.rcpt_tos == ["nina@test.example"]
    assert message["Subject"] == "Hi Bcc: a@b.example"


@pytest.mark.parametrize(
    ("address", "sent_to"),
    [
        ("nina@bücher.example", "nina@xn--bcher-kva.example"),
        ("สมชาย@test.example", "สมชาย@test.example"),
    ],
)
async def test_an_address_in_another_script_is_reached(address: str, sent_to: str) -> None:
    mailbox = Mailbox()
    async with session(mailbox) as opened:
        await opened.send(outgoing_mail(address=address))
    assert mailbox.received[0].rcpt_tos == [sent_to]


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
async def test_a_temporary_refusal_is_postponed_and_the_connection_goes_on(command: str) -> None:
    mailbox = Mailbox(replies={command: ["451 4.7.1 Try later, <nina@test.example>"]})
    async with session(mailbox) as opened:
        with pytest.raises(MailPostponed) as refusal:
            await opened.send(outgoing_mail())
        assert not refusal.value.is_of_server
        await opened.send(outgoing_mail())
    assert len(mailbox.received) == 1
    assert str(refusal.value) == "451 4.7.1 Try later, …"
    assert mailbox.connections == 1


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
async def test_a_final_refusal_does_not_name_the_address(command: str) -> None:
    mailbox = Mailbox(replies={command: ["550 5.1.1 nina@test.example: no such user"]})
    async with session(mailbox) as opened:
        with pytest.raises(MailRefused) as refusal:
            await opened.send(outgoing_mail())
        await opened.send(outgoing_mail())
    assert len(mailbox.received) == 1
    assert str(refusal.value) == "550 5.1.1 … no such user"


async def test_a_server_that_dies_before_the_message_has_not_taken_it() -> None:
    async with session(Mailbox(replies={"RCPT": [die]})) as opened:
        with pytest.raises(MailPostponed) as refusal:
            await opened.send(outgoing_mail())
    assert refusal.value.is_of_server


async def test_a_server_that_dies_with_the_message_may_have_taken_it() -> None:
    mailbox = Mailbox(replies={"DATA": [die]})
    async with session(mailbox) as opened:
        with pytest.raises(MailOutcomeUnknown):
            await opened.send(outgoing_mail())
    assert len(mailbox.received) == 1


async def test_a_server_that_is_too_slow_with_its_answer_may_have_taken_it() -> None:
    async def sleep(server: SMTP) -> None:
        await asyncio.sleep(1)

    async with session(Mailbox(replies={"DATA": [sleep]}), seconds=0.3) as opened:
        with pytest.raises(MailOutcomeUnknown):
            await opened.send(outgoing_mail())


async def test_a_slow_server_is_waited_for() -> None:
    async def sleep(server: SMTP) -> None:
        await asyncio.sleep(0.3)

    mailbox = Mailbox(replies={"RCPT": [sleep], "DATA": [sleep]})
    async with session(mailbox) as opened:
        await opened.send(outgoing_mail())
    assert len(mailbox.received) == 1


async def test_a_server_that_is_away_is_an_outage() -> None:
    async with smtp_server(Mailbox()) as port:
        pass
    transport = SmtpTransport(SmtpServer.of(f"smtp://127.0.0.1:{port}"), SENDER)
    with pytest.raises(MailPostponed) as refusal:
        async with transport.session():
            pass
    assert refusal.value.is_of_server


@pytest.mark.parametrize(("password", "is_right"), [("p%40ss", True), ("wrong", False)])
async def test_a_wrong_password_is_an_outage_and_no_refusal_of_a_mail(
    password: str, is_right: bool
) -> None:
    def authenticate(*args: Any) -> AuthResult:
        data = args[-1]
        return AuthResult(success=(data.login, data.password) == (b"us:er", b"p@ss"))

    mailbox = Mailbox()
    options = {"authenticator": authenticate, "auth_require_tls": False, "auth_required": True}
    async with smtp_server(mailbox, **options) as port:
        server = SmtpServer.of(f"smtp://us%3Aer:{password}@127.0.0.1:{port}")
        transport = SmtpTransport(server, SENDER, timeout=1)
        if is_right:
            async with transport.session() as opened:
                await opened.send(outgoing_mail())
        else:
            with pytest.raises(MailPostponed) as refusal:
                async with transport.session():
                    pass
            assert refusal.value.is_of_server
    assert len(mailbox.received) == is_right


@pytest.mark.parametrize(
    ("url", "port", "uses_tls", "needs_tls"),
    [
        ("smtp://mail.example", 587, False, False),
        ("smtp://a:b@mail.example:2525", 2525, False, True),
        ("smtp://a:b@localhost:25", 25, False, False),
        ("smtps://a:b@mail.example", 465, True, False),
    ],
)
def test_a_password_goes_over_tls_alone(
    url: str, port: int, uses_tls: bool, needs_tls: bool
) -> None:
    server = SmtpServer.of(url)
    assert (server.port, server.uses_tls, server.needs_tls) == (port, uses_tls, needs_tls)


async def test_a_password_is_not_sent_where_the_server_offers_no_tls(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SmtpServer, "needs_tls", True)
    mailbox = Mailbox()
    async with smtp_server(mailbox) as port:
        transport = SmtpTransport(SmtpServer.of(f"smtp://a:b@127.0.0.1:{port}"), SENDER)
        with pytest.raises(MailPostponed):
            async with transport.session():
                pass
    assert mailbox.received == []
