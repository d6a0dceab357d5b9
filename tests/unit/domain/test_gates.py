"""Gates: which tickets they let in, and where they send the others."""

import pytest

from src.domain.entities.gate import Gate, require_gate
from src.domain.errors import InvalidState, ValidationFailed

GATES = [Gate(name="North", ticket_type_ids=(1,)), Gate(name="South", ticket_type_ids=(2, 3))]


def test_any_gate_will_do_for_an_event_without_gates() -> None:
    require_gate([], None, 1, is_leaving=False)
    require_gate([], "Back door", 1, is_leaving=False)


def test_a_gate_lets_in_its_types_or_all_whatever_the_case_of_its_name() -> None:
    require_gate(GATES, "north", 1, is_leaving=False)
    require_gate([*GATES, Gate(name="Main")], "Main", 9, is_leaving=False)


def test_a_ticket_at_a_gate_that_does_not_let_it_in_learns_which_does() -> None:
    with pytest.raises(InvalidState, match=r"not let in at North. Its gate is South\.") as refusal:
        require_gate(GATES, "north", 2, is_leaving=False)
    facts = refusal.value.facts
    assert (facts["reason"], facts["gates"]) == ("wrong_gate", ["South"])
    with pytest.raises(InvalidState, match="nor at any other gate"):
        require_gate(GATES, "North", 9, is_leaving=False)
    with pytest.raises(InvalidState, match=r"Its gate is South or Main\."):
        require_gate([*GATES, Gate(name="Main")], "North", 2, is_leaving=False)


@pytest.mark.parametrize(("name", "message"), [(None, "at which gate: North, South"), ("X", "no")])
def test_an_event_with_gates_wants_to_know_at_which(name: str | None, message: str) -> None:
    with pytest.raises(ValidationFailed, match=message) as refusal:
        require_gate(GATES, name, 1, is_leaving=False)
    assert refusal.value.field == "body.gate"


def test_everybody_may_leave_through_any_gate() -> None:
    require_gate(GATES, "South", 1, is_leaving=True)
    require_gate(GATES, None, 1, is_leaving=True)
