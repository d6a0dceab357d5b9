"""The life of an account in browsers: from the sign-up to its end, also without a mouse."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, SiteWith
from tests.support.browser.site import Site
from tests.support.provider_server import ProviderServer, running_provider

EMAIL, PASSWORD, NEW = "nina@example.com", "correct-horse", "battery-staple"


@pytest.fixture(scope="module")
def provider() -> Iterator[ProviderServer]:
    with running_provider() as provider:
        yield provider


@pytest.fixture(scope="module")
def site(site_with: SiteWith, provider: ProviderServer) -> Site:
    """Where addresses are confirmed, and people may log in at a provider."""
    return site_with(SIGN_UP_VERIFICATION="true", **provider.settings)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def says(page: Page, sentence: str) -> None:
    expect(page.get_by_text(sentence)).to_be_visible()


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/login?next=/account")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    press(page, "Log in")
    expect(page).to_have_url(re.compile("/account$"))


def sign_up(page: Page, site: Site) -> None:
    page.goto("/signup")
    page.get_by_label("Your name").fill("Nina")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill("password")
    page.get_by_label("Password").blur()
    says(page, "This password is one of the most common ones. Choose another.")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Show")
    expect(page.get_by_label("Password")).to_have_attribute("type", "text")
    press(page, "Make an account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mailbox")
    mail = site.wait_for_mail(EMAIL).get_body(("plain",))
    assert mail is not None
    (link,) = re.findall(r"http\S+/confirm-email\?token=\S+", mail.get_content())
    page.goto(link)
    press(page, "Confirm the address")
    says(page, "The address is confirmed. You can log in now.")


def test_life_of_an_account(phone: Page, site: Site, tmp_path: Path) -> None:
    sign_up(phone, site)
    log_in(phone, EMAIL)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Nina")

    phone.get_by_role("link", name="Language and mails").click()
    phone.get_by_label("Deutsch").check()
    press(phone, "Save")
    says(phone, "Ihre Auswahl ist gespeichert.")
    phone.get_by_label("English").check()
    press(phone, "Speichern")
    says(phone, "Your choices are saved.")

    phone.goto("/account")
    phone.get_by_role("link", name="Your data").click()
    expect(phone.get_by_role("button", name="Print this page")).to_be_visible()
    expect(phone.get_by_text("Signed up", exact=True)).to_be_visible()
    with phone.expect_download() as downloading:
        press(phone, "Download my data")
    path = tmp_path / "data.json"
    downloading.value.save_as(path)
    assert json.loads(path.read_text())["profile"][0]["email"] == EMAIL

    phone.goto("/account/delete")
    phone.get_by_label("Yes, delete my account for good").check()
    phone.get_by_label("Current password").fill(PASSWORD)
    press(phone, "Delete my account")
    says(phone, "Your account is deleted.")


def test_other_browsers_are_logged_out_at_once(
    phone: Page, open_page: OpenPage, site: Site
) -> None:
    member = site.person(name="Tina Twice")
    desktop = open_page("desktop")
    for page in (phone, desktop):
        log_in(page, member.email, member.password)
    phone.goto("/account/sessions")
    expect(phone.get_by_text("This device", exact=True)).to_be_visible()
    phone.get_by_role("button", name=re.compile(r"^Log out\s?: ")).click()
    says(phone, "That device is logged out.")
    desktop.reload()
    expect(desktop).to_have_url(re.compile("/login"))

    log_in(desktop, member.email, member.password)
    phone.goto("/account/password")
    phone.get_by_label("Current password").fill(member.password)
    phone.get_by_label("New password").fill(NEW)
    press(phone, "Change the password")
    says(phone, "Your password is changed. All other devices are logged out.")
    desktop.goto("/account")
    expect(desktop).to_have_url(re.compile("/login"))


def test_log_in_by_the_keyboard_alone(desktop: Page, site: Site) -> None:
    member = site.person(name="Kim Keyboard")
    desktop.goto("/account/details")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("link", name="Skip to the content")).to_be_focused()
    desktop.keyboard.press("Enter")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_label("E-mail")).to_be_focused()
    desktop.keyboard.type(member.email)
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("wrong")
    desktop.keyboard.press("Enter")
    says(desktop, "The e-mail address or the password is wrong.")
    desktop.get_by_label("Password").focus()
    desktop.keyboard.type(member.password)
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("button", name="Show")).to_be_focused()
    desktop.keyboard.press("Space")
    expect(desktop.get_by_label("Password")).to_have_value(member.password)
    expect(desktop.get_by_label("Password")).to_have_attribute("type", "text")
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(re.compile("/account/details$"))


def test_log_in_at_a_provider(phone: Page) -> None:
    phone.goto("/login?next=/account")
    phone.get_by_role("link", name="Log in with Example ID").click()
    phone.get_by_role("link", name="No").click()
    says(phone, "You did not log in, or the provider did not let you.")
    phone.goto("/login?next=/account/sessions")
    phone.get_by_role("link", name="Log in with Example ID").click()
    phone.get_by_role("link", name="I am Nina").click()
    expect(phone).to_have_url(re.compile("/account/sessions$"))
    phone.go_back()
    phone.goto("/account")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Nina from elsewhere")
    press(phone, "Log out")
    says(phone, "You are logged out.")


def test_account_without_scripts(phone_without_scripts: Page, site: Site) -> None:
    member = site.person(name="Noa Noscript")
    page = phone_without_scripts
    page.goto("/login?next=/account/details")
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    page.get_by_label("E-mail").fill(member.email)
    page.get_by_label("Password").fill(member.password)
    press(page, "Log in")
    page.get_by_label("Name", exact=True).fill("Noa Changed")
    press(page, "Save")
    says(page, "Your details are saved.")
