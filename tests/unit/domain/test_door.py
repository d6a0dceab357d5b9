"""What the scans of a ticket make of it, in whichever order and batches they arrive."""

from copy import deepcopy
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.domain.entities.scan import Scan, ScanKind
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.errors import InvalidState
from src.domain.services.door import (
    CLOCK_TOLERANCE,
    DOORS_AT_MOST,
    Passage,
    Verdict,
    follow,
    impossible,
    known,
    let_through,
    next_moment,
    replay,
)
from tests.support.examples import MOMENT, NOW, SCANNER, STARTS, make_event, make_ticket

IN, OUT, UNDO = ScanKind.IN, ScanKind.OUT, ScanKind.UNDO


def scan(minute: int, kind: ScanKind = IN, *, scanner: str = "a", gate: str = "North") -> Scan:
    at = NOW + timedelta(minutes=minute)
    return Scan(
        scanner_id=scanner, scan_id=f"{kind}-{minute}", kind=kind, at=at, gate=gate, by=SCANNER.id
    )


def verdicts(passage: Passage) -> list[str]:
    return [decision.verdict.value for decision in passage.decisions.values()]


SCANS = st.lists(
    st.builds(
        Scan,
        scanner_id=st.sampled_from(["", "a", "b"]),
        scan_id=st.text("0123456789", min_size=1, max_size=3),
        kind=st.sampled_from([IN, IN, OUT, OUT, UNDO]),
        at=st.integers(0, 8).map(lambda minutes: NOW + timedelta(minutes=minutes)),
        gate=st.sampled_from([None, "North"]),
        by=st.integers(1, 3),
    ),
    max_size=12,
    unique_by=lambda scan: scan.key,
)


@given(scans=SCANS, allows_reentry=st.booleans(), data=st.data())
def test_every_order_of_the_scans_gives_the_same(
    scans: list[Scan], allows_reentry: bool, data: st.DataObject
) -> None:
    other = data.draw(st.permutations(scans))
    assert replay(other, allows_reentry=allows_reentry) == replay(
        scans, allows_reentry=allows_reentry
    )


@given(
    scans=SCANS.map(lambda scans: [scan for scan in scans if scan.kind is not UNDO]),
    allows_reentry=st.booleans(),
    data=st.data(),
)
def test_every_order_and_split_into_batches_leaves_the_same_ticket(
    scans: list[Scan], allows_reentry: bool, data: st.DataObject
) -> None:
    def merged(order: list[Scan], cuts: list[int]) -> Ticket:
        ticket, log = make_ticket(), list[Scan]()
        for begin, end in pairwise([0, *sorted(cuts), len(order)]):
            log = [*known(ticket, log), *order[begin:end]]
            follow(ticket, replay(log, allows_reentry=allows_reentry))
        return ticket

    cuts = st.lists(st.integers(0, len(scans)), max_size=4)
    here = merged(data.draw(st.permutations(scans)), data.draw(cuts))
    there = merged(data.draw(st.permutations(scans)), data.draw(cuts))
    assert here == there
    assert (here.status is TicketStatus.USED) is any(scan.kind is IN for scan in scans)


@given(scans=SCANS, allows_reentry=st.booleans())
def test_ins_and_outs_that_count_take_turns(scans: list[Scan], allows_reentry: bool) -> None:
    passage = replay(scans, allows_reentry=allows_reentry)
    counted = [scan for scan in scans if passage.decisions[scan.key].counts]
    ordered = sorted(counted, key=lambda scan: scan.order)
    may_follow = {IN: {OUT, UNDO}, OUT: {IN, UNDO}, UNDO: {IN, UNDO}}
    assert all(after.kind in may_follow[before.kind] for before, after in pairwise(ordered))
    last = ordered[-1].kind if ordered else UNDO
    assert passage.is_inside is (last is IN)
    assert (passage.first is not None) is (last is not UNDO)


def test_the_earliest_scan_wins_and_the_later_one_contradicts_it() -> None:
    passage = replay([scan(5), scan(3, scanner="b")], allows_reentry=False)
    later = passage.decisions["a", "in-5"]
    assert passage.first == scan(3, scanner="b")
    assert (later.verdict, later.against) == (Verdict.ALREADY_USED, scan(3, scanner="b"))


def test_two_scans_of_one_moment_are_in_the_order_of_their_scanners() -> None:
    both = [scan(3, scanner="b"), scan(3, scanner="a")]
    assert replay(both, allows_reentry=False).first == scan(3, scanner="a")


