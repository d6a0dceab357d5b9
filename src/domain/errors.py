"""All errors that a request can be refused with, as one tree.

TicketingError
├── MalformedRequest            the request cannot be read
├── AuthenticationError
│   ├── NotAuthenticated        no token, or a token that is not valid
│   ├── InvalidCredentials      wrong e-mail or password
│   ├── InvalidSignature        a webhook without a valid signature
│   └── TokenExpired
├── AccessError
│   ├── Forbidden               the role does not allow it
│   │   └── ScopeMissing        an API key that is not for this
│   ├── AccountInactive
│   └── EmailNotVerified
├── NotFound                    it does not exist, or this caller cannot see it
│   └── CodeRetired             an old code of a transferred or reissued ticket
├── Conflict                    valid, but in conflict with the current state
│   ├── InsufficientTickets
│   ├── TicketLimitExceeded
│   ├── SeatTaken
│   ├── SalesClosed
│   ├── InvalidState
│   ├── HoldExpired
│   ├── Duplicate
│   ├── InUse
│   ├── CartEmpty
│   ├── RefundExceedsPayment
│   ├── PayoutExceedsBalance
│   ├── DiscountInvalid
│   ├── IdempotencyInProgress
│   └── CodeCollision           retried, never returned
├── StaleVersion                edited by another user in the meantime
├── ValidationFailed            a field breaks a rule
├── IdempotencyKeyReused
├── RateLimited
├── ProviderFailed              the payment provider failed; safe to repeat with the same key
└── Unavailable                 temporary; nothing was done

Each class builds its message from typed arguments; `facts` are the same values for programs.
The presentation layer maps the classes to HTTP statuses.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import ClassVar


class TicketingError(Exception):
    """Base of all refusals: `code` identifies it to programs, `str()` explains it to people."""

    code: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, detail: str, **facts: object) -> None:
        super().__init__(detail)
        self.detail = detail
        self.facts = facts


class MalformedRequest(TicketingError):
    """The request could not be parsed, such as a body that is not JSON."""

    code = "malformed_request"
    title = "The request could not be read"


class AuthenticationError(TicketingError):
    """The caller could not be authenticated."""


class NotAuthenticated(AuthenticationError):
    """The operation needs authentication, and the request has no valid token."""

    code = "not_authenticated"
    title = "You are not logged in"

    def __init__(self, detail: str = "Log in first: this needs a valid access token.") -> None:
        super().__init__(detail)


class InvalidCredentials(AuthenticationError):
    """The e-mail address or the password is wrong; which of them is not disclosed."""

    code = "invalid_credentials"
    title = "Wrong e-mail or password"

    def __init__(self, detail: str = "The e-mail address or the password is wrong.") -> None:
        super().__init__(detail)


class TokenExpired(AuthenticationError):
    """The token has expired. Refresh it, or log in again."""

    code = "token_expired"
    title = "Your session has expired"

    def __init__(self) -> None:
        super().__init__("The token has expired. Refresh it, or log in again.")


class InvalidSignature(AuthenticationError):
    """The signature of a webhook is missing or wrong. The webhook was ignored."""

    code = "invalid_signature"
    title = "The signature is not valid"

    def __init__(self) -> None:
        super().__init__("The signature does not match this body. Check the shared secret.")


class AccessError(TicketingError):
    """The caller is authenticated, but not allowed to do this."""


class Forbidden(AccessError):
    """The caller's role does not allow the operation."""

    code = "forbidden"
    title = "You may not do this"

    def __init__(self, detail: str = "Your account may not do this.", **facts: object) -> None:
        super().__init__(detail, **facts)


class ScopeMissing(Forbidden):
    """The request's API key does not have the `scope` that the operation needs.

    If that is None, the operation is open to no key.
    """

    def __init__(self, scope: str | None = None) -> None:
        needs = f"This needs an API key with the scope {scope}."
        nobody = "This is open to no API key. Log in for it."
        super().__init__(needs if scope else nobody, scope=scope)


class AccountInactive(AccessError):
    """The account is deactivated; its tokens no longer work."""

    code = "account_inactive"
    title = "The account is deactivated"

    def __init__(self) -> None:
        super().__init__("This account is deactivated. Ask an administrator to activate it.")


class EmailNotVerified(AccessError):
    """The account's e-mail address is not confirmed yet. A mail with the token was sent to it."""

    code = "email_not_verified"
    title = "The e-mail address is not confirmed"

    def __init__(self) -> None:
        super().__init__("Confirm your e-mail address first: we have sent you a mail.")


