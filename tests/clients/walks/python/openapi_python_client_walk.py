"""From sign-up to check-in with clients/python, which openapi-python-client generated."""

from datetime import UTC, datetime
from http import HTTPStatus

from event_ticketing_client import AuthenticatedClient, Client
from event_ticketing_client.api.analytics import export_revenue_report
from event_ticketing_client.api.api_keys import create_api_key, revoke_api_key
from event_ticketing_client.api.auth import get_me, log_in, log_out, sign_up, verify_email
from event_ticketing_client.api.bookings import book_tickets, list_user_bookings_by_event
from event_ticketing_client.api.cart import add_to_cart
from event_ticketing_client.api.events import create_event, get_event, list_events, list_scanners
from event_ticketing_client.api.orders import get_order, place_order_from_cart
from event_ticketing_client.api.reservations import reserve_tickets
from event_ticketing_client.api.ticket_types import list_event_ticket_types
from event_ticketing_client.api.tickets import (
    check_in_by_code,
    get_ticket_pdf,
    list_user_event_tickets,
)
from event_ticketing_client.api.transactions import start_payment
from event_ticketing_client.models import (
    AddToCartBody,
    ApiKeyWithSecretAnswer,
    BookingAnswer,
    BookingStatus,
    BookTicketsBody,
    CartItemAnswer,
    CheckInCodeBody,
    CreateApiKeyBody,
    CreateEventBody,
    EventAnswer,
    LogInBody,
    NewTicketTypeBody,
    OrderAnswer,
    OrderStatus,
    PaymentMode,
    Problem,
    ProblemCode,
    ReserveBody,
    Scope,
    SessionAnswer,
    SignUpBody,
    StartPaymentBody,
    SuccessAnswer,
    TicketAnswer,
    TicketStatus,
    TransactionAnswer,
    UserAnswer,
    VerifyEmailBody,
)
from event_ticketing_client.types import File
from outside import (
    ADDRESS,
    ADMIN_EMAIL,
    ADMIN_PASSWORD,
    PASSWORD,
    confirmation_token,
    done,
    pay,
    report,
    until,
)

EMAIL = "openapi.python.client@example.com"
visitor = Client(ADDRESS)


def sign_up_and_log_in() -> tuple[AuthenticatedClient, UserAnswer]:
    answer = sign_up.sync(client=visitor, body=SignUpBody(EMAIL, PASSWORD, name="Wanda Walker"))
    assert isinstance(answer, SuccessAnswer)
    done("sign up")

    account = LogInBody(EMAIL, PASSWORD)
    refusal = log_in.sync(client=visitor, body=account)
    assert isinstance(refusal, Problem)
    assert refusal.code is ProblemCode.EMAIL_NOT_VERIFIED
    token = confirmation_token(EMAIL)
    assert isinstance(verify_email.sync(client=visitor, body=VerifyEmailBody(token)), SuccessAnswer)
    done("confirm the address")

    session = log_in.sync(client=visitor, body=account)
    assert isinstance(session, SessionAnswer)
    done("log in")
    return AuthenticatedClient(ADDRESS, session.access_token), session.user


def log_in_as_admin() -> AuthenticatedClient:
    session = log_in.sync(client=visitor, body=LogInBody(ADMIN_EMAIL, ADMIN_PASSWORD))
    assert isinstance(session, SessionAnswer)
    return AuthenticatedClient(ADDRESS, session.access_token)


def create(admin: AuthenticatedClient) -> EventAnswer:
    begin = datetime(2036, 8, 1, 18, 30, tzinfo=UTC)
    body = CreateEventBody(
        title="Open air for openapi-python-client",
        date_time=begin,
        currency="EUR",
        payment=PaymentMode.ONLINE,
        capacity=12,
        ticket_types=[
            NewTicketTypeBody("Standing", price="40.00"),
            NewTicketTypeBody("VIP", price="120.00", capacity=2),
        ],
    )
    event = create_event.sync(client=admin, body=body)
    assert isinstance(event, EventAnswer)
    assert event.date_time == begin
    done("create an event")
    return event


def look_around(event: EventAnswer) -> dict[str, int]:
    """The ids of the event's ticket types, by name."""
    shown = list_events.sync(client=visitor, q="openapi-python-client")
    assert isinstance(shown, list)
    assert [found.id for found in shown] == [event.id]
    done("list events without a log-in")

    ids = [event_id for page in pages() for event_id in page]
    assert len(ids) == len(set(ids)) > 2
    assert event.id in ids
    done("page")

    first = get_event.sync_detailed(event.id, client=visitor)
    again = get_event.sync_detailed(event.id, client=visitor, if_none_match=first.headers["ETag"])
    assert (again.status_code, again.parsed) == (HTTPStatus.NOT_MODIFIED, None)
    done("ask only for changes")

    types = list_event_ticket_types.sync(event.id, client=visitor)
    assert isinstance(types, list)
    return {ticket_type.name: ticket_type.id for ticket_type in types}


def pages() -> list[list[int]]:
    """The ids of all events, page by page."""
    found: list[list[int]] = []
    response = list_events.sync_detailed(client=visitor, limit=2)
    while True:
        assert isinstance(response.parsed, list)
        found.append([event.id for event in response.parsed])
        if "X-Next-Cursor" not in response.headers:
            return found
        cursor = response.headers["X-Next-Cursor"]
        response = list_events.sync_detailed(client=visitor, limit=2, cursor=cursor)


