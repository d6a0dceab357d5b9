"""Transfers: which offers can be made and closed, and when they end by themselves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket import Retirement, Ticket, TicketStatus
from src.domain.entities.transfer import (
    Transfer,
    TransferStatus,
    require_other_address,
    require_transferable,
)
from src.domain.errors import InvalidState, ValidationFailed

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOLDER, FRIEND = 7, 8
CODE, NEW_CODE = "TKT-20260601-AAAAAAAA", "TKT-20260601-BBBBBBBB"


def make_event(**changes: Any) -> Event:
    values: dict[str, Any] = {
        "id": 1,
        "title": "Hamlet",
        "date_time": NOW + timedelta(days=30),
        "ends_at": NOW + timedelta(days=30, hours=3),
        "capacity": 10,
        "price": Decimal("10.00"),
        "organizer_id": 1,
    }
    return Event(**(values | changes))


def make_ticket(status: TicketStatus = TicketStatus.ACTIVE, issue: int = 1) -> Ticket:
    return Ticket(
        id=3,
        event_id=1,
        ticket_type_id=1,
        user_id=HOLDER,
        ticket_code=CODE,
        issue=issue,
        price=Decimal("10.00"),
        status=status,
    )


def make_offer(event: Event | None = None, ticket: Ticket | None = None) -> Transfer:
    return Transfer.offer(
        ticket or make_ticket(),
        event or make_event(),
        email="friend@test.example",
        nonce=UUID(int=1),
        token_hash=b"hash",
        now=NOW,
    )


@pytest.mark.parametrize(("days", "stands_for"), [(30, timedelta(days=7)), (3, timedelta(days=3))])
def test_offer_stands_for_a_week_but_not_beyond_the_start(days: int, stands_for: timedelta) -> None:
    offer = make_offer(make_event(date_time=NOW + timedelta(days=days)), make_ticket(issue=4))
    assert offer.expires_at == NOW + stands_for
    assert (offer.ticket_id, offer.event_id, offer.issue) == (3, 1, 4)
    assert (offer.from_user_id, offer.to_user_id) == (HOLDER, None)
    last = NOW + stands_for - timedelta(microseconds=1)
    assert offer.status_at(last) is TransferStatus.OFFERED
    assert offer.status_at(NOW + stands_for) is TransferStatus.EXPIRED


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": EventStatus.CANCELLED}, "This event is cancelled"),
        ({"status": EventStatus.COMPLETED}, "This event is completed"),
        ({"allows_transfer": False}, "does not allow"),
        ({"date_time": NOW}, "has started"),
    ],
)
def test_event_refuses_transfers(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidState, match=said):
        require_transferable(make_ticket(), make_event(**changes), NOW)


@pytest.mark.parametrize("status", TicketStatus)
def test_only_an_active_ticket_is_transferred_or_reissued(status: TicketStatus) -> None:
    ticket = make_ticket(status)
    efforts: list[Callable[[], object]] = [
        lambda: require_transferable(ticket, make_event(), NOW),
        lambda: ticket.transfer(to=FRIEND, code=NEW_CODE, now=NOW),
        lambda: make_ticket(status).reissue(code=NEW_CODE, now=NOW),
    ]
    for effort in efforts:
        if status is TicketStatus.ACTIVE:
            effort()
            continue
        with pytest.raises(InvalidState) as refusal:
            effort()
        assert refusal.value.facts["from"] == status.value
        assert ticket == make_ticket(status)


def test_ticket_that_changes_hands_gets_a_new_code_and_issue() -> None:
    ticket = make_ticket()
    retired = ticket.transfer(to=FRIEND, code=NEW_CODE, now=NOW)
    assert (ticket.user_id, ticket.ticket_code, ticket.issue) == (FRIEND, NEW_CODE, 2)
    assert (retired.code, retired.ticket_id, retired.event_id) == (CODE, 3, 1)
    assert (retired.reason, retired.at) == (Retirement.TRANSFERRED, NOW)


def test_reissued_ticket_keeps_its_holder() -> None:
    ticket = make_ticket()
    retired = ticket.reissue(code=NEW_CODE, now=NOW)
    assert (ticket.user_id, ticket.ticket_code, ticket.issue) == (HOLDER, NEW_CODE, 2)
    assert (retired.code, retired.reason) == (CODE, Retirement.REISSUED)


CLOSINGS: dict[TransferStatus, Callable[[Transfer, datetime], None]] = {
    TransferStatus.ACCEPTED: lambda offer, now: offer.accept(by=FRIEND, now=now),
    TransferStatus.WITHDRAWN: lambda offer, now: offer.withdraw(now),
    TransferStatus.DECLINED: lambda offer, now: offer.decline(now),
    TransferStatus.EXPIRED: lambda offer, now: offer.expire(now),
}


@pytest.mark.parametrize("wanted", CLOSINGS)
def test_open_offer_is_closed_and_forgets_its_address(wanted: TransferStatus) -> None:
    offer = make_offer()
    CLOSINGS[wanted](offer, NOW)
    assert (offer.status, offer.email, offer.closed_at) == (wanted, None, NOW)
    assert offer.to_user_id == (FRIEND if wanted is TransferStatus.ACCEPTED else None)


@pytest.mark.parametrize("wanted", CLOSINGS)
@pytest.mark.parametrize(
    "status", [it for it in TransferStatus if it is not TransferStatus.OFFERED]
)
def test_closed_offer_stays_as_it_is(status: TransferStatus, wanted: TransferStatus) -> None:
    offer = make_offer()
    offer.status, offer.email, offer.closed_at = status, None, NOW
    with pytest.raises(InvalidState) as refusal:
        CLOSINGS[wanted](offer, NOW)
    assert (refusal.value.facts["from"], refusal.value.facts["to"]) == (status, wanted)
    assert (offer.status, offer.to_user_id) == (status, None)


@pytest.mark.parametrize("wanted", [it for it in CLOSINGS if it is not TransferStatus.EXPIRED])
def test_offer_whose_time_has_passed_is_expired_noted_or_not(wanted: TransferStatus) -> None:
    offer = make_offer()
    with pytest.raises(InvalidState, match="This offer has expired") as refusal:
        CLOSINGS[wanted](offer, offer.expires_at)
    assert refusal.value.facts["from"] == "expired"
    assert offer == make_offer()


def test_nobody_accepts_an_offer_of_their_own() -> None:
    offer = make_offer()
    with pytest.raises(InvalidState, match="This ticket is yours"):
        offer.accept(by=HOLDER, now=NOW)
    assert offer == make_offer()


def test_offer_goes_to_another_address() -> None:
    require_other_address("friend@test.example", "holder@test.example")
    require_other_address("friend@test.example", None)
    with pytest.raises(ValidationFailed):
        require_other_address("holder@test.example", "holder@test.example")
