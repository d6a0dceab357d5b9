"""What a mail is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from src.domain.entities.mail import MailKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a mail; `content_type` may have parameters, such as `text/calendar; method=…`."""

    filename: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTicket:
    """A ticket as a mail lists it; `code` is None until it is confirmed, `seat` without seats."""

    type_name: str
    seat: tuple[str, str, str] | None
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPolicy:
    """Until when tickets can be given back, and what is kept of each."""

    until: datetime
    kept_percent: Decimal
    kept_fixed: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailEvent:
    """An event, and the recipient's tickets of it. Times are aware; shown in `timezone`."""

    title: str
    venue: str | None
    starts_at: datetime
    timezone: str
    give_back: MailPolicy | None = None
    tickets: tuple[MailTicket, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailContent:
    """The facts of a mail, in no language yet.

    `instructions` say where a bank transfer goes, `reason` names the sentence that says why.
    `flags` are what a template asks for by name: `late`, `attached`, `can_try_again` …
    """

    kind: MailKind
    language: str
    name: str
    events: tuple[MailEvent, ...] = ()
    reference: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    deadline: datetime | None = None
    instructions: str | None = None
    reason: str | None = None
    other_name: str | None = None
    link: str | None = None
    flags: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferDetails:
    """A transfer of a ticket as mails describe it.

    `link` is where the offer is accepted; None once it is over.
    """

    email: str
    booking_id: int
    ticket_id: int
    from_user_id: int
    to_user_id: int | None
    link: str | None
    expires_at: datetime | None
