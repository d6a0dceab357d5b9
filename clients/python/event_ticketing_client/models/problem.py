from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.problem_code import ProblemCode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.field_problem import FieldProblem


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """RFC 9457 problem details, with extension members.

    Attributes:
        type_ (str): The page that explains this error.
        title (str):
        status (int):
        detail (str): A sentence that can be shown to a user.
        instance (str):
        code (ProblemCode):
        correlation_id (str):
        success (bool | Unset):  Default: False.
        errors (list[FieldProblem] | None | Unset): For validation errors: the first 50.
        errors_total (int | None | Unset): How many there are, if more than that.
        requested (int | str | Unset): `insufficient_tickets`: the number of tickets asked for. `refund_exceeds_payment`
            and `payout_exceeds_balance`: the amount asked for.
        available (int | Unset): `insufficient_tickets`: how many are left.
        ticket_type_id (int | Unset): `insufficient_tickets`: the ticket type or add-on that has too few, where the
            event has several.
        limit (int | Unset): `ticket_limit_exceeded`: how many a person may have.
        held (int | Unset): `ticket_limit_exceeded`: how many this person has.
        seat_ids (list[int] | Unset): `seat_taken`: the seats that are taken, empty where that is not known.
        from_ (str | Unset): `invalid_state`: the status that it has.
        to (str | Unset): `invalid_state`: the status that it would have got.
        field (str | Unset): `duplicate`: the field whose value is taken.
        reason (str | Unset): `discount_invalid` and, at the door, `invalid_state`: why, in one word.
        refundable (str | Unset): `refund_exceeds_payment`: the amount that can still be refunded.
        payable (str | Unset): `payout_exceeds_balance`: the amount that can be paid out now.
        used_at (datetime.datetime | Unset): `invalid_state` at the door: when the ticket was used.
        gate (None | str | Unset): `invalid_state` at the door: where the ticket was used.
        gates (list[str] | Unset): `invalid_state` at the wrong gate: the gates that let this ticket in.
        until (datetime.datetime | Unset): `invalid_state` of an API key: until when its old secret works.
        scope (None | str | Unset): `forbidden` to an API key: the scope that it would need, null where the operation is
            open to no key.
        retired_at (datetime.datetime | Unset): `invalid_state` of an old code: when the ticket got a new one.
    """

    type_: str
    title: str
    status: int
    detail: str
    instance: str
    code: ProblemCode
    correlation_id: str
    success: bool | Unset = False
    errors: list[FieldProblem] | None | Unset = UNSET
    errors_total: int | None | Unset = UNSET
    requested: int | str | Unset = UNSET
    available: int | Unset = UNSET
    ticket_type_id: int | Unset = UNSET
    limit: int | Unset = UNSET
    held: int | Unset = UNSET
    seat_ids: list[int] | Unset = UNSET
    from_: str | Unset = UNSET
    to: str | Unset = UNSET
    field: str | Unset = UNSET
    reason: str | Unset = UNSET
    refundable: str | Unset = UNSET
    payable: str | Unset = UNSET
    used_at: datetime.datetime | Unset = UNSET
    gate: None | str | Unset = UNSET
    gates: list[str] | Unset = UNSET
    until: datetime.datetime | Unset = UNSET
    scope: None | str | Unset = UNSET
    retired_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        title = self.title

        status = self.status

        detail = self.detail

        instance = self.instance

        code = self.code.value

        correlation_id = self.correlation_id

        success = self.success

        errors: list[dict[str, Any]] | None | Unset
        if isinstance(self.errors, Unset):
            errors = UNSET
        elif isinstance(self.errors, list):
            errors = []
            for errors_type_0_item_data in self.errors:
                errors_type_0_item = errors_type_0_item_data.to_dict()
                errors.append(errors_type_0_item)

        else:
            errors = self.errors

        errors_total: int | None | Unset
        if isinstance(self.errors_total, Unset):
            errors_total = UNSET
        else:
            errors_total = self.errors_total

        requested: int | str | Unset
        if isinstance(self.requested, Unset):
            requested = UNSET
        else:
            requested = self.requested

        available = self.available

        ticket_type_id = self.ticket_type_id

        limit = self.limit

        held = self.held

        seat_ids: list[int] | Unset = UNSET
        if not isinstance(self.seat_ids, Unset):
            seat_ids = self.seat_ids

        from_ = self.from_

        to = self.to

        field = self.field

        reason = self.reason

        refundable = self.refundable

        payable = self.payable

        used_at: str | Unset = UNSET
        if not isinstance(self.used_at, Unset):
            used_at = self.used_at.isoformat()

        gate: None | str | Unset
        if isinstance(self.gate, Unset):
            gate = UNSET
        else:
            gate = self.gate

        gates: list[str] | Unset = UNSET
        if not isinstance(self.gates, Unset):
            gates = self.gates

        until: str | Unset = UNSET
        if not isinstance(self.until, Unset):
            until = self.until.isoformat()

        scope: None | str | Unset
        if isinstance(self.scope, Unset):
            scope = UNSET
        else:
            scope = self.scope

        retired_at: str | Unset = UNSET
        if not isinstance(self.retired_at, Unset):
            retired_at = self.retired_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "title": title,
                "status": status,
                "detail": detail,
                "instance": instance,
                "code": code,
                "correlation_id": correlation_id,
            }
        )
        if success is not UNSET:
            field_dict["success"] = success
        if errors is not UNSET:
            field_dict["errors"] = errors
        if errors_total is not UNSET:
            field_dict["errors_total"] = errors_total
        if requested is not UNSET:
            field_dict["requested"] = requested
        if available is not UNSET:
            field_dict["available"] = available
        if ticket_type_id is not UNSET:
            field_dict["ticket_type_id"] = ticket_type_id
        if limit is not UNSET:
            field_dict["limit"] = limit
        if held is not UNSET:
            field_dict["held"] = held
        if seat_ids is not UNSET:
            field_dict["seat_ids"] = seat_ids
        if from_ is not UNSET:
            field_dict["from"] = from_
        if to is not UNSET:
            field_dict["to"] = to
        if field is not UNSET:
            field_dict["field"] = field
        if reason is not UNSET:
            field_dict["reason"] = reason
        if refundable is not UNSET:
            field_dict["refundable"] = refundable
        if payable is not UNSET:
            field_dict["payable"] = payable
        if used_at is not UNSET:
            field_dict["used_at"] = used_at
        if gate is not UNSET:
            field_dict["gate"] = gate
        if gates is not UNSET:
            field_dict["gates"] = gates
        if until is not UNSET:
            field_dict["until"] = until
        if scope is not UNSET:
            field_dict["scope"] = scope
        if retired_at is not UNSET:
            field_dict["retired_at"] = retired_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.field_problem import FieldProblem  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        title = d.pop("title")

        status = d.pop("status")

        detail = d.pop("detail")

        instance = d.pop("instance")

        code = ProblemCode(d.pop("code"))

        correlation_id = d.pop("correlation_id")

        success = d.pop("success", UNSET)

        def _parse_errors(data: object) -> list[FieldProblem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                errors_type_0 = []
                _errors_type_0 = data
                for errors_type_0_item_data in _errors_type_0:
                    errors_type_0_item = FieldProblem.from_dict(errors_type_0_item_data)

                    errors_type_0.append(errors_type_0_item)

                return errors_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[FieldProblem] | None | Unset, data)

        errors = _parse_errors(d.pop("errors", UNSET))

        def _parse_errors_total(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        errors_total = _parse_errors_total(d.pop("errors_total", UNSET))

        def _parse_requested(data: object) -> int | str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        requested = _parse_requested(d.pop("requested", UNSET))

        available = d.pop("available", UNSET)

        ticket_type_id = d.pop("ticket_type_id", UNSET)

        limit = d.pop("limit", UNSET)

        held = d.pop("held", UNSET)

        seat_ids = cast(list[int], d.pop("seat_ids", UNSET))

        from_ = d.pop("from", UNSET)

        to = d.pop("to", UNSET)

        field = d.pop("field", UNSET)

        reason = d.pop("reason", UNSET)

        refundable = d.pop("refundable", UNSET)

        payable = d.pop("payable", UNSET)

        _used_at = d.pop("used_at", UNSET)
        used_at: datetime.datetime | Unset
        if isinstance(_used_at, Unset):
            used_at = UNSET
        else:
            used_at = datetime.datetime.fromisoformat(_used_at)

        def _parse_gate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gate = _parse_gate(d.pop("gate", UNSET))

        gates = cast(list[str], d.pop("gates", UNSET))

        _until = d.pop("until", UNSET)
        until: datetime.datetime | Unset
        if isinstance(_until, Unset):
            until = UNSET
        else:
            until = datetime.datetime.fromisoformat(_until)

        def _parse_scope(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        scope = _parse_scope(d.pop("scope", UNSET))

        _retired_at = d.pop("retired_at", UNSET)
        retired_at: datetime.datetime | Unset
        if isinstance(_retired_at, Unset):
            retired_at = UNSET
        else:
            retired_at = datetime.datetime.fromisoformat(_retired_at)

        problem = cls(
            type_=type_,
            title=title,
            status=status,
            detail=detail,
            instance=instance,
            code=code,
            correlation_id=correlation_id,
            success=success,
            errors=errors,
            errors_total=errors_total,
            requested=requested,
            available=available,
            ticket_type_id=ticket_type_id,
            limit=limit,
            held=held,
            seat_ids=seat_ids,
            from_=from_,
            to=to,
            field=field,
            reason=reason,
            refundable=refundable,
            payable=payable,
            used_at=used_at,
            gate=gate,
            gates=gates,
            until=until,
            scope=scope,
            retired_at=retired_at,
        )

        problem.additional_properties = d
        return problem

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
