"""What the fakes remember: rows in memory, with the counters that triggers keep in the database."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Protocol, TypeVar

from src.application.ports.database import AuditEntry
from src.domain.entities.api_key import ApiKey
from src.domain.entities.bank_account import BankAccount
from src.domain.entities.billing import Billing
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.dispute import Dispute
from src.domain.entities.event import Event
from src.domain.entities.gate import Gate
from src.domain.entities.invoice import Invoice
from src.domain.entities.mail import Mail
from src.domain.entities.order import Order, OrderItem
from src.domain.entities.payout import Payout, ProviderMovement
from src.domain.entities.provider_log_in import ProviderLogIn
from src.domain.entities.scan import LoggedScan
from src.domain.entities.section_plan import SeatAccess, SectionPlan
from src.domain.entities.seller import Seller
from src.domain.entities.session import RefreshToken
from src.domain.entities.settlement import OrganizerPayout, SettlementTerms
from src.domain.entities.ticket import RetiredCode, Ticket, TicketStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transaction import (
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.entities.transfer import Transfer
from src.domain.entities.user import User
from src.domain.entities.venue import Seat, Venue
from src.domain.entities.web_session import WebSession
from src.domain.entities.webhook import WebhookDelivery, WebhookEndpoint
from src.domain.repositories.outbox import OutboxMessage
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.domain.repositories.poster import PosterPicture

LIVE_TICKETS = (TicketStatus.RESERVED, TicketStatus.ACTIVE, TicketStatus.USED)
SOLD_TICKETS = (TicketStatus.ACTIVE, TicketStatus.USED)


class Numbered(Protocol):
    id: int


Item = TypeVar("Item", bound=Numbered)
Row = (
    User
    | Venue
    | Event
    | TicketType
    | Booking
    | Order
    | OrderItem
    | Transaction
    | CartItem
    | Discount
)


def _nothing() -> None:
    """Nobody works beside this transaction."""


def _long_ago() -> datetime:
    """When no hold has lapsed."""
    return datetime.min.replace(tzinfo=UTC)


@dataclass(kw_only=True)
class Store:
    """All rows. `commits` counts transactions; `before_lock` is what others do until a lock.

    `locks` are the events and orders that committed transactions have locked, in order.
    `clock` decides which holds have lapsed; it is a function, as a snapshot copies all else.
    """

    users: dict[int, User] = field(default_factory=dict)
    venues: dict[int, Venue] = field(default_factory=dict)
    seats: dict[int, list[Seat]] = field(default_factory=dict)
    seat_access: dict[int, SeatAccess | None] = field(default_factory=dict)
    section_plans: dict[int, dict[str, SectionPlan]] = field(default_factory=dict)
    events: dict[int, Event] = field(default_factory=dict)
    ticket_types: dict[int, TicketType] = field(default_factory=dict)
    bookings: dict[int, Booking] = field(default_factory=dict)
    orders: dict[int, Order] = field(default_factory=dict)
    transfers: dict[int, Transfer] = field(default_factory=dict)
    retired_codes: dict[str, RetiredCode] = field(default_factory=dict)
    order_items: dict[int, OrderItem] = field(default_factory=dict)
    transactions: dict[int, Transaction] = field(default_factory=dict)
    refunded_tickets: dict[int, dict[int, Decimal]] = field(default_factory=dict)
    ledger: list[LedgerEntry] = field(default_factory=list)
    disputes: dict[int, Dispute] = field(default_factory=dict)
    payouts: dict[int, Payout] = field(default_factory=dict)
    provider_movements: dict[str, dict[str, ProviderMovement]] = field(default_factory=dict)
    matched_movements: set[str] = field(default_factory=set)
    paid_out: dict[tuple[str, str], int] = field(default_factory=dict)
    provider_balances: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    sellers: dict[int, Seller] = field(default_factory=dict)
    billing: dict[int, Billing] = field(default_factory=dict)
    invoices: dict[int, Invoice] = field(default_factory=dict)
    settlement_terms: dict[int, SettlementTerms] = field(default_factory=dict)
    organizer_payouts: dict[int, OrganizerPayout] = field(default_factory=dict)
    bank_accounts: dict[int, BankAccount] = field(default_factory=dict)
    refunds_due: set[int] = field(default_factory=set)
    provider_events: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    ask_at: dict[int, datetime] = field(default_factory=dict)
    cart_items: dict[int, CartItem] = field(default_factory=dict)
    cart_discounts: dict[int, int] = field(default_factory=dict)
    discounts: dict[int, Discount] = field(default_factory=dict)
    discount_uses: dict[tuple[int, int], int] = field(default_factory=dict)
    gates: dict[int, list[Gate]] = field(default_factory=dict)
    scans: list[tuple[int, LoggedScan]] = field(default_factory=list)
    scanners: dict[int, list[int]] = field(default_factory=dict)
    provider_log_ins: dict[bytes, ProviderLogIn] = field(default_factory=dict)
    tokens: dict[bytes, RefreshToken] = field(default_factory=dict)
    web_sessions: dict[bytes, WebSession] = field(default_factory=dict)
    calendar_feeds: dict[int, bytes] = field(default_factory=dict)
    api_keys: dict[int, ApiKey] = field(default_factory=dict)
    posters: dict[int, list[PosterPicture]] = field(default_factory=dict)
    pass_devices: dict[tuple[str, int], tuple[int, str]] = field(default_factory=dict)
    mails: dict[int, Mail] = field(default_factory=dict)
    answers: dict[tuple[int, str], tuple[bytes, object]] = field(default_factory=dict)
    answered_at: dict[tuple[int, str], datetime] = field(default_factory=dict)
    running: set[tuple[int, str]] = field(default_factory=set)
    locked_users: set[int] = field(default_factory=set)
    outbox: dict[int, OutboxMessage] = field(default_factory=dict)
    locked_carts: set[int] = field(default_factory=set)
    locked_events: set[int] = field(default_factory=set)
    webhook_endpoints: dict[int, WebhookEndpoint] = field(default_factory=dict)
    webhook_deliveries: dict[int, WebhookDelivery] = field(default_factory=dict)
    sold_out: set[int] = field(default_factory=set)
    audit: list[AuditEntry] = field(default_factory=list)
    locks: list[tuple[str, int]] = field(default_factory=list)
    commits: int = 0
    last_id: int = 0
    before_lock: Callable[[], None] = _nothing
    clock: Callable[[], datetime] = _long_ago

    def can_be_held(self, user_id: int) -> bool:
        """Whether nobody else has locked this account, and nobody has deleted it."""
        user = self.users.get(user_id)
        return user_id not in self.locked_users and (user is None or user.deleted_at is None)

    def add(self, *rows: Row) -> None:
        """Store copies of these as if they had been committed before; gives ids where missing.

        An order comes with its items and bookings.
        """
        for row in rows:
            row.id = row.id or self.next_id()
            self.last_id = max(self.last_id, row.id)
            match row:
                case User():
                    self.users[row.id] = deepcopy(row)
                case Venue():
                    self.venues[row.id] = deepcopy(row)
                case Event():
                    self.events[row.id] = deepcopy(row)
                case TicketType():
                    self.ticket_types[row.id] = deepcopy(row)
                case CartItem():
                    self.cart_items[row.id] = deepcopy(row)
                case Discount():
                    self.discounts[row.id] = deepcopy(row)
                case OrderItem():
                    self.order_items[row.id] = deepcopy(row)
                case Transaction():
                    self.transactions[row.id] = deepcopy(row)
                case Order():
                    self.orders[row.id] = deepcopy(replace(row, items=[], bookings=[]))
                    for item in row.items:
                        item.order_id = row.id
                    for booking in row.bookings:
                        booking.order_id = row.id
                    self.add(*row.items, *row.bookings)
                case Booking():
                    self._adopt_tickets(row)
                    self.bookings[row.id] = deepcopy(row)

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def lock(self, noun: str, row_id: int) -> None:
        """Wait until nobody else has locked this row, and keep it."""
        self.before_lock()
        self.locks.append((noun, row_id))

    def actions(self) -> list[str]:
        """What the audit log says was done, in order."""
        return [entry.action for entry in self.audit]

    def tickets(self, event_id: int) -> Iterator[Ticket]:
        """The rows themselves, of all bookings of the event."""
        for booking in self.bookings.values():
            if booking.event_id == event_id:
                yield from booking.tickets

    def all_tickets(self) -> Iterator[Ticket]:
        for booking in self.bookings.values():
            yield from booking.tickets

    def event(self, event_id: int) -> Event:
        """A copy of the row with its statistics, counted anew."""
        event = deepcopy(self.events[event_id])
        statuses = [ticket.status for ticket in self.tickets(event_id) if ticket.admits]
        event.total_tickets_sold = sum(status in SOLD_TICKETS for status in statuses)
        event.tickets_held = statuses.count(TicketStatus.RESERVED)
        event.tickets_lapsed = sum(ticket.admits for ticket in self._lapsed(event_id))
        confirmed = [
            booking
            for booking in self.bookings.values()
            if booking.event_id == event_id and booking.status is BookingStatus.CONFIRMED
        ]
        event.total_bookings = len(confirmed)
        event.total_revenue = sum((booking.total_amount for booking in confirmed), Decimal("0.00"))
        return event

    def ticket_type(self, ticket_type_id: int) -> TicketType:
        """A copy of the row with its counters and what the whole event has left."""
        ticket_type = deepcopy(self.ticket_types[ticket_type_id])
        statuses = [
            ticket.status
            for ticket in self.tickets(ticket_type.event_id)
            if ticket.ticket_type_id == ticket_type_id
        ]
        ticket_type.sold = sum(status in SOLD_TICKETS for status in statuses)
        ticket_type.held = statuses.count(TicketStatus.RESERVED)
        lapsed = self._lapsed(ticket_type.event_id)
        ticket_type.lapsed = sum(ticket.ticket_type_id == ticket_type_id for ticket in lapsed)
        ticket_type.event_left = self.event(ticket_type.event_id).tickets_available
        return ticket_type

    def booking(self, booking_id: int) -> Booking:
        return deepcopy(self.bookings[booking_id])

    def order(self, order_id: int) -> Order:
        """A copy of the row with its items and bookings."""
        order = deepcopy(self.orders[order_id])
        items = sorted(self.order_items.values(), key=lambda item: item.id)
        bookings = sorted(self.bookings.values(), key=lambda booking: booking.id)
        order.items = deepcopy([item for item in items if item.order_id == order_id])
        order.bookings = deepcopy([booking for booking in bookings if booking.order_id == order_id])
        return order

    def transaction(self, transaction_id: int) -> Transaction:
        """A copy of the row with what went back of it, or is on its way, counted anew."""
        transaction = deepcopy(self.transactions[transaction_id])
        transaction.refunded_amount = sum(
            (
                refund.amount
                for refund in self.transactions.values()
                if refund.parent_id == transaction_id
                and refund.kind is TransactionKind.REFUND
                and refund.status is not TransactionStatus.FAILED
            ),
            Decimal("0.00"),
        )
        return transaction

    def user(self, user_id: int) -> User:
        return deepcopy(self.users[user_id])

    def location(self, venue_id: int | None) -> str | None:
        """Where a venue is."""
        venue = self.venues.get(venue_id) if venue_id is not None else None
        return venue.location if venue is not None else None

    def snapshot(self) -> dict[str, object]:
        """Everything a transaction can change, to compare or to bring back."""
        return deepcopy(vars(self))

    def restore(self, snapshot: dict[str, object]) -> None:
        vars(self).update(deepcopy(snapshot))

    def _lapsed(self, event_id: int) -> list[Ticket]:
        now = self.clock()
        return [
            ticket
            for booking in self.bookings.values()
            if booking.event_id == event_id and is_lapsed(booking, now)
            for ticket in booking.tickets
            if ticket.status is TicketStatus.RESERVED
        ]

    def _adopt_tickets(self, booking: Booking) -> None:
        for ticket in booking.tickets:
            ticket.id = ticket.id or self.next_id()
            ticket.booking_id = booking.id


def is_lapsed(booking: Booking, now: datetime) -> bool:
    """Whether it is a hold whose time has passed."""
    is_pending = booking.status is BookingStatus.PENDING
    return is_pending and booking.expires_at is not None and booking.expires_at <= now


def page_of(items: Iterable[Item], page: PageRequest) -> Page[Item]:
    """Copies of the items of this page, sorted, with the cursor of the next one."""
    key = page.sort.removeprefix("-")
    is_descending = page.sort.startswith("-")
    names = [*(["currency"] if key == "price" else []), key, "id"]
    ordered = sorted(items, key=attrgetter(*names), reverse=is_descending)
    if page.after is not None:
        ordered = ordered[[item.id for item in ordered].index(page.after.id) + 1 :]
    shown = deepcopy(ordered[: page.limit])
    if len(ordered) <= page.limit:
        return Page(shown)
    return Page(shown, Cursor(page.sort, str(getattr(shown[-1], key)), shown[-1].id))


def contains(piece: str | None, *texts: str | None) -> bool:
    """Whether the piece, if one is wanted, is in one of the texts, whatever their case."""
    return piece is None or any(piece.lower() in text.lower() for text in texts if text)
