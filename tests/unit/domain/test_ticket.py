"""Tickets: every transition of the table, and the door."""

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime

import pytest

from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.errors import InvalidState
from tests.support.examples import NOW, SCANNER, make_ticket

RESERVED, ACTIVE = TicketStatus.RESERVED, TicketStatus.ACTIVE
USED, CANCELLED = TicketStatus.USED, TicketStatus.CANCELLED

TRANSITIONS: dict[str, Callable[[Ticket], None]] = {
    "activate": lambda ticket: ticket.activate("TKT-20260601-BBBBBBBB"),
    "check_in": lambda ticket: ticket.check_in(by=SCANNER.id, gate="South", now=NOW),
    "undo_check_in": lambda ticket: ticket.undo_check_in(),
    "cancel": lambda ticket: ticket.cancel(),
}
ALLOWED = {
    (RESERVED, "activate"): ACTIVE,
    (ACTIVE, "check_in"): USED,
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
    ticket.check_in(by=SCANNER.id, gate="South", now=NOW)
    assert (ticket.used_at, ticket.used_by, ticket.gate) == (NOW, SCANNER.id, "South")
    ticket.undo_check_in()
    assert ticket == make_ticket()


def test_a_second_check_in_is_refused_with_when_and_where_the_first_was() -> None:
    used_at = datetime(2026, 7, 1, 18, 5, 9, tzinfo=UTC)
    ticket = make_ticket(USED, used_at=used_at, gate="North")
    with pytest.raises(
        InvalidState, match="used on 01 July 2026 at 18:05:09 UTC at North"
    ) as refused:
        ticket.check_in(by=SCANNER.id, gate="South", now=NOW)
    assert refused.value.facts == {
        "from": "used",
        "to": "used",
        "used_at": used_at,
        "gate": "North",
    }


def test_a_second_check_in_names_no_place_when_the_first_had_none() -> None:
    ticket = make_ticket(USED, gate=None)
    with pytest.raises(InvalidState, match=r"UTC\.$"):
        ticket.check_in(by=SCANNER.id, gate="South", now=NOW)


def test_a_check_in_is_refused_when_the_ticket_was_cancelled() -> None:
    with pytest.raises(InvalidState, match="was cancelled: it admits nobody") as refusal:
        make_ticket(CANCELLED).check_in(by=SCANNER.id, gate="South", now=NOW)
    assert refusal.value.facts == {"from": "cancelled", "to": "used"}
