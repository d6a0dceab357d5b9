"""Headers that every answer has, caching, CORS, and addresses that lead nowhere else."""

from collections.abc import AsyncIterator

import httpx
import pytest

from src.app import create_app
from tests.support.api import V1, Api, Person, assert_problem
from tests.support.database import test_settings as settings_for

ORIGIN = "https://shop.example"
SIGN_UP = {"email": "nina@test.example", "password": "correct-horse"}
PAGE = {"Accept": "text/html"}


@pytest.fixture
async def shop(database_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an application that one other origin may call."""
    app = create_app(settings_for(database_url, cors_origins=ORIGIN))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def preflight(origin: str) -> dict[str, str]:
    return {"Origin": origin, "Access-Control-Request-Method": "POST"}


@pytest.mark.parametrize(
    "path", ["/health", "/metrics", "/docs", "/errors", "/nowhere", f"{V1}/events", f"{V1}/users"]
)
async def test_no_answer_is_taken_for_another_type(api: Api, path: str) -> None:
    response = await api.client.get(path)
    assert response.headers.get_list("x-content-type-options") == ["nosniff"]
    assert response.headers.get_list("x-correlation-id")[1:] == []
    assert "server" not in response.headers


@pytest.mark.parametrize("path", ["/errors", "/errors/not_found", "/nowhere", "/errors/nothing"])
async def test_page_runs_no_script_and_is_in_no_frame(api: Api, path: str) -> None:
    response = await api.client.get(path, headers=PAGE)
    assert response.headers["content-type"].startswith("text/html")
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy


async def test_tokens_are_kept_by_no_cache(api: Api) -> None:
    signed_up = await api.post("/auth/signup", None, SIGN_UP)
    form = {"username": SIGN_UP["email"], "password": SIGN_UP["password"]}
    answers = [
        signed_up,
        await api.post("/auth/login", None, SIGN_UP),
        await api.call("POST", "/auth/token", data=form),
        await api.post("/auth/refresh", None, {"refresh_token": signed_up.json()["refresh_token"]}),
    ]
    assert [answer.status_code for answer in answers] == [201, 200, 200, 200]
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}


async def test_what_is_somebodys_is_kept_by_no_shared_cache(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    paths = ["/auth/me", f"/events/{event['id']}", f"/users/{organizer.id}"]
    own = [await api.get(path, organizer) for path in paths]
    assert {answer.headers["cache-control"] for answer in own} == {"private, no-cache"}
    listed = await api.get("/bookings", organizer)
    assert listed.headers["cache-control"] in ("no-store", "private, no-cache")


async def test_what_is_everybodys_is_asked_for_again(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    response = await api.get(f"/events/{event['id']}")
    assert response.headers["cache-control"] == "no-cache"


async def test_refusal_is_kept_by_no_cache(api: Api) -> None:
    assert (await api.get("/users")).headers["cache-control"] == "no-store"


async def test_browser_application_that_may_call_gets_the_headers(shop: httpx.AsyncClient) -> None:
    asked = await shop.options(f"{V1}/bookings", headers=preflight(ORIGIN))
    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (200, ORIGIN)
    assert asked.headers["x-correlation-id"]
    health = await shop.get("/health", headers={"Origin": ORIGIN})
    assert health.headers["access-control-allow-origin"] == ORIGIN


async def test_browser_application_may_read_why_it_was_refused(shop: httpx.AsyncClient) -> None:
    refused = await shop.get("/nowhere", headers={"Origin": ORIGIN})
    assert_problem(refused, 404, "not_found")
    assert refused.headers["access-control-allow-origin"] == ORIGIN


async def test_browser_application_that_may_not_call_is_refused_in_the_one_form(
    shop: httpx.AsyncClient,
) -> None:
    refused = await shop.options(f"{V1}/bookings", headers=preflight("https://evil.example"))
    problem = assert_problem(refused, 400, "malformed_request")
    assert problem["detail"] == "Disallowed CORS origin."
    assert refused.headers["vary"].startswith("Origin")
    assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_slash_at_the_end_leads_to_no_other_host(api: Api, method: str) -> None:
    response = await api.call(method, "/events/", headers={"Host": "evil.example"})
    assert_problem(response, 404, "not_found")
    assert "location" not in response.headers