def book(buyer: AuthenticatedClient, event: EventAnswer, types: dict[str, int]) -> None:
    body = BookTicketsBody(event.id, quantity=1, ticket_type_id=types["VIP"])
    booking = book_tickets.sync(client=buyer, body=body, idempotency_key="a-walk-books")
    assert isinstance(booking, BookingAnswer)
    assert (booking.status, booking.total_amount) == (BookingStatus.PENDING, "120.00")
    again = book_tickets.sync_detailed(client=buyer, body=body, idempotency_key="a-walk-books")
    assert isinstance(again.parsed, BookingAnswer)
    assert again.parsed.id == booking.id
    assert again.headers["Idempotency-Replayed"] == "true"
    done("book")

    body.quantity = 2
    refusal = book_tickets.sync(client=buyer, body=body)
    assert isinstance(refusal, Problem)
    assert refusal.code is ProblemCode.INSUFFICIENT_TICKETS
    assert (refusal.requested, refusal.available) == (2, 1)
    done("be refused")

    hold = reserve_tickets.sync(
        client=buyer, body=ReserveBody(event.id, quantity=1, ticket_type_id=types["Standing"])
    )
    assert isinstance(hold, BookingAnswer)
    assert hold.expires_at is not None
    assert hold.expires_at > datetime.now(UTC)
    done("reserve")


def order_and_pay(buyer: AuthenticatedClient, me: UserAnswer, types: dict[str, int]) -> None:
    item = add_to_cart.sync(client=buyer, body=AddToCartBody(types["Standing"], quantity=2))
    assert isinstance(item, CartItemAnswer)
    assert item.subtotal == "80.00"
    done("fill a cart")

    order = place_order_from_cart.sync(me.id, client=buyer)
    assert isinstance(order, OrderAnswer)
    assert order.status is OrderStatus.PENDING
    order_id = order.id
    done("order")

    payment = start_payment.sync(client=buyer, body=StartPaymentBody(order_id))
    assert isinstance(payment, TransactionAnswer)
    assert payment.redirect_url is not None
    pay(payment.redirect_url)

    def confirmed() -> OrderAnswer | None:
        found = get_order.sync(order_id, client=buyer)
        assert isinstance(found, OrderAnswer)
        return found if found.status is OrderStatus.CONFIRMED else None

    until(confirmed)
    done("pay")


def receive_tickets(buyer: AuthenticatedClient, me: UserAnswer, event: EventAnswer) -> str:
    """The code of a valid ticket."""
    tickets = list_user_event_tickets.sync(me.id, event.id, client=buyer)
    assert isinstance(tickets, list)
    codes = [ticket.ticket_code for ticket in tickets if ticket.status is TicketStatus.ACTIVE]
    code = next(code for code in codes if code is not None)
    done("list tickets")

    page = get_ticket_pdf.sync(code, client=buyer)
    assert isinstance(page, File)
    assert page.payload.read(5) == b"%PDF-"
    done("download a PDF")

    grouped = list_user_bookings_by_event.sync(me.id, client=buyer)
    assert isinstance(grouped, list)
    (group,) = grouped
    assert group.event.title == event.title
    assert len(group.bookings) == 3
    done("list bookings by event")
    return code


def close(admin: AuthenticatedClient, event: EventAnswer, code: str) -> None:
    table = export_revenue_report.sync(client=admin, event_id=event.id)
    assert isinstance(table, str)
    assert "80.00" in table
    done("download a CSV")

    body = CheckInCodeBody(code, gate="North")
    ticket = check_in_by_code.sync(client=admin, body=body)
    assert isinstance(ticket, TicketAnswer)
    assert ticket.status is TicketStatus.USED
    done("check in")

    refusal = check_in_by_code.sync(client=admin, body=body)
    assert isinstance(refusal, Problem)
    assert (refusal.code, refusal.from_) == (ProblemCode.INVALID_STATE, "used")
    done("be refused at the door")


def use_a_key(admin: AuthenticatedClient, event: EventAnswer, code: str) -> None:
    wanted = CreateApiKeyBody("A walk in Python", scopes=[Scope.EVENTSREAD])
    key = create_api_key.sync(client=admin, body=wanted)
    assert isinstance(key, ApiKeyWithSecretAnswer)
    program = AuthenticatedClient(ADDRESS, key.secret, prefix="", auth_header_name="X-API-Key")
    assert list_scanners.sync(event.id, client=program) == []
    done("use an API key")

    refusal = check_in_by_code.sync(client=program, body=CheckInCodeBody(code))
    assert isinstance(refusal, Problem)
    assert (refusal.code, refusal.scope) == (ProblemCode.FORBIDDEN, Scope.TICKETSCHECK_IN)
    done("be refused a scope")

    revoke_api_key.sync(key.id, client=admin)
    ended = list_scanners.sync(event.id, client=program)
    assert isinstance(ended, Problem)
    assert ended.code is ProblemCode.NOT_AUTHENTICATED
    done("end the key")


def leave(buyer: AuthenticatedClient) -> None:
    assert isinstance(log_out.sync(client=buyer), SuccessAnswer)
    refusal = get_me.sync(client=buyer)
    assert isinstance(refusal, Problem)
    assert refusal.code is ProblemCode.TOKEN_EXPIRED
    done("log out")


def walk() -> None:
    buyer, me = sign_up_and_log_in()
    admin = log_in_as_admin()
    event = create(admin)
    types = look_around(event)
    book(buyer, event, types)
    order_and_pay(buyer, me, types)
    code = receive_tickets(buyer, me, event)
    close(admin, event, code)
    use_a_key(admin, event, code)
    leave(buyer)


if __name__ == "__main__":
    walk()
    report()
