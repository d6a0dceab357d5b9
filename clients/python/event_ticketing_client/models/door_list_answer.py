from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.door_event_answer import DoorEventAnswer
    from ..models.door_key import DoorKey
    from ..models.door_ticket_type import DoorTicketType
    from ..models.gate_answer import GateAnswer


T = TypeVar("T", bound="DoorListAnswer")


@_attrs_define
class DoorListAnswer:
    """A door list; an entry has its values in the order of `columns`.

    Attributes:
        version (str):
        full (bool):
        event (DoorEventAnswer): What a scanner has to know of the event.
        ticket_types (list[DoorTicketType]):
        gates (list[GateAnswer]):
        keys (list[DoorKey]):
        columns (list[str]):
        entries (list[list[Any]]):
    """

    version: str
    full: bool
    event: DoorEventAnswer
    ticket_types: list[DoorTicketType]
    gates: list[GateAnswer]
    keys: list[DoorKey]
    columns: list[str]
    entries: list[list[Any]]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        full = self.full

        event = self.event.to_dict()

        ticket_types = []
        for ticket_types_item_data in self.ticket_types:
            ticket_types_item = ticket_types_item_data.to_dict()
            ticket_types.append(ticket_types_item)

        gates = []
        for gates_item_data in self.gates:
            gates_item = gates_item_data.to_dict()
            gates.append(gates_item)

        keys = []
        for keys_item_data in self.keys:
            keys_item = keys_item_data.to_dict()
            keys.append(keys_item)

        columns = self.columns

        entries = []
        for entries_item_data in self.entries:
            entries_item = entries_item_data

            entries.append(entries_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "full": full,
                "event": event,
                "ticket_types": ticket_types,
                "gates": gates,
                "keys": keys,
                "columns": columns,
                "entries": entries,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.door_event_answer import DoorEventAnswer  # noqa: PLC0415
        from ..models.door_key import DoorKey  # noqa: PLC0415
        from ..models.door_ticket_type import DoorTicketType  # noqa: PLC0415
        from ..models.gate_answer import GateAnswer  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        full = d.pop("full")

        event = DoorEventAnswer.from_dict(d.pop("event"))

        ticket_types = []
        _ticket_types = d.pop("ticket_types")
        for ticket_types_item_data in _ticket_types:
            ticket_types_item = DoorTicketType.from_dict(ticket_types_item_data)

            ticket_types.append(ticket_types_item)

        gates = []
        _gates = d.pop("gates")
        for gates_item_data in _gates:
            gates_item = GateAnswer.from_dict(gates_item_data)

            gates.append(gates_item)

        keys = []
        _keys = d.pop("keys")
        for keys_item_data in _keys:
            keys_item = DoorKey.from_dict(keys_item_data)

            keys.append(keys_item)

        columns = cast(list[str], d.pop("columns"))

        entries = []
        _entries = d.pop("entries")
        for entries_item_data in _entries:
            entries_item = cast(list[Any], entries_item_data)

            entries.append(entries_item)

        door_list_answer = cls(
            version=version,
            full=full,
            event=event,
            ticket_types=ticket_types,
            gates=gates,
            keys=keys,
            columns=columns,
            entries=entries,
        )

        door_list_answer.additional_properties = d
        return door_list_answer

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