def test_a_ticket_goes_in_out_and_in_where_the_event_allows_it() -> None:
    scans = [scan(1), scan(2, OUT), scan(3), scan(4), scan(5, OUT), scan(6, OUT)]
    passage = replay(scans, allows_reentry=True)
    assert verdicts(passage) == [
        *("admitted", "exited", "admitted", "already_inside", "exited", "not_inside")
    ]
    assert (passage.first, passage.entered, passage.is_inside) == (scan(1), scan(3), False)
    assert passage.decisions["a", "in-4"].against == scan(3)
    assert passage.decisions["a", "out-6"].against == scan(5, OUT)


def test_without_reentry_nobody_is_scanned_out_and_a_second_scan_in_is_refused() -> None:
    passage = replay([scan(1), scan(2, OUT), scan(3)], allows_reentry=False)
    assert verdicts(passage) == ["admitted", "no_reentry", "already_used"]
    assert passage.is_inside


def test_an_undo_takes_back_what_was_before_it_even_what_is_reported_late() -> None:
    passage = replay([scan(1), scan(2), scan(3, UNDO), scan(4)], allows_reentry=False)
    assert verdicts(passage) == ["admitted", "already_used", "undone", "admitted"]
    assert passage.decisions["a", "in-1"].undone_by == scan(3, UNDO)
    assert passage.decisions["a", "in-2"].undone_by is None
    assert passage.first == scan(4)


def test_a_scan_made_now_comes_after_all_that_are_known() -> None:
    assert next_moment([], NOW) == NOW
    assert next_moment([scan(-1)], NOW) == NOW
    assert next_moment([scan(0)], NOW) == NOW + MOMENT
    ahead = scan(2)
    assert next_moment([scan(1), ahead], NOW) == ahead.at + MOMENT


def test_letting_through_changes_the_ticket() -> None:
    ticket = make_ticket()
    let_through(ticket, [], scan(1), allows_reentry=True)
    assert (ticket.status, ticket.used_at, ticket.is_inside) == ("used", scan(1).at, True)
    let_through(ticket, [scan(1)], scan(2, OUT), allows_reentry=True)
    assert (ticket.status, ticket.used_at, ticket.is_inside) == ("used", scan(1).at, False)


@pytest.mark.parametrize(
    ("log", "latest", "allows_reentry", "reason", "sentence"),
    [
        (
            [scan(1)],
            scan(2),
            False,
            "already_used",
            "was used on 01 June 2026 at 12:01:00 UTC at N",
        ),
        ([scan(1)], scan(2), True, "already_inside", "North, and nobody has left with it since"),
        ([], scan(2, OUT), True, "not_inside", "nobody has come in with it"),
        ([scan(1), scan(2, OUT)], scan(3, OUT), True, "not_inside", "last seen leaving on 01 June"),
        ([scan(1)], scan(2, OUT), False, "no_reentry", "the event allows no re-entry"),
    ],
)
def test_a_scan_that_contradicts_the_others_is_refused_and_changes_nothing(
    log: list[Scan], latest: Scan, allows_reentry: bool, reason: str, sentence: str
) -> None:
    ticket = make_ticket(TicketStatus.USED) if log else make_ticket()
    before = deepcopy(ticket)
    with pytest.raises(InvalidState, match=sentence) as refusal:
        let_through(ticket, log, latest, allows_reentry=allows_reentry)
    assert refusal.value.facts["reason"] == reason
    assert refusal.value.detail.startswith("This ticket ")
    assert ticket == before


def test_a_second_check_in_is_refused_with_when_and_where_the_first_was() -> None:
    with pytest.raises(InvalidState) as refusal:
        let_through(make_ticket(TicketStatus.USED), [scan(1)], scan(2), allows_reentry=False)
    assert refusal.value.facts == {
        "from": "used",
        "to": "used",
        "used_at": scan(1).at,
        "gate": "North",
        "reason": "already_used",
    }


def test_a_check_in_without_a_log_counts_as_a_scan() -> None:
    ticket = make_ticket(TicketStatus.USED)
    (own,) = known(ticket, [])
    assert (own.at, own.gate, own.by) == (ticket.used_at, ticket.gate, ticket.used_by)
    assert known(ticket, [scan(1)]) == [scan(1)]
    assert known(make_ticket(), []) == []


def test_a_scanner_whose_clock_is_wrong_is_refused() -> None:
    event = make_event()
    assert impossible(STARTS, event, STARTS) is None
    assert impossible(STARTS + CLOCK_TOLERANCE, event, STARTS) is None
    assert impossible(STARTS + CLOCK_TOLERANCE + MOMENT, event, STARTS) == "time_in_future"
    assert impossible(STARTS - DOORS_AT_MOST, event, STARTS) is None
    assert impossible(STARTS - DOORS_AT_MOST - MOMENT, event, STARTS) == "time_too_early"
