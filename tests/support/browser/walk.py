"""Pages one after another in one window: a window of its own costs more than a page does."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.support.browser.faults import Faults
from tests.support.browser.pages import BrowserPages
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site
from tests.support.browsing import PHONE

# What a page may keep. The browser's cache of files stays: they are the same for every page.
KEPT = "local_storage,indexeddb,service_workers,cache_storage,file_systems,storage_buckets"


class Walk:
    """Visits pages as somebody who has never been there: nothing is kept of the page before."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.faults = Faults()
        self._site = site
        self._pages = BrowserPages(browser, site, self.faults)
        self._windows: dict[str, Page] = {}

    @contextmanager
    def visited(self, shown: Shown, language: str) -> Iterator[Page]:
        """This page, on a phone and light. What it still does at the end is ended."""
        if language not in self._windows:
            self._windows[language] = self._pages.open("phone", language=language)
        page = self._windows[language]
        try:
            page.set_viewport_size(PHONE)
            page.emulate_media(color_scheme="light")
            visitor = shown.visitor(self._site)
            if visitor is not None:
                self._site.log_in(page, visitor)
            shown.visit(page, self._site)
            yield page
        finally:
            self._forget(page)

    def _forget(self, page: Page) -> None:
        # A page of the site, without a script: after an empty one Chromium starts another process.
        page.goto("/health")
        page.context.clear_cookies()
        session = page.context.new_cdp_session(page)
        session.send(
            "Storage.clearDataForOrigin", {"origin": self._site.origin, "storageTypes": KEPT}
        )
        session.detach()

    def close(self) -> None:
        self._pages.close()
