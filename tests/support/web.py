"""The pages as a browser requests them: with cookies, and from our own origin."""

import re
from typing import Any

import httpx
from fastapi import FastAPI

from src.container import Container
from tests.support.api import Person

ADDRESS = "http://127.0.0.1:8000"
KEY = re.compile(r'name="key" value="([^"]+)"')


class Browser:
    """A browser without JavaScript. `client` keeps its cookies."""

    def __init__(self, client: httpx.AsyncClient, container: Container) -> None:
        self.client = client
        self._container = container

    async def get(self, path: str, **options: Any) -> httpx.Response:
        """The page, without following redirects."""
        return await self.client.get(path, **options)

    async def post(
        self, path: str, data: dict[str, Any] | None = None, **options: Any
    ) -> httpx.Response:
        """A form of one of our pages, without following redirects."""
        headers = {"Sec-Fetch-Site": "same-origin", **options.pop("headers", {})}
        return await self.client.post(path, data=data or {}, headers=headers, **options)

    async def log_in(self, person: Person, *, device: str | None = None) -> None:
        """Log in as this person: a session straight into the database, and its cookie."""
        async with self._container.adapters.unit_of_work()() as uow:
            opened = await self._container.people.open_web_session().execute(
                uow, person.user, now=self._container.adapters.clock()(), device=device
            )
            await uow.commit()
        self.use_session(opened.secret)

    def use_session(self, secret: str) -> None:
        """Send this session's cookie from now on."""
        self.client.cookies.set("session", secret, domain="127.0.0.1", path="/")

    @property
    def session(self) -> str | None:
        """The secret of the session that is sent."""
        return self.client.cookies.get("session")

    async def log_out(self) -> None:
        """Forget the cookies, as a new browser has none."""
        self.client.cookies.clear()


def new_browser(app: FastAPI) -> Browser:
    """Another browser, to be closed with `client.aclose()`."""
    transport = httpx.ASGITransport(app=app)
    headers = {"Accept": "text/html", "Accept-Language": "en"}
    client = httpx.AsyncClient(transport=transport, base_url=ADDRESS, headers=headers)
    return Browser(client, app.state.container)


def key_of(response: httpx.Response) -> str:
    """The hidden key of the first form on the page."""
    found = KEY.search(response.text)
    assert found, response.text
    return found[1]


def assert_page(response: httpx.Response, *sentences: str, status: int = 200) -> None:
    """An HTML page with this status that says all of this."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("text/html")
    for sentence in sentences:
        assert sentence in response.text, sentence


def assert_redirects(response: httpx.Response, path: str) -> None:
    """303 to this address."""
    assert response.status_code == 303, response.text
    assert response.headers["location"] == path
