"""Passes of tickets over HTTP: who gets them, and of which tickets."""

from typing import Any

import httpx
import pytest
from dependency_injector import providers

from src.domain.entities.user import Role
from src.infrastructure.documents.wallets.off import NoAppleWallet, NoGoogleWallet
from tests.support.api import Api, Person, assert_problem
from tests.support.fakes.ports import FakeAppleWallet

each_wallet = pytest.mark.parametrize("suffix", [".pkpass", "/google-wallet"])


async def ticket_of(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    ticket: dict[str, Any]
    (ticket,) = (await api.book(buyer, (await api.event(organizer))["id"]))["tickets"]
    return ticket


async def fetch(
    api: Api, who: Person | None, ticket: dict[str, Any], suffix: str
) -> httpx.Response:
    return await api.get(f"/tickets/{ticket['ticket_code']}{suffix}", who)


async def test_apple_pass_is_a_private_file_named_after_the_ticket(
    api: Api, organizer: Person, buyer: Person
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    response = await fetch(api, buyer, ticket, ".pkpass")
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/vnd.apple.pkpass"
    assert response.headers["cache-control"] == "private, no-store"
    name = f"{ticket['ticket_code']}.pkpass"
    assert response.headers["content-disposition"] == f'attachment; filename="{name}"'


async def test_pass_has_the_token_that_the_door_reads(
    api: Api, organizer: Person, buyer: Person
) -> None:
    venue = await api.post("/venues", organizer, {"name": "Arena", "location": "1 Road"})
    event = await api.event(organizer, venue_id=venue.json()["id"])
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    wallet = api.container.adapters.apple_wallet()
    assert isinstance(wallet, FakeAppleWallet)
    await fetch(api, buyer, ticket, ".pkpass")
    content = wallet.written[-1]
    claims = await api.container.adapters.ticket_tokens().read(content.token)
    assert (claims.ticket_id, claims.event_id) == (ticket["id"], event["id"])
    assert (content.code, content.holder) == (ticket["ticket_code"], buyer.user.name)
    assert (content.ticket_type, content.address) == ("General admission", "1 Road")


async def test_google_link_is_answered_and_kept_by_no_cache(
    api: Api, organizer: Person, buyer: Person
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    response = await fetch(api, buyer, ticket, "/google-wallet")
    assert response.json() == {"save_url": f"https://wallet.test.example/{ticket['ticket_code']}"}
    assert response.headers["cache-control"] == "no-store"


@each_wallet
async def test_pass_is_for_the_holder_and_admins_alone(
    api: Api, organizer: Person, buyer: Person, suffix: str
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    assert (await fetch(api, await api.person(Role.ADMIN), ticket, suffix)).status_code == 200
    for other in (organizer, await api.person()):
        assert_problem(await fetch(api, other, ticket, suffix), 404, "not_found")
    assert_problem(await fetch(api, None, ticket, suffix), 401, "not_authenticated")


@each_wallet
async def test_cancelled_ticket_has_no_pass(
    api: Api, organizer: Person, buyer: Person, suffix: str
) -> None:
    booking = await api.book(buyer, (await api.event(organizer))["id"])
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    response = await fetch(api, buyer, booking["tickets"][0], suffix)
    problem = assert_problem(response, 409, "invalid_state")
    assert problem["detail"] == "This ticket was cancelled: it admits nobody."


@each_wallet
async def test_wallet_that_is_off_says_so(
    api: Api, organizer: Person, buyer: Person, suffix: str
) -> None:
    ticket = await ticket_of(api, organizer, buyer)
    adapters = api.container.adapters
    with (
        adapters.apple_wallet.override(providers.Object(NoAppleWallet())),
        adapters.google_wallet.override(providers.Object(NoGoogleWallet())),
        api.container.passes.get_apple_pass.reset(),
        api.container.passes.get_google_link.reset(),
    ):
        problem = assert_problem(await fetch(api, buyer, ticket, suffix), 404, "not_found")
    assert "the operator has not enabled it" in problem["detail"]
