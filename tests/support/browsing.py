"""A Chromium for the tests that need one: the machine's own (`apt-get install chromium`)."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
PHONE = ViewportSize(width=360, height=740)
DESKTOP = ViewportSize(width=1280, height=900)

NO_BROWSER = "no chromium or google-chrome on this machine"

needs_browser = pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)


@contextmanager
def opened_browser(*options: str) -> Iterator[Browser]:
    """A browser started with these options of the command line."""
    # Chromium's sandbox refuses to be started by root.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=[*sandbox, *options])


def left_out(reports: Sequence[pytest.TestReport]) -> str | None:
    """What to say at the end of a run that had no browser; None if nothing was left out."""
    number = sum(NO_BROWSER in str(report.longrepr) for report in reports)
    if not number:
        return None
    return (
        f"{number} tests of pages were left out, because there is no browser for them. "
        "To get one: apt-get install chromium"
    )
