"""What all pages have in common: sessions, origins, languages, headers, static files."""

from datetime import timedelta

import httpx
import pytest

from src.presentation.web.static_files import static
from tests.support.api import Api, MovableClock, Person
from tests.support.web import Browser, assert_page, assert_redirects

STYLE = static("css/style.css")


async def is_logged_in(browse: Browser) -> bool:
    return "/account" in (await browse.get("/")).text


async def test_a_page_allows_nothing_inline_and_no_framing(browse: Browser) -> None:
    response = await browse.get("/")
    assert_page(response, "<h1>")
    policy = response.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response.headers["x-frame-options"] == "DENY"


async def test_a_session_ends_with_its_log_out_at_once(browse: Browser, buyer: Person) -> None:
    await browse.log_in(buyer)
    stolen = browse.session
    assert stolen
    assert await is_logged_in(browse)
    assert_redirects(await browse.post("/logout"), "/")
    assert browse.session is None
    browse.use_session(stolen)
    assert not await is_logged_in(browse)


async def test_a_session_ends_when_the_account_is_deactivated(
    browse: Browser, buyer: Person, admin: Person, api: Api
) -> None:
    await browse.log_in(buyer)
    response = await api.call("PATCH", f"/users/{buyer.user.id}/deactivate", admin)
    assert response.status_code == 200
    assert not await is_logged_in(browse)


async def test_a_session_lasts_while_it_is_used(
    browse: Browser, buyer: Person, clock: MovableClock
) -> None:
    await browse.log_in(buyer)
    for _ in range(3):
        clock.move(days=20)
        assert await is_logged_in(browse)
    clock.move(days=31)
    assert not await is_logged_in(browse)


@pytest.mark.parametrize("secret", ["x", "A" * 48, "é" * 48, "=" * 48, "a b" * 16])
async def test_a_made_up_session_is_nobody(browse: Browser, secret: str) -> None:
    response = await browse.get("/", headers={"Cookie": f"session={secret}".encode()})
    assert_page(response, 'href="/login')


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8000"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {},
    ],
)
async def test_a_form_of_another_site_is_refused(
    browse: Browser, buyer: Person, headers: dict[str, str]
) -> None:
    await browse.log_in(buyer)
    response = await browse.client.post("/logout", headers=headers)
    assert_page(response, "another site", status=403)
    assert await is_logged_in(browse)


async def test_a_form_of_our_own_origin_is_accepted_from_an_old_browser(browse: Browser) -> None:
    response = await browse.client.post("/logout", headers={"Origin": "http://127.0.0.1:8000"})
    assert_redirects(response, "/")


async def test_the_language_is_chosen_at_the_foot_of_a_page(browse: Browser) -> None:
    assert_page(await browse.get("/"), '<html lang="en">')
    response = await browse.post("/language", {"language": "de", "next": "/events?q=a"})
    assert_redirects(response, "/events?q=a")
    assert_page(await browse.get("/"), '<html lang="de">')


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("fr,th;q=0.4", "th"),
        ("en;q=0.1, de;q=0.8", "de"),
        ("fr", "en"),
        ("", "en"),
        (";;;q=x,,", "en"),
    ],
)
async def test_the_first_language_is_the_browsers(
    browse: Browser, accepted: str, language: str
) -> None:
    response = await browse.get("/", headers={"Accept-Language": accepted})
    assert_page(response, f'<html lang="{language}">')


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\t//x", "/a\\b"],
)
async def test_no_redirect_leads_to_another_site(browse: Browser, address: str) -> None:
    response = await browse.post("/language", {"language": "de", "next": address})
    assert_redirects(response, "/")


async def test_a_message_is_shown_once(browse: Browser) -> None:
    await browse.post("/logout")
    assert_page(await browse.get("/"), "You are logged out.")
    assert "You are logged out." not in (await browse.get("/")).text


async def test_static_files_are_kept_for_ever_and_compressed(browse: Browser) -> None:
    response = await browse.get(STYLE, headers={"Accept-Encoding": "gzip"})
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["content-encoding"] == "gzip"
    assert "@layer" in response.text
    plain = await browse.get(STYLE, headers={"Accept-Encoding": "identity"})
    assert plain.text == response.text


@pytest.mark.parametrize("path", ["/static/0/css/style.css", "/static/x", f"{STYLE}/../x"])
async def test_a_static_file_of_no_release_is_not_found(browse: Browser, path: str) -> None:
    assert (await browse.get(path)).status_code == 404


async def test_who_logs_in_returns_to_the_page_and_has_a_new_session(
    browse: Browser, api: Api
) -> None:
    body = {"email": "ann@example.com", "password": "a long enough secret"}
    assert (await api.post("/auth/signup", json=body)).status_code == 201
    wrong: httpx.Response = await browse.post("/login", {**body, "password": "x", "next": "/cart"})
    assert_page(wrong, "The e-mail address or the password is wrong.", status=422)
    assert 'value="x"' not in wrong.text
    assert_redirects(await browse.post("/login", {**body, "next": "/cart"}), "/cart")
    first = browse.session
    assert first
    assert_redirects(await browse.post("/login", {**body, "next": "/cart"}), "/cart")
    assert browse.session != first
    browse.use_session(first)
    assert not await is_logged_in(browse)


async def test_last_seen_is_not_written_for_each_page(
    browse: Browser, buyer: Person, api: Api, clock: MovableClock
) -> None:
    await browse.log_in(buyer)
    clock.move(minutes=1)
    await browse.get("/")
    viewer = await api.container.people.load_viewer().execute(browse.session or "")
    assert viewer is not None
    assert clock() - viewer.last_seen_at >= timedelta(minutes=1)
