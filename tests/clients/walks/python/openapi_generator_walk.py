"""From sign-up to check-in with the client that openapi-generator makes for Python.

Its headers are a dict, with names as the server wrote them: in small letters.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from openapi_client import (
    AddToCartBody,
    AnalyticsApi,
    ApiClient,
    APIKeysApi,
    AuthApi,
    BookingAnswer,
    BookingsApi,
    BookTicketsBody,
    CartApi,
    CheckInCodeBody,
    Configuration,
    CreateApiKeyBody,
    CreateEventBody,
    EventAnswer,
    EventsApi,
    LogInBody,
    NewTicketTypeBody,
    OrderAnswer,
    OrdersApi,
    PaymentMode,
    Problem,
    ReservationsApi,
    ReserveBody,
    Scope,
    SessionAnswer,
    SignUpBody,
    StartPaymentBody,
    TicketsApi,
    TicketTypesApi,
    TransactionsApi,
    UserAnswer,
    VerifyEmailBody,
)
from openapi_client.exceptions import ApiException
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

EMAIL = "openapi.generator@example.com"
visitor = ApiClient(Configuration(host=ADDRESS))


def somebody(session: SessionAnswer) -> ApiClient:
    """A client with that person's token."""
    return ApiClient(Configuration(host=ADDRESS, access_token=session.access_token))


def refused(call: Callable[[], object]) -> Problem:
    """The typed error of a call that is refused."""
    try:
        call()
    except ApiException as error:
        assert isinstance(error.data, Problem)
        return error.data
    raise AssertionError("It was not refused.")


def sign_up_and_log_in() -> tuple[ApiClient, UserAnswer]:
    auth = AuthApi(visitor)
    answer = auth.sign_up_with_http_info(
        SignUpBody(email=EMAIL, password=PASSWORD, name="Gerda Generator")
    )
    assert answer.status_code == 202
    done("sign up")

    account = LogInBody(email=EMAIL, password=PASSWORD)
    assert refused(lambda: auth.log_in(account)).code == "email_not_verified"
    assert auth.verify_email(VerifyEmailBody(token=confirmation_token(EMAIL))).success
    done("confirm the address")

    session = auth.log_in(account)
    done("log in")
    return somebody(session), session.user


def log_in_as_admin() -> ApiClient:
    account = LogInBody(email=ADMIN_EMAIL, password=ADMIN_PASSWORD)
    return somebody(AuthApi(visitor).log_in(account))


def create(admin: ApiClient) -> EventAnswer:
    begin = datetime(2036, 8, 2, 18, 30, tzinfo=UTC)
    body = CreateEventBody(
        title="Open air for openapi-generator",
        date_time=begin,
        currency="EUR",
        payment=PaymentMode.ONLINE,
        capacity=12,
        ticket_types=[
            NewTicketTypeBody(name="Standing", price="40.00"),
            NewTicketTypeBody(name="VIP", price="120.00", capacity=2),
        ],
    )
    event = EventsApi(admin).create_event(body)
    assert event.date_time == begin
    done("create an event")
    return event


def look_around(event: EventAnswer) -> dict[str, int]:
    """The ids of the event's ticket types, by name."""
    events = EventsApi(visitor)
    shown = events.list_events(q="for openapi-generator")
    assert [found.id for found in shown] == [event.id]
    done("list events without a log-in")

    ids = [event_id for page in pages(events) for event_id in page]
    assert len(ids) == len(set(ids)) > 2
    assert event.id in ids
    done("page")

    first = events.get_event_with_http_info(event.id)
    assert first.headers is not None
    try:
        events.get_event(event.id, if_none_match=first.headers["etag"])
    except ApiException as error:
        # It raises for every status but 2xx.
        assert error.status == 304
        done("ask only for changes")

    types = TicketTypesApi(visitor).list_event_ticket_types(event.id)
    return {ticket_type.name: ticket_type.id for ticket_type in types}


def pages(events: EventsApi) -> list[list[int]]:
    """The ids of all events, page by page."""
    found: list[list[int]] = []
    response = events.list_events_with_http_info(limit=2)
    while True:
        found.append([event.id for event in response.data])
        assert response.headers is not None
        cursor = response.headers.get("x-next-cursor")
        if cursor is None:
            return found
        response = events.list_events_with_http_info(limit=2, cursor=cursor)


