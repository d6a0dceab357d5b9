"""Log-in, log-out, sign-up, and passwords that were forgotten."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import pytest

from src.app import create_app
from tests.support.api import Api, MovableClock, Person
from tests.support.database import test_settings as settings_for
from tests.support.mails import Post
from tests.support.passwords import quick_password_hasher
from tests.support.web import Browser, assert_page, assert_redirects, new_browser

EMAIL, PASSWORD, NEW = "nina@test.example", "correct-horse", "battery-staple"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def post(api: Api) -> Post:
    return Post(api.container)


@pytest.fixture
async def nina(api: Api) -> dict[str, Any]:
    """An account with a password."""
    body = {"email": EMAIL, "password": PASSWORD, "name": "Nina"}
    answer: dict[str, Any] = (await api.post("/auth/signup", None, body)).json()["user"]
    return answer


async def is_logged_in(browse: Browser) -> bool:
    return (await browse.get("/account")).status_code == 200


async def log_in(browse: Browser, password: str = PASSWORD, **fields: str) -> httpx.Response:
    return await browse.post("/login", {"email": EMAIL, "password": password, **fields})


@pytest.mark.usefixtures("nina")
async def test_a_wrong_password_keeps_the_address_and_says_nothing_else(browse: Browser) -> None:
    response = await log_in(browse, "wrong", next="/tickets")
    assert_page(response, "The e-mail address or the password is wrong.", status=422)
    assert f'value="{EMAIL}"' in response.text
    assert 'value="/tickets"' in response.text
    assert "wrong</" not in response.text.replace("is wrong.</", "")
    unknown = await browse.post("/login", {"email": "nobody@test.example", "password": "x"})
    assert_page(unknown, "The e-mail address or the password is wrong.", status=422)
    assert not await is_logged_in(browse)


@pytest.mark.usefixtures("nina")
@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/%2Felsewhere.example",
        "/%5Celsewhere.example",
        "/%255Celsewhere.example",
        "javascript:alert(1)",
        "\t//elsewhere.example",
        "/x\r\nSet-Cookie: a=b",
        "elsewhere.example",
        "/logout",
        "/login?next=/login",
        "/" + "x" * 5000,
        "",
    ],
)
async def test_a_log_in_leads_to_no_other_site(browse: Browser, address: str) -> None:
    assert_redirects(await log_in(browse, next=address), "/")
    shown = await browse.get("/login", params={"next": address})
    assert_redirects(shown, "/")


@pytest.mark.usefixtures("nina")
async def test_a_log_in_leads_back_to_the_page_that_was_wanted(browse: Browser) -> None:
    wanted = "/account/sessions?a=%2Fb&c=d"
    refused = await browse.get(wanted)
    assert refused.status_code == 303
    shown = await browse.get(refused.headers["location"])
    assert_page(shown, "/account/sessions?a=%2Fb&amp;c=d")
    assert_redirects(await log_in(browse, next=wanted), wanted)


async def test_a_log_in_makes_a_new_session_and_ends_the_one_before(
    browse: Browser, other_browse: Browser, nina: dict[str, Any], buyer: Person
) -> None:
    await browse.log_in(buyer)
    planted = browse.session
    assert planted
    await log_in(browse)
    assert browse.session not in (None, planted)
    other_browse.use_session(planted)
    assert not await is_logged_in(other_browse)


@pytest.mark.usefixtures("nina")
async def test_log_in_is_only_by_post_and_from_our_own_pages(browse: Browser) -> None:
    form = {"email": EMAIL, "password": PASSWORD}
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert_page(await browse.post("/login", form, headers=headers), "another site", status=403)
    assert (await browse.get("/logout")).status_code == 405


async def test_a_deactivated_account_hears_so(
    browse: Browser, nina: dict[str, Any], connection: asyncpg.Connection
) -> None:
    await connection.execute("UPDATE users SET is_active = false WHERE id = $1", nina["id"])
    assert_page(await log_in(browse), "This account is deactivated.", status=422)


async def test_sign_up_makes_an_account_and_logs_in(
    browse: Browser, connection: asyncpg.Connection
) -> None:
    form = {"name": "Nina", "email": EMAIL.upper(), "password": PASSWORD, "next": "/cart"}
    response = await browse.post("/signup", form, headers={"Accept-Language": "de"})
    assert_redirects(response, "/cart")
    assert_page(await browse.get("/account"), "Nina", EMAIL)
    assert await connection.fetchval("SELECT language FROM users") == "de"
    device = await connection.fetchval("SELECT device FROM web_sessions")
    assert device.startswith("python-httpx")


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "At least 8 characters."),
        ("password", "one of the most common ones"),
        ("nina1234567", "contains your own name"),
        ("x" * 129, "At most 128 characters."),
        ("", "Please fill this in."),
    ],
)
async def test_a_weak_password_is_said_beside_its_field(
    browse: Browser, connection: asyncpg.Connection, password: str, sentence: str
) -> None:
    form = {"name": SCRIPT, "email": EMAIL, "password": password}
    response = await browse.post("/signup", form)
    assert_page(response, sentence, f'value="{EMAIL}"', 'aria-invalid="true"', status=422)
    assert SCRIPT not in response.text
    assert await connection.fetchval("SELECT count(*) FROM users") == 0
    if 8 <= len(password) <= 128:
        said = (await browse.post("/signup/password", form)).json()
        assert sentence in said["problem"]


async def test_a_good_password_has_no_problem(browse: Browser) -> None:
    form = {"email": EMAIL, "password": PASSWORD}
    assert (await browse.post("/signup/password", form)).json() == {"problem": None}


@pytest.mark.usefixtures("nina")
async def test_an_address_that_is_taken_is_said_beside_its_field(browse: Browser) -> None:
    response = await browse.post("/signup", {"email": EMAIL, "password": "another-secret"})
    assert_page(response, "This e-mail address is already in use.", status=422)
    assert not await is_logged_in(browse)
    german = await browse.post(
        "/signup", {"email": "x", "password": PASSWORD}, headers={"Accept-Language": "de"}
    )
    assert_page(german, "ann@example.com", status=422)
    assert "Please" not in german.text


async def test_a_sign_up_that_is_sent_twice_makes_one_account(
    browse: Browser, other_browse: Browser, connection: asyncpg.Connection
) -> None:
    form = {"name": "Nina", "email": EMAIL, "password": PASSWORD, "next": "/cart"}
    for browser in (browse, other_browse):
        assert_redirects(await browser.post("/signup", form), "/cart")
        assert await is_logged_in(browser)
    assert await connection.fetchval("SELECT count(*) FROM users") == 1


async def forgotten_link(browse: Browser, post: Post) -> str:
    response = await browse.post("/forgot-password", {"email": EMAIL})
    assert_redirects(response, "/login")
    await post.send()
    link = post.transport.links()[-1]
    return link.partition("token=")[2]


async def test_a_forgotten_password_is_replaced_by_the_button_alone(
    browse: Browser, other_browse: Browser, nina: dict[str, Any], post: Post
) -> None:
    await log_in(other_browse)
    token = await forgotten_link(browse, post)
    shown = await browse.get("/reset-password", params={"token": token})
    assert_page(shown, f'value="{token}"')
    assert shown.headers["cache-control"] == "no-store"
    assert shown.headers["referrer-policy"] == "same-origin"
    for wrong in ("short", "password"):
        kept = await browse.post("/reset-password", {"token": token, "password": wrong})
        assert_page(kept, f'value="{token}"', 'aria-invalid="true"', status=422)
    assert await is_logged_in(other_browse)
    assert_redirects(
        await browse.post("/reset-password", {"token": token, "password": NEW}), "/login"
    )
    assert_page(await browse.get("/login"), "Your password is changed.")
    assert not await is_logged_in(other_browse)
    again = await browse.post("/reset-password", {"token": token, "password": PASSWORD})
    assert_page(again, "was not changed", "This link was used", status=422)
    assert_redirects(await log_in(browse, NEW), "/")


async def test_nobody_learns_whether_there_is_an_account(browse: Browser) -> None:
    for email in (EMAIL, "nobody@test.example"):
        assert_redirects(await browse.post("/forgot-password", {"email": email}), "/login")
        assert_page(await browse.get("/login"), "If there is an account with this address")
    assert_page(
        await browse.post("/forgot-password", {"email": "nobody"}), "e-mail address", status=422
    )


@pytest.mark.usefixtures("nina")
async def test_the_mail_is_in_the_language_of_the_account(
    browse: Browser, post: Post, connection: asyncpg.Connection
) -> None:
    await connection.execute("UPDATE users SET language = 'de'")
    await forgotten_link(browse, post)
    assert "neues Passwort" in post.sent[-1].rendered.subject


@pytest.fixture
async def strict(
    database_url: str, clock: MovableClock, api: Api
) -> AsyncIterator[tuple[Browser, Post]]:
    """A browser where addresses have to be confirmed and guesses are limited."""
    settings = settings_for(
        database_url, sign_up_verification=True, rate_limit_enabled=True, rate_limit_login="6/day"
    )
    app = create_app(settings, {"clock": clock, "password_hasher": quick_password_hasher()})
    browser = new_browser(app)
    async with browser.client:
        yield browser, Post(app.state.container)


async def test_an_address_is_confirmed_before_the_first_log_in(
    strict: tuple[Browser, Post],
) -> None:
    browse, post = strict
    form = {"name": "Nina", "email": EMAIL, "password": PASSWORD}
    assert_redirects(await browse.post("/signup", form), "/confirm-email/resend")
    assert_page(await browse.get("/confirm-email/resend"), "Look into your mailbox")
    assert_page(await log_in(browse), "Confirm your e-mail address first", status=422)
    assert_redirects(await browse.post("/confirm-email/resend", {"email": EMAIL}), "/login")
    await post.send()
    first, second = (link.partition("token=")[2] for link in post.transport.links())
    assert_page(await browse.get("/confirm-email", params={"token": first}), first)
    assert_page(await log_in(browse), "Confirm your e-mail address first", status=422)
    rubbish = await browse.post("/confirm-email", {"token": first[:-2]})
    assert_page(rubbish, "was not confirmed", "not complete", status=422)
    assert_redirects(await browse.post("/confirm-email", {"token": first}), "/login")
    assert_page(await browse.get("/login"), "The address is confirmed.")
    assert_redirects(await browse.post("/confirm-email", {"token": second}), "/login")
    assert_redirects(await log_in(browse), "/")


async def test_guesses_are_limited_as_those_of_the_api(strict: tuple[Browser, Post]) -> None:
    browse, _ = strict
    answers = [await log_in(browse, "wrong") for _ in range(7)]
    assert [answer.status_code for answer in answers] == [422] * 6 + [429]
    assert_page(answers[-1], "Too many tries.", f'value="{EMAIL}"', status=429)
    assert "r=0" in answers[-1].headers["ratelimit"]
