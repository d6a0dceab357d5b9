"""The log of requests: every line has its correlation id, none has a secret."""

from collections.abc import Iterator

import asyncpg
import pytest
from dependency_injector import providers

from src.domain.entities.user import Role
from tests.support.api import Api, assert_problem
from tests.support.logs import LogLines, captured_logs

PASSWORD, PHONE = "correct-horse-battery", "+66812345678"


@pytest.fixture
def log() -> Iterator[LogLines]:
    with captured_logs() as lines:
        yield lines


class Broken:
    """A use case that fails, whatever it is asked."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def execute(self, *arguments: object, **options: object) -> None:
        raise self._error


async def test_each_request_is_one_line_with_route_status_and_user(api: Api, log: LogLines) -> None:
    person = await api.person()
    await api.get(f"/users/{person.id}", person)
    await api.get("/users/999999999", person)
    first, second = log.entries
    assert first["event"] == "request"
    assert (first["method"], first["route"]) == ("GET", "/api/v1/users/{user_id}")
    assert (first["status"], first["user_id"]) == (200, person.id)
    assert first["duration_ms"] > 0
    assert second["status"] == 404


async def test_correlation_id_is_in_every_line_of_its_request_alone(
    api: Api, log: LogLines
) -> None:
    with api.container.catalogue.list_events.override(
        providers.Object(Broken(RuntimeError("odd")))
    ):
        await api.get("/events", headers={"X-Correlation-ID": "first-request"})
    await api.get("/events", headers={"X-Correlation-ID": "second-request"})
    written = [(entry["event"], entry["correlation_id"]) for entry in log.entries]
    assert written == [
        ("internal_error", "first-request"),
        ("request", "first-request"),
        ("request", "second-request"),
    ]
    assert log.entries[0]["exception"][0]["exc_type"] == "RuntimeError"


async def test_sign_up_log_in_and_booking_leave_no_secret_in_the_log(
    api: Api, log: LogLines
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    body = {"email": "nina@test.example", "password": PASSWORD, "phone": PHONE}
    signed_up = (await api.post("/auth/signup", None, body)).json()
    log_in = {"email": body["email"], "password": PASSWORD}
    logged_in = (await api.post("/auth/login", None, log_in)).json()
    headers = {"Authorization": f"Bearer {logged_in['access_token']}"}
    path = f"/events/{event['id']}/bookings"
    booking = (await api.post(path, None, {"quantity": 1}, headers=headers)).json()
    code = booking["tickets"][0]["ticket_code"]
    await api.get(f"/tickets/{code}", headers=headers)
    await api.get("/users", headers=headers, params={"q": PHONE})
    refused = await api.post("/auth/login", None, {**log_in, "password": f"not-{PASSWORD}"})
    assert_problem(refused, 401, "invalid_credentials")
    await api.post("/auth/refresh", None, {"refresh_token": logged_in["refresh_token"]})
    assert len(log.entries) == 8
    secrets = [PASSWORD, PHONE, PHONE.removeprefix("+"), "nina@test.example", code, "argon2"]
    for session in (signed_up, logged_in):
        secrets += [session["access_token"], session["refresh_token"]]
    assert [secret for secret in secrets if secret in log.text] == []


@pytest.mark.parametrize(
    "error", [RuntimeError("odd"), asyncpg.ConnectionDoesNotExistError("gone")]
)
async def test_failure_leaves_no_secret_in_the_log(
    api: Api, log: LogLines, error: Exception
) -> None:
    person = await api.person()
    log_in = {"email": "nina@test.example", "password": PASSWORD}
    for provider, path, body in (
        (api.container.people.sign_up, "/auth/signup", {**log_in, "phone": PHONE}),
        (api.container.people.log_in, "/auth/login", log_in),
    ):
        with provider.override(providers.Object(Broken(error))):
            assert (await api.post(path, person, body)).status_code >= 500
    assert len(log.entries) == 4
    assert log.entries[0]["level"] in ("error", "warning")
    secrets = (PASSWORD, PHONE, "nina@test.example", person.token[:40])
    assert [secret for secret in secrets if secret in log.text] == []
