"""Refusals: whole sentences for people, one status and one page for each code."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from src.domain import errors
from src.domain.errors import TicketingError
from src.presentation.utils.problem import CATALOGUE, STATUS
from tests.support.paths import SRC

SENTENCE = re.compile(r'[A-Z"`][^{}]*[^\s.]\.')

EXAMPLES = [
    errors.MalformedRequest("The body is not valid JSON."),
    errors.NotAuthenticated(),
    errors.InvalidCredentials(),
    errors.TokenExpired(),
    errors.InvalidSignature(),
    errors.Forbidden(),
    errors.ScopeMissing(),
    errors.ScopeMissing("events:read"),
    errors.AccountInactive(),
    errors.EmailNotVerified(),
    errors.NotFound("event"),
    errors.NotFound("event", 7),
    errors.CodeRetired(
        "TKT-20260601-AAAAAAAA",
        reason="transferred",
        event_id=1,
        at=datetime(2026, 6, 1, tzinfo=UTC),
    ),
    errors.InsufficientTickets(requested=1, available=0),
    errors.InsufficientTickets(requested=2, available=1),
    errors.InsufficientTickets(requested=3, available=2),
    errors.TicketLimitExceeded(limit=1, held=0),
    errors.TicketLimitExceeded(limit=2, held=2),
    errors.SeatTaken([7]),
    errors.SeatTaken([7, 9]),
    errors.SeatTaken([]),
    errors.SalesClosed("The event has already started."),
    errors.InvalidState("booking", "cancelled", "confirmed"),
    errors.InvalidState("event", "active", "draft"),
    errors.InvalidState("booking", "cancelled", "cancelled"),
    errors.HoldExpired(),
    errors.Duplicate("email"),
    errors.Duplicate("external_id"),
    errors.InUse("Cancel the event first."),
    errors.CartEmpty(),
    errors.RefundExceedsPayment(),
    errors.RefundExceedsPayment(requested=Decimal("5.00"), refundable=Decimal("4.50")),
    errors.PayoutExceedsBalance(requested=Decimal("5.00"), payable=Decimal("4.50")),
    errors.DiscountInvalid("used_up", "This discount code has been used up."),
    errors.IdempotencyInProgress(),
    errors.CodeCollision(),
    errors.StaleVersion(),
    errors.ValidationFailed("body.date_time", "The event must start in the future."),
    errors.IdempotencyKeyReused(),
    errors.RateLimited(1),
    errors.RateLimited(2),
    errors.ProviderFailed("manual"),
    errors.Unavailable(),
    errors.Unavailable("The identity provider cannot be reached."),
    errors.OutcomeUnknown(),
    errors.SchemaChanged(),
]

# The contract's table.
CONTRACT = {
    "malformed_request": 400,
    "not_authenticated": 401,
    "invalid_credentials": 401,
    "token_expired": 401,
    "invalid_signature": 401,
    "forbidden": 403,
    "account_inactive": 403,
    "email_not_verified": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "insufficient_tickets": 409,
    "ticket_limit_exceeded": 409,
    "seat_taken": 409,
    "sales_closed": 409,
    "invalid_state": 409,
    "duplicate": 409,
    "hold_expired": 409,
    "in_use": 409,
    "cart_empty": 409,
    "refund_exceeds_payment": 409,
    "payout_exceeds_balance": 409,
    "discount_invalid": 409,
    "idempotency_in_progress": 409,
    "stale_version": 412,
    "body_too_large": 413,
    "request_timeout": 408,
    "head_too_large": 431,
    "validation_failed": 422,
    "idempotency_key_reused": 422,
    "rate_limited": 429,
    "internal_error": 500,
    "provider_error": 502,
    "unavailable": 503,
}


def leaves(kind: type[TicketingError]) -> Iterator[type[TicketingError]]:
    """The refusals themselves, without the branches of the tree."""
    branches = kind.__subclasses__()
    # These are refusals by themselves, and have special cases.
    if not branches or kind in (errors.Forbidden, errors.NotFound, errors.Unavailable):
        yield kind
    for branch in branches:
        yield from leaves(branch)


def literal_sentences() -> Iterator[tuple[str, str]]:
    """Where src builds a refusal from a text of its own, and that text."""
    takes_sentence = {"Forbidden", "SalesClosed", "InUse", "NotAuthenticated", "Unavailable"}
    takes_sentence |= {"InvalidCredentials", "MalformedRequest", "ValidationFailed"}
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for argument in node.args[-1:] if name in takes_sentence else []:
                if isinstance(argument, ast.Constant):
                    yield f"{path.name}:{node.lineno}", str(argument.value)
                elif isinstance(argument, ast.JoinedStr):
                    # What is filled in stands for some word.
                    filled = re.sub(r"\{[^}]*\}", "something", ast.unparse(argument)[2:-1])
                    yield f"{path.name}:{node.lineno}", filled


def test_every_refusal_is_among_the_examples() -> None:
    assert {type(example) for example in EXAMPLES} == set(leaves(TicketingError))


@pytest.mark.parametrize("refusal", EXAMPLES, ids=str)
def test_a_refusal_explains_itself_in_a_sentence(refusal: TicketingError) -> None:
    assert SENTENCE.fullmatch(str(refusal))
    assert re.fullmatch(r"[A-Z].*[a-z]", refusal.title)
    assert str(refusal) == refusal.detail


@pytest.mark.parametrize(
    ("place", "sentence"), list(literal_sentences()), ids=lambda text: text.partition(" ")[0]
)
def test_a_text_given_to_a_refusal_is_a_sentence(place: str, sentence: str) -> None:
    assert SENTENCE.fullmatch(sentence), place


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: errors.InsufficientTickets(requested=1, available=0), "No tickets are left."),
        (
            lambda: errors.InsufficientTickets(requested=3, available=1),
            "Only 1 ticket left; you asked for 3.",
        ),
        (
            lambda: errors.InsufficientTickets(requested=3, available=2),
            "Only 2 tickets left; you asked for 3.",
        ),
        (
            lambda: errors.TicketLimitExceeded(limit=1, held=1),
            "This event allows 1 ticket per person; you already have 1.",
        ),
        (
            lambda: errors.TicketLimitExceeded(limit=4, held=0),
            "This event allows 4 tickets per person; you already have 0.",
        ),
        (lambda: errors.SeatTaken([7]), "Seat 7 is no longer free."),
        (lambda: errors.SeatTaken([7, 9]), "Seats 7, 9 are no longer free."),
        (lambda: errors.SeatTaken([]), "A seat you asked for is no longer free."),
        (
            lambda: errors.InvalidState("booking", "cancelled", "confirmed"),
            "This booking is cancelled; it cannot be confirmed.",
        ),
        (
            lambda: errors.InvalidState("event", "active", "draft"),
            "This event is active; it cannot be a draft.",
        ),
        (
            lambda: errors.InvalidState("booking", "refunded", "refunded"),
            "This booking is already refunded.",
        ),
        (lambda: errors.RateLimited(1), "Too many tries. Wait 1 second and try again."),
        (lambda: errors.RateLimited(30), "Too many tries. Wait 30 seconds and try again."),
        (lambda: errors.Duplicate("external_id"), "This external id is already in use."),
        (lambda: errors.NotFound("ticket type", 7), "There is no ticket type 7."),
        (lambda: errors.NotFound("event"), "There is no event."),
    ],
)
def test_a_sentence_counts_and_names_as_people_do(
    make: Callable[[], TicketingError], sentence: str
) -> None:
    assert str(make()) == sentence


@pytest.mark.parametrize(
    ("make", "facts"),
    [
        (
            lambda: errors.InsufficientTickets(requested=3, available=1),
            {"requested": 3, "available": 1},
        ),
        (lambda: errors.TicketLimitExceeded(limit=4, held=2), {"limit": 4, "held": 2}),
        (lambda: errors.InvalidState("booking", "a", "b"), {"from": "a", "to": "b"}),
        (lambda: errors.Duplicate("email"), {"field": "email"}),
        (lambda: errors.SeatTaken([7, 9]), {"seat_ids": [7, 9]}),
    ],
)
def test_a_refusal_carries_the_facts_of_the_contract(
    make: Callable[[], TicketingError], facts: dict[str, object]
) -> None:
    assert make().facts == facts


@pytest.mark.parametrize(
    ("refusal", "seconds"),
    [
        (errors.IdempotencyInProgress(), 1),
        (errors.RateLimited(30), 30),
        (errors.Unavailable(), 1),
        (errors.Unavailable(retry_after_seconds=10), 10),
    ],
)
def test_a_refusal_that_passes_says_when_to_try_again(
    refusal: errors.IdempotencyInProgress | errors.RateLimited | errors.Unavailable, seconds: int
) -> None:
    assert refusal.retry_after_seconds == seconds


@pytest.mark.parametrize(
    "kind",
    [
        errors.MalformedRequest,
        errors.NotAuthenticated,
        errors.InvalidCredentials,
        errors.Forbidden,
        errors.SalesClosed,
        errors.InUse,
        errors.Unavailable,
    ],
)
def test_a_refusal_says_the_sentence_that_it_was_given(
    kind: Callable[[str], TicketingError],
) -> None:
    assert kind("It is closed.").detail == str(kind("It is closed.")) == "It is closed."


def test_a_refusal_of_the_same_state_says_already() -> None:
    refusal = errors.InvalidState("event", "draft", "draft", at="noon")
    assert refusal.detail == "This event is already a draft."
    assert refusal.facts == {"from": "draft", "to": "draft", "at": "noon"}


@pytest.mark.parametrize(
    ("amounts", "detail", "facts"),
    [
        (
            {"requested": Decimal("5.00"), "refundable": Decimal("4.50")},
            "At most 4.50 can be refunded; you asked for 5.00.",
            {"requested": "5.00", "refundable": "4.50"},
        ),
        (
            {"requested": Decimal("5.00"), "refundable": Decimal("0.00")},
            "Nothing is left of this payment that could be refunded.",
            {"requested": "5.00", "refundable": "0.00"},
        ),
        ({}, "The amount is more than was paid.", {}),
        ({"requested": Decimal(5)}, "The amount is more than was paid.", {}),
        ({"refundable": Decimal(5)}, "The amount is more than was paid.", {}),
    ],
)
def test_a_refund_that_is_too_high_names_the_amounts_that_are_known(
    amounts: dict[str, Decimal], detail: str, facts: dict[str, str]
) -> None:
    refusal = errors.RefundExceedsPayment(**amounts)
    assert (refusal.detail, refusal.facts) == (detail, facts)


def test_unavailable_says_when_to_try_again() -> None:
    assert errors.Unavailable().retry_after_seconds == 1
    assert errors.Unavailable(retry_after_seconds=10).retry_after_seconds == 10


def test_a_field_that_breaks_a_rule_has_its_path_and_a_code() -> None:
    refusal = errors.ValidationFailed("body.price", "Give a price.", reason="missing")
    assert (refusal.field, refusal.detail, refusal.reason) == (
        "body.price",
        "Give a price.",
        "missing",
    )
    assert errors.ValidationFailed("body.price", "Give a price.").reason == "value_error"


def test_every_refusal_has_a_status_and_the_table_has_no_other() -> None:
    assert set(STATUS) == set(leaves(TicketingError))


def test_the_catalogue_has_every_code_of_the_contract_with_its_status() -> None:
    assert {code: status for code, (status, _, _) in CATALOGUE.items()} == CONTRACT


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_explains_every_code_in_sentences(code: str) -> None:
    _, title, explanation = CATALOGUE[code]
    assert not title.endswith(".")
    assert re.fullmatch(r"[A-Z].*\.", explanation, re.DOTALL)
