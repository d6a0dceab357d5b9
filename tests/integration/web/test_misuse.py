"""What hasty and hostile visitors send: nothing is lost by it, and nothing fails."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from src.app import create_app
from src.domain.entities.user import Role
from src.domain.errors import Unavailable
from tests.support.api import Api, MovableClock, Person
from tests.support.database import test_settings as settings_for
from tests.support.halls import make_hall, seated_event
from tests.support.mails import Post
from tests.support.shop import ANN, hold, order_row, press_pay
from tests.support.web import Browser, assert_page, assert_redirects, new_browser

PASSWORD = "four-quiet-rivers-7"
NEWCOMER = "newcomer@test.example"


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer)


@pytest.fixture
async def token(api: Api, buyer: Person) -> str:
    """The token of an offer of the buyer's ticket."""
    offered = await api.event(await api.person(Role.ORGANIZER))
    booking = await api.book(buyer, offered["id"])
    code = booking["tickets"][0]["ticket_code"]
    offer = await api.post(f"/tickets/{code}/transfer", buyer, {"email": NEWCOMER})
    transfer = await api.container.adapters.transfers().get(offer.json()["id"])
    return api.container.adapters.transfer_tokens().issue(transfer.nonce)


async def test_a_guest_who_logs_in_to_take_a_ticket_keeps_what_they_hold(
    api: Api, browse: Browser, event: dict[str, Any], token: str
) -> None:
    reference = await hold(api, browse, event)
    fields = {"account": "new", "email": NEWCOMER, "password": PASSWORD}
    taken = await browse.post("/accept-ticket", {"token": token, **fields})
    assert taken.headers["location"].startswith("/tickets/TKT-"), taken.text
    assert_page(await browse.get(f"/checkout/{reference}"))


async def test_a_ticket_is_taken_by_an_account_and_by_no_guest(
    api: Api,
    browse: Browser,
    event: dict[str, Any],
    token: str,
    connection: asyncpg.Connection,
) -> None:
    await hold(api, browse, event)
    refused = await browse.post("/accept-ticket", {"token": token, "account": "mine"})
    assert_page(refused, status=422)
    assert await connection.fetchval("SELECT count(*) FROM transfers WHERE status = 'offered'") == 1


@pytest.mark.parametrize("way", ["account", "open"])
async def test_a_claim_in_the_browser_of_a_guest_brings_along_what_it_holds(
    api: Api, browse: Browser, other_browse: Browser, event: dict[str, Any], way: str
) -> None:
    bought = await hold(api, other_browse, event)
    assert_redirects(await press_pay(other_browse, bought), f"/orders/{bought}")
    held = await hold(api, browse, event)
    link = api.container.adapters.address_tokens().issue(ANN)
    claimed = await browse.post(f"/claim/{way}", {"token": link, "password": PASSWORD})
    assert_redirects(claimed, "/tickets")
    assert_page(await browse.get(f"/orders/{bought}"))
    assert_page(await browse.get(f"/checkout/{held}"))


