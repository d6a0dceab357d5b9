"""What machines read on the page of an event: a summary, and schema.org data."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from src.application.use_cases.event.get_event_page import EventPage, Offer
from src.domain.entities.event import Event, EventKind, EventStatus
from src.domain.entities.sale_phase import SalePhase
from src.domain.shared.money import written
from src.presentation.web.addresses import event_path
from src.presentation.web.event_pictures import picture_of

LONGEST_SUMMARY = 160
SCHEMA = "https://schema.org/"

TYPES = {
    EventKind.CONCERT: "MusicEvent",
    EventKind.MOVIE: "ScreeningEvent",
    EventKind.THEATRE: "TheaterEvent",
    EventKind.SPORT: "SportsEvent",
    EventKind.CONFERENCE: "BusinessEvent",
    EventKind.OTHER: "Event",
}
AVAILABILITY = {
    SalePhase.ON_SALE: "InStock",
    SalePhase.SOLD_OUT: "SoldOut",
    SalePhase.NOT_YET: "PreOrder",
}
# A text in a script element ends it with `</script>`, and begins a comment with `<!--`.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def described(description: str | None) -> str:
    """The first sentences, at most what a search engine shows."""
    text = " ".join((description or "").split())
    if len(text) <= LONGEST_SUMMARY:
        return text
    return f"{text[:LONGEST_SUMMARY].rpartition(' ')[0]} …"


def structured(page: EventPage, site: str, place: str) -> Markup:
    """The event as JSON-LD, safe inside a script element."""
    event = page.event
    address = site + event_path(event.id, event.title)
    data: dict[str, object] = {
        "@context": SCHEMA.rstrip("/"),
        "@type": TYPES[event.kind],
        "name": event.title,
        "startDate": _local(event, event.date_time),
        "endDate": _local(event, event.ends_at),
        "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode",
        "eventStatus": SCHEMA + _status(page),
        "url": address,
        "image": [site + (picture_of(event).social or picture_of(event).src)],
        "organizer": {"@type": "Organization", "name": page.background.organizer},
        "offers": [_offer(event, offer, address) for offer in page.tickets],
    }
    if event.description:
        data["description"] = described(event.description)
    if page.background.moved_from:
        data["previousStartDate"] = _local(event, page.background.moved_from)
    if event.venue:
        data["location"] = {
            "@type": "Place",
            "name": event.venue,
            "address": _address(event, place),
        }
    # Every character that could end the element is escaped.
    return Markup(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S704


def _address(event: Event, place: str) -> str | dict[str, str]:
    if event.country is None:
        return place
    return {"@type": "PostalAddress", "streetAddress": place, "addressCountry": event.country}


def _offer(event: Event, offer: Offer, address: str) -> dict[str, object]:
    kind = offer.ticket_type
    start = kind.sales_start or event.sales_start
    return {
        "@type": "Offer",
        "name": kind.name,
        "price": written(offer.amounts.total_amount, event.currency),
        "priceCurrency": event.currency,
        "availability": SCHEMA + AVAILABILITY.get(offer.phase, "Discontinued"),
        "url": address,
        **({"validFrom": _local(event, start)} if start else {}),
    }


def _status(page: EventPage) -> str:
    if page.event.status is EventStatus.CANCELLED:
        return "EventCancelled"
    return "EventRescheduled" if page.background.moved_from else "EventScheduled"


def _local(event: Event, when: datetime) -> str:
    return when.astimezone(ZoneInfo(event.timezone)).isoformat(timespec="minutes")
