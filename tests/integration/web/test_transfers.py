"""The page behind the link of an offered ticket: who it is for takes it, or declines."""

import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.web import Browser, assert_page, assert_redirects

PASSWORD = "a hard one to guess 7431"
NEWCOMER = "newcomer@test.example"
ACCEPT, DECLINE = "/accept-ticket", "/accept-ticket/decline"


@pytest.fixture
async def token(api: Api, buyer: Person) -> str:
    """The token of an offer of the buyer's ticket."""
    event = await api.event(await api.person(Role.ORGANIZER), title="<b>Rock</b> ไทย")
    booking = await api.book(buyer, event["id"])
    code = booking["tickets"][0]["ticket_code"]
    offer = await api.post(f"/tickets/{code}/transfer", buyer, {"email": NEWCOMER})
    assert offer.status_code == 201, offer.text
    transfer = await api.container.adapters.transfers().get(offer.json()["id"])
    return api.container.adapters.transfer_tokens().issue(transfer.nonce)


async def accept(browse: Browser, token: str, **fields: str) -> httpx.Response:
    return await browse.post(ACCEPT, {"token": token, **fields})


async def status_of(api: Api, token: str) -> str:
    return str((await api.get(f"/transfers/{token}")).json()["status"])


async def codes_of(api: Api, email: str) -> list[str]:
    """The codes that this account holds."""
    body = {"email": email, "password": PASSWORD}
    session = (await api.post("/auth/login", json=body)).json()
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    found = await api.get(f"/tickets/user/{session['user']['id']}", headers=headers)
    return [ticket["ticket_code"] for ticket in found.json()]


async def test_page_says_what_is_offered_and_changes_nothing(
    browse: Browser, api: Api, buyer: Person, token: str
) -> None:
    for _ in range(2):
        page = await browse.get(ACCEPT, params={"token": token})
        assert_page(page, "&lt;b&gt;Rock&lt;/b&gt; ไทย", buyer.user.name, "Log in and accept")
    assert page.headers["cache-control"] == "private, no-store"
    assert await status_of(api, token) == "offered"


async def test_somebody_new_signs_up_and_has_the_ticket(
    browse: Browser, api: Api, token: str
) -> None:
    fields = {"account": "new", "email": NEWCOMER, "password": PASSWORD, "name": "New Comer"}
    done = await accept(browse, token, **fields)
    (code,) = await codes_of(api, NEWCOMER)
    assert_redirects(done, f"/tickets/{code}")
    assert_page(await browse.get(f"/tickets/{code}"), "The ticket is yours", code, "New Comer")
    again = await accept(browse, token, account="mine")
    assert_page(again, "This ticket was accepted already", status=410)


async def test_somebody_known_logs_in_and_has_the_ticket(
    browse: Browser, api: Api, token: str
) -> None:
    await api.post("/auth/signup", json={"email": NEWCOMER, "password": PASSWORD})
    done = await accept(browse, token, email=NEWCOMER, password=PASSWORD)
    (code,) = await codes_of(api, NEWCOMER)
    assert_redirects(done, f"/tickets/{code}")
    assert_page(await browse.get("/tickets"), code, "given to you")


async def test_who_is_logged_in_accepts_with_one_press(
    browse: Browser, api: Api, token: str
) -> None:
    friend = await api.person()
    await browse.log_in(friend)
    page = await browse.get(ACCEPT, params={"token": token})
    assert_page(page, "It goes to your account", str(friend.user.email), 'value="mine"')
    done = await accept(browse, token, account="mine")
    assert done.status_code == 303
    assert_page(await browse.get(done.headers["location"]), friend.user.name)


async def test_another_account_takes_the_place_of_the_one_that_is_logged_in(
    browse: Browser, api: Api, token: str
) -> None:
    await api.post("/auth/signup", json={"email": NEWCOMER, "password": PASSWORD})
    await browse.log_in(await api.person())
    former = browse.session
    await accept(browse, token, account="existing", email=NEWCOMER, password=PASSWORD)
    assert len(await codes_of(api, NEWCOMER)) == 1
    assert former and browse.session != former
    browse.use_session(former)
    assert_redirects(await browse.get("/tickets"), "/login?next=/tickets")


async def test_nobody_accepts_for_an_account_without_a_session(
    browse: Browser, api: Api, token: str
) -> None:
    page = await accept(browse, token, account="mine")
    assert_page(page, 'aria-invalid="true"', status=422)
    assert await status_of(api, token) == "offered"


async def test_the_sender_reads_that_somebody_else_has_to_accept(
    browse: Browser, api: Api, buyer: Person, token: str
) -> None:
    await browse.log_in(buyer)
    page = await accept(browse, token, account="mine")
    assert_page(page, "The ticket was not accepted", "somebody else has to accept it", status=410)
    assert await status_of(api, token) == "offered"


@pytest.mark.parametrize(
    "fields",
    [
        {"email": NEWCOMER, "password": "wrong"},
        {"email": "no address", "password": PASSWORD},
        {"account": "new", "email": NEWCOMER, "password": "short"},
        {"account": "new", "email": NEWCOMER, "password": "password1"},
        {"account": "new", "email": NEWCOMER, "password": PASSWORD, "name": "x" * 300},
        {"account": "made up", "email": NEWCOMER, "password": "wrong"},
    ],
)
async def test_what_is_wrong_is_said_and_the_offer_stays(
    browse: Browser, api: Api, token: str, fields: dict[str, str]
) -> None:
    refused = await accept(browse, token, **fields)
    assert_page(refused, 'role="alert"', f'value="{fields["email"]}"', status=422)
    assert f'value="{fields["password"]}"' not in refused.text
    assert await status_of(api, token) == "offered"


async def test_an_offer_is_declined_by_a_button(
    browse: Browser, api: Api, buyer: Person, token: str
) -> None:
    page = await browse.post(DECLINE, {"token": token})
    assert_page(page, "The offer was declined")
    assert await status_of(api, token) == "declined"
    again = await browse.post(DECLINE, {"token": token})
    assert_page(again, "The offer was declined", status=410)
    assert_page(await accept(browse, token, account="mine"), status=410)


@pytest.mark.parametrize("path", [ACCEPT, DECLINE])
async def test_a_form_of_another_site_takes_no_ticket(
    browse: Browser, api: Api, token: str, path: str
) -> None:
    await browse.log_in(await api.person())
    headers = {"Sec-Fetch-Site": "cross-site"}
    data = {"token": token, "account": "mine"}
    assert_page(await browse.post(path, data, headers=headers), status=403)
    assert await status_of(api, token) == "offered"


async def test_an_offer_that_is_over_says_why(
    browse: Browser, api: Api, buyer: Person, token: str, clock: MovableClock
) -> None:
    clock.move(days=8)
    page = await browse.get(ACCEPT, params={"token": token})
    assert_page(page, "The offer has expired", status=410)


@pytest.mark.parametrize("token", ["none", "", "ไทย"])
async def test_an_unknown_token_is_no_offer(browse: Browser, token: str) -> None:
    page = await browse.get(ACCEPT, params={"token": token})
    assert_page(page, "This link is not complete", status=410)
    for path in (ACCEPT, DECLINE):
        assert_page(await browse.post(path, {"token": token}), status=410)
    assert_page(await browse.post(DECLINE), status=410)
