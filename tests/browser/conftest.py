"""A running server with sample data for all tests of a process, and pages that watch themselves.

A test takes `phone` or `desktop`, a page there; it fails when a script fails, the console has an
error or a request fails, unless it said `faults.allow("…")`. Parametrize `colour_scheme`,
`language` or `device` for other pages than light English ones; `open_page(…)` opens more of them.

A module that needs other settings has a `site` of its own:

    @pytest.fixture(scope="module")
    def site(site_with: SiteWith) -> Site:
        return site_with(HOLD_SECONDS="5")
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.browser.faults import Faults
from tests.support.browser.pages import BrowserPages
from tests.support.browser.site import Site, make_sample_template, running_site
from tests.support.browsing import CHROMIUM, NO_BROWSER, opened_browser
from tests.support.database import MakeDatabase

SiteWith = Callable[..., Site]


class OpenPage(Protocol):
    """`open_page("desktop", language="de", colour_scheme="dark", javascript=False, who="…")`."""

    def __call__(self, device: str = "phone", **options: Any) -> Page: ...


@pytest.fixture(scope="session", autouse=True)
def _needs_browser() -> None:
    if CHROMIUM is None:
        pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
def sample_template(postgres_url: str, make_database: MakeDatabase) -> str:
    return make_sample_template(postgres_url, "migrated_template")


@pytest.fixture(scope="session")
def site(
    postgres_url: str, sample_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The server that the tests of a process share: do not count what others make, too."""
    with running_site(postgres_url, sample_template, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="module")
def site_with(
    postgres_url: str, sample_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SiteWith]:
    """Start a site with settings of its own; it lives as long as the module's tests."""
    folder: Path = tmp_path_factory.mktemp("site")
    with ExitStack() as running:

        def start(**settings: str) -> Site:
            return running.enter_context(
                running_site(postgres_url, sample_template, folder, settings)
            )

        yield start


@pytest.fixture(scope="module")
def browser_options() -> tuple[str, ...]:
    """Options of Chromium's command line, for a module to override."""
    return ()


@pytest.fixture(scope="module")
def browser(sample_template: str, browser_options: tuple[str, ...]) -> Iterator[Browser]:
    """Opened after what needs an event loop: while it is open, its own one runs."""
    with opened_browser(*browser_options) as browser:
        yield browser


@pytest.fixture
def faults() -> Iterator[Faults]:
    faults = Faults()
    yield faults
    assert not faults.unexpected()


@pytest.fixture
def colour_scheme() -> str:
    return "light"


@pytest.fixture
def language() -> str:
    return "en"


@pytest.fixture
def open_page(
    browser: Browser, site: Site, faults: Faults, colour_scheme: str, language: str
) -> Iterator[OpenPage]:
    pages = BrowserPages(browser, site, faults)
    defaults = {"colour_scheme": colour_scheme, "language": language}

    def open_page(device: str = "phone", **options: Any) -> Page:
        return pages.open(device, **(defaults | options))

    yield open_page
    pages.close()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A page of a phone: 360 by 740, touched with a finger."""
    return open_page("phone")


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    """A page of a desk's screen: 1280 by 900, with a mouse."""
    return open_page("desktop")


@pytest.fixture
def phone_without_scripts(open_page: OpenPage) -> Page:
    return open_page("phone", javascript=False)


@pytest.fixture
def device() -> str:
    return "phone"


@pytest.fixture
def page(open_page: OpenPage, device: str) -> Page:
    """A page of the `device` that a test is parametrized with."""
    return open_page(device)


@pytest.fixture
def context(page: Page) -> BrowserContext:
    """The context of `page`: its cookies, its network."""
    return page.context
