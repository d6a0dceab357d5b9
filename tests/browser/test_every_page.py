"""Every registered page: accessible in both themes and at both widths, whole in each language."""

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
from tests.support.browsing import DESKTOP, PHONE

WIDTHS = {"phone": PHONE, "desktop": DESKTOP}

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
    for device, size in WIDTHS.items():
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        check_fits(page, device)
        check_accessibility(page, *shown.looked_at, within=f"{device}, light")
        page.emulate_media(color_scheme="dark")
        only = ("color-contrast",)
        check_accessibility(page, *shown.looked_at, only=only, within=f"{device}, dark")


@every_page
@pytest.mark.parametrize("language", ["de", "th"])
def test_page_fits_in_other_languages(
    pages: BrowserPages, site: Site, shown: Shown, language: str
) -> None:
    page = visit(pages, site, shown, language)
    assert page.locator("html").get_attribute("lang") == language
    for device, size in WIDTHS.items():
        page.set_viewport_size(size)
        check_fits(page, f"{device}, {language}")
