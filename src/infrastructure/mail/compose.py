"""A mail as a message (RFC 5322): text and HTML as alternatives, and its attachments."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr

import idna

from src.application.dtos.mail import Attachment
from src.application.ports.mail import MailRefused, OutgoingMail
from src.infrastructure.mail.phrases import one_line

LONGEST_NAME = 100


class Sender:
    """Who mails come from: `mail_from` is `Shop <mail@shop.example>`, or the address alone."""

    def __init__(self, mail_from: str) -> None:
        name, address = parseaddr(mail_from)
        self.address = ascii_domain(address)
        self.name = name
        self.domain = self.address.rpartition("@")[2]

    def message_id(self, mail: OutgoingMail) -> str:
        return f"<{mail.message_id}@{self.domain}>"


def compose(mail: OutgoingMail, sender: Sender) -> EmailMessage:
    """Return the message. Raises MailRefused for an address that no mail can be sent to."""
    recipient = ascii_domain(mail.address)
    message = EmailMessage(policy=SMTP if recipient.isascii() else SMTPUTF8)
    message["From"] = _mailbox(sender.name, sender.address)
    message["To"] = _mailbox(mail.name, recipient)
    if mail.reply_to is not None:
        message["Reply-To"] = _mailbox("", ascii_domain(mail.reply_to))
    message["Subject"] = one_line(mail.rendered.subject, at_most=200)
    message["Date"] = format_datetime(mail.at)
    message["Message-ID"] = sender.message_id(mail)
    # So that no absence note answers it (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.rendered.text)
    message.add_alternative(mail.rendered.html, subtype="html")
    for attachment in mail.attachments:
        _attach(message, attachment)
    return message


def ascii_domain(address: str) -> str:
    """The address with its domain as the network has it; the part before the @ may be Unicode."""
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return address
    try:
        return f"{local}@{idna.encode(domain, uts46=True).decode()}"
    except idna.IDNAError:
        raise MailRefused("The domain of the address is not valid.") from None


def _mailbox(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    try:
        return Address(one_line(name, at_most=LONGEST_NAME), username=local, domain=domain)
    except ValueError:
        raise MailRefused("The address is not valid.") from None


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    kind, *parameters = (part.strip() for part in attachment.content_type.split(";"))
    maintype, _, subtype = kind.partition("/")
    pairs = dict(parameter.split("=", 1) for parameter in parameters)
    message.add_attachment(
        attachment.content,
        maintype=maintype,
        subtype=subtype,
        filename=attachment.filename,
        params=pairs,
    )
