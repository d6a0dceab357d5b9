"""The page behind the link of an offered ticket: who it is for logs in or signs up, and has it."""

import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person

PASSWORD = "a hard one to guess 7431"
NEWCOMER = "newcomer@test.example"


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


async def accept(api: Api, token: str, **fields: str) -> httpx.Response:
    return await api.client.post("/accept-ticket", data={"token": token, **fields})


async def tickets_of(api: Api, email: str) -> list[str]:
    """The codes that this account holds."""
    body = {"email": email, "password": PASSWORD}
    session = (await api.post("/auth/login", json=body)).json()
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    path = f"/tickets/user/{session['user']['id']}"
    found = await api.get(path, headers=headers)
    return [ticket["ticket_code"] for ticket in found.json()]


async def test_page_says_what_is_offered_and_changes_nothing(
    api: Api, buyer: Person, token: str
) -> None:
    for _ in range(2):
        page = await api.client.get("/accept-ticket", params={"token": token})
        assert page.status_code == 200
        assert "&lt;b&gt;Rock&lt;/b&gt; ไทย" in page.text
        assert buyer.user.name in page.text


async def test_somebody_new_signs_up_and_has_the_ticket(api: Api, token: str) -> None:
    fields = {"account": "new", "email": NEWCOMER, "password": PASSWORD, "name": "New Comer"}
    done = await accept(api, token, **fields)
    assert (done.status_code, "The ticket is yours" in done.text) == (200, True)
    (code,) = await tickets_of(api, NEWCOMER)
    assert code in done.text
    again = await accept(api, token, email=NEWCOMER, password=PASSWORD)
    assert (again.status_code, "This ticket was accepted already." in again.text) == (410, True)


async def test_somebody_known_logs_in_and_has_the_ticket(api: Api, token: str) -> None:
    await api.post("/auth/signup", json={"email": NEWCOMER, "password": PASSWORD})
    done = await accept(api, token, email=NEWCOMER, password=PASSWORD)
    assert done.status_code == 200
    assert len(await tickets_of(api, NEWCOMER)) == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"email": NEWCOMER, "password": "wrong"}, "password"),
        ({"email": "no address", "password": PASSWORD}, "Email"),
        ({"account": "new", "email": NEWCOMER, "password": "short"}, "Password"),
        ({"account": "new", "email": NEWCOMER, "password": "password1"}, "password"),
    ],
)
async def test_what_is_wrong_is_said_and_the_offer_stays(
    api: Api, token: str, fields: dict[str, str], sentence: str
) -> None:
    refused = await accept(api, token, **fields)
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text
    assert sentence in refused.text
    assert (await api.get(f"/transfers/{token}")).json()["status"] == "offered"


async def test_an_unknown_token_is_no_offer(api: Api) -> None:
    page = await api.client.get("/accept-ticket", params={"token": "none"})
    assert (page.status_code, "This link is not complete" in page.text) == (410, True)
