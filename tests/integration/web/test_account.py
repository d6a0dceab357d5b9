"""The account: details, password, sessions, preferences, calendar, data and its end."""

import json
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from src.app import create_app
from tests.support.api import Api, MovableClock, Person
from tests.support.database import test_settings as settings_for
from tests.support.mails import Post
from tests.support.passwords import quick_password_hasher
from tests.support.web import Browser, assert_page, assert_redirects, new_browser

EMAIL, PASSWORD, NEW = "nina@test.example", "correct-horse", "battery-staple"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SCRIPT = "<script>alert(1)</script>"
PAGES = (
    "",
    "/keys",
    "/keys/new",
    "/details",
    "/password",
    "/sessions",
    "/preferences",
    "/calendar",
    "/data",
    "/delete",
)


@pytest.fixture
async def nina(browse: Browser) -> Browser:
    """A browser in which Nina has signed up."""
    form = {"name": "Nina", "email": EMAIL, "password": PASSWORD}
    await browse.post("/signup", form, headers={"User-Agent": FIREFOX})
    return browse


@pytest.fixture
async def elsewhere(nina: Browser, other_browse: Browser) -> Browser:
    """Another browser in which Nina has logged in."""
    await other_browse.post("/login", {"email": EMAIL, "password": PASSWORD})
    return other_browse


async def is_logged_in(browse: Browser) -> bool:
    return (await browse.get("/account")).status_code == 200


async def ids(connection: asyncpg.Connection) -> list[int]:
    rows = await connection.fetch("SELECT id FROM web_sessions ORDER BY id")
    return [row["id"] for row in rows]


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_of_the_account_needs_a_log_in(browse: Browser, path: str) -> None:
    address = f"/account{path}"
    assert_redirects(await browse.get(address), f"/login?next={address}")


async def test_a_guest_has_no_account(
    browse: Browser, buyer: Person, connection: asyncpg.Connection
) -> None:
    await connection.execute("UPDATE users SET is_guest = true WHERE id = $1", buyer.id)
    await browse.log_in(buyer)
    assert_page(await browse.get("/account"), "You buy as a guest.", status=403)


