"""What a browser sees where there is no page: in its language, with a way on."""

from collections.abc import Iterator

import asyncpg
import pytest
from fastapi import FastAPI

from tests.support.api import Api, Person
from tests.support.web import Browser, assert_page

BROKEN = "/account"


@pytest.mark.parametrize(
    ("language", "heading", "way_on"),
    [
        ("en", "We did not find this", "See what is on"),
        ("de", "Das haben wir nicht gefunden", "Sehen, was läuft"),
        ("th", "เราไม่พบสิ่งนี้", "ดูงานที่กำลังจะมีขึ้น"),
    ],
)
async def test_there_is_no_page(browse: Browser, language: str, heading: str, way_on: str) -> None:
    response = await browse.get("/nowhere", headers={"Accept-Language": language})
    assert_page(
        response, f'<html lang="{language}">', heading, way_on, 'href="/events"', status=404
    )
    assert response.headers["x-correlation-id"] in response.text
    assert "unsafe-inline" not in response.headers["content-security-policy"]


async def test_a_part_of_an_address_that_names_nothing_is_no_page(
    browse: Browser, buyer: Person
) -> None:
    await browse.log_in(buyer)
    response = await browse.post("/account/sessions/abc/end")
    assert_page(response, "There is no page at this address.", status=404)


async def test_a_method_that_a_page_does_not_take(browse: Browser) -> None:
    response = await browse.get("/logout")
    assert_page(response, "This does not work this way", status=405)
    assert response.headers["allow"] == "POST"


async def test_a_method_that_only_a_page_with_a_parameter_takes(browse: Browser) -> None:
    response = await browse.post("/manage/venues/new")
    assert_page(response, "This does not work this way", status=405)
    assert response.headers["allow"] == "GET, HEAD"


async def test_too_large_a_form(browse: Browser) -> None:
    response = await browse.post("/login", {"email": "x" * 2_000_000})
    assert_page(response, "That is too large", status=413)


async def test_a_refusal_leads_to_the_log_in(browse: Browser) -> None:
    response = await browse.post("/logout", headers={"Sec-Fetch-Site": "cross-site"})
    assert_page(response, "another site", "/login?next=/logout", status=403)
    german = {"Sec-Fetch-Site": "cross-site", "Accept-Language": "de"}
    assert_page(await browse.post("/logout", headers=german), "anderen Website", status=403)


@pytest.fixture
def away(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The database is not there for anybody who looks at a page."""

    async def fail(*_: object, **__: object) -> None:
        raise asyncpg.CannotConnectNowError("starting up")

    monkeypatch.setattr(app.state.container.people.load_viewer(), "execute", fail)
    yield


@pytest.mark.usefixtures("away")
async def test_the_database_is_away(browse: Browser, buyer: Person) -> None:
    await browse.log_in(buyer)
    response = await browse.get(BROKEN, headers={"Accept-Language": "de"})
    assert_page(response, "Bitte versuchen Sie es gleich noch einmal", BROKEN, status=503)
    assert response.headers["retry-after"]
    assert "starting up" not in response.text


async def test_a_fault_of_our_own(
    browse: Browser, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(app.state.container.people.load_viewer(), "execute", fail)
    browse.use_session("x" * 60)
    response = await browse.get(BROKEN, headers={"Accept-Language": "th"})
    assert_page(response, "เกิดข้อผิดพลาดที่ระบบของเรา", status=500)
    assert response.headers["x-correlation-id"] in response.text
    assert "secret detail" not in response.text


async def test_programs_get_problem_details_as_before(api: Api) -> None:
    response = await api.client.get("/nowhere")
    assert response.headers["content-type"] == "application/problem+json"
    inside = await api.client.get("/api/v1/nowhere", headers={"Accept": "text/html"})
    assert inside.headers["content-type"] == "application/problem+json"
