"""The content of a pass for Apple Wallet (`pass.json`); labels are keys of `pass.strings`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from src.application.dtos.wallet import WalletPass

GROUND = (30, 58, 95)

Field = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Look:
    """What a pass shows beside its ticket: the shop, and an address for people.

    `updates` is the address at which phones ask for the newest state of a pass.
    """

    shop_name: str
    link: str | None = None
    updates: str | None = None


def pass_json(
    content: WalletPass, look: Look, *, pass_type_id: str, team_id: str, token: str
) -> dict[str, Any]:
    """The pass of a ticket. Times are shown in the zone of the venue."""
    event = content.event
    starts_at = _local(content, event.date_time)
    barcode = {
        "format": "PKBarcodeFormatQR",
        "message": content.token,
        "messageEncoding": "iso-8859-1",
        "altText": content.code,
    }
    updates = {"webServiceURL": look.updates, "authenticationToken": token} if look.updates else {}
    return {
        "formatVersion": 1,
        "passTypeIdentifier": pass_type_id,
        "teamIdentifier": team_id,
        "serialNumber": content.serial,
        "organizationName": look.shop_name,
        "description": "description",
        "logoText": look.shop_name,
        "groupingIdentifier": f"event-{event.id}",
        "foregroundColor": "rgb(255, 255, 255)",
        "labelColor": "rgb(200, 214, 229)",
        "backgroundColor": f"rgb{GROUND}",
        "barcodes": [barcode],
        # For iOS 8 and older, and 17 and older.
        "barcode": barcode,
        "relevantDate": starts_at,
        "relevantDates": [{"startDate": starts_at, "endDate": _local(content, event.ends_at)}],
        "expirationDate": _local(content, event.ends_at),
        "sharingProhibited": True,
        "eventTicket": _fields(content, starts_at, look.link),
        "semantics": _semantics(content, starts_at),
        "voided": content.is_void,
        **updates,
    }


def _fields(content: WalletPass, starts_at: str, link: str | None) -> dict[str, list[Field]]:
    event, seat = content.event, content.ticket.seat
    starts = {
        **_field("starts", starts_at),
        "dateStyle": "PKDateStyleMedium",
        "timeStyle": "PKDateStyleShort",
        "ignoresTimeZone": True,
    }
    places: list[tuple[str, str | None]] = []
    if seat is not None:
        places = [("section", seat.section), ("row", seat.row), ("seat", seat.seat_number)]
    return {
        "primaryFields": [{"key": "event", "value": event.title}],
        "secondaryFields": [*_known(("venue", event.venue)), starts],
        "auxiliaryFields": [_field("type", content.ticket_type), *_known(*places)],
        "backFields": _known(
            ("code", content.code),
            ("holder", content.holder),
            ("address", content.address),
            ("terms", event.terms),
            ("link", link),
        ),
    }


def _semantics(content: WalletPass, starts_at: str) -> dict[str, Any]:
    event, seat = content.event, content.ticket.seat
    found: dict[str, Any] = {
        "eventName": event.title,
        "eventStartDate": starts_at,
        "eventEndDate": _local(content, event.ends_at),
    }
    if event.venue:
        found["venueName"] = event.venue
    if seat is not None:
        place = {"seatSection": seat.section, "seatRow": seat.row, "seatNumber": seat.seat_number}
        found["seats"] = [place]
    return found


def _known(*entries: tuple[str, str | None]) -> list[Field]:
    return [_field(key, value) for key, value in entries if value]


def _field(key: str, value: str) -> Field:
    return {"key": key, "label": key, "value": value}


def _local(content: WalletPass, time: datetime) -> str:
    """The time at the venue, with its distance from UTC, to the second."""
    return time.astimezone(ZoneInfo(content.event.timezone)).isoformat(timespec="seconds")
