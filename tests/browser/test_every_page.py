"""Every registered page: accessible in both themes and at both widths, whole in each language."""

from collections.abc import Iterator
from typing import Literal
from zlib import crc32

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import PAGES
from tests.support.browser.accessibility import check_accessibility
from tests.support.browser.fitting import check_fits
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site
from tests.support.browser.walk import Walk
from tests.support.browsing import DESKTOP
from tests.support.thorough import IS_THOROUGH

Theme = Literal["light", "dark"]
# What depends on the width and the theme: the rest of the document is the same.
OF_THE_WIDTH = ("color-contrast", "target-size")
THEMES: tuple[Theme, Theme] = ("light", "dark")

every_page = pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)


@pytest.fixture(scope="module")
def walk(browser: Browser, site: Site) -> Iterator[Walk]:
    walk = Walk(browser, site)
    yield walk
    walk.close()


@pytest.fixture
def page(walk: Walk, shown: Shown, language: str) -> Iterator[Page]:
    walk.faults.found.clear()
    with walk.visited(shown, language) as page:
        yield page
    assert not walk.faults.unexpected()


def themes(shown: Shown) -> tuple[tuple[Theme, ...], tuple[Theme, ...]]:
    """Those to look at on a phone and at a desk: one here and the other there, or all of them.

    Which one is where differs between pages, so what many have is seen in all combinations.
    """
    if IS_THOROUGH:
        return THEMES, THEMES
    one = crc32(shown.name.encode()) % 2
    return (THEMES[one],), (THEMES[1 - one],)


@every_page
def test_page_is_accessible_at_both_widths_and_in_both_themes(page: Page, shown: Shown) -> None:
    on_a_phone, at_a_desk = themes(shown)
    check_fits(page, "phone")
    for theme in on_a_phone:
        page.emulate_media(color_scheme=theme)
        check_accessibility(page, *shown.looked_at, within=f"phone, {theme}")
    page.set_viewport_size(DESKTOP)
    check_fits(page, "desktop")
    for theme in at_a_desk:
        page.emulate_media(color_scheme=theme)
        check_accessibility(page, *shown.looked_at, only=OF_THE_WIDTH, within=f"desktop, {theme}")


@every_page
@pytest.mark.parametrize("language", ["de", "th"])
def test_page_fits_in_a_language_of_longer_words(page: Page, language: str) -> None:
    assert page.locator("html").get_attribute("lang") == language
    check_fits(page, f"phone, {language}")
    page.set_viewport_size(DESKTOP)
    check_fits(page, f"desktop, {language}")
