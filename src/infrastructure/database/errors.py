"""Translation of database errors into domain errors. One table for all constraints."""

import re
from collections.abc import Callable

import asyncpg
from tortoise.exceptions import DBConnectionError, IntegrityError, OperationalError

from src.domain.errors import (
    CodeCollision,
    DiscountInvalid,
    Duplicate,
    InsufficientTickets,
    InUse,
    InvalidState,
    NotFound,
    RefundExceedsPayment,
    SchemaChanged,
    SeatTaken,
    TicketingError,
    Unavailable,
    ValidationFailed,
)

CONSTRAINTS: dict[str, Callable[[], TicketingError]] = {
    "users_email_key": lambda: Duplicate("email"),
    "users_phone_key": lambda: Duplicate("phone"),
    "users_username_key": lambda: Duplicate("username"),
    "users_external_identity_key": lambda: Duplicate("external_id"),
    "api_keys_name_key": lambda: Duplicate("name"),
    "ticket_types_event_id_name_key": lambda: Duplicate("name"),
    "ticket_types_event_id_section_key": lambda: Duplicate("section"),
    "seats_place_key": lambda: Duplicate("seat_number"),
    "discounts_code_key": lambda: Duplicate("code"),
    "discounts_ticket_type_fkey": lambda: InUse("A discount code names this ticket type."),
    "bookings_reference_key": CodeCollision,
    "tickets_ticket_code_key": CodeCollision,
    "orders_reference_key": CodeCollision,
    # A safeguard: under the event's lock an open offer is found before another is made.
    "transfers_one_open_key": lambda: InvalidState(
        "transfer", "offered", "offered", "This ticket is offered to somebody already."
    ),
    # A safeguard: under the event's lock no seat is taken between the check and the insert.
    "tickets_live_seat_key": lambda: SeatTaken([]),
    "tickets_user_id_fkey": lambda: NotFound("user"),
    "bookings_user_id_fkey": lambda: NotFound("user"),
    "orders_user_id_fkey": lambda: NotFound("user"),
    "events_organizer_id_fkey": lambda: InUse("This user has history by now. Try again."),
    "cart_items_user_id_fkey": lambda: NotFound("user"),
    "cart_discounts_user_id_fkey": lambda: NotFound("user"),
    "discounts_owner_id_fkey": lambda: InUse("This user has history by now. Try again."),
    "venues_owner_id_fkey": lambda: InUse("This user has history by now. Try again."),
    # Safeguards too, under the locks of the order and of the code.
    "transactions_one_open_payment_key": lambda: InvalidState(
        "payment", "pending", "pending", "Another payment of this order is under way."
    ),
    "transactions_never_over_refunded": RefundExceedsPayment,
    "organizer_payouts_reference_key": lambda: Duplicate("reference"),
    "organizer_payouts_reverses_id_key": lambda: InvalidState(
        "payout", "reversed", "reversed", "This payout was taken back already."
    ),
    "settlement_terms_valid_from_key": lambda: Duplicate("valid_from"),
    "settlement_terms_organizer_id_fkey": lambda: InUse("This user has history by now. Try again."),
    "discounts_never_overused": lambda: DiscountInvalid(
        "used_up", "This discount code has been used up."
    ),
    # Safeguards too: the row lock prevents overselling before the constraint does.
    "events_never_oversold": lambda: InsufficientTickets(requested=1, available=0),
    "ticket_types_never_oversold": lambda: InsufficientTickets(requested=1, available=0),
}

GONE = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    # The server's last message has arrived between two statements, the end of the stream not yet.
    asyncpg.InternalClientError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.DiskFullError,
    asyncpg.OutOfMemoryError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.QueryCanceledError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    DBConnectionError,
    ConnectionError,
    TimeoutError,
    OSError,
)

# The last net: what the edge should have refused. The driver's own DataError says that it could
# not write a value for PostgreSQL; the rest of that family, such as a division by zero, is ours.
UNSTORABLE = (
    asyncpg.CharacterNotInRepertoireError,
    asyncpg.UntranslatableCharacterError,
    asyncpg.NumericValueOutOfRangeError,
    asyncpg.DatetimeFieldOverflowError,
    asyncpg.StringDataRightTruncationError,
    asyncpg.InvalidTextRepresentationError,
)

MISSING_TABLES = "The database is not migrated. Its operator has to run the migrations."


def as_refusal(error: BaseException) -> TicketingError | None:
    """The refusal that an error of asyncpg or Tortoise stands for; None if it is a fault."""
    cause = error.__cause__ if isinstance(error, IntegrityError | OperationalError) else error
    if isinstance(cause, asyncpg.IntegrityConstraintViolationError):
        return _refusal_of(cause)
    if isinstance(cause, UNSTORABLE) or type(cause) is asyncpg.DataError:
        return ValidationFailed("request", "Something in this request cannot be stored.")
    if isinstance(cause, asyncpg.UndefinedTableError | asyncpg.UndefinedColumnError):
        return Unavailable(MISSING_TABLES, retry_after_seconds=10)
    if isinstance(cause, asyncpg.InvalidCachedStatementError):
        return SchemaChanged()
    if isinstance(cause, GONE):
        return Unavailable()
    return None


def _refusal_of(error: asyncpg.IntegrityConstraintViolationError) -> TicketingError | None:
    # Absent in some errors, and with the shard's number as suffix if tables are distributed.
    name = error.constraint_name or _name_in(str(error))
    known = CONSTRAINTS.get(re.sub(r"_\d{5,}$", "", name))
    return known() if known else None


def _name_in(message: str) -> str:
    found = re.search(r'constraint "([^"]+)"', message)
    return found.group(1) if found else ""
