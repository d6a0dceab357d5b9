"""Every sentence that a page may show of a refusal is there in every language."""

import ast
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from src.domain import errors
from src.domain.shared.language import Language
from src.presentation.web.refusals import TEMPLATES, WORDS, said, sentence
from src.presentation.web.words import LOCALES
from tests.support.examples import NOW, make_event, make_type
from tests.support.paths import ROOT

OTHERS = (Language.DE, Language.TH)
SHOWN = (
    "src/domain",
    "src/application",
    "src/infrastructure/database/errors.py",
    "src/infrastructure/documents/press.py",
    "src/infrastructure/mail",
    "src/infrastructure/payments/fake/cards.py",
    "src/infrastructure/payments/fake/store.py",
    "src/infrastructure/payments/stripe.py",
    "src/infrastructure/payments/stripe_objects.py",
    "src/infrastructure/repositories",
    "src/infrastructure/security",
    "src/infrastructure/webhooks",
    "src/presentation/web/origin.py",
    "src/presentation/web/owner.py",
    "src/presentation/web/visit.py",
)
"""Where sentences are that somebody may read on a page: of refusals, and of what has failed."""

FOR_OPERATORS = (
    "payment/findings.py",
    "payment/compare_disputes.py",
    "payment/compare_refunds.py",
    "payment/reconcile.py",
    "concurrency/for_each.py",
    "webhook/deliver_webhooks.py",
    "mail/phrases.py",
    "repositories/unit_of_work.py",
    "webhooks/transport.py",
)
"""What these say goes to logs and to the command line."""

SAMPLES = {
    "count(available, 'ticket')": "2 tickets",
    "count(limit, what)": "2 tickets",
    "tickets": "2 tickets",
    "wait": "30 seconds",
    "name": ": Gala",
    "noun": "booking",
    "now": "confirmed",
    "then": "cancelled",
    "reason": "transferred",
}
"""What stands for an expression in a sentence, where any other word would not do."""

BY_CLASS = {"{named}", "{which}", "{field.replace('_', ' ')}", "{action", "{start.called}"}
"""Sentences with these are made of a class's own facts: the tests below have them all."""

WHEN = "25 December 2026 at 19:00"


def files() -> Iterator[Path]:
    for name in SHOWN:
        path = ROOT / name
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            if not file.as_posix().endswith(FOR_OPERATORS):
                yield file