class NotFound(TicketingError):
    """The resource does not exist, or this caller cannot see it; the response is the same."""

    code = "not_found"
    title = "Not found"

    def __init__(self, noun: str, identity: object | None = None) -> None:
        named = noun if identity is None else f"{noun} {identity}"
        super().__init__(f"There is no {named}.")


class CodeRetired(NotFound):
    """The code was replaced by a new one when its ticket was transferred or reissued.

    `reason` is `transferred` or `reissued`; `event_id` and `at` are for the event's staff.
    """

    def __init__(self, code: str, *, reason: str, event_id: int, at: datetime) -> None:
        super().__init__("ticket", code)
        self.detail = f"This ticket was {reason}: the code {code} is no longer valid."
        self.args = (self.detail,)
        self.reason = reason
        self.event_id = event_id
        self.at = at


class Conflict(TicketingError):
    """The request is valid, but conflicts with the current state. Nothing was changed."""


class InsufficientTickets(Conflict):
    """Fewer tickets are left than were requested.

    `scarce` is the id and name of the ticket type or add-on that has too few, where the event has
    several and it is not the event's own capacity that is used up.
    """

    code = "insufficient_tickets"
    title = "Not enough tickets left"

    def __init__(
        self, *, requested: int, available: int, scarce: tuple[int, str] | None = None
    ) -> None:
        if scarce is None:
            left = "No tickets are left."
            few = f"Only {count(available, 'ticket')} left; you asked for {requested}."
            super().__init__(few if available else left, requested=requested, available=available)
            return
        ticket_type_id, name = scarce
        left = f'"{name}" is sold out.'
        few = f'Only {available} of "{name}" are left; you asked for {requested}.'
        if available == 1:
            few = f'Only 1 of "{name}" is left; you asked for {requested}.'
        super().__init__(
            few if available else left,
            requested=requested,
            available=available,
            ticket_type_id=ticket_type_id,
        )


class TicketLimitExceeded(Conflict):
    """The buyer would have more tickets of the event than its limit per user."""

    code = "ticket_limit_exceeded"
    title = "Too many tickets for one person"

    def __init__(self, *, limit: int, held: int, what: str = "ticket") -> None:
        super().__init__(
            f"This event allows {count(limit, what)} per person; you already have {held}.",
            limit=limit,
            held=held,
        )


class SeatTaken(Conflict):
    """Requested seats are taken; `seat_ids` is empty where it is not known which."""

    code = "seat_taken"
    title = "Seats are taken"

    def __init__(self, seat_ids: Sequence[int]) -> None:
        names = ", ".join(str(seat_id) for seat_id in seat_ids)
        match len(seat_ids):
            case 0:
                which = "A seat you asked for is"
            case 1:
                which = f"Seat {names} is"
            case _:
                which = f"Seats {names} are"
        super().__init__(f"{which} no longer free.", seat_ids=list(seat_ids))


class SalesClosed(Conflict):
    """Tickets cannot be bought now. `reason` is a complete sentence."""

    code = "sales_closed"
    title = "Sales are closed"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class InvalidState(Conflict):
    """A status transition that does not exist, or is not possible under the circumstances."""

    code = "invalid_state"
    title = "Not possible in this state"

    def __init__(
        self, noun: str, current: str, wanted: str, why: str | None = None, **facts: object
    ) -> None:
        now, then = ("a draft" if status == "draft" else status for status in (current, wanted))
        again = f"This {noun} is already {now}."
        other = f"This {noun} is {now}; it cannot be {then}."
        detail = again if current == wanted else other
        super().__init__(why or detail, **{"from": current, "to": wanted}, **facts)


class HoldExpired(Conflict):
    """The hold lapsed before it was confirmed."""

    code = "hold_expired"
    title = "Your hold has lapsed"

    def __init__(self) -> None:
        super().__init__(
            "The hold has lapsed, and its tickets are available to others. Book again."
        )


TAKEN = {
    "reference": "A payout with this reference is recorded already.",
    "valid_from": "Other terms begin at the same moment.",
    "section": "This section has a ticket type already.",
    "seat_number": "This seat exists already.",
}
"""What is said of fields of which "in use" is not."""


class Duplicate(Conflict):
    """A value that must be unique is already in use."""

    code = "duplicate"
    title = "Already taken"

    def __init__(self, field: str) -> None:
        sentence = TAKEN.get(field) or f"This {field.replace('_', ' ')} is already in use."
        super().__init__(sentence, field=field)


class InUse(Conflict):
    """Something still depends on the resource. `why` says what, and what to do first."""

    code = "in_use"
    title = "Still in use"

    def __init__(self, why: str) -> None:
        super().__init__(why)


class CartEmpty(Conflict):
    """There is nothing in the cart to check out."""

    code = "cart_empty"
    title = "The cart is empty"

    def __init__(self) -> None:
        super().__init__("The cart is empty. Put tickets into it first.")


