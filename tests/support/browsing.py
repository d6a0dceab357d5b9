"""A Chromium for the tests that need one: the machine's own (`apt-get install chromium`)."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
PHONE = ViewportSize(width=360, height=740)
DESKTOP = ViewportSize(width=1280, height=900)

needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium or google-chrome on this machine"
)


@contextmanager
def opened_browser(*options: str) -> Iterator[Browser]:
    """A browser started with these options of the command line."""
    # Chromium's sandbox refuses to be started by root.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=[*sandbox, *options])
