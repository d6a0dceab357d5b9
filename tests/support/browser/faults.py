"""What goes wrong in a page without anybody seeing it: collected, and the test's failure."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

# Reported by its response too, which knows what kind of request it was.
REPORTED_TWICE = "Failed to load resource"
# A page that is left gives up what it was still loading.
GIVEN_UP = "net::ERR_ABORTED"


@dataclass
class Faults:
    """Errors of scripts, of the console (a violated Content-Security-Policy too) and of requests.

    A page itself may answer 4xx: refusals are pages. What it loads may not.
    """

    found: list[str] = field(default_factory=list)
    _allowed: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Faults that match this expression are meant: `faults.allow("ERR_INTERNET")`."""
        self._allowed.append(pattern)

    def watch(self, context: BrowserContext) -> None:
        """Collect the faults of all pages of this context."""
        context.on("page", self._watch_page)

    def unexpected(self) -> list[str]:
        return [
            fault
            for fault in self.found
            if not any(re.search(pattern, fault) for pattern in self._allowed)
        ]

    def _watch_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.found.append(f"script: {error}"))
        page.on("console", self._console)
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(REPORTED_TWICE):
            self.found.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self.found.append(f"failed: {request.method} {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        is_page = response.request.resource_type == "document"
        if response.status >= (500 if is_page else 400):
            request = response.request
            self.found.append(f"answer {response.status}: {request.method} {request.url}")