class RefundExceedsPayment(Conflict):
    """The amount is more than can still be refunded."""

    code = "refund_exceeds_payment"
    title = "More than can be refunded"

    def __init__(
        self, *, requested: Decimal | None = None, refundable: Decimal | None = None
    ) -> None:
        if requested is None or refundable is None:
            super().__init__("The amount is more than was paid.")
            return
        nothing = "Nothing is left of this payment that could be refunded."
        super().__init__(
            f"At most {refundable:f} can be refunded; you asked for {requested:f}."
            if refundable
            else nothing,
            requested=f"{requested:f}",
            refundable=f"{refundable:f}",
        )


class PayoutExceedsBalance(Conflict):
    """The amount is more than the organizer can be paid now."""

    code = "payout_exceeds_balance"
    title = "More than can be paid out"

    def __init__(self, *, requested: Decimal, payable: Decimal) -> None:
        super().__init__(
            f"At most {payable:f} can be paid out now; you recorded {requested:f}. "
            "Say that it is an advance if it was paid all the same.",
            requested=f"{requested:f}",
            payable=f"{payable:f}",
        )


class DiscountInvalid(Conflict):
    """A discount code cannot be used. `reason` is a machine-readable cause."""

    code = "discount_invalid"
    title = "The discount code cannot be used"

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail, reason=reason)


class IdempotencyInProgress(Conflict):
    """The first request with this Idempotency-Key is still running."""

    code = "idempotency_in_progress"
    title = "The same request is still running"
    retry_after_seconds: ClassVar[int] = 1

    def __init__(self) -> None:
        super().__init__("The first request with this Idempotency-Key is still running.")


class CodeCollision(Conflict):
    """A generated code is already in use. The use case generates another and tries again."""

    code = "unavailable"
    title = "Temporarily unavailable"

    def __init__(self) -> None:
        super().__init__("A generated code was already in use.")


class StaleVersion(TicketingError):
    """The caller's copy is older than the stored one."""

    code = "stale_version"
    title = "Changed by somebody else"

    def __init__(self) -> None:
        super().__init__(
            "It has been changed since you read it. Read it again, then repeat your edit."
        )


class ValidationFailed(TicketingError):
    """A field is not valid. `field` is a path such as `body.date_time`."""

    code = "validation_failed"
    title = "Some fields are not valid"

    def __init__(self, field: str, message: str, *, reason: str = "value_error") -> None:
        super().__init__(message)
        self.field = field
        self.reason = reason


class IdempotencyKeyReused(TicketingError):
    """The Idempotency-Key was sent before with a different request."""

    code = "idempotency_key_reused"
    title = "Idempotency-Key used for another request"

    def __init__(self) -> None:
        super().__init__("This Idempotency-Key belongs to another request. Use a new key.")


class RateLimited(TicketingError):
    """Too many attempts. The next is accepted after `retry_after_seconds`."""

    code = "rate_limited"
    title = "Too many tries"

    def __init__(self, retry_after_seconds: int) -> None:
        wait = count(retry_after_seconds, "second")
        super().__init__(f"Too many tries. Wait {wait} and try again.")
        self.retry_after_seconds = retry_after_seconds


class ProviderFailed(TicketingError):
    """The payment provider failed or did not respond; the request can be repeated safely."""

    code = "provider_error"
    title = "The payment provider did not answer"

    def __init__(self, provider: str) -> None:
        super().__init__(
            f"The payment provider ({provider}) did not answer as it should. "
            "Please try again: you will not be charged twice."
        )


class Unavailable(TicketingError):
    """The service is temporarily unable to do this; nothing was done, and a retry is safe.

    Only if the database connection was lost during a commit may it have been done; `detail` then
    says so.
    """

    code = "unavailable"
    title = "Temporarily unavailable"

    def __init__(self, detail: str | None = None, *, retry_after_seconds: int = 1) -> None:
        super().__init__(detail or "The service is busy or restarting. Please try again shortly.")
        self.retry_after_seconds = retry_after_seconds


class OutcomeUnknown(Unavailable):
    """The database was lost while it committed: what was asked may have been done, or not."""

    def __init__(self) -> None:
        super().__init__(
            "The connection to the database was lost at the last moment: this may have been done. "
            "Repeat it with the same Idempotency-Key, or look whether it was done."
        )


class SchemaChanged(Unavailable):
    """A table was altered beside the running service. Nothing was done; the next try goes through.

    A request is tried once more by itself, so that nobody sees this.
    """


def count(number: int, noun: str) -> str:
    """Return a number with its noun: `1 ticket`, `2 tickets`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