def book(buyer: ApiClient, event: EventAnswer, types: dict[str, int]) -> None:
    bookings = BookingsApi(buyer)
    body = BookTicketsBody(event_id=event.id, quantity=1, ticket_type_id=types["VIP"])
    booking: BookingAnswer = bookings.book_tickets(body, idempotency_key="a-walk-books")
    assert (booking.status, booking.total_amount) == ("pending", "120.00")
    again = bookings.book_tickets_with_http_info(body, idempotency_key="a-walk-books")
    assert again.data.id == booking.id
    assert again.headers is not None
    assert again.headers["idempotency-replayed"] == "true"
    done("book")

    body.quantity = 2
    refusal = refused(lambda: bookings.book_tickets(body))
    assert (refusal.code, refusal.available) == ("insufficient_tickets", 1)
    assert refusal.requested is not None
    assert refusal.requested.actual_instance == 2
    done("be refused")

    hold = ReservationsApi(buyer).reserve_tickets(
        ReserveBody(event_id=event.id, quantity=1, ticket_type_id=types["Standing"])
    )
    assert hold.expires_at is not None
    assert hold.expires_at > datetime.now(UTC)
    done("reserve")


def order_and_pay(buyer: ApiClient, me: UserAnswer, types: dict[str, int]) -> None:
    body = AddToCartBody(ticket_type_id=types["Standing"], quantity=2)
    assert CartApi(buyer).add_to_cart(body).subtotal == "80.00"
    done("fill a cart")

    orders = OrdersApi(buyer)
    order: OrderAnswer = orders.place_order_from_cart(me.id)
    assert order.status == "pending"
    done("order")

    payment = TransactionsApi(buyer).start_payment(StartPaymentBody(order_id=order.id))
    assert payment.redirect_url is not None
    pay(payment.redirect_url)
    until(lambda: orders.get_order(order.id).status == "confirmed" or None)
    done("pay")


def receive_tickets(buyer: ApiClient, me: UserAnswer, event: EventAnswer) -> str:
    """The code of a valid ticket."""
    tickets = TicketsApi(buyer)
    mine = tickets.list_user_event_tickets(me.id, event.id)
    codes = [ticket.ticket_code for ticket in mine if ticket.status == "active"]
    code = next(code for code in codes if code is not None)
    done("list tickets")

    assert tickets.get_ticket_pdf(code).startswith(b"%PDF-")
    done("download a PDF")

    (group,) = BookingsApi(buyer).list_user_bookings_by_event(me.id)
    assert group.event.title == event.title
    assert len(group.bookings) == 3
    done("list bookings by event")
    return code


def close(admin: ApiClient, event: EventAnswer, code: str) -> None:
    assert "80.00" in AnalyticsApi(admin).export_revenue_report(event_id=event.id)
    done("download a CSV")

    tickets = TicketsApi(admin)
    body = CheckInCodeBody(code=code, gate="North")
    assert tickets.check_in_by_code(body).status == "used"
    done("check in")

    refusal = refused(lambda: tickets.check_in_by_code(body))
    assert (refusal.code, refusal.var_from) == ("invalid_state", "used")
    done("be refused at the door")


def use_a_key(admin: ApiClient, event: EventAnswer, code: str) -> None:
    keys = APIKeysApi(admin)
    wanted = CreateApiKeyBody(name="A walk of openapi-generator", scopes=[Scope.EVENTS_COLON_READ])
    key = keys.create_api_key(wanted)
    program = ApiClient(Configuration(host=ADDRESS, api_key={"api_key": key.secret}))
    events = EventsApi(program)
    assert events.list_scanners(event.id) == []
    done("use an API key")

    body = CheckInCodeBody(code=code)
    refusal = refused(lambda: TicketsApi(program).check_in_by_code(body))
    assert (refusal.code, refusal.scope) == ("forbidden", "tickets:check-in")
    done("be refused a scope")

    keys.revoke_api_key(key.id)
    assert refused(lambda: events.list_scanners(event.id)).code == "not_authenticated"
    done("end the key")


def leave(buyer: ApiClient) -> None:
    auth = AuthApi(buyer)
    assert auth.log_out().success
    assert refused(auth.get_me).code == "token_expired"
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
