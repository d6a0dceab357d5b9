"""The errors in the OpenAPI document: their codes, and what single codes add."""

from typing import Any

from src.presentation.utils.problem import CATALOGUE

Schema = dict[str, Any]

WHOLE = {"type": "integer"}
TEXT = {"type": "string"}
TIME = {"type": "string", "format": "date-time"}

EXTENSIONS: dict[str, Schema] = {
    "requested": {
        "anyOf": [{"type": "integer"}, {"type": "string"}],
        "description": "`insufficient_tickets`: the number of tickets asked for. "
        "`refund_exceeds_payment` and `payout_exceeds_balance`: the amount asked for.",
    },
    "available": {**WHOLE, "description": "`insufficient_tickets`: how many are left."},
    "ticket_type_id": {
        **WHOLE,
        "description": "`insufficient_tickets`: the ticket type or add-on that has too few, "
        "where the event has several.",
    },
    "limit": {**WHOLE, "description": "`ticket_limit_exceeded`: how many a person may have."},
    "held": {**WHOLE, "description": "`ticket_limit_exceeded`: how many this person has."},
    "seat_ids": {
        "type": "array",
        "items": WHOLE,
        "description": "`seat_taken`: the seats that are taken, empty where that is not known.",
    },
    "from": {**TEXT, "description": "`invalid_state`: the status that it has."},
    "to": {**TEXT, "description": "`invalid_state`: the status that it would have got."},
    "field": {**TEXT, "description": "`duplicate`: the field whose value is taken."},
    "reason": {
        **TEXT,
        "description": "`discount_invalid` and, at the door, `invalid_state`: why, in one word.",
    },
    "refundable": {
        **TEXT,
        "description": "`refund_exceeds_payment`: the amount that can still be refunded.",
    },
    "payable": {
        **TEXT,
        "description": "`payout_exceeds_balance`: the amount that can be paid out now.",
    },
    "used_at": {**TIME, "description": "`invalid_state` at the door: when the ticket was used."},
    "gate": {
        "anyOf": [TEXT, {"type": "null"}],
        "description": "`invalid_state` at the door: where the ticket was used.",
    },
    "gates": {
        "type": "array",
        "items": TEXT,
        "description": "`invalid_state` at the wrong gate: the gates that let this ticket in.",
    },
    "until": {
        **TIME,
        "description": "`invalid_state` of an API key: until when its old secret works.",
    },
    "scope": {
        "anyOf": [TEXT, {"type": "null"}],
        "description": "`forbidden` to an API key: the scope that it would need, null where the "
        "operation is open to no key.",
    },
    "retired_at": {
        **TIME,
        "description": "`invalid_state` of an old code: when the ticket got a new one.",
    },
}
"""What single codes add to an error: numbers and names for programs."""


def complete_problem(problem: Schema) -> None:
    """Name every code, and every extension with its type, in the schema of errors."""
    properties = problem["properties"]
    properties["code"] |= {"enum": sorted(CATALOGUE)}
    for name, schema in EXTENSIONS.items():
        properties.setdefault(name, dict(schema))
