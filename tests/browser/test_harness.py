"""The checks of this folder can fail: on a page made wrong on purpose."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser.accessibility import LookedAt, check_accessibility
from tests.support.browser.faults import Faults
from tests.support.browser.fitting import check_fits
from tests.support.browser.site import Site

FINE = """<!doctype html><html lang="en"><title>Fine</title>
<meta name="viewport" content="width=device-width">
<body><main><h1>Tickets</h1><p>Nothing is wrong here.</p></main>"""


def with_main(content: str) -> str:
    return FINE.replace("<p>Nothing is wrong here.</p>", content)


def test_page_without_faults_passes(phone: Page) -> None:
    phone.set_content(FINE)
    check_accessibility(phone)
    check_fits(phone)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("<input>", "label"),
        ("<p style='color: #bbb'>Pale</p>", "color-contrast"),
        (
            "<p><button style='all: revert; width: 12px; height: 12px; padding: 0'>a</button>"
            "<button style='width: 12px; height: 12px; padding: 0'>b</button></p>",
            "target-size",
        ),
        ("<h1>Another</h1><h4>Deep</h4>", "heading-order"),
    ],
)
def test_page_that_some_people_cannot_use_fails(phone: Page, content: str, rule: str) -> None:
    phone.set_content(with_main(content))
    with pytest.raises(AssertionError, match=f"violations: {rule}"):
        check_accessibility(phone)


def test_what_axe_cannot_decide_fails_until_somebody_has_looked(phone: Page) -> None:
    image = "background-image: linear-gradient(red, blue)"
    phone.set_content(with_main(f"<p class='over' style='{image}'>Over a picture</p>"))
    with pytest.raises(AssertionError, match="incomplete: color-contrast"):
        check_accessibility(phone)
    check_accessibility(phone, LookedAt("color-contrast", "class=.over", "Looked at in this test."))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<div style='width: 500px'>Wide</div>", "the page is"),
        (
            "<div style='overflow: hidden; width: 9rem'><p style='width: 20rem'>Long</p></div>",
            "cut off",
        ),
    ],
)
def test_page_that_does_not_fit_fails(phone: Page, content: str, fault: str) -> None:
    phone.set_content(with_main(content))
    with pytest.raises(AssertionError, match=fault):
        check_fits(phone)


def test_faults_of_a_page_are_collected(phone: Page, faults: Faults) -> None:
    phone.goto("/health")
    phone.evaluate("setTimeout(() => { throw new Error('thrown') })")
    phone.evaluate("console.error('said')")
    phone.evaluate("fetch('/nowhere')")
    phone.evaluate("fetch('http://127.0.0.1:1/').catch(() => {})")
    phone.evaluate(
        """() => new Promise(done => {
            const policy = document.createElement("meta");
            policy.httpEquiv = "Content-Security-Policy";
            policy.content = "img-src 'none'";
            document.head.append(policy);
            document.addEventListener("securitypolicyviolation", done);
            document.body.append(Object.assign(new Image(), {src: "/health"}));
        }).then(() => {})"""
    )
    expected = ("thrown", "console: said", "answer 404: .*nowhere", "127.0.0.1:1/", " csp$")
    for pattern in (*expected, "console: .*Content Security Policy"):
        assert re.search(pattern, "\n".join(faults.found), re.MULTILINE)
        assert faults.unexpected()
        faults.allow(pattern)
    assert not faults.unexpected()


def test_site_has_people_and_events(phone: Page, site: Site) -> None:
    event = site.event(title="In the harness")
    assert site.book(event["id"], 2)["status"] == "confirmed"
    assert site.wait_for_mail(site.buyer.email, "In the harness")
    phone.goto("/api/v1/events")
    expect(phone.locator("body")).to_contain_text("In the harness")
