"""Pages as people open them: on a phone or at a desk, light or dark, in their language."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.browser.faults import Faults
from tests.support.browser.site import Member, Site
from tests.support.browsing import DESKTOP, PHONE

DEVICES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": DESKTOP},
}
LOCALES = {"en": "en-GB", "de": "de-DE", "th": "th-TH"}
TIMEOUT_MS = 15_000


class BrowserPages:
    """Opens pages of a site, each in a context of its own, and closes them together."""

    def __init__(self, browser: Browser, site: Site, faults: Faults) -> None:
        self._browser = browser
        self._site = site
        self._faults = faults
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        device: str = "phone",
        *,
        who: Member | str | None = None,
        colour_scheme: str = "light",
        language: str = "en",
        javascript: bool = True,
        scale: float = 1,
        **options: Any,
    ) -> Page:
        """An empty page; addresses are the site's: `page.goto("/events")`.

        `who` is logged in. Nothing is animated: that would be a matter of timing.
        """
        context = self._browser.new_context(
            **DEVICES[device],
            base_url=self._site.address,
            locale=LOCALES[language],
            timezone_id="Europe/Berlin",
            color_scheme=colour_scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            java_script_enabled=javascript,
            device_scale_factor=scale,
            **options,
        )
        self._contexts.append(context)
        context.set_default_timeout(TIMEOUT_MS)
        self._faults.watch(context)
        page = context.new_page()
        if who is not None:
            self._site.log_in(page, who)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        self._contexts.clear()
