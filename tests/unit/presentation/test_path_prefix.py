"""Addresses get the path below which the service is reached, and nothing else does."""

import re
from collections.abc import Iterator

import pytest
from jinja2 import Environment
from starlette.types import Message, Receive, Scope, Send

from src.presentation.middleware.path_prefix import PathPrefix
from src.presentation.utils.path_prefix import ATTRIBUTES, with_prefix
from tests.support.paths import ROOT

WEB = ROOT / "src" / "presentation" / "web"
WRITTEN = re.compile(r'([a-z-]+)="/(?!/)')
IN_SCRIPT = re.compile(r"""["'`]/[a-z]+[^"'`]*["'`]""")


@pytest.mark.parametrize(
    ("page", "moved"),
    [
        ('<a href="/">', '<a href="/tickets/">'),
        ('<a href="/tickets?x=/y">', '<a href="/tickets/tickets?x=/y">'),
        ('<form action="/cart">', '<form action="/tickets/cart">'),
        ('<button formaction="/x">', '<button formaction="/tickets/x">'),
        ('<img src="/p.jpg" alt="/p">', '<img src="/tickets/p.jpg" alt="/p">'),
        (
            '<source srcset="/a.webp 1w, /b.webp 2w">',
            '<source srcset="/tickets/a.webp 1w, /tickets/b.webp 2w">',
        ),
        ('<meta content="5;url=/cart">', '<meta content="5;url=/tickets/cart">'),
        ('<p data-live="/manage/live">', '<p data-live="/tickets/manage/live">'),
    ],
)
def test_address_of_ours_gets_the_prefix(page: str, moved: str) -> None:
    assert with_prefix(page, "/tickets") == moved
    assert with_prefix(page, "") == page


@pytest.mark.parametrize(
    "page",
    [
        '<a href="https://elsewhere.example/">',
        '<a href="//elsewhere.example/">',
        '<a href="#main">',
        '<a href="">',
        '<input name="next" value="/cart">',
        '<meta name="description" content="/cart">',
        '<p title="/cart">/cart</p>',
    ],
)
def test_anything_else_stays(page: str) -> None:
    assert with_prefix(page, "/tickets") == page


@pytest.mark.parametrize(
    "template",
    [
        "<p>{{ text }}</p>",
        '<p title="{{ text }}">',
        "<textarea>{{ text }}</textarea>",
        '<script type="application/json">{{ {"text": text}|tojson }}</script>',
        "<p data-words='{{ {\"text\": text}|tojson }}'>",
    ],
)
def test_what_a_user_wrote_is_never_taken_for_an_address(template: str) -> None:
    written = Environment(autoescape=True).from_string(template).render(text='a href="/x" b')
    assert with_prefix(written, "/tickets") == written


def templates() -> Iterator[tuple[str, str]]:
    for path in sorted((WEB / "templates").rglob("*.html")):
        yield path.relative_to(WEB).as_posix(), path.read_text()


def test_every_attribute_in_which_a_template_writes_an_address_is_known() -> None:
    written = {
        (name, attribute)
        for name, text in templates()
        for attribute in WRITTEN.findall(text)
        # A macro's argument has the name without `data-`.
        if not attribute.endswith(ATTRIBUTES) and f"data-{attribute}" not in ATTRIBUTES
    }
    assert written == set()


def test_scripts_write_no_address_without_the_prefix() -> None:
    written = [
        (path.name, found)
        for path in sorted((WEB / "static" / "js").rglob("*.js"))
        for found in IN_SCRIPT.findall(path.read_text())
        # Ends of addresses, with which they are cut.
        if found not in ('"/static/"', '"/logout"')
    ]
    assert written == []


async def headers_through(middleware: type[PathPrefix], *headers: tuple[bytes, bytes]) -> list[str]:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(headers)})

    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    await middleware(app, "/tickets")({"type": "http"}, receive, send)
    return [value.decode() for _, value in sent[0]["headers"]]


async def test_addresses_in_headers_get_the_prefix() -> None:
    assert await headers_through(
        PathPrefix,
        (b"location", b"/api/v1/events/1"),
        (b"location", b"https://elsewhere.example/x"),
        (b"location", b"//elsewhere.example/x"),
        (b"link", b'</a?cursor=b>; rel="next", </c>; rel="prev", <https://x.example/>; rel="x"'),
        (b"service-worker-allowed", b"/door"),
        (b"set-cookie", b"a=/b; Path=/"),
        (b"etag", b'"/x"'),
    ) == [
        "/tickets/api/v1/events/1",
        "https://elsewhere.example/x",
        "//elsewhere.example/x",
        '</tickets/a?cursor=b>; rel="next", </tickets/c>; rel="prev", '
        '<https://x.example/>; rel="x"',
        "/tickets/door",
        "a=/b; Path=/",
        '"/x"',
    ]