@pytest.mark.parametrize("path", [path for path in PAGES if path] + ["/email", "/calendar/end"])
async def test_a_form_of_another_site_changes_nothing(nina: Browser, path: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = await nina.post(f"/account{path}", {"name": "Mallory"}, headers=headers)
    assert response.status_code in (403, 405)


async def test_details_are_changed_and_kept_when_they_are_refused(
    nina: Browser, buyer: Person
) -> None:
    form = {"name": SCRIPT, "phone": "+66 81 234-5678", "username": "nina.n"}
    assert_redirects(await nina.post("/account/details", form), "/account/details")
    shown = await nina.get("/account/details")
    assert_page(shown, 'value="+66812345678"', 'value="nina.n"', "Your details are saved.")
    assert SCRIPT not in shown.text
    refused = await nina.post("/account/details", {"name": "", "phone": "abc", "username": "x y"})
    assert_page(refused, "Please fill this in.", 'value="abc"', 'value="x y"', status=422)


async def test_a_phone_of_another_is_refused_beside_its_field(nina: Browser, api: Api) -> None:
    other = {"email": "o@test.example", "password": PASSWORD, "phone": "+491234567"}
    await api.post("/auth/signup", None, other)
    response = await nina.post("/account/details", {"name": "Nina", "phone": "+491234567"})
    assert_page(response, "This phone number is already in use.", status=422)


async def test_details_that_were_changed_meanwhile_are_not_overwritten(nina: Browser) -> None:
    old = {"name": "Nina", "version": "1"}
    assert_redirects(await nina.post("/account/details", old | {"name": "One"}), "/account/details")
    assert_redirects(await nina.post("/account/details", old | {"name": "One"}), "/account/details")
    late = await nina.post("/account/details", old | {"name": "Two"})
    assert_page(late, "It has been changed since you opened this page.", 'value="Two"', status=422)
    assert_page(await nina.get("/account"), "One")


async def test_the_address_is_changed_with_the_password_alone(nina: Browser) -> None:
    form = {"email": "new@test.example"}
    missing = await nina.post("/account/email", form)
    assert_page(missing, "Please fill this in.", status=422)
    wrong = await nina.post("/account/email", form | {"current_password": "wrong"})
    assert_page(wrong, "The current password is wrong.", 'value="new@test.example"', status=422)
    assert_page(await nina.get("/account"), EMAIL)
    right = await nina.post("/account/email", form | {"current_password": PASSWORD})
    assert_redirects(right, "/account/details")
    assert_page(await nina.get("/account"), "new@test.example")


async def test_a_new_password_ends_all_other_sessions_and_renews_this_one(
    nina: Browser, elsewhere: Browser, api: Api
) -> None:
    before = nina.session
    token = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()[
        "access_token"
    ]
    form = {"current_password": PASSWORD, "password": NEW}
    wrong = await nina.post("/account/password", form | {"current_password": "x"})
    assert_page(wrong, "The current password is wrong.", status=422)
    weak = await nina.post("/account/password", form | {"password": "password"})
    assert_page(weak, "one of the most common ones", status=422)
    assert await is_logged_in(elsewhere)
    assert_redirects(await nina.post("/account/password", form), "/account")
    assert await is_logged_in(nina)
    assert nina.session not in (None, before)
    assert not await is_logged_in(elsewhere)
    me = await api.get("/auth/me", headers={"Authorization": f"Bearer {token}"})
    assert me.status_code == 401
    elsewhere.use_session(before or "")
    assert not await is_logged_in(elsewhere)


async def test_sessions_are_listed_and_ended_one_by_one(
    nina: Browser, elsewhere: Browser, connection: asyncpg.Connection
) -> None:
    own, other = await ids(connection)
    shown = await nina.get("/account/sessions")
    assert_page(shown, "Firefox on Windows", "This device", "An unknown browser")
    assert f"/account/sessions/{own}/end" not in shown.text
    ended = await nina.post(f"/account/sessions/{other}/end")
    assert_redirects(ended, "/account/sessions")
    assert not await is_logged_in(elsewhere)
    assert await is_logged_in(nina)
    again = await nina.post(f"/account/sessions/{other}/end")
    assert_redirects(again, "/account/sessions")
    assert_page(await nina.get("/account/sessions"), "This session has ended already.")


async def test_a_session_of_somebody_else_is_not_ended(
    nina: Browser, other_browse: Browser, buyer: Person, connection: asyncpg.Connection
) -> None:
    await other_browse.log_in(buyer)
    _, foreign = await ids(connection)
    await nina.post(f"/account/sessions/{foreign}/end")
    assert await is_logged_in(other_browse)
    assert buyer.user.name not in (await nina.get("/account/sessions")).text


async def test_all_other_sessions_are_ended_at_once(
    nina: Browser, elsewhere: Browser, api: Api
) -> None:
    session = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()
    response = await nina.post("/account/sessions/end-others")
    assert_redirects(response, "/account/sessions")
    assert await is_logged_in(nina)
    assert not await is_logged_in(elsewhere)
    token = {"refresh_token": session["refresh_token"]}
    assert (await api.post("/auth/refresh", None, token)).status_code == 401


async def test_the_language_is_that_of_pages_and_of_mails_about_the_account(
    nina: Browser, other_browse: Browser, api: Api
) -> None:
    form = {"language": "de", "mails": ["payment_reminder", "ticket_given"]}
    assert_redirects(await nina.post("/account/preferences", form), "/account/preferences")
    assert_page(await nina.get("/account/preferences"), '<html lang="de">', "gespeichert")
    await other_browse.post("/login", {"email": EMAIL, "password": PASSWORD})
    assert_page(await other_browse.get("/account"), '<html lang="de">')
    post = Post(api.container)
    await nina.post("/forgot-password", {"email": EMAIL})
    await post.send()
    assert "neues Passwort" in post.sent[0].rendered.subject


async def test_only_some_mails_can_be_left_out(
    nina: Browser, connection: asyncpg.Connection
) -> None:
    await nina.post("/account/preferences", {"language": "en", "mails": ["payment_reminder"]})
    unwanted = "SELECT unwanted_mails FROM users"
    assert await connection.fetchval(unwanted) == ["ticket_given"]
    shown = await nina.get("/account/preferences")
    assert shown.text.count("checked") == 2  # the language, and one kind
    await nina.post("/account/preferences", {"language": "en"})
    assert await connection.fetchval(unwanted) == ["payment_reminder", "ticket_given"]
    refused = await nina.post("/account/preferences", {"language": "xx", "mails": ["rubbish"]})
    assert refused.status_code == 422
    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute("UPDATE users SET unwanted_mails = '{event_cancelled}'")


async def test_the_calendar_address_is_shown_once(
    nina: Browser, connection: asyncpg.Connection
) -> None:
    made = await nina.post("/account/calendar")
    assert_page(made, "webcal:", ".ics")
    assert made.headers["cache-control"] == "no-store"
    secret = made.text.partition("/calendar/")[2].partition(".ics")[0]
    assert len(secret) > 30
    shown = await nina.get("/account/calendar")
    assert secret not in shown.text
    assert_page(shown, "We cannot show it again.")
    feed = f"/api/v1/calendar/{secret}.ics"
    assert (await nina.get(feed)).status_code == 200
    assert_redirects(await nina.post("/account/calendar/end"), "/account/calendar")
    assert (await nina.get(feed)).status_code == 404
    assert_redirects(await nina.post("/account/calendar/end"), "/account/calendar")


async def test_the_download_has_all_that_is_known_and_nothing_of_others(
    nina: Browser, api: Api, buyer: Person, organizer: Person
) -> None:
    session = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    event = await api.event(organizer, title="Gala")
    await api.post(f"/events/{event['id']}/bookings", json={"quantity": 2}, headers=headers)
    await api.book(buyer, event["id"])
    await nina.post("/account/calendar")
    response = await nina.post("/account/data")
    assert response.status_code == 200
    assert response.headers["content-disposition"] == 'attachment; filename="my-data.json"'
    data: dict[str, list[dict[str, Any]]] = json.loads(response.text)
    assert data["profile"][0]["email"] == EMAIL
    assert [ticket["event"] for ticket in data["tickets"]] == ["Gala", "Gala"]
    assert len(data["bookings"]) == 1
    assert [session["device"] for session in data["browser_sessions"]] == [FIREFOX]
    assert len(data["api_sessions"]) == 1
    assert len(data["calendar_feeds"]) == 1
    actions = [entry["action"] for entry in data["audit_entries"]]
    assert actions[0] == "user.signed_up"
    assert actions[-1] == "user.exported"
    assert "hash" not in response.text
    assert buyer.user.email not in (None, "") and str(buyer.user.email) not in response.text
    assert PASSWORD not in response.text


async def test_a_long_history_is_read_in_steps(
    nina: Browser, api: Api, connection: asyncpg.Connection
) -> None:
    await connection.execute(
        """INSERT INTO mails (cause, kind, user_id, message_id)
        SELECT 'test:' || number, 'refund', (SELECT id FROM users), gen_random_uuid()
        FROM generate_series(1, 1200) AS number"""
    )
    data = json.loads((await nina.post("/account/data")).text)
    assert len({mail["id"] for mail in data["mails"]}) == 1200


@pytest.fixture
async def limited(database_url: str, clock: MovableClock, api: Api) -> AsyncIterator[Browser]:
    settings = settings_for(
        database_url, rate_limit_enabled=True, rate_limit_export="2/day", rate_limit_guesses="3/day"
    )
    app = create_app(settings, {"clock": clock, "password_hasher": quick_password_hasher()})
    browser = new_browser(app)
    async with browser.client:
        yield browser


async def test_downloads_and_guesses_are_limited(limited: Browser) -> None:
    await limited.post("/signup", {"name": "Nina", "email": EMAIL, "password": PASSWORD})
    statuses = [(await limited.post("/account/data")).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    # The page has the same limit, and still says how to have the file later.
    page = await limited.get("/account/data")
    assert_page(page, "Too many tries.", "Download my data", status=429)
    form = {"email": "new@test.example", "current_password": "wrong"}
    statuses = [(await limited.post("/account/email", form)).status_code for _ in range(4)]
    assert statuses == [422, 422, 422, 429]
    sure = {"is_sure": "on", "password": PASSWORD}
    assert (await limited.post("/account/delete", sure)).status_code == 429


async def test_an_account_is_deleted_with_its_password_and_on_purpose(
    nina: Browser, elsewhere: Browser, connection: asyncpg.Connection
) -> None:
    for form in ({}, {"password": PASSWORD}, {"is_sure": "on", "password": "wrong"}):
        assert (await nina.post("/account/delete", form)).status_code == 422
    wrong = await nina.post("/account/delete", {"is_sure": "on", "password": "wrong"})
    assert_page(wrong, "The current password is wrong.", "checked", status=422)
    sure = {"is_sure": "on", "password": PASSWORD}
    assert_redirects(await nina.post("/account/delete", sure), "/")
    assert_page(await nina.get("/"), "Your account is deleted.")
    assert not await is_logged_in(nina)
    assert not await is_logged_in(elsewhere)
    assert await connection.fetchval("SELECT count(*) FROM users WHERE email = $1", EMAIL) == 0


async def test_what_a_deletion_means_is_said_first(
    nina: Browser, api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    session = (await api.post("/auth/login", None, {"email": EMAIL, "password": PASSWORD})).json()
    event = await api.event(organizer, title="<b>Gala</b>")
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    await api.post(f"/events/{event['id']}/bookings", json={"quantity": 1}, headers=headers)
    shown = await nina.get("/account/delete")
    assert_page(shown, "You still have tickets for 1 event:", "&lt;b&gt;Gala&lt;/b&gt;")
    sure = {"is_sure": "on", "password": PASSWORD}
    assert_redirects(await nina.post("/account/delete", sure), "/")
    deleted = "SELECT email, language FROM users WHERE name = 'Deleted user'"
    assert [tuple(row) for row in await connection.fetch(deleted)] == [(None, None)]
    assert await connection.fetchval("SELECT count(*) FROM web_sessions") == 0


async def test_an_organizer_of_open_events_and_an_admin_are_not_deleted(
    browse: Browser, other_browse: Browser, api: Api, organizer: Person, admin: Person
) -> None:
    await api.event(organizer)
    await browse.log_in(organizer)
    assert_page(await browse.get("/account/delete"), "You organize events that are not over.")
    refused = await browse.post("/account/delete", {"is_sure": "on"})
    assert refused.status_code == 422
    assert await is_logged_in(browse)
    await other_browse.log_in(admin)
    refused = await other_browse.post("/account/delete", {"is_sure": "on"})
    assert_page(refused, "You cannot delete yourself.", status=422)
