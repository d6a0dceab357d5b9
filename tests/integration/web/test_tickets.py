"""My tickets: the list, the page of a ticket, what its holder does with it, and who sees it."""

from datetime import timedelta

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import order_of, start
from tests.support.transfers import accept, make_offer, token_of
from tests.support.web import Browser, assert_page, assert_redirects, key_of

SCRIPT = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"
FRIEND = "friend@test.example"


async def booked(api: Api, organizer: Person, buyer: Person, quantity: int = 1) -> list[str]:
    """The codes of new tickets of a new event."""
    booking = await api.book(buyer, (await api.event(organizer))["id"], quantity)
    return [ticket["ticket_code"] for ticket in booking["tickets"]]


@pytest.fixture
async def code(api: Api, organizer: Person, buyer: Person) -> str:
    (code,) = await booked(api, organizer, buyer)
    return code


async def transfer_status(api: Api, who: Person, code: str) -> str:
    response = await api.get(f"/tickets/{code}/transfer", who)
    return str(response.json()["status"]) if response.status_code == 200 else "none"


@pytest.mark.parametrize("path", ["/tickets", "/tickets/past", "/tickets/TKT-20260101-AAAAAAAA"])
async def test_who_is_not_logged_in_is_sent_to_the_log_in(browse: Browser, path: str) -> None:
    assert_redirects(await browse.get(path), f"/login?next={path}")


async def test_the_empty_list_says_what_to_do(browse: Browser, buyer: Person) -> None:
    await browse.log_in(buyer)
    assert_page(await browse.get("/tickets"), "Nothing is coming up", 'href="/events"')
    assert_page(await browse.get("/tickets/past"), "Nothing is past")


async def test_tickets_are_listed_by_event_with_their_status(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, title=f"{SCRIPT} ไทย")
    booking = await api.book(buyer, event["id"], 2)
    other = await api.book(await api.person(), event["id"])
    await browse.log_in(buyer)
    page = await browse.get("/tickets")
    assert_page(page, f"{ESCAPED} ไทย", "2 tickets", "Confirmed", booking["reference"])
    assert SCRIPT not in page.text
    for ticket in booking["tickets"]:
        assert f'href="/tickets/{ticket["ticket_code"]}"' in page.text
    assert other["tickets"][0]["ticket_code"] not in page.text
    assert page.headers["cache-control"] == "private, no-store"
    assert page.headers["kept-for"] == str(buyer.id)


