from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.late_payment import LatePayment
from ..models.late_refusal import LateRefusal
from ..models.order_status import OrderStatus
from ..models.payment_mode import PaymentMode

if TYPE_CHECKING:
    from ..models.booking_answer import BookingAnswer
    from ..models.order_item_answer import OrderItemAnswer


T = TypeVar("T", bound="OrderAnswer")


@_attrs_define
class OrderAnswer:
    """An order: `subtotal - discount_amount + fee_amount + tax_amount - tax_included` is paid.

    `late_payment` states how a payment after the deadline was handled.

        Attributes:
            id (int):
            reference (str):
            user_id (int):
            status (OrderStatus): The status of an order; `pending` waits for a payment until a deadline.
            payment (PaymentMode): `none` confirms a booking immediately, `online` when its payment succeeds.
            currency (str):
            subtotal (str):
            discount_amount (str):
            discount_code (None | str):
            fee_amount (str):
            tax_amount (str):
            tax_included (str):
            total_amount (str):
            contact_name (None | str):
            contact_email (None | str):
            contact_phone (None | str):
            notes (None | str):
            late_payment (LatePayment | None):
            late_refusal (LateRefusal | None): Why a payment after the deadline was refunded.
            expires_at (datetime.datetime | None):
            items (list[OrderItemAnswer]):
            bookings (list[BookingAnswer]):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
    """

    id: int
    reference: str
    user_id: int
    status: OrderStatus
    payment: PaymentMode
    currency: str
    subtotal: str
    discount_amount: str
    discount_code: None | str
    fee_amount: str
    tax_amount: str
    tax_included: str
    total_amount: str
    contact_name: None | str
    contact_email: None | str
    contact_phone: None | str
    notes: None | str
    late_payment: LatePayment | None
    late_refusal: LateRefusal | None
    expires_at: datetime.datetime | None
    items: list[OrderItemAnswer]
    bookings: list[BookingAnswer]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        reference = self.reference

        user_id = self.user_id

        status = self.status.value

        payment = self.payment.value

        currency = self.currency

        subtotal = self.subtotal

        discount_amount = self.discount_amount

        discount_code: None | str
        discount_code = self.discount_code

        fee_amount = self.fee_amount

        tax_amount = self.tax_amount

        tax_included = self.tax_included

        total_amount = self.total_amount

        contact_name: None | str
        contact_name = self.contact_name

        contact_email: None | str
        contact_email = self.contact_email

        contact_phone: None | str
        contact_phone = self.contact_phone

        notes: None | str
        notes = self.notes

        late_payment: None | str
        if isinstance(self.late_payment, LatePayment):
            late_payment = self.late_payment.value
        else:
            late_payment = self.late_payment

        late_refusal: None | str
        if isinstance(self.late_refusal, LateRefusal):
            late_refusal = self.late_refusal.value
        else:
            late_refusal = self.late_refusal

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        bookings = []
        for bookings_item_data in self.bookings:
            bookings_item = bookings_item_data.to_dict()
            bookings.append(bookings_item)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "user_id": user_id,
                "status": status,
                "payment": payment,
                "currency": currency,
                "subtotal": subtotal,
                "discount_amount": discount_amount,
                "discount_code": discount_code,
                "fee_amount": fee_amount,
                "tax_amount": tax_amount,
                "tax_included": tax_included,
                "total_amount": total_amount,
                "contact_name": contact_name,
                "contact_email": contact_email,
                "contact_phone": contact_phone,
                "notes": notes,
                "late_payment": late_payment,
                "late_refusal": late_refusal,
                "expires_at": expires_at,
                "items": items,
                "bookings": bookings,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booking_answer import BookingAnswer  # noqa: PLC0415
        from ..models.order_item_answer import OrderItemAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        reference = d.pop("reference")

        user_id = d.pop("user_id")

        status = OrderStatus(d.pop("status"))

        payment = PaymentMode(d.pop("payment"))

        currency = d.pop("currency")

        subtotal = d.pop("subtotal")

        discount_amount = d.pop("discount_amount")

        def _parse_discount_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        discount_code = _parse_discount_code(d.pop("discount_code"))

        fee_amount = d.pop("fee_amount")

        tax_amount = d.pop("tax_amount")

        tax_included = d.pop("tax_included")

        total_amount = d.pop("total_amount")

        def _parse_contact_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contact_name = _parse_contact_name(d.pop("contact_name"))

        def _parse_contact_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contact_email = _parse_contact_email(d.pop("contact_email"))

        def _parse_contact_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contact_phone = _parse_contact_phone(d.pop("contact_phone"))

        def _parse_notes(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notes = _parse_notes(d.pop("notes"))

        def _parse_late_payment(data: object) -> LatePayment | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                late_payment_type_0 = LatePayment(data)

                return late_payment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LatePayment | None, data)

        late_payment = _parse_late_payment(d.pop("late_payment"))

        def _parse_late_refusal(data: object) -> LateRefusal | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                late_refusal_type_0 = LateRefusal(data)

                return late_refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LateRefusal | None, data)

        late_refusal = _parse_late_refusal(d.pop("late_refusal"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = OrderItemAnswer.from_dict(items_item_data)

            items.append(items_item)

        bookings = []
        _bookings = d.pop("bookings")
        for bookings_item_data in _bookings:
            bookings_item = BookingAnswer.from_dict(bookings_item_data)

            bookings.append(bookings_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        order_answer = cls(
            id=id,
            reference=reference,
            user_id=user_id,
            status=status,
            payment=payment,
            currency=currency,
            subtotal=subtotal,
            discount_amount=discount_amount,
            discount_code=discount_code,
            fee_amount=fee_amount,
            tax_amount=tax_amount,
            tax_included=tax_included,
            total_amount=total_amount,
            contact_name=contact_name,
            contact_email=contact_email,
            contact_phone=contact_phone,
            notes=notes,
            late_payment=late_payment,
            late_refusal=late_refusal,
            expires_at=expires_at,
            items=items,
            bookings=bookings,
            created_at=created_at,
            updated_at=updated_at,
        )

        order_answer.additional_properties = d
        return order_answer

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
