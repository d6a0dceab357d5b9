"""The world of the authorization matrix: one of everything, and back to it after each change."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import asyncpg
import httpx

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.dtos.api_key import KeyWithSecret
from src.application.live.availability_streams import AvailabilityStreams
from src.application.live.order_streams import OrderStreams
from src.application.use_cases.api_key.create_api_key import CreateApiKeyCommand
from src.application.use_cases.cart.add_to_cart import AddToCartCommand
from src.application.use_cases.discount.create_discount import CreateDiscountCommand
from src.application.use_cases.event.create_event import CreateEventCommand
from src.application.use_cases.settlement.record_organizer_payout import (
    RecordOrganizerPayoutCommand,
)
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand
from src.application.use_cases.ticket.offer_transfer import OfferTransferCommand
from src.application.use_cases.venue.create_venue import CreateVenueCommand
from src.application.use_cases.webhook.create_webhook import CreateWebhookCommand
from src.container import Container
from src.domain.entities.bank_account import BankAccount
from src.domain.entities.booking import Booking
from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Event, EventStatus, Payment, Seating
from src.domain.entities.seller import Seller
from src.domain.entities.session import RefreshToken
from src.domain.entities.user import Actor, Role, User
from src.domain.entities.venue import Venue
from src.domain.repositories.venue import NewSeat
from src.domain.shared.money import ZERO
from src.domain.shared.scopes import OF_ADMINS, Scope
from src.presentation.dependencies.authentication import API_KEY_HEADER
from tests.support.authorization.matrix import TARGETS, Row
from tests.support.authorization.orders import make_orders
from tests.support.purchases import buying

PASSWORD = "correct-horse"

PEOPLE = {
    "customer": Role.CUSTOMER,
    "other_customer": Role.CUSTOMER,
    "scanner": Role.SCANNER,
    "other_scanner": Role.SCANNER,
    "organizer": Role.ORGANIZER,
    "other_organizer": Role.ORGANIZER,
    "admin": Role.ADMIN,
    "deactivated": Role.ADMIN,
}

ALL_SCOPES = frozenset(Scope)
KEYS = (
    *(("organizer", frozenset({scope})) for scope in ALL_SCOPES - OF_ADMINS),
    *(("admin", frozenset({scope})) for scope in ALL_SCOPES),
    *(("admin", ALL_SCOPES - {scope}) for scope in ALL_SCOPES),
    ("admin", ALL_SCOPES),
)

# Parents before children; all but the audit log, which refuses to be emptied.
TABLES = (
    "users",
    "refresh_tokens",
    "provider_log_ins",
    "web_sessions",
    "calendar_feeds",
    "api_keys",
    "venues",
    "seats",
    "venue_sections",
    "events",
    "event_scanners",
    "event_posters",
    "ticket_types",
    "discounts",
    "orders",
    "bookings",
    "tickets",
    "gates",
    "check_ins",
    "pass_devices",
    "transfers",
    "retired_ticket_codes",
    "order_items",
    "transactions",
    "refunded_tickets",
    "disputes",
    "payouts",
    "provider_movements",
    "provider_balances",
    "payment_events",
    "ledger_entries",
    "fake_payments",
    "fake_refunds",
    "fake_disputes",
    "fake_payouts",
    "fake_movements",
    "idempotency_keys",
    "outbox",
    "ticket_keys",
    "cart_items",
    "cart_discounts",
    "webhook_endpoints",
    "webhook_deliveries",
    "webhook_sold_out_events",
    "mails",
    "mailings",
    "activity_quarters",
    "sellers",
    "order_billing",
    "invoice_counters",
    "invoices",
    "invoice_movements",
    "settlement_terms",
    "bank_accounts",
    "organizer_payouts",
)

STATE = " UNION ALL ".join(
    # Not called "row": seats have a column of that name.
    f"SELECT '{table}' AS name, md5(string_agg(entry::text, E'\\n' ORDER BY entry::text)) AS state "
    f"FROM {table} AS entry"
    for table in TABLES
)
SAVE = ";".join(f"CREATE TEMP TABLE saved_{table} AS TABLE {table}" for table in TABLES)
# Without the triggers of these: the saved rows have their counters already, and no ledger
# lets itself be emptied.
GUARDED = (
    *("bookings", "tickets", "orders", "transactions", "payment_events", "ledger_entries"),
    *("invoices", "invoice_movements", "order_billing", "settlement_terms", "organizer_payouts"),
    "provider_movements",
)
RESTORE = ";".join(
    [
        "BEGIN",
        *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in GUARDED),
        *(f"DELETE FROM {table}" for table in reversed(TABLES)),
        *(f"INSERT INTO {table} SELECT * FROM saved_{table}" for table in TABLES),
        *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in GUARDED),
        "COMMIT",
    ]
)


@dataclass
class World:
    """Everybody and everything by name: ids, codes, and the tokens of `PEOPLE`.

    `keys` are secrets of API keys by their user and their scopes: each alone, and all but one.
    """

    client: httpx.AsyncClient
    connection: asyncpg.Connection
    ids: dict[str, int | str]
    tokens: dict[str, str]
    keys: Mapping[tuple[str, frozenset[Scope]], str]
    streams: tuple[AvailabilityStreams, OrderStreams]
    original: dict[str, str]

    async def state(self) -> dict[str, str]:
        """A checksum of each table."""
        rows = await self.connection.fetch(STATE)
        return {row["name"]: row["state"] for row in rows}

    async def restore(self) -> None:
        """Undo what was done since the world was made."""
        if await self.state() != self.original:
            await self.connection.execute(RESTORE)

    async def call(
        self,
        method: str,
        path: str,
        row: Row,
        role: str,
        scopes: frozenset[Scope] | None = None,
    ) -> httpx.Response:
        """Send the row's request as somebody of this role, or with a key of theirs."""
        names = {**TARGETS, **row.targets}
        url = path.format(**{parameter: self.ids[name] for parameter, name in names.items()})
        token = self.tokens.get(role)
        as_caller = {"Authorization": f"Bearer {token}"} if token else {}
        if scopes is not None:
            as_caller = {API_KEY_HEADER: self.keys[role, scopes]}
        async with self._without_endless_answers():
            return await self.client.request(
                method,
                url,
                headers={**row.headers, **as_caller},
                params=self._resolved(row.query),
                json=self._resolved(row.body),
                data=row.form,
                content=row.content,
            )

    @asynccontextmanager
    async def _without_endless_answers(self) -> AsyncIterator[None]:
        """End every stream as soon as it is open: the client waits for the end of an answer."""

        async def end_streams() -> None:
            while True:
                for streams in self.streams:
                    streams.end_all()
                await asyncio.sleep(0.001)

        ending = asyncio.create_task(end_streams())
        try:
            yield
        finally:
            ending.cancel()

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._resolved(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self._resolved(item) for item in value]
        if isinstance(value, str) and value.startswith("$"):
            return self.ids[value[1:]]
        return value


