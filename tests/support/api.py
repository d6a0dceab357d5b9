"""What the tests share: a clock that they set, people with tokens, and a short way to call."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx

from src.application.ports.database import Clock
from src.container import Container
from src.domain.entities.user import Actor, Role, User

V1 = "/api/v1"
_numbers = count(1)


class MovableClock:
    """The real time plus what a test adds to it."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def move(self, **duration: float) -> None:
        """Go forward: `clock.move(hours=1)`."""
        self.offset += timedelta(**duration)

    def reset(self) -> None:
        self.offset = timedelta()


@dataclass(frozen=True)
class Person:
    """A stored user with an access token."""

    user: User
    token: str

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def actor(self) -> Actor:
        return Actor(self.user.id, self.user.role)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


async def make_person(
    container: Container, role: Role = Role.CUSTOMER, *, is_active: bool = True
) -> Person:
    """A new user of this role, straight into the database: no password to hash."""
    number = next(_numbers)
    user = User(
        name=f"{role.value.title()} {number}",
        email=f"{role.value}{number}@test.example",
        role=role,
        is_active=is_active,
    )
    async with container.adapters.unit_of_work()() as uow:
        await uow.users.add(user)
        await uow.commit()
    return Person(user, container.adapters.access_tokens().issue(user).value)


class Api:
    """The HTTP API as one person after another uses it."""

    def __init__(self, client: httpx.AsyncClient, container: Container, clock: Clock) -> None:
        self.client = client
        self.container = container
        self.clock = clock

    async def call(
        self, method: str, path: str, who: Person | None = None, **options: Any
    ) -> httpx.Response:
        """`path` is below /api/v1; `who` sends their token. `json=`, `headers=`, `params=` …"""
        headers = {**(who.headers if who else {}), **options.pop("headers", {})}
        return await self.client.request(method, f"{V1}{path}", headers=headers, **options)

    async def get(self, path: str, who: Person | None = None, **options: Any) -> httpx.Response:
        return await self.call("GET", path, who, **options)

    async def post(
        self, path: str, who: Person | None = None, json: Any = None, **options: Any
    ) -> httpx.Response:
        return await self.call("POST", path, who, json=json, **options)

    async def put(
        self, path: str, who: Person | None = None, json: Any = None, **options: Any
    ) -> httpx.Response:
        return await self.call("PUT", path, who, json=json, **options)

    async def person(self, role: Role = Role.CUSTOMER, *, is_active: bool = True) -> Person:
        return await make_person(self.container, role, is_active=is_active)

    def renewed(self, person: Person) -> Person:
        """The same person with a token issued now, after the clock was set forward."""
        return Person(person.user, self.container.adapters.access_tokens().issue(person.user).value)

    async def event(self, organizer: Person, **fields: Any) -> dict[str, Any]:
        """Create an event (capacity 10, price 25.00, in 30 days) and return its JSON."""
        body = {
            "title": "Test event",
            "date_time": (self.clock() + timedelta(days=30)).isoformat(),
            "capacity": 10,
            "price": "25.00",
            **fields,
        }
        response = await self.post("/events", organizer, body)
        assert response.status_code == 201, response.text
        created: dict[str, Any] = response.json()
        return created

    async def book(self, buyer: Person, event_id: int, quantity: int = 1) -> dict[str, Any]:
        """Book tickets and return the booking's JSON."""
        response = await self.post(f"/events/{event_id}/bookings", buyer, {"quantity": quantity})
        assert response.status_code == 201, response.text
        booking: dict[str, Any] = response.json()
        return booking


def assert_problem(response: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """The response is this refusal, in the one error form; returns its JSON."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["code"] == code, problem
    assert problem["status"] == status
    assert problem["success"] is False
    assert problem["type"] == f"/errors/{code}"
    assert problem["title"] and problem["detail"]
    assert problem["correlation_id"] == response.headers["x-correlation-id"]
    return problem
