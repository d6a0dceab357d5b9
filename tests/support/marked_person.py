"""A person who has used everything there is, with marks by which each word of theirs is found."""

from dataclasses import dataclass
from typing import Any

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.orders import item, manual_payment, place, start
from tests.support.web import Browser

MARK = "zqmarker"
NAME = f"Zoe {MARK}-name"
FULL_NAME = f"Zoe Zelda {MARK}-full"
EMAIL = f"{MARK}-mail@test.example"
USERNAME = f"{MARK}-username"
PHONE = "+4915799988877"
CONTACT_EMAIL = f"{MARK}-contact@test.example"
CONTACT_PHONE = "+4915799988866"
FRIEND = f"{MARK}-friend@test.example"
PASSWORD = "a-long-enough-secret"
MARKS = (MARK, PHONE, CONTACT_PHONE)

CONTACT = {
    "contact_name": f"Zoe \u201c{MARK}\u201d \\ contact",
    "contact_email": CONTACT_EMAIL,
    "contact_phone": CONTACT_PHONE,
    "notes": f'Needs a "ramp" {MARK}',
}


@dataclass(frozen=True, kw_only=True)
class Season:
    """What the person left behind, by its JSON."""

    person: Person
    event: dict[str, Any]
    paid: dict[str, Any]
    waiting: dict[str, Any]
    open_payment: dict[str, Any]
    reservation: dict[str, Any]


async def use_everything(
    api: Api, browse: Browser, organizer: Person, admin: Person, other: Person
) -> Season:
    """Everything that a person can do and that others can do with them, through the API."""
    person = await _account(api, admin)
    event = await api.event(organizer, payment="online", capacity=20)
    free = await api.event(organizer, title="Free", price="0", capacity=20)
    mine, theirs = await item(api, event), await item(api, free)
    await browse.log_in(person, device=f"Browser of {MARK}")
    assert (await browse.post("/account/calendar")).status_code == 200

    keyed = {"Idempotency-Key": f"{MARK}-key"}
    paid = (await place(api, person, mine, **CONTACT, headers=keyed)).json()
    payment = await manual_payment(api, person, admin, paid)
    note = {"note": f"She wrote: {MARK}"}
    assert (await api.put(f"/transactions/{payment['id']}", admin, note)).status_code == 200
    refund = {"amount": "1.00", "reason": f"{MARK} was ill"}
    path = f"/transactions/{payment['id']}/refund"
    answer = await api.post(path, organizer, refund, headers={"Idempotency-Key": "of-organizer"})
    assert answer.status_code == 201, answer.text
    # What others were answered has the person's words as well.
    staff = {"Idempotency-Key": "of-admin"}
    cancelled = (await place(api, person, mine, **CONTACT)).json()
    path = f"/orders/{cancelled['id']}/status"
    answer = await api.call("PATCH", path, admin, json={"status": "cancelled"}, headers=staff)
    assert answer.status_code == 200 and MARK in answer.text, answer.text

    given = (await place(api, person, theirs, **CONTACT)).json()
    (ticket,) = given["bookings"][0]["tickets"]
    await _use_ticket(api, person, ticket)
    to_me = (await place(api, other, theirs)).json()["bookings"][0]["tickets"][0]
    path = f"/tickets/{to_me['ticket_code']}/transfer"
    assert (await api.post(path, other, {"email": EMAIL})).status_code == 201

    path = f"/events/{event['id']}/complimentary"
    gift = {**theirs, "ticket_type_id": mine["ticket_type_id"], "user_id": person.id}
    answer = await api.post(path, organizer, {**gift, "quantity": 1, "reason": f"{MARK} asked"})
    assert answer.status_code == 201, answer.text

    hook = {"url": f"https://hooks.example/{MARK}", "events": ["booking.*"]}
    hook_id = (await api.post("/webhooks", person, hook)).json()["id"]
    assert (await api.post(f"/webhooks/{hook_id}/test", person)).status_code < 300
    key = {"name": f"Key of {MARK}", "scopes": ["events:read"]}
    answer = await api.post("/api-keys", person, key)
    assert answer.status_code == 201, answer.text
    cart = {"ticket_type_id": theirs["ticket_type_id"], "quantity": 1}
    assert (await api.post("/cart", person, cart)).status_code in (200, 201)
    waiting = (await place(api, person, mine, **CONTACT)).json()
    open_payment = await start(api, person, waiting)
    await _invoices(api, person, waiting)
    body = {"event_id": event["id"], "quantity": 2}
    answer = await api.post("/reservations/reserve", person, body)
    assert answer.status_code == 201, answer.text
    return Season(
        person=person,
        event=event,
        paid=paid,
        waiting=waiting,
        open_payment=open_payment,
        reservation=answer.json(),
    )


async def _account(api: Api, admin: Person) -> Person:
    body = {"email": EMAIL, "password": PASSWORD, "name": NAME, "phone": PHONE}
    session = (await api.post("/auth/signup", None, body)).json()
    user_id, token = session["user"]["id"], session["access_token"]
    changes = {"full_name": FULL_NAME, "username": USERNAME, "role": "organizer"}
    assert (await api.put(f"/users/{user_id}", admin, changes)).status_code == 200
    user = await api.container.adapters.users().get(user_id)
    assert user.role is Role.ORGANIZER
    token = api.container.adapters.access_tokens().issue(user).value
    return Person(user, token)


async def _invoices(api: Api, person: Person, order: dict[str, Any]) -> None:
    """What invoices would say: of the person who sells, and of the one who buys."""
    party = {
        "name": f"{NAME} Ltd",
        "street": f"{MARK} Street 1",
        "postal_code": f"{MARK}-1",
        "city": f"{MARK}ville",
        "country": "DE",
        "vat_id": f"CH{MARK.upper()}",
        "email": EMAIL,
    }
    billing = {**party, "reference": f"{MARK}-7"}
    answer = await api.put(f"/orders/{order['id']}/billing", person, billing)
    assert answer.status_code == 200, answer.text
    seller = {**party, "tax_number": f"{MARK}/12", "invoice_prefix": f"{MARK}-"}
    answer = await api.put(f"/sellers/{person.id}", person, seller)
    assert answer.status_code == 200, answer.text


async def _use_ticket(api: Api, person: Person, ticket: dict[str, Any]) -> None:
    """On a phone, and offered to a friend."""
    path = f"/apple-wallet/v1/devices/{MARK}-phone/registrations/pass.fake/{ticket['id']}-1"
    token = {"Authorization": f"ApplePass token-of-{ticket['id']}-1"}
    body = {"pushToken": f"{MARK}-push"}
    assert (await api.post(path, None, body, headers=token)).status_code == 201
    path = f"/tickets/{ticket['ticket_code']}/transfer"
    assert (await api.post(path, person, {"email": FRIEND})).status_code == 201