REFUSED_MAIL = """
INSERT INTO mails (cause, kind, user_id, event_id, booking_id, status, next_at, message_id)
VALUES ('test', 'booking_confirmed', $1, $2, $3, 'refused', NULL, gen_random_uuid())
RETURNING id
"""


async def make_world(
    container: Container, client: httpx.AsyncClient, connection: asyncpg.Connection
) -> World:
    """Fill the empty database, and remember it."""
    await container.adapters.ticket_tokens().register()
    people = {name: await _person(container, name, role) for name, role in PEOPLE.items()}
    ids: dict[str, int | str] = {name: user.id for name, user in people.items()}
    tokens = {
        name: container.adapters.access_tokens().issue(user).value for name, user in people.items()
    }
    ids["customer_username"] = "customer"
    ids["refresh_token"] = await _refresh_token(container, people["customer"])
    customer = people["customer"]
    ids["reset_token"] = container.adapters.reset_tokens().issue(customer)
    ids["verification_token"] = container.adapters.verification_tokens().issue(customer)
    owner = Actor(people["organizer"].id, Role.ORGANIZER)
    buyer = Actor(people["customer"].id, Role.CUSTOMER)

    event = await _event(container, owner)
    ids["event"], ids["ticket_type"] = event.id, (await _type_ids(container, event))[0]
    await container.catalogue.assign_scanners().execute(owner, event.id, [people["scanner"].id])
    unsold = await _event(container, owner, ticket_types=["Seats", "Balcony"])
    ids["unsold"], ids["unsold_type"] = unsold.id, (await _type_ids(container, unsold))[0]
    policy = CancellationPolicy(until=timedelta(days=1), kept_percent=ZERO, kept_fixed=ZERO)
    await container.returns.set_cancellation_policy().execute(owner, unsold.id, policy)
    draft = await _event(
        container, owner, ticket_types=["Seats", "Balcony"], status=EventStatus.DRAFT
    )
    ids["draft"], ids["draft_type"] = draft.id, (await _type_ids(container, draft))[0]
    await container.catalogue.assign_scanners().execute(owner, draft.id, [people["scanner"].id])

    booking = await _booking(container, buyer, event)
    ids["booking"], ids["ticket"] = booking.id, _code(booking)
    ids["ticket_id"] = booking.tickets[0].id
    ids["mail"] = await connection.fetchval(REFUSED_MAIL, customer.id, event.id, booking.id)
    ids["used_ticket"] = _code(await _booking(container, buyer, event))
    await container.selling.check_in_ticket().execute(
        owner, CheckInCommand(str(ids["used_ticket"]))
    )
    ids["offered_ticket"] = await _offered_ticket(container, buyer, event)
    # Of somebody who is none of the callers, since nobody accepts an offer of their own.
    sender = await _person(container, "sender", Role.CUSTOMER)
    await _offered_ticket(container, Actor(sender.id, sender.role), event)
    newest = "SELECT nonce FROM transfers ORDER BY id DESC LIMIT 1"
    nonce = await connection.fetchval(newest)
    ids["transfer_token"] = container.adapters.transfer_tokens().issue(nonce)
    ids["pending"] = (await _hold(container, buyer, event)).id
    feed = await container.passes.make_calendar_feed().execute(buyer)
    ids["feed_secret"] = feed.rpartition("/")[2].removesuffix(".ics")
    ids |= {"device": "phone-1", "pass_type": "pass.fake"}
    ids["serial"] = f"{booking.tickets[0].id}-1"
    online = await _event(container, owner, payment=Payment.ONLINE)
    ids["online"] = online.id
    ids["online_pending"] = (await _booking(container, buyer, online)).id

    ids["empty_venue"] = (await _venue(container, owner)).id
    venue = await _venue(container, owner)
    places = [NewSeat("Stalls", "A", number) for number in ("1", "2")]
    seats = await container.catalogue.add_seats().execute(owner, venue.id, places)
    ids["venue"], ids["seat"] = venue.id, seats[0].id
    reserved = await _event(container, owner, venue_id=venue.id)
    ids["reserved"] = reserved.id

    to_cart = AddToCartCommand(ticket_type_id=int(ids["ticket_type"]), quantity=1)
    ids["cart_item"] = (await container.selling.add_to_cart().execute(buyer, to_cart)).item.id
    discount = await _discount(container, owner, "SUMMER20")
    ids["discount"], ids["discount_code"] = discount.id, discount.code
    admin = Actor(people["admin"].id, Role.ADMIN)
    ids["global_discount"] = (await _discount(container, admin, "GLOBAL")).id
    await container.selling.apply_discount().execute(buyer, buyer.id, discount.code)

    ids["webhook"], ids["delivery"] = await _webhook(container, owner)
    ids["admins_webhook"], _ = await _webhook(container, admin)

    elsewhere = await _event(
        container, Actor(people["other_organizer"].id, Role.ORGANIZER), payment=Payment.ONLINE
    )
    ids["elsewhere"], ids["elsewhere_type"] = (
        elsewhere.id,
        (await _type_ids(container, elsewhere))[0],
    )
    ids["online_type"] = (await _type_ids(container, online))[0]
    seller = Seller(user_id=owner.id, name="Seller", street="Street 1", city="Berlin", country="DE")
    seller.tax_number = "12/345"
    await container.invoicing.set_seller().execute(owner, seller)
    ids |= await make_orders(container, buyer, admin, online.id, elsewhere.id)
    ids["organizer_payout"] = await _payout(container, owner, admin)

    actors = {name: Actor(user.id, user.role) for name, user in people.items()}
    ids["customers_key"] = (await _key(container, buyer, [Scope.EVENTS_READ])).key.id
    keys = {
        (name, scopes): (await _key(container, actors[name], sorted(scopes))).secret
        for name, scopes in KEYS
    }

    await connection.execute(SAVE)
    adapters = container.adapters
    streams = (adapters.availability_streams(), adapters.order_streams())
    world = World(client, connection, ids, tokens, keys, streams, original={})
    world.original = await world.state()
    return world