def sentences() -> Iterator[tuple[str, str]]:
    """Each sentence in the code, with examples for its values, and where it is."""
    for file in files():
        tree = ast.parse(file.read_text())
        left_out = set(not_said(tree))
        for node in ast.walk(tree):
            if id(node) not in left_out and (text := example(node)) is not None:
                yield text, f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def not_said(tree: ast.AST) -> Iterator[int]:
    """Docstrings, parts of sentences that are found whole, and lines of logs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        if isinstance(node, ast.JoinedStr):
            yield from map(id, node.values)
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("log.", "Runtime")):
            yield from map(id, ast.walk(node))


def example(node: ast.AST) -> str | None:
    """The sentence of a text in the code, None if it is none."""
    if isinstance(node, ast.JoinedStr):
        text = "".join(map(part, node.values))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    else:
        return None
    is_sentence = text.endswith(".") and " " in text and "\n" not in text and "%s" not in text
    is_by_class = any(mark in text for mark in BY_CLASS)
    return text if is_sentence and not is_by_class else None


def part(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return str(value.value)
    assert isinstance(value, ast.FormattedValue)
    expression = ast.unparse(value.value)
    if f"{{{expression}" in BY_CLASS or f"{{{expression}}}" in BY_CLASS:
        return f"{{{expression}}}"
    if expression.startswith("action"):
        return "{action}"
    if value.format_spec is not None and "%d" in ast.unparse(value.format_spec):
        return WHEN
    return SAMPLES.get(expression, "7")


FOUND = dict(sentences())


def test_the_sentences_of_the_code_are_found() -> None:
    assert len(FOUND) > 200
    assert "There is no such discount code." in FOUND
    assert "Choose 7 seats, or none." in FOUND


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("text", sorted(FOUND), ids=lambda text: FOUND[text])
def test_a_sentence_is_translated(text: str, language: Language) -> None:
    filled = text.replace("{}", f" on {WHEN} UTC")
    assert said(filled, language) != said(filled, Language.EN), (
        f"{FOUND[text]} says “{text}”: put it into locales/{language}/refusals.po, and with values "
        "into refusals.toml"
    )
    assert said(filled, language) != filled


def impossible_sales() -> Iterator[errors.TicketingError]:
    """Windows that could never open, each way."""
    soon, later = NOW + timedelta(days=1), NOW + timedelta(days=2)
    event = {"date_time": NOW + timedelta(days=9), "ends_at": NOW + timedelta(days=10)}
    windows: list[tuple[dict[str, datetime], dict[str, datetime]]] = [
        ({"sales_start": later, "sales_end": soon}, {}),
        ({"sales_start": event["date_time"]}, {}),
        ({}, {"sales_start": later, "sales_end": soon}),
        ({}, {"sales_start": event["date_time"]}),
        ({"sales_end": soon}, {"sales_start": later}),
        ({"sales_start": later}, {"sales_end": soon}),
    ]
    for of_event, of_type in windows:
        with pytest.raises(errors.ValidationFailed) as refusal:
            stored = make_event(**event, **of_event)
            stored.check_dates(NOW)
            stored.check_sales_of(make_type(**of_type))
        yield refusal.value


WITH_NUMBERS = (
    *("InsufficientTickets", "TicketLimitExceeded", "CodeRetired", "PayoutExceedsBalance"),
)


def every_error() -> Iterator[errors.TicketingError]:
    made: dict[str, tuple[Any, ...]] = {
        "MalformedRequest": ("The request could not be read.",),
        "NotFound": ("ticket", 7),
        "SalesClosed": ("The event has already started.",),
        "InvalidState": ("order", "confirmed", "cancelled"),
        "Duplicate": ("email",),
        "InUse": ("Two gates have the same name.",),
        "DiscountInvalid": ("unknown", "There is no such discount code."),
        "ValidationFailed": ("body.name", "Two gates have the same name."),
        "RateLimited": (30,),
        "ProviderFailed": ("stripe",),
        "SeatTaken": ([],),
    }
    for name, kind in vars(errors).items():
        if isinstance(kind, type) and issubclass(kind, errors.TicketingError):
            is_abstract = not hasattr(kind, "code")
            if is_abstract or name in WITH_NUMBERS:
                continue
            yield kind(*made.get(name, ()))
    yield from impossible_sales()
    yield errors.PayoutExceedsBalance(requested=Decimal("2.00"), payable=Decimal("1.00"))
    yield errors.InsufficientTickets(requested=3, available=0)
    yield errors.InsufficientTickets(requested=3, available=1)
    yield errors.InsufficientTickets(requested=3, available=2)
    yield errors.TicketLimitExceeded(limit=1, held=1)
    yield errors.TicketLimitExceeded(limit=2, held=1, what="open reservation")
    yield errors.SeatTaken([1, 2])
    yield errors.RateLimited(3600)
    for noun in [*WORDS["unknown"], "unheard of"]:
        yield errors.NotFound(noun, 7)
    for field in WORDS["taken"]:
        yield errors.Duplicate(field)
    for action in ("change your own role", "deactivate yourself"):
        yield errors.Forbidden(f"Only an administrator may {action.replace('your own', 'a')}.")
        yield errors.Forbidden(f"You cannot {action}. Ask another administrator.")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("refusal", list(every_error()), ids=lambda refusal: str(refusal)[:50])
def test_every_error_is_translated(refusal: errors.TicketingError, language: Language) -> None:
    assert sentence(refusal, language) != sentence(refusal, Language.EN)


@pytest.mark.parametrize("refusal", list(every_error()), ids=lambda refusal: str(refusal)[:50])
def test_no_page_speaks_of_what_programs_have(refusal: errors.TicketingError) -> None:
    text = sentence(refusal, Language.EN)
    assert not re.search(r"token|Idempotency|`|_|header|invalid", text), text


def test_nouns_that_are_not_found_have_sentences_of_their_own() -> None:
    nouns = {
        match
        for file in files()
        for match in re.findall(r'NotFound\(\s*"([a-z ]+)"', file.read_text())
    }
    assert nouns <= set(WORDS["unknown"]), nouns - set(WORDS["unknown"])


def test_times_and_numbers_are_the_readers() -> None:
    closed = errors.SalesClosed('Ticket sales for "Gold" start on 25 December 2026 at 19:00 UTC.')
    assert sentence(closed, Language.DE) == 'Der Verkauf ("Gold") beginnt am 25.12.2026, 19:00 UTC.'
    few = errors.InsufficientTickets(requested=3, available=1)
    assert sentence(few, Language.DE) == "Es ist nur noch 1 Ticket da; Sie wollten 3."


def test_a_value_is_no_template() -> None:
    hostile = errors.SalesClosed('Tickets of the type "{name} {0} %s" are not on sale.')
    assert "{name} {0} %s" in sentence(hostile, Language.DE)


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_values(language: Language) -> None:
    with (LOCALES / language / "refusals.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    for template in TEMPLATES:
        message = catalogue.get(template.one)
        assert message is not None, template
        forms = [message.string] if isinstance(message.string, str) else message.string or ()
        assert forms
        for form in forms:
            assert placeholders(form) == placeholders(template.one), form


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
