"""The pages of log-in, sign-up and the account, and those of errors."""

from itertools import count

from playwright.sync_api import Page

from src.domain.shared.scopes import OF_ADMINS, Scope
from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site

_numbers = count(1)
LONG_NAME = "Dr. Nattharika Wongsuphasawat-Montgomery von und zu Hohenstein"


def sent(page: Page) -> None:
    """Send the first form of the page's content, as it is."""
    form = page.locator("main form").first
    form.evaluate("form => { form.noValidate = true; }")
    with page.expect_navigation():
        form.locator("[type=submit]").first.click()


def make_calendar(page: Page) -> None:
    page.locator("main form button").first.click()
    page.locator("#address").wait_for()


def someone(site: Site) -> Member:
    """Whose name is long, and who has tickets."""
    member = site.person(name=LONG_NAME)
    site.book(site.event(title="Summer Night Jazz")["id"], who=member)
    return member


def busy(site: Site) -> Member:
    """Of whom much is known: they buy, give away, organize, and have programs."""
    member = site.person("organizer", name=LONG_NAME)
    site.event(member, title="A night of their own")
    event = site.event(title="Summer Night Jazz")
    tickets = site.book(event["id"], 3, who=member)["tickets"]
    offer = {"email": "a.friend.with.a.long.address@mail.test.example"}
    site.post(f"/tickets/{tickets[0]['ticket_code']}/transfer", offer, who=member)
    (kind,) = site.get(f"/events/{event['id']}/ticket-types")
    site.post("/cart", {"ticket_type_id": kind["id"], "quantity": 2}, who=member)
    hook = {"url": f"https://hooks.example/{'a-long-way/' * 12}", "events": ["booking.*"]}
    site.post("/webhooks", hook, who=member)
    return member


def nobody_special(site: Site) -> Member:
    """Of whom nothing is known but the account."""
    return site.person(name="Nina New")


def with_keys(site: Site) -> Member:
    """Who has keys: one with a long name and every purpose, one rotated, one that has ended."""
    member = site.person("organizer", name=LONG_NAME)
    every = [scope for scope in Scope if scope not in OF_ADMINS]
    for name, scopes in (
        ("The cash register at the entrance of the Grand Hall, second floor", every),
        ("Newsletter", every[:1]),
        ("Old website", every[:2]),
    ):
        site.post("/api-keys", {"name": name, "scopes": scopes}, who=member)
    newest, rotated, _ = site.get("/api-keys", who=member)
    site.post(f"/api-keys/{rotated['id']}/rotate", {"grace": "P7D"}, who=member)
    end = "UPDATE api_keys SET expires_at = created_at - interval '1 day' WHERE id = $1"
    site.execute(end, newest["id"])
    return member


def open_change(page: Page) -> None:
    page.locator(".key__change summary").nth(1).click()


def make_key(page: Page) -> None:
    # One key of a name, and each photograph makes one.
    page.locator("[name=name]").fill(f"Cash register {next(_numbers)}")
    page.locator("[name=scopes]").first.check()
    sent(page)


PAGES = (
    Shown("login", "/login"),
    Shown("login-refused", "/login?next=/tickets", act=sent),
    Shown("signup", "/signup"),
    Shown("signup-refused", "/signup", act=sent),
    Shown("forgot-password", "/forgot-password"),
    Shown("reset-password", "/reset-password?token=x"),
    Shown("reset-refused", "/reset-password?token=x", act=sent),
    Shown("confirm-email", "/confirm-email?token=x"),
    Shown("confirm-refused", "/confirm-email?token=x", act=sent),
    Shown("confirm-again", "/confirm-email/resend"),
    Shown("provider-refused", "/login/provider/return?error=access_denied", status=401),
    Shown("account", "/account", who=someone),
    Shown("account-details", "/account/details", who=someone),
    Shown("account-password", "/account/password", who=someone),
    Shown("account-sessions", "/account/sessions", who=someone),
    Shown("account-keys", "/account/keys", who=with_keys),
    Shown("account-keys-change", "/account/keys", who=with_keys, act=open_change),
    Shown("account-keys-empty", "/account/keys", who=nobody_special),
    Shown("account-keys-new", "/account/keys/new", who="admin"),
    Shown("account-keys-refused", "/account/keys/new", who=someone, act=sent),
    Shown("account-keys-secret", "/account/keys/new", who=nobody_special, act=make_key),
    Shown("account-preferences", "/account/preferences", who=someone),
    Shown("account-calendar", "/account/calendar", who=someone),
    Shown("account-calendar-made", "/account/calendar", who=someone, act=make_calendar),
    Shown("account-data", "/account/data", who=busy),
    Shown("account-data-empty", "/account/data", who=nobody_special),
    Shown("account-delete", "/account/delete", who=someone),
    Shown("account-delete-refused", "/account/delete", who="organizer"),
    Shown("not-found", "/nowhere", status=404),
)
