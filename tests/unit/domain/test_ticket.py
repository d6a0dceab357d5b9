"""Tickets: every transition of the table, and the door."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.errors import InvalidState
from tests.support.examples import NOW, SCANNER, make_ticket

RESERVED, ACTIVE = TicketStatus.RESERVED, TicketStatus.ACTIVE
USED, CANCELLED = TicketStatus.USED, TicketStatus.CANCELLED

TRANSITIONS: dict[str, Callable[[Ticket], None]] = {
    "activate": lambda ticket: ticket.activate("TKT-20260601-BBBBBBBB"),
    "use": lambda ticket: ticket.use(by=SCANNER.id, gate="South", at=NOW, is_inside=True),
    "undo_check_in": lambda ticket: ticket.undo_check_in(),
    "cancel": lambda ticket: ticket.cancel(),
}
ALLOWED = {
    (RESERVED, "activate"): ACTIVE,
    (ACTIVE, "use"): USED,
    (USED, "use"): USED,
    (USED, "undo_check_in"): ACTIVE,
    (RESERVED, "cancel"): CANCELLED,
    (ACTIVE, "cancel"): CANCELLED,
}
REFUSED = [(status, change) for status in TicketStatus for change in TRANSITIONS]
REFUSED = [pair for pair in REFUSED if pair not in ALLOWED]


@pytest.mark.parametrize(("status", "change"), ALLOWED)
def test_a_ticket_changes_when_the_table_has_the_transition(
    status: TicketStatus, change: str
) -> None:
    ticket = make_ticket(status)
    TRANSITIONS[change](ticket)
    assert ticket.status is ALLOWED[status, change]


@pytest.mark.parametrize(("status", "change"), REFUSED)
def test_a_ticket_stays_when_the_table_has_no_such_transition(
    status: TicketStatus, change: str
) -> None:
    ticket = make_ticket(status)
    before = deepcopy(ticket)
    with pytest.raises(InvalidState) as refusal:
        TRANSITIONS[change](ticket)
    assert refusal.value.facts["from"] == status
    assert refusal.value.detail.startswith("This ticket ")
    assert ticket == before


def test_a_ticket_gets_its_code_when_it_becomes_active() -> None:
    ticket = make_ticket(RESERVED)
    assert ticket.ticket_code is None
    ticket.activate("TKT-20260601-CCCCCCCC")
    assert ticket.ticket_code == "TKT-20260601-CCCCCCCC"


def test_a_check_in_notes_when_where_and_by_whom_and_an_undo_forgets_it() -> None:
    ticket = make_ticket()
    ticket.use(by=SCANNER.id, gate="South", at=NOW, is_inside=True)
    assert (ticket.used_at, ticket.used_by, ticket.gate) == (NOW, SCANNER.id, "South")
    assert ticket.is_inside
    ticket.undo_check_in()
    assert ticket == make_ticket()


@pytest.mark.parametrize("status", [ACTIVE, USED])
def test_a_ticket_that_is_valid_or_used_is_not_dead(status: TicketStatus) -> None:
    make_ticket(status).require_admissible()
    make_ticket(status, issue=2).require_admissible(issue=2)


@pytest.mark.parametrize(
    ("ticket", "circumstances", "reason", "sentence"),
    [
        (make_ticket(CANCELLED), {}, "cancelled", "was cancelled: it admits nobody"),
        (make_ticket(CANCELLED), {"is_refunded": True}, "refunded", "was refunded"),
        (make_ticket(RESERVED), {}, "not_confirmed", "is not confirmed yet"),
        (make_ticket(ACTIVE, issue=2), {"issue": 1}, "replaced", "transferred or issued anew"),
        (make_ticket(USED, issue=1), {"issue": 2}, "replaced", "only its latest issue"),
        (make_ticket(CANCELLED, issue=2), {"issue": 1}, "replaced", "only its latest issue"),
    ],
)
def test_a_dead_ticket_is_refused_with_the_reason(
    ticket: Ticket, circumstances: dict[str, Any], reason: str, sentence: str
) -> None:
    with pytest.raises(InvalidState, match=sentence) as refusal:
        ticket.require_admissible(**circumstances)
    assert refusal.value.facts == {"from": ticket.status, "to": "used", "reason": reason}
