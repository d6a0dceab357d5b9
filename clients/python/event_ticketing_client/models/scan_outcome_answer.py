from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.scan_result import ScanResult

if TYPE_CHECKING:
    from ..models.earlier_scan import EarlierScan


T = TypeVar("T", bound="ScanOutcomeAnswer")


@_attrs_define
class ScanOutcomeAnswer:
    """What became of a scan; `reason` and `detail` say why it does not count, or what was wrong.

    Attributes:
        scan_id (str):
        result (ScanResult): What became of a scan: the first two count; a conflict is kept, a rejected scan is not.
        ticket_id (int | None):
        reason (None | str):
        detail (None | str):
        against (EarlierScan | None):
    """

    scan_id: str
    result: ScanResult
    ticket_id: int | None
    reason: None | str
    detail: None | str
    against: EarlierScan | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.earlier_scan import EarlierScan  # noqa: PLC0415

        scan_id = self.scan_id

        result = self.result.value

        ticket_id: int | None
        ticket_id = self.ticket_id

        reason: None | str
        reason = self.reason

        detail: None | str
        detail = self.detail

        against: dict[str, Any] | None
        if isinstance(self.against, EarlierScan):
            against = self.against.to_dict()
        else:
            against = self.against

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "scan_id": scan_id,
                "result": result,
                "ticket_id": ticket_id,
                "reason": reason,
                "detail": detail,
                "against": against,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.earlier_scan import EarlierScan  # noqa: PLC0415

        d = dict(src_dict)
        scan_id = d.pop("scan_id")

        result = ScanResult(d.pop("result"))

        def _parse_ticket_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        ticket_id = _parse_ticket_id(d.pop("ticket_id"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        detail = _parse_detail(d.pop("detail"))

        def _parse_against(data: object) -> EarlierScan | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                against_type_0 = EarlierScan.from_dict(data)

                return against_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EarlierScan | None, data)

        against = _parse_against(d.pop("against"))

        scan_outcome_answer = cls(
            scan_id=scan_id,
            result=result,
            ticket_id=ticket_id,
            reason=reason,
            detail=detail,
            against=against,
        )

        scan_outcome_answer.additional_properties = d
        return scan_outcome_answer

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