async def test_a_cancelled_booking_is_among_the_past(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    booking = await api.book(buyer, (await api.event(organizer))["id"])
    await api.call("DELETE", f"/bookings/{booking['id']}", buyer)
    await browse.log_in(buyer)
    page = await browse.get("/tickets")
    assert_page(page, "Nothing is coming up", "Past and cancelled", booking["reference"])
    assert f"/bookings/{booking['id']}/cancel" not in page.text
    assert_page(await browse.get("/tickets/past"), booking["reference"], "Cancelled")


async def test_what_was_cancelled_of_an_event_to_come_is_among_the_past(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    kept, gone = [await api.book(buyer, event["id"]) for _ in range(2)]
    await api.call("DELETE", f"/bookings/{gone['id']}", buyer)
    await browse.log_in(buyer)
    to_come, _, past = (await browse.get("/tickets")).text.partition("Past and cancelled")
    assert (kept["reference"] in to_come, gone["reference"] in to_come) == (True, False)
    assert (kept["reference"] in past, gone["reference"] in past) == (False, True)


async def test_a_hold_stands_on_top_with_what_can_be_done(
    browse: Browser, api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer, title="Held event")
    body = {"event_id": event["id"], "quantity": 3}
    hold = (await api.post("/reservations/reserve", buyer, body)).json()
    await browse.log_in(buyer)
    page = await browse.get("/tickets")
    assert_page(page, "Held for you", "3 tickets", 'data-countdown="5', "Confirm the booking")
    assert page.text.count("Held event") == 1
    clock.move(minutes=11)
    page = await browse.get("/tickets")
    assert "Held for you" not in page.text
    assert_page(page, "Past and cancelled", hold["reference"])
    assert f"/bookings/{hold['id']}/extend" not in page.text


async def test_a_hold_that_waits_days_for_a_transfer_counts_no_minutes(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online", payment_days=5)
    order = await order_of(api, buyer, event)
    await start(api, buyer, order, provider="manual")
    await browse.log_in(buyer)
    page = await browse.get("/tickets")
    assert_page(page, "Held for you", "Held until")
    # It cannot be held for longer either.
    assert "data-countdown" not in page.text
    assert "Hold for longer" not in page.text


async def test_a_hold_that_is_paid_online_leads_to_the_checkout(
    browse: Browser, api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online")
    body = {"event_id": event["id"], "quantity": 1}
    assert (await api.post("/reservations/reserve", buyer, body)).status_code == 201
    reference = await connection.fetchval("SELECT reference FROM orders")
    await browse.log_in(buyer)
    page = await browse.get("/tickets")
    assert_page(page, f'href="/checkout/{reference}"')
    assert "Confirm the booking" not in page.text


async def test_more_events_are_on_the_next_page(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    for number in range(22):
        at = (api.clock() + timedelta(days=number + 1)).isoformat()
        event = await api.event(organizer, title=f"Event number {number:02}.", date_time=at)
        await api.book(buyer, event["id"])
    await browse.log_in(buyer)
    first = await browse.get("/tickets")
    assert_page(first, "Event number 00.", "Event number 19.", "Show more")
    assert "Event number 20." not in first.text
    more = first.text.partition('rel="next" href="')[2].partition('"')[0]
    second = await browse.get(more)
    assert_page(second, "Event number 20.", "Event number 21.")
    assert "Show more" not in second.text
    assert_page(await browse.get("/tickets?after=nonsense"), status=422)


async def test_a_ticket_has_a_code_to_show(browse: Browser, buyer: Person, code: str) -> None:
    await browse.log_in(buyer)
    page = await browse.get(f"/tickets/{code.lower()}")
    assert_page(page, code, buyer.user.name, 'role="img"', "Valid", f"/tickets/{code}.pdf")
    assert "style=" not in page.text
    assert page.headers["cache-control"] == "private, no-store"
    assert page.headers["kept-for"] == str(buyer.id)


async def test_staff_see_a_ticket_without_its_code_to_show(
    browse: Browser, api: Api, organizer: Person, buyer: Person, code: str
) -> None:
    scanner = await api.person(Role.SCANNER)
    ticket = (await api.get(f"/tickets/{code}", buyer)).json()
    body = {"user_ids": [scanner.id]}
    assigned = await api.put(f"/events/{ticket['event_id']}/scanners", organizer, body)
    assert assigned.status_code == 200, assigned.text
    for who in (organizer, scanner):
        await browse.log_in(who)
        page = await browse.get(f"/tickets/{code}")
        assert_page(page, code)
        assert 'role="img"' not in page.text
        assert "kept-for" not in page.headers
        assert "/transfer" not in page.text
    assert (await browse.get(f"/tickets/{code}.pdf")).status_code == 404


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.ORGANIZER, Role.SCANNER])
async def test_a_ticket_of_somebody_else_is_not_there(
    browse: Browser, api: Api, buyer: Person, code: str, role: Role
) -> None:
    await browse.log_in(await api.person(role))
    for ending in ("", ".pdf", ".png", ".ics", ".pkpass", "/google-wallet"):
        assert_page(await browse.get(f"/tickets/{code}{ending}"), status=404)
    for action in ("transfer", "transfer/withdraw", "reissue"):
        response = await browse.post(f"/tickets/{code}/{action}", {"email": FRIEND})
        assert_page(response, status=404)
    assert (await api.get(f"/tickets/{code}", buyer)).json()["status"] == "active"
    assert await transfer_status(api, buyer, code) == "none"


@pytest.mark.parametrize("code", ["nonsense", "TKT-20260101-AAAAAAAA", "%00", "a" * 300, "ไทย"])
async def test_a_ticket_that_is_none_is_not_there(
    browse: Browser, buyer: Person, code: str
) -> None:
    await browse.log_in(buyer)
    for ending in ("", ".pdf"):
        assert_page(await browse.get(f"/tickets/{code}{ending}"), status=404)


@pytest.mark.parametrize(
    ("ending", "media_type", "start"),
    [
        (".pdf", "application/pdf", b"%PDF"),
        (".png", "image/png", b"\x89PNG"),
        (".ics", "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
        (".pkpass", "application/vnd.apple.pkpass", b"PK"),
    ],
)
async def test_a_ticket_is_saved_as_a_file(
    browse: Browser, buyer: Person, code: str, ending: str, media_type: str, start: bytes
) -> None:
    await browse.log_in(buyer)
    response = await browse.get(f"/tickets/{code}{ending}")
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type
    assert response.content.startswith(start)
    assert response.headers["cache-control"] == "private, no-store"
    assert f"{code}{ending}" in response.headers["content-disposition"]


async def test_google_wallet_is_a_link_away(browse: Browser, buyer: Person, code: str) -> None:
    await browse.log_in(buyer)
    link = f"https://wallet.test.example/{code}"
    assert_redirects(await browse.get(f"/tickets/{code}/google-wallet"), link)


async def test_a_used_ticket_says_when_and_where(
    browse: Browser, api: Api, organizer: Person, buyer: Person, code: str
) -> None:
    await api.post(f"/tickets/{code}/check-in", organizer, {"gate": f"North {SCRIPT}"})
    await browse.log_in(buyer)
    page = await browse.get(f"/tickets/{code}")
    assert_page(page, "Used on", f"at the gate North {ESCAPED}")
    assert 'role="img"' not in page.text
    assert "/reissue" not in page.text


async def test_a_cancelled_ticket_says_so(
    browse: Browser, api: Api, buyer: Person, code: str
) -> None:
    booking_id = (await api.get(f"/tickets/{code}", buyer)).json()["booking_id"]
    await api.call("DELETE", f"/bookings/{booking_id}", buyer)
    await browse.log_in(buyer)
    page = await browse.get(f"/tickets/{code}")
    assert_page(page, "This ticket was cancelled")
    assert f"{code}.pdf" not in page.text
    assert 'role="img"' not in page.text


async def test_a_ticket_is_offered_once_however_often_the_button_is_pressed(
    browse: Browser, api: Api, buyer: Person, code: str, connection: asyncpg.Connection
) -> None:
    await browse.log_in(buyer)
    for _ in range(2):
        response = await browse.post(f"/tickets/{code}/transfer", {"email": f" {FRIEND.upper()} "})
        assert_redirects(response, f"/tickets/{code}")
    assert await connection.fetchval("SELECT count(*) FROM transfers") == 1
    page = await browse.get(f"/tickets/{code}")
    assert_page(page, f"Offered to {FRIEND}", "The offer is on its way")
    assert_redirects(await browse.post(f"/tickets/{code}/transfer/withdraw"), f"/tickets/{code}")
    assert await transfer_status(api, buyer, code) == "withdrawn"
    assert_page(await browse.get(f"/tickets/{code}"), "Give it to somebody")


async def test_what_is_wrong_with_an_offer_is_said_beside_the_field(
    browse: Browser, api: Api, buyer: Person, code: str
) -> None:
    await browse.log_in(buyer)
    for typed in ("nobody", "", str(buyer.user.email)):
        response = await browse.post(f"/tickets/{code}/transfer", {"email": typed})
        assert_page(response, 'aria-invalid="true"', f'value="{typed}"', status=422)
    await browse.post(f"/tickets/{code}/transfer", {"email": FRIEND})
    response = await browse.post(f"/tickets/{code}/transfer", {"email": "other@test.example"})
    assert_page(response, "offered to somebody already", status=422)
    assert await transfer_status(api, buyer, code) == "offered"


async def test_a_ticket_of_an_event_without_transfers_says_so(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, allows_transfer=False)
    code = (await api.book(buyer, event["id"]))["tickets"][0]["ticket_code"]
    await browse.log_in(buyer)
    page = await browse.get(f"/tickets/{code}")
    assert_page(page, "does not allow this ticket to be given")
    assert f"/tickets/{code}/transfer" not in page.text


async def test_a_ticket_that_was_given_away_is_gone_for_its_sender(
    browse: Browser, api: Api, buyer: Person, code: str, connection: asyncpg.Connection
) -> None:
    friend = await api.person()
    await browse.log_in(buyer)
    await browse.post(f"/tickets/{code}/transfer", {"email": FRIEND})
    taken = await accept(api, await token_of(api, connection), friend)
    new_code = taken.json()["ticket_code"]
    gone = await browse.get(f"/tickets/{code}")
    assert_page(gone, "You gave this ticket away", code, status=410)
    assert new_code not in gone.text
    assert_page(await browse.get(f"/tickets/{new_code}"), status=404)
    page = await browse.get("/tickets")
    assert_page(page, "Given away")
    assert new_code not in page.text
    await browse.log_in(friend)
    assert_page(await browse.get(f"/tickets/{new_code}"), 'role="img"')
    assert_page(await browse.get("/tickets"), new_code, "given to you")
    assert_page(await browse.get(f"/tickets/{code}"), status=404)


async def test_a_new_code_replaces_the_one_that_was_seen_once(
    browse: Browser, api: Api, buyer: Person, code: str, connection: asyncpg.Connection
) -> None:
    await browse.log_in(buyer)
    first = await browse.post(f"/tickets/{code}/reissue")
    new_code = await connection.fetchval("SELECT ticket_code FROM tickets")
    assert new_code != code
    assert_redirects(first, f"/tickets/{new_code}")
    assert_redirects(await browse.post(f"/tickets/{code}/reissue"), f"/tickets/{new_code}")
    assert await connection.fetchval("SELECT issue FROM tickets") == 2
    old = await browse.get(f"/tickets/{code}")
    assert_page(old, "This ticket has a new code", f'href="/tickets/{new_code}"', status=410)
    await browse.log_in(await api.person())
    assert_page(await browse.get(f"/tickets/{code}"), status=404)


@pytest.mark.parametrize("action", ["transfer", "transfer/withdraw", "reissue"])
async def test_a_form_of_another_site_changes_no_ticket(
    browse: Browser, api: Api, buyer: Person, code: str, action: str, connection: asyncpg.Connection
) -> None:
    await make_offer(api, connection, buyer, code)
    await browse.log_in(buyer)
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = await browse.post(f"/tickets/{code}/{action}", {"email": FRIEND}, headers=headers)
    assert_page(response, status=403)
    assert await transfer_status(api, buyer, code) == "offered"


async def test_a_booking_shows_its_tickets_to_its_buyer_alone(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    booking = await api.book(buyer, (await api.event(organizer))["id"], 2)
    path = f"/bookings/{booking['id']}"
    await browse.log_in(buyer)
    codes = [ticket["ticket_code"] for ticket in booking["tickets"]]
    assert_page(await browse.get(path), booking["reference"], *codes, "50.00")
    document = await browse.get(f"{path}/tickets.pdf")
    assert document.content.startswith(b"%PDF")
    await browse.log_in(await api.person())
    for ending in ("", "/cancel", "/tickets.pdf"):
        assert_page(await browse.get(f"{path}{ending}"), status=404)
    for action in ("cancel", "extend", "confirm"):
        assert_page(await browse.post(f"{path}/{action}"), status=404)
    assert (await api.get(path, buyer)).json()["status"] == "confirmed"


async def test_cancelling_says_what_it_does_and_frees_the_tickets_once(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, capacity=2)
    booking = await api.book(buyer, event["id"], 2)
    await browse.log_in(buyer)
    path = f"/bookings/{booking['id']}/cancel"
    asked = await browse.get(path)
    assert_page(asked, "2 tickets become invalid", "Cancel 2 tickets", "cannot be undone")
    left = f"/tickets/event/{event['id']}/available"
    assert (await api.get(left)).json()["available"] == 0
    for _ in range(2):
        assert_redirects(await browse.post(path, {"key": key_of(asked)}), "/tickets")
    assert (await api.get(left)).json()["available"] == 2
    assert_page(await browse.get("/tickets"), "The booking is cancelled")
    late = await browse.post(path)
    assert_page(late, 'role="alert"', status=409)


async def test_what_was_paid_online_is_not_cancelled_here(
    browse: Browser, api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online")
    booking = (await api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1})).json()
    confirmed = await api.put(f"/bookings/{booking['id']}/confirm", organizer)
    assert confirmed.status_code == 200, confirmed.text
    await browse.log_in(buyer)
    path = f"/bookings/{booking['id']}/cancel"
    page = await browse.get(path)
    assert_page(page, "ask the organizer for a refund")
    assert f'action="{path}"' not in page.text
    assert_page(await browse.post(path), "ask the organizer for a refund", status=409)
    assert await connection.fetchval("SELECT status FROM bookings") == "confirmed"
    assert "/cancel" not in (await browse.get("/tickets")).text


async def test_a_hold_is_held_longer_once_and_then_confirmed(
    browse: Browser, api: Api, organizer: Person, buyer: Person
) -> None:
    body = {"event_id": (await api.event(organizer))["id"], "quantity": 1}
    hold = (await api.post("/reservations/reserve", buyer, body)).json()
    path = f"/bookings/{hold['id']}"
    await browse.log_in(buyer)
    page = await browse.get(path)
    assert_page(page, "Held for you until", "Hold for longer", "Let them go")
    for _ in range(2):
        assert_redirects(await browse.post(f"{path}/extend", {"key": key_of(page)}), "/tickets")
    assert_page(await browse.post(f"{path}/extend"), "extended once already", status=409)
    assert "Hold for longer" not in (await browse.get(path)).text
    for _ in range(2):
        assert_redirects(await browse.post(f"{path}/confirm", {"key": "one-press"}), path)
    assert_page(await browse.get(path), "Confirmed")


async def test_a_lapsed_hold_is_not_confirmed(
    browse: Browser, api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    body = {"event_id": (await api.event(organizer))["id"], "quantity": 1}
    hold = (await api.post("/reservations/reserve", buyer, body)).json()
    await browse.log_in(buyer)
    clock.move(minutes=11)
    refused = await browse.post(f"/bookings/{hold['id']}/confirm")
    assert_page(refused, 'role="alert"', "Choose again", status=409)
    path = f"/bookings/{hold['id']}/cancel"
    assert f'action="{path}"' not in (await browse.get(path)).text


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", ("Meine Tickets", "Bestätigt")), ("th", ("ตั๋วของฉัน", "ยืนยันแล้ว"))],
)
async def test_tickets_are_shown_in_the_readers_language(
    browse: Browser, buyer: Person, code: str, language: str, words: tuple[str, ...]
) -> None:
    await browse.log_in(buyer)
    headers = {"Accept-Language": language}
    assert_page(await browse.get("/tickets", headers=headers), *words)
    assert_page(await browse.get(f"/tickets/{code}", headers=headers), code)