async def _payout(container: Container, owner: Actor, admin: Actor) -> int:
    """What the owner was paid, to an account that is known."""
    account = BankAccount(user_id=owner.id, holder="Seller", other="Bank 1")
    await container.settlement.set_bank_account().execute(owner, account)
    command = RecordOrganizerPayoutCommand(
        organizer_id=owner.id,
        currency="USD",
        amount=Decimal("5.00"),
        paid_on=date(2026, 1, 2),
        reference="One",
        is_advance=True,
    )
    return (await container.settlement.record_organizer_payout().execute(admin, command)).result.id


async def _person(container: Container, name: str, role: Role) -> User:
    user = User(
        name=name.title(),
        email=f"{name}@test.example",
        username=name,
        role=role,
        is_active=name != "deactivated",
    )
    if name == "customer":
        user.password_hash = await container.adapters.password_hasher().hash(PASSWORD)
    async with container.adapters.unit_of_work()() as uow:
        await uow.users.add(user)
        await uow.commit()
    return user


async def _key(container: Container, owner: Actor, scopes: Sequence[Scope]) -> KeyWithSecret:
    command = CreateApiKeyCommand(" ".join(scopes), scopes)
    return await container.api_keys.create_api_key().execute(owner, command)


async def _refresh_token(container: Container, user: User) -> str:
    secret = container.adapters.access_tokens().new_refresh_token()
    token = RefreshToken(
        user_id=user.id,
        family_id=uuid4(),
        token_hash=container.adapters.access_tokens().hash_refresh_token(secret),
        expires_at=container.adapters.clock()() + timedelta(days=1),
    )
    async with container.adapters.unit_of_work()() as uow:
        await uow.sessions.add(token)
        await uow.commit()
    return secret


