"""Browsers for the tests of pages."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from tests.support.api import Api
from tests.support.web import Browser, new_browser


@pytest.fixture
async def browse(app: FastAPI, api: Api) -> AsyncIterator[Browser]:
    """A browser in which nobody is logged in, over an empty database."""
    browser = new_browser(app)
    async with browser.client:
        yield browser


@pytest.fixture
async def other_browse(app: FastAPI, api: Api) -> AsyncIterator[Browser]:
    """A second browser."""
    browser = new_browser(app)
    async with browser.client:
        yield browser
