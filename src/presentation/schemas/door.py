"""Request and response bodies of the door: gates, door lists, batches of scans, attendees."""

from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, StringConstraints, model_validator

from src.application.dtos.door import ReportedScan, ScanReport, ScanResult
from src.domain.entities.event import EventStatus
from src.domain.entities.gate import Gate
from src.domain.entities.scan import ScanKind
from src.domain.entities.ticket import TicketStatus
from src.presentation.schemas.body import Body
from src.presentation.schemas.booking import PresentedCode
from src.presentation.schemas.fields import Answer, Id, Moment, Name, When, with_example

MAX_GATES = 100
MAX_SCANS = 1000

DeviceId = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,64}$")]
"""Visible ASCII, such as a UUID."""

GATE_EXAMPLE: dict[str, Any] = {"name": "North entrance", "ticket_type_ids": [2]}


class GateBody(Body):
    """An entrance, and which ticket types it lets in: all if it names none."""

    model_config = with_example(GATE_EXAMPLE)

    name: Name
    ticket_type_ids: Annotated[tuple[Id, ...], Field(max_length=200, fail_fast=True)] = ()


class GatesBody(Body):
    """All gates of an event, in their order."""

    model_config = with_example({"gates": [{"name": "North entrance", "ticket_type_ids": []}]})

    gates: Annotated[list[GateBody], Field(max_length=MAX_GATES, fail_fast=True)]

    def to_gates(self) -> list[Gate]:
        """The gates of the domain."""
        return [
            Gate(name=gate.name, ticket_type_ids=tuple(dict.fromkeys(gate.ticket_type_ids)))
            for gate in self.gates
        ]


class GateAnswer(Answer):
    """An entrance, and which ticket types it lets in: all if there are none."""

    model_config = with_example(GATE_EXAMPLE)

    name: str
    ticket_type_ids: list[int]


class DoorEventAnswer(Answer):
    """What a scanner has to know of the event."""

    id: int
    title: str
    status: EventStatus
    date_time: Moment
    ends_at: Moment
    timezone: str
    allows_reentry: bool


class DoorTicketType(Answer):
    """A ticket type by name."""

    id: int
    name: str


class DoorKey(Answer):
    """An Ed25519 key that verifies tokens; `id` is in each token, the key is in hexadecimal."""

    id: int
    public_key: str


class DoorListAnswer(Answer):
    """A door list; an entry has its values in the order of `columns`."""

    model_config = with_example(
        {
            "version": "5f2ab01c9d3e.4711",
            "full": True,
            "event": {
                "id": 1,
                "title": "Rock Concert 2025",
                "status": "active",
                "date_time": "2026-12-25T19:00:00Z",
                "ends_at": "2026-12-25T22:00:00Z",
                "timezone": "Asia/Bangkok",
                "allows_reentry": False,
            },
            "ticket_types": [{"id": 2, "name": "Standard"}],
            "gates": [GATE_EXAMPLE],
            "keys": [{"id": 2874839523, "public_key": "9f" * 32}],
            "columns": [
                *(
                    "ticket_id",
                    "issue",
                    "status",
                    "name",
                    "ticket_type_id",
                    "seat",
                    "code_ending",
                ),
                *("used_at", "gate", "is_inside", "is_complimentary", "is_disputed"),
            ],
            "entries": [
                [1, 1, "active", "Ada", 2, "Stalls A 12", "Q2ZN", None, None, False, False, False],
            ],
        }
    )

    version: str
    full: bool
    event: DoorEventAnswer
    ticket_types: list[DoorTicketType]
    gates: list[GateAnswer]
    keys: list[DoorKey]
    columns: list[str]
    entries: list[list[Any]]


class ScanBody(Body):
    """A scan: of a code or token, or of a ticket that was chosen from the door list by name."""

    model_config = with_example(
        {"scan_id": "s-1", "code": "TKT-20261120-8F3KQ2ZN", "at": "2026-12-25T18:30:00Z"}
    )

    scan_id: DeviceId
    code: PresentedCode | None = None
    ticket_id: Id | None = Field(None, description="Instead of `code`.")
    at: When = Field(description="In the event's time zone without offset.")
    direction: Literal["in", "out"] = "in"
    gate: Name | None = None

    @model_validator(mode="after")
    def _names_one_ticket(self) -> "ScanBody":
        if (self.code is None) == (self.ticket_id is None):
            raise ValueError("give either a code or a ticket_id")
        return self


class ScansBody(Body):
    """What one scanner has scanned."""

    model_config = with_example(
        {
            "scanner_id": "gate-north-1",
            "scans": [
                {
                    "scan_id": "s-1",
                    "code": "TKT-20261120-8F3KQ2ZN",
                    "at": "2026-12-25T18:30:00Z",
                    "gate": "North entrance",
                }
            ],
        }
    )

    scanner_id: DeviceId
    scans: Annotated[list[ScanBody], Field(min_length=1, max_length=MAX_SCANS, fail_fast=True)]

    def to_report(self, event_id: int) -> ScanReport:
        """The report as the use case takes it."""
        scans = [
            ReportedScan(
                scan_id=scan.scan_id,
                code=scan.code.upper() if scan.code else None,
                ticket_id=scan.ticket_id,
                at=scan.at,
                direction=ScanKind(scan.direction),
                gate=scan.gate,
            )
            for scan in self.scans
        ]
        return ScanReport(event_id=event_id, scanner_id=self.scanner_id, scans=scans)


class EarlierScan(Answer):
    """The scan that counts instead: when, where, by which scanner and user."""

    at: Moment
    gate: str | None
    scanner_id: str
    scan_id: str
    direction: Literal["in", "out", "undo"] = Field(
        validation_alias=AliasChoices("direction", "kind")
    )
    user_id: int = Field(validation_alias=AliasChoices("user_id", "by"))


class ScanOutcomeAnswer(Answer):
    """What became of a scan; `reason` and `detail` say why it does not count, or what was wrong."""

    model_config = with_example(
        {
            "scan_id": "s-1",
            "result": "conflict",
            "ticket_id": 1,
            "reason": "cancelled",
            "detail": "This ticket was cancelled: it admits nobody.",
            "against": None,
        }
    )

    scan_id: str
    result: ScanResult
    ticket_id: int | None
    reason: str | None
    detail: str | None
    against: EarlierScan | None


class AttendeeAnswer(Answer):
    """A ticket with its holder."""

    model_config = with_example(
        {
            "ticket_id": 1,
            "ticket_code": "TKT-20261120-8F3KQ2ZN",
            "name": "Ada",
            "email": "ada@example.com",
            "booking_reference": "BKG-7K2M9QXA",
            "ticket_type_id": 2,
            "ticket_type": "Standard",
            "seat": "Stalls A 12",
            "status": "active",
            "used_at": None,
            "gate": None,
            "is_inside": False,
            "is_complimentary": False,
            "is_disputed": False,
        }
    )

    ticket_id: int
    ticket_code: str
    name: str
    email: str | None
    booking_reference: str | None
    ticket_type_id: int
    ticket_type: str
    seat: str | None
    status: TicketStatus
    used_at: Moment | None
    gate: str | None
    is_inside: bool
    is_complimentary: bool
    is_disputed: bool = Field(
        description="Whether the buyer's bank asks for the money: it keeps nobody out."
    )