async def _event(
    container: Container,
    owner: Actor,
    *,
    ticket_types: list[str] | None = None,
    status: EventStatus = EventStatus.ACTIVE,
    payment: Payment = Payment.NONE,
    venue_id: int | None = None,
) -> Event:
    command = CreateEventCommand(
        title="Test event",
        date_time=container.adapters.clock()() + timedelta(days=30),
        capacity=None if venue_id else 10,
        price=Decimal("25.00"),
        status=status,
        payment=payment,
        venue_id=venue_id,
        seating=Seating.RESERVED if venue_id else Seating.GENERAL,
        ticket_types=[NewTicketType(name=name) for name in ticket_types or []],
    )
    return await container.catalogue.create_event().execute(owner, command)


async def _type_ids(container: Container, event: Event) -> list[int]:
    return [
        ticket_type.id for ticket_type in await container.adapters.ticket_types().of_event(event.id)
    ]


async def _booking(container: Container, buyer: Actor, event: Event) -> Booking:
    purchase = buying(buyer, event.id, 1)
    return (await container.selling.book_tickets().execute(purchase)).result


async def _hold(container: Container, buyer: Actor, event: Event) -> Booking:
    purchase = buying(buyer, event.id, 1)
    return (await container.selling.reserve_tickets().execute(purchase)).result


async def _offered_ticket(container: Container, sender: Actor, event: Event) -> str:
    code = _code(await _booking(container, sender, event))
    command = OfferTransferCommand(code, "somebody@test.example")
    await container.transfers.offer_transfer().execute(sender, command)
    return code


async def _venue(container: Container, owner: Actor) -> Venue:
    return await container.catalogue.create_venue().execute(
        owner, CreateVenueCommand(name="Test venue")
    )


async def _discount(container: Container, owner: Actor, code: str) -> Discount:
    command = CreateDiscountCommand(code=code, kind=DiscountKind.PERCENT, value=Decimal("20.00"))
    return await container.catalogue.create_discount().execute(owner, command)


async def _webhook(container: Container, owner: Actor) -> tuple[int, int]:
    """The ids of a webhook and of its delivery."""
    command = CreateWebhookCommand("https://receiver.example/hooks", ["booking.*"])
    endpoint = (await container.webhooks.create_webhook().execute(owner, command)).endpoint
    delivery = await container.webhooks.send_test_webhook().execute(owner, endpoint.id)
    return endpoint.id, delivery.id


def _code(booking: Booking) -> str:
    code = booking.tickets[0].ticket_code
    assert code is not None
    return code
