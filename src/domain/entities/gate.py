"""A gate of an event, and which tickets it lets in."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.domain.errors import InvalidState, ValidationFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """An entrance by its name; without `ticket_type_ids` it lets every ticket in."""

    name: str
    ticket_type_ids: tuple[int, ...] = ()

    def admits(self, ticket_type_id: int) -> bool:
        """Whether it lets tickets of this type in."""
        return not self.ticket_type_ids or ticket_type_id in self.ticket_type_ids


def require_gate(
    gates: Sequence[Gate], name: str | None, ticket_type_id: int, *, is_leaving: bool
) -> None:
    """Raise unless the ticket may pass at the gate of this name.

    Any name will do where the event has no gates. Raises ValidationFailed for a gate that it does
    not have, InvalidState for one that does not let this type in. Everybody may leave anywhere.
    """
    if not gates or (is_leaving and name is None):
        return
    names = ", ".join(gate.name for gate in gates)
    if name is None:
        raise ValidationFailed("body.gate", f"Say at which gate: {names}.", reason="missing")
    gate = next((gate for gate in gates if gate.name.casefold() == name.casefold()), None)
    if gate is None:
        raise ValidationFailed("body.gate", f"This event has no gate {name}. It has: {names}.")
    if not is_leaving and not gate.admits(ticket_type_id):
        raise InvalidState(
            "ticket",
            "active",
            "used",
            wrong_gate(gates, gate.name, ticket_type_id),
            reason="wrong_gate",
            gates=open_to(gates, ticket_type_id),
        )


def open_to(gates: Sequence[Gate], ticket_type_id: int) -> list[str]:
    """Return the names of the gates that let this type in."""
    return [gate.name for gate in gates if gate.admits(ticket_type_id)]


def wrong_gate(gates: Sequence[Gate], name: str, ticket_type_id: int) -> str:
    """Return where to send the holder of a ticket that this gate does not let in."""
    others = open_to(gates, ticket_type_id)
    if not others:
        return f"This ticket is not let in at {name}, nor at any other gate of this event."
    return f"This ticket is not let in at {name}. Its gate is {' or '.join(others)}."
