"""Every registered page: whole in each language, whose words are longer than the English ones."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import PAGES
from tests.support.browser.faults import Faults
from tests.support.browser.fitting import check_fits
from tests.support.browser.pages import BrowserPages
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site
from tests.support.browsing import DESKTOP


@pytest.fixture
def pages(browser: Browser, site: Site, faults: Faults) -> Iterator[BrowserPages]:
    pages = BrowserPages(browser, site, faults)
    yield pages
    pages.close()


@pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)
def test_page_fits_in_other_languages(pages: BrowserPages, site: Site, shown: Shown) -> None:
    for language in ("de", "th"):
        page = pages.open("phone", who=shown.visitor(site), language=language)
        shown.visit(page, site)
        assert page.locator("html").get_attribute("lang") == language
        check_fits(page, f"phone, {language}")
        page.set_viewport_size(DESKTOP)
        check_fits(page, f"desktop, {language}")
        page.close()
