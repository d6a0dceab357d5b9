"""A door for browsers: an event with a scanner, tickets with their tokens, pictures of them."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

import segno
from PIL import Image

from src.domain.entities.ticket import Ticket
from src.infrastructure.security.ticket_tokens import Ed25519TicketTokens
from tests.support.browser.accessibility import LookedAt
from tests.support.browser.site import Member, Site, in_future
from tests.support.database import SECRET

FRAME = (640, 480)
OVER_THE_PAGE = LookedAt(
    "color-contrast",
    "verdict__",
    "White on the one dark colour of its dialog, which covers the page: 6.5 to 1 at least.",
)


@dataclass(frozen=True)
class SiteDoor:
    """An event that starts in two hours, and a scanner assigned to it."""

    site: Site
    event: Any
    scanner: Member

    @property
    def path(self) -> str:
        return f"/door/{self.event['id']}"

    def ticket(self, who: Member | None = None) -> Any:
        """A new ticket, of the site's buyer or of this person."""
        (ticket,) = self.site.book(self.event["id"], 1, who)["tickets"]
        return ticket

    def token(self, ticket: Any) -> str:
        """What the QR code of this ticket says."""
        issued = Ticket(
            id=ticket["id"],
            event_id=self.event["id"],
            ticket_type_id=ticket["ticket_type_id"],
            user_id=0,
            price=Decimal(0),
        )
        return Ed25519TicketTokens(SECRET).issue(issued)

    def check_in_elsewhere(self, ticket: Any, gate: str) -> None:
        """Another scanner lets this ticket in."""
        body = {"code": ticket["ticket_code"], "gate": gate}
        self.site.post("/tickets/check-in", body, who=self.scanner)

    def status(self, ticket: Any) -> str:
        found: str = self.site.get(f"/tickets/{ticket['ticket_code']}", self.scanner)["status"]
        return found


def open_site_door(site: Site, **fields: Any) -> SiteDoor:
    """A new door with a scanner of its own."""
    event = site.event(**{"title": "Rock night", "date_time": in_future(hours=2), **fields})
    scanner = site.person("scanner")
    site.put(f"/events/{event['id']}/scanners", {"user_ids": [scanner.id]}, who=site.organizer)
    return SiteDoor(site, event, scanner)


def picture_of(text: str) -> Image.Image:
    """A ticket's code in front of a camera."""
    drawn = BytesIO()
    segno.make_qr(text).save(drawn, kind="png", scale=6)
    frame = Image.new("RGB", FRAME, "#6b7280")
    with Image.open(drawn) as code:
        frame.paste(code.convert("RGB").resize((400, 400)), (120, 40))
    return frame


def photo_of(text: str) -> bytes:
    """The same as a photo."""
    taken = BytesIO()
    picture_of(text).save(taken, "JPEG", quality=85)
    return taken.getvalue()


def video_of(text: str) -> bytes:
    """The same as a video that Chromium plays as its camera: a raw one of a single frame (y4m)."""
    luma, blue, red = picture_of(text).convert("YCbCr").split()
    half = (FRAME[0] // 2, FRAME[1] // 2)
    planes = (luma, blue.resize(half), red.resize(half))
    head = f"YUV4MPEG2 W{FRAME[0]} H{FRAME[1]} F10:1 Ip A1:1 C420mpeg2\nFRAME\n".encode()
    return head + b"".join(plane.tobytes() for plane in planes)
