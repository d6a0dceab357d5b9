from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.gate_body import GateBody


T = TypeVar("T", bound="GatesBody")


@_attrs_define
class GatesBody:
    """All gates of an event, in their order.

    Attributes:
        gates (list[GateBody]):
    """

    gates: list[GateBody]

    def to_dict(self) -> dict[str, Any]:
        gates = []
        for gates_item_data in self.gates:
            gates_item = gates_item_data.to_dict()
            gates.append(gates_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "gates": gates,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.gate_body import GateBody  # noqa: PLC0415

        d = dict(src_dict)
        gates = []
        _gates = d.pop("gates")
        for gates_item_data in _gates:
            gates_item = GateBody.from_dict(gates_item_data)

            gates.append(gates_item)

        gates_body = cls(
            gates=gates,
        )

        return gates_body
