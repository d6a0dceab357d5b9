"""One running server with the sample data, and short ways to make what a page shows.

It is a process of its own, as in production: `python -m src.cli serve`, with its worker, on a
database of its own.
"""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import asyncpg
import httpx
from playwright.sync_api import Page

from src.cli.load_sample_data import PASSWORD, load_sample_data
from src.cli.support import open_container
from tests.support.database import SECRET, _execute, test_settings, with_database
from tests.support.paths import ROOT
from tests.support.product import Started, bare_environment, free_port, wait_until

SAMPLE_TEMPLATE = "sample_template"
T = TypeVar("T")
_numbers = count(1)


@dataclass(frozen=True)
class Member:
    """An account of the site, with an access token for the API."""

    id: int
    name: str
    email: str
    role: str
    token: str
    password: str = PASSWORD

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


class Site:
    """A running server: its address, people who use it, and what they make over the API."""

    def __init__(self, started: Started, database_url: str) -> None:
        self.started = started
        self.address = started.address
        self.data_dir = started.data_dir
        self.database_url = database_url
        self.client = httpx.Client(base_url=f"{self.address}/api/v1", trust_env=False, timeout=30)
        self._cookies: dict[str, list[Any]] = {}
        self._made: dict[object, Any] = {}

    @property
    def origin(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def is_reached_at(self, address: str) -> None:
        """Go to this address, that of a proxy in front, from now on."""
        self.address = address
        self.client.close()
        # The certificate of a test's proxy is its own.
        self.client = httpx.Client(
            base_url=f"{address}/api/v1", trust_env=False, timeout=30, verify=False
        )

    @cached_property
    def admin(self) -> Member:
        """The sample data's administrator."""
        return self.member("admin@example.com")

    @cached_property
    def buyer(self) -> Member:
        """A customer of the sample data, with bookings."""
        return self.member("somchai@example.com")

    @cached_property
    def organizer(self) -> Member:
        return self.person("organizer", name="Olga Organizer")

    @cached_property
    def scanner(self) -> Member:
        return self.person("scanner", name="Samira Scanner")

    def member(self, email: str, password: str = PASSWORD) -> Member:
        """An account that exists, by its e-mail address."""
        answer = self._ok(
            self.client.post("/auth/login", json={"email": email, "password": password})
        )
        user = answer["user"]
        token = answer["access_token"]
        return Member(user["id"], user["name"], email, user["role"], token, password)

    def person(self, role: str = "customer", name: str | None = None) -> Member:
        """A new account of this role."""
        number = next(_numbers)
        email = f"{role}{number}@test.example"
        body = {"name": name or f"{role.title()} {number}", "email": email, "role": role}
        self.post("/users", body | {"password": PASSWORD}, who=self.admin)
        return self.member(email)

    def get(self, path: str, who: Member | None = None, **options: Any) -> Any:
        """The JSON at this path below /api/v1."""
        return self._ok(self.client.get(path, headers=who.headers if who else None, **options))

    def post(self, path: str, body: Any = None, who: Member | None = None) -> Any:
        return self._ok(self.client.post(path, json=body, headers=who.headers if who else None))

    def put(self, path: str, body: Any = None, who: Member | None = None) -> Any:
        return self._ok(self.client.put(path, json=body, headers=who.headers if who else None))

    def delete(self, path: str, who: Member | None = None) -> Any:
        return self._ok(self.client.delete(path, headers=who.headers if who else None))

    def event(self, organizer: Member | None = None, **fields: Any) -> Any:
        """Create an event (100 places at €25.00, in 30 days); its JSON."""
        body = {
            "title": f"Test event {next(_numbers)}",
            "date_time": in_future(days=30),
            "timezone": "Europe/Berlin",
            "capacity": 100,
            "price": "25.00",
            "currency": "EUR",
        }
        return self.post("/events", body | fields, who=organizer or self.organizer)

    def book(self, event_id: int, quantity: int = 1, who: Member | None = None) -> Any:
        """Book tickets of an event that is not paid online; the booking's JSON."""
        body = {"quantity": quantity}
        return self.post(f"/events/{event_id}/bookings", body, who=who or self.buyer)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` made when it was first asked for under this key."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def log_in(self, page: Page, who: Member | str) -> None:
        """Give the page's context a session of this person, without a visit of the log-in page."""
        member = who if isinstance(who, Member) else self.member(who)
        if member.email not in self._cookies:
            answer = page.context.request.post(
                f"{self.address}/login",
                form={"email": member.email, "password": member.password},
                headers={"Origin": self.origin},
                max_redirects=0,
            )
            assert answer.status == 303, f"{answer.status}: {answer.text()}"
            cookies = page.context.cookies(self.address)
            self._cookies[member.email] = [
                cookie for cookie in cookies if "session" in cookie["name"]
            ]
        page.context.add_cookies(self._cookies[member.email])

    def forget_sessions(self) -> None:
        """Log in anew next time: for tests that end the sessions of a person."""
        self._cookies.clear()

    def mails(self, to: str | None = None) -> list[EmailMessage]:
        """What was mailed so far, the oldest first."""
        paths = sorted(self.data_dir.glob("outbox/*.eml"), key=lambda path: path.stat().st_mtime_ns)
        mails = [message_from_bytes(path.read_bytes(), policy=default) for path in paths]
        return [mail for mail in mails if to is None or to in str(mail["To"])]

    def wait_for_mail(self, to: str, subject: str = "", seconds: float = 20) -> EmailMessage:
        """The newest mail to this address with these words in its subject, once there is one."""

        def found() -> list[EmailMessage]:
            return [mail for mail in self.mails(to) if subject in str(mail["Subject"])]

        wait_until(lambda: bool(found()), seconds, self.started)
        return found()[-1]

    def execute(self, statement: str, *values: object) -> list[Any]:
        """Run a statement in the site's database: for states that need time to pass."""

        async def execute() -> list[Any]:
            connection = await asyncpg.connect(self.database_url)
            try:
                rows: list[Any] = await connection.fetch(statement, *values)
                return rows
            finally:
                await connection.close()

        return in_thread(execute)

    @staticmethod
    def _ok(response: httpx.Response) -> Any:
        assert response.is_success, f"{response.request.url}: {response.text}"
        return response.json() if response.content else None


def in_future(**duration: float) -> str:
    """A time of the API: `in_future(days=3)`."""
    return (datetime.now(UTC) + timedelta(**duration)).replace(microsecond=0).isoformat()


def in_thread(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run it in a thread: the thread of a test with an open browser has a running loop."""
    results: list[T] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(asyncio.run(work()))
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]
    return results[0]


def make_sample_template(postgres_url: str, migrated: str) -> str:
    """A database with the sample data, for copies of it; its name."""

    async def make() -> str:
        await _execute(postgres_url, f"CREATE DATABASE {SAMPLE_TEMPLATE} TEMPLATE {migrated}")
        url = with_database(postgres_url, SAMPLE_TEMPLATE)
        async with open_container(test_settings(url), url) as container:
            await load_sample_data(container, lambda _: None)
        return SAMPLE_TEMPLATE

    return in_thread(make)


@contextmanager
def running_site(
    postgres_url: str, template: str, folder: Path, settings: Mapping[str, str] | None = None
) -> Iterator[Site]:
    """A site on a copy of this database; `settings` as in `.env.example`."""
    number = next(_numbers)
    name = f"site_{number}"
    in_thread(lambda: _execute(postgres_url, f"CREATE DATABASE {name} TEMPLATE {template}"))
    database_url = with_database(postgres_url, name)
    started = serve(folder / f"site-{number}", database_url, free_port(), settings or {})
    try:
        site = Site(started.wait_until_ready(), database_url)
        yield site
        site.client.close()
    finally:
        started.kill()


def serve(data_dir: Path, database_url: str, port: int, settings: Mapping[str, str]) -> Started:
    """Start the server, with its worker."""
    data_dir.mkdir(parents=True, exist_ok=True)
    environment = bare_environment() | {
        "DATABASE_URL": database_url,
        "DATA_DIR": str(data_dir),
        "SECRET_KEY": SECRET,
        "PORT": str(port),
        "RATE_LIMIT_ENABLED": "false",
        # A site serves all tests of a process, which take longer than a quarter of an hour.
        "ACCESS_TOKEN_MINUTES": "240",
        **settings,
    }
    log = data_dir / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "src.cli", "serve"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Started(process, data_dir, port, log)
