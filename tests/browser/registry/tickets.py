"""My tickets, a ticket in its states, a booking, and the offer of a ticket."""

import re

from playwright.sync_api import Page

from tests.support.browser.accessibility import LookedAt
from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site, in_future


def holder(site: Site) -> Member:
    """Somebody with tickets in every state."""
    return site.person(name="Ada Lovelace-Byron")


def newcomer(site: Site) -> Member:
    return site.person(name="New Comer")


def _holder(site: Site) -> Member:
    return site.once(holder, lambda: holder(site))


def concert(site: Site) -> int:
    """An event that asks something of its guests."""
    return site.once("tickets-concert", lambda: _concert(site))


def _concert(site: Site) -> int:
    event = site.event(
        title="Sparkle in the Winter Garden",
        venue="Winter Garden",
        kind="concert",
        terms="Please leave large bags at home. The doors close when the concert begins.",
        date_time=in_future(days=9),
    )
    return int(event["id"])


def booked(site: Site, quantity: int = 2) -> dict[str, list[dict[str, str]]]:
    booking: dict[str, list[dict[str, str]]] = site.book(concert(site), quantity, _holder(site))
    return booking


def codes(site: Site, quantity: int = 1) -> list[str]:
    return [ticket["ticket_code"] for ticket in booked(site, quantity)["tickets"]]


def tickets(site: Site) -> str:
    """Holds on top, events to come, and one that is over."""
    booked(site)
    site.book(site.event(title="An Evening of Short Films", kind="movie")["id"], 1, _holder(site))
    online = site.event(title="The Long Play", payment="online", date_time=in_future(days=20))
    hold = {"event_id": online["id"], "quantity": 2}
    site.post("/reservations/reserve", hold, who=_holder(site))
    free = site.event(title="Open Rehearsal", price="0", date_time=in_future(days=3))
    site.post("/reservations/reserve", {"event_id": free["id"], "quantity": 1}, who=_holder(site))
    gone = site.event(title="Last Summer's Concert")
    site.book(gone["id"], 1, _holder(site))
    site.execute(
        "UPDATE events SET date_time = now() - interval '90 days', "
        "ends_at = now() - interval '89 days' WHERE id = $1",
        gone["id"],
    )
    return "/tickets"


def past(site: Site) -> str:
    cancelled = booked(site, 1)
    site.delete(f"/bookings/{cancelled['id']}", who=_holder(site))
    return "/tickets/past"


def ticket(site: Site) -> str:
    return f"/tickets/{codes(site, 2)[0]}"


def offered(site: Site) -> str:
    (code,) = codes(site)
    body = {"email": "friend@test.example"}
    site.post(f"/tickets/{code}/transfer", body, who=_holder(site))
    return f"/tickets/{code}"


def used(site: Site) -> str:
    (code,) = codes(site)
    site.post(f"/tickets/{code}/check-in", {"gate": "North"}, who=site.organizer)
    return f"/tickets/{code}"


def cancelled(site: Site) -> str:
    booking = booked(site, 1)
    site.delete(f"/bookings/{booking['id']}", who=_holder(site))
    return f"/tickets/{booking['tickets'][0]['ticket_code']}"


def given_away(site: Site) -> str:
    (code,) = codes(site)
    token = offer(site, code, "taker@test.example")
    site.post(f"/transfers/{token}/accept", who=site.person())
    return f"/tickets/{code}"


def offer(site: Site, code: str, email: str) -> str:
    """Offer the ticket; the token in the mail."""
    site.post(f"/tickets/{code}/transfer", {"email": email}, who=_holder(site))
    mail = site.wait_for_mail(email)
    body = mail.get_body(("plain",))
    assert body is not None
    (token,) = re.findall(r"/accept-ticket\?token=([\w-]+)", body.get_content())
    return str(token)


def booking(site: Site) -> str:
    return f"/bookings/{booked(site)['id']}"


def cancelling(site: Site) -> str:
    return f"/bookings/{booked(site)['id']}/cancel"


def giving_back(site: Site) -> str:
    """The tickets of a booking from which the buyer chooses."""
    made = booked(site)
    policy = {"until": "P1D", "kept_percent": "10"}
    site.put(f"/events/{concert(site)}/cancellation-policy", policy, who=site.organizer)
    return f"/bookings/{made['id']}/give-back"


def giving_one_back(site: Site) -> str:
    made = booked(site)
    giving_back(site)
    return f"/bookings/{made['id']}/give-back?ticket={made['tickets'][0]['id']}"


def giving_none_back(site: Site) -> str:
    return f"{giving_back(site)}?is_sent=true"


def not_cancelling(site: Site) -> str:
    made = booked(site, 1)
    site.post(f"/tickets/{made['tickets'][0]['ticket_code']}/check-in", {}, who=site.organizer)
    return f"/bookings/{made['id']}/cancel"


def offered_to_me(site: Site) -> str:
    (code,) = codes(site)
    return f"/accept-ticket?token={offer(site, code, 'me@test.example')}"


def mail(site: Site) -> str:
    booked(site, 1)
    found = site.wait_for_mail(_holder(site).email, "")
    assert found
    (newest,) = sorted(
        site.data_dir.glob("outbox/*.eml"), key=lambda path: path.stat().st_mtime_ns
    )[-1:]
    return f"/dev/mails/{newest.stem}"


def open_everything(page: Page) -> None:
    """Open what is folded: axe does not look into it."""
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")


def enlarge(page: Page) -> None:
    page.get_by_role("button", name=re.compile("bright|hell|สว่าง")).click()
    page.locator("dialog[open]").wait_for()


PAGES = (
    Shown("tickets", tickets, who=holder, act=open_everything),
    Shown("tickets-empty", "/tickets", who=newcomer),
    Shown("tickets-past", past, who=holder, act=open_everything),
    Shown("ticket", ticket, who=holder),
    Shown("ticket-open", ticket, who=holder, act=open_everything),
    Shown("ticket-large", ticket, who=holder, act=enlarge, is_photographed_whole=False),
    Shown("ticket-offered", offered, who=holder),
    Shown("ticket-used", used, who=holder),
    Shown("ticket-cancelled", cancelled, who=holder),
    Shown("ticket-for-staff", ticket, who="organizer"),
    Shown("ticket-given-away", given_away, who=holder, status=410),
    Shown("booking", booking, who=holder),
    Shown("booking-cancel", cancelling, who=holder),
    Shown("booking-not-cancelled", not_cancelling, who=holder),
    Shown("booking-give-back", giving_back, who=holder),
    Shown("booking-give-none-back", giving_none_back, who=holder, status=422),
    Shown("booking-give-one-back", giving_one_back, who=holder),
    Shown("offer", offered_to_me),
    Shown("offer-open", offered_to_me, act=open_everything),
    Shown("offer-logged-in", offered_to_me, who=newcomer),
    Shown("offer-unknown", "/accept-ticket?token=none", status=410),
    Shown("offline", "/offline"),
    Shown("dev-mails", "/dev/mails"),
    Shown(
        "dev-mail",
        mail,
        looked_at=(
            LookedAt("frame-tested", "mail-frame", "A mail: nothing of it runs, axe neither."),
        ),
    ),
)
