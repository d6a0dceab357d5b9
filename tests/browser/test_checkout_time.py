"""A hold that lapses while somebody looks at it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SiteWith
from tests.support.browser.shop import hold, online_event
from tests.support.browser.site import Site


@pytest.fixture(scope="module")
def site(site_with: SiteWith) -> Site:
    return site_with(HOLD_SECONDS="4", HOLD_SECONDS_AT_MOST="8")


def test_what_has_lapsed_is_offered_again_with_one_press(site: Site, phone: Page) -> None:
    first = hold(phone, site, online_event(site, title="Too slow", capacity=2))
    expect(phone.get_by_role("heading", level=1)).to_have_text(
        "The time for these tickets is over", timeout=15_000
    )
    phone.get_by_role("button", name="Hold the same tickets again").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Checkout")
    assert first not in phone.url
