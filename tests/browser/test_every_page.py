"""Every registered page: accessible in both themes and at both widths."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import PAGES
from tests.support.browser.accessibility import check_accessibility
from tests.support.browser.faults import Faults
from tests.support.browser.fitting import check_fits
from tests.support.browser.pages import BrowserPages
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site
from tests.support.browsing import DESKTOP

COLOURS, SIZES = ("color-contrast",), ("target-size",)

every_page = pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)


@pytest.fixture
def pages(browser: Browser, site: Site, faults: Faults) -> Iterator[BrowserPages]:
    pages = BrowserPages(browser, site, faults)
    yield pages
    pages.close()


def visit(pages: BrowserPages, site: Site, shown: Shown, language: str) -> Page:
    page = pages.open("phone", who=shown.visitor(site), language=language)
    shown.visit(page, site)
    return page


@every_page
def test_page_is_accessible_at_both_widths_and_in_both_themes(
    pages: BrowserPages, site: Site, shown: Shown
) -> None:
    page = visit(pages, site, shown, "en")
    page.emulate_media(color_scheme="light")
    check_fits(page, "phone")
    check_accessibility(page, *shown.looked_at, within="phone, light")
    page.emulate_media(color_scheme="dark")
    check_accessibility(page, *shown.looked_at, only=COLOURS, within="phone, dark")
    # What depends on the width: the rest of the document is the same.
    page.set_viewport_size(DESKTOP)
    check_fits(page, "desktop")
    check_accessibility(page, *shown.looked_at, only=(*COLOURS, *SIZES), within="desktop, dark")