async def test_a_log_in_that_cannot_bring_a_guest_along_leaves_the_guest_logged_in(
    api: Api, browse: Browser, event: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = await hold(api, browse, event)
    body = {"email": NEWCOMER, "password": PASSWORD, "name": "New Comer"}
    assert (await api.post("/auth/signup", json=body)).status_code == 201
    claim_orders = api.container.guests.claim_orders()

    async def fail(*_: object, **__: object) -> int:
        raise Unavailable()

    with monkeypatch.context() as patched:
        patched.setattr(type(claim_orders), "execute", fail)
        failed = await browse.post("/login", body)
    assert failed.status_code == 503
    assert_page(await browse.get(f"/checkout/{reference}"))
    former = browse.session
    assert_redirects(await browse.post("/login", body), "/")
    assert_page(await browse.get(f"/checkout/{reference}"))
    assert former is not None
    browse.use_session(former)
    assert (await browse.get("/tickets")).status_code == 303, "the guest's session is over"


@pytest.mark.parametrize("form", ["code", "extend"])
async def test_the_contact_of_an_order_that_is_over_stays(
    api: Api,
    browse: Browser,
    event: dict[str, Any],
    form: str,
    connection: asyncpg.Connection,
) -> None:
    reference = await hold(api, browse, event)
    assert_redirects(await press_pay(browse, reference), f"/orders/{reference}")
    fields = {"email": "somebody@else.example", "code": ""}
    sent = await browse.post(f"/checkout/{reference}/{form}", fields)
    assert_redirects(sent, f"/orders/{reference}")
    assert (await order_row(connection, reference))["contact_email"] == ANN


async def test_seats_of_a_lost_choice_are_numbers(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    hall = await make_hall(api, organizer)
    seated = await seated_event(api, organizer, hall.id)
    lost, kept = hall.seat("Stalls", "A", "1"), hall.seat("Stalls", "A", "2")
    taken = await api.post("/bookings", buyer, {"event_id": seated["id"], "seat_ids": [lost]})
    assert taken.status_code == 201, taken.text
    fields = {"seat_ids": ["", f"{lost}.0", f" {kept}"]}
    refused = await browse.post(f"/events/{seated['id']}/hold", fields)
    assert_redirects(refused, f"/events/{seated['id']}/seats?taken={lost}&keep={kept}")


async def test_a_name_has_no_control_characters(
    api: Api, browse: Browser, event: dict[str, Any], connection: asyncpg.Connection
) -> None:
    reference = await hold(api, browse, event)
    assert_page(await press_pay(browse, reference, name="Ann\x1b[2J"), status=422)
    assert (await order_row(connection, reference))["contact_name"] is None
    assert_redirects(await press_pay(browse, reference, name=" "), f"/orders/{reference}")
    link = api.container.adapters.address_tokens().issue(ANN)
    fields = {"token": link, "password": PASSWORD, "name": "Ann\x1b[2J"}
    assert_page(await browse.post("/claim/account", fields), status=422)


async def test_what_is_for_one_person_stays_in_no_browser(
    api: Api, browse: Browser, event: dict[str, Any], admin: Person
) -> None:
    """Somebody else who presses "back" after a log-out does not find it."""
    reference = await hold(api, browse, event)
    checkout = await browse.get(f"/checkout/{reference}")
    assert_redirects(await press_pay(browse, reference), f"/orders/{reference}")
    order = await browse.get(f"/orders/{reference}")
    await browse.log_in(admin)
    others = [await browse.get(path) for path in ("/account", "/account/details", "/admin/users")]
    for page in (checkout, order, *others):
        assert_page(page)
        assert page.headers["cache-control"] == "private, no-store", page.url


async def test_a_guest_is_kept_until_what_was_written_to_them_is_sent(
    api: Api, browse: Browser, event: dict[str, Any], clock: MovableClock
) -> None:
    """They came days ago, bought now, and logged in before the mail was sent."""
    post = Post(api.container)
    reference = await hold(api, browse, event)
    await browse.post(f"/checkout/{reference}/release")
    clock.move(days=3)
    reference = await hold(api, browse, event)
    assert_redirects(await press_pay(browse, reference), f"/orders/{reference}")
    await post.plan()
    body = {"email": NEWCOMER, "password": PASSWORD, "name": "New Comer"}
    assert (await api.post("/auth/signup", json=body)).status_code == 201
    assert_redirects(await browse.post("/login", body), "/")
    await api.container.jobs.clean_up().execute()
    assert ANN in [mail.address for mail in await post.deliver()]


@pytest.fixture
async def limited(database_url: str, clock: MovableClock, api: Api) -> AsyncIterator[Browser]:
    """A browser at a service that limits what strangers do."""
    settings = settings_for(
        database_url,
        rate_limit_enabled=True,
        rate_limit_guests="2/day",
        rate_limit_mail="1/day",
        rate_limit_account="3/day",
        sign_up_verification=True,
    )
    browser = new_browser(create_app(settings, {"clock": clock}))
    async with browser.client:
        yield browser


async def test_nobody_has_mails_sent_to_all_buyers(limited: Browser) -> None:
    statuses = [
        (await limited.post("/find-tickets", {"email": f"{name}@test.example"})).status_code
        for name in ("ann", "bob", "cid")
    ]
    assert statuses == [200, 200, 429]


async def test_nobody_has_many_mails_sent_to_one_address(limited: Browser, token: str) -> None:
    fields = {"token": token, "account": "new", "email": NEWCOMER, "password": PASSWORD}
    assert_page(await limited.post("/accept-ticket", fields))
    assert_page(await limited.post("/accept-ticket", fields), "Too many tries", status=422)


@pytest.mark.parametrize("day", ["1900-01-01", "9000-12-31"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
async def test_days_at_the_end_of_the_calendar_are_days(
    api: Api, browse: Browser, organizer: Person, admin: Person, day: str, zone: str
) -> None:
    await api.event(organizer, timezone=zone)
    await browse.log_in(organizer)
    for path in ("bookings", "orders", "bookings.csv", "orders.csv"):
        for field in ("date_from", "date_to"):
            page = await browse.get(f"/manage/{path}?{field}={day}")
            assert page.status_code == 200, page.url
    report = await browse.get(f"/manage/reports?date_from={day}&date_to={day}")
    assert report.status_code in (200, 422)
    await browse.log_in(admin)
    for field in ("date_from", "date_to"):
        assert_page(await browse.get(f"/admin/audit?{field}={day}"))


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9001-01-01", "9999-12-31"])
async def test_days_of_years_that_cannot_be_meant_are_explained(
    browse: Browser, organizer: Person, admin: Person, day: str
) -> None:
    said = "Please look at the year"
    await browse.log_in(organizer)
    for path in ("bookings", "orders", "payments"):
        for field in ("date_from", "date_to"):
            assert_page(await browse.get(f"/manage/{path}?{field}={day}"), said, status=422)
    await browse.log_in(admin)
    assert_page(await browse.get(f"/admin/audit?date_to={day}"), said, status=422)


async def test_nobody_guesses_more_codes_as_another_guest(
    api: Api, limited: Browser, event: dict[str, Any]
) -> None:
    said = []
    for number in range(2):
        await limited.log_out()
        reference = await hold(api, limited, event)
        for guess in range(2):
            form = {"code": f"GUESS{number}{guess}"}
            page = await limited.post(f"/checkout/{reference}/code", form)
            said.append("Too many tries" in page.text)
    assert said == [False, False, False, True]
