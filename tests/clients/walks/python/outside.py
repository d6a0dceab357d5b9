"""What a buyer does outside the API: reads a mail, pays on the page of the test provider."""

import html
import json
import os
import re
import sys
import time
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import unquote

import httpx

ADDRESS = os.environ["ADDRESS"]
ADMIN_EMAIL = "admin@example.com"
ADMIN_PASSWORD = "sample-password"
PASSWORD = "correct horse battery staple"
SECONDS = 20

T = TypeVar("T")

_pages = httpx.Client(base_url=ADDRESS, trust_env=False, follow_redirects=True)
_steps: list[str] = []


def done(step: str) -> None:
    """Note that this step of the walk is behind it."""
    _steps.append(step)


def report() -> None:
    """Report to the test which steps were done."""
    sys.stdout.write(json.dumps(_steps))


def until(ask: Callable[[], T | None]) -> T:
    """Ask again and again until there is something."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if (answer := ask()) is not None:
            return answer
        time.sleep(0.1)
    raise TimeoutError


def confirmation_token(email: str) -> str:
    """The token in the mail that asks this person to confirm the address."""
    return until(lambda: _find_token(email))


def _find_token(email: str) -> str | None:
    written = _pages.get("/dev/mails").text
    rows = re.findall(r'href="(/dev/mails/[0-9a-f-]+)".*?</li>', written, re.DOTALL)
    for path in rows:
        mail = html.unescape(_pages.get(path).text)
        token = re.search(r"/confirm-email\?token=([\w%.~-]+)", mail)
        if token and email in mail:
            return unquote(token[1])
    return None


def pay(redirect_url: str) -> None:
    """Press "Pay" on the payment page."""
    form = {"card_number": "4242 4242 4242 4242", "action": "pay"}
    _pages.post(redirect_url, data=form).raise_for_status()
