from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_kind import InvoiceKind

if TYPE_CHECKING:
    from ..models.invoice_line_answer import InvoiceLineAnswer
    from ..models.invoice_party_answer import InvoicePartyAnswer
    from ..models.invoice_tax_answer import InvoiceTaxAnswer


T = TypeVar("T", bound="InvoiceAnswer")


@_attrs_define
class InvoiceAnswer:
    """An invoice or credit note, as it was issued. The amounts of both are positive.

    `corrects` is the number of the invoice that a credit note takes back from. `is_e_invoice` is
    whether it is one by EN 16931 too: then it is also to be had as XML.

        Attributes:
            id (int):
            seller_id (int):
            order_id (int):
            kind (InvoiceKind): A credit note takes back what an invoice charged; its amounts are positive too.
            number (str):
            issued_at (datetime.datetime):
            currency (str):
            net_amount (str):
            tax_amount (str):
            gross_amount (str):
            corrects (None | str):
            order_reference (str):
            buyer_reference (None | str):
            is_e_invoice (bool):
            seller (InvoicePartyAnswer): The seller or the buyer, as the document names them.
            buyer (InvoicePartyAnswer): The seller or the buyer, as the document names them.
            lines (list[InvoiceLineAnswer]):
            taxes (list[InvoiceTaxAnswer]):
    """

    id: int
    seller_id: int
    order_id: int
    kind: InvoiceKind
    number: str
    issued_at: datetime.datetime
    currency: str
    net_amount: str
    tax_amount: str
    gross_amount: str
    corrects: None | str
    order_reference: str
    buyer_reference: None | str
    is_e_invoice: bool
    seller: InvoicePartyAnswer
    buyer: InvoicePartyAnswer
    lines: list[InvoiceLineAnswer]
    taxes: list[InvoiceTaxAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        seller_id = self.seller_id

        order_id = self.order_id

        kind = self.kind.value

        number = self.number

        issued_at = self.issued_at.isoformat()

        currency = self.currency

        net_amount = self.net_amount

        tax_amount = self.tax_amount

        gross_amount = self.gross_amount

        corrects: None | str
        corrects = self.corrects

        order_reference = self.order_reference

        buyer_reference: None | str
        buyer_reference = self.buyer_reference

        is_e_invoice = self.is_e_invoice

        seller = self.seller.to_dict()

        buyer = self.buyer.to_dict()

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        taxes = []
        for taxes_item_data in self.taxes:
            taxes_item = taxes_item_data.to_dict()
            taxes.append(taxes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "seller_id": seller_id,
                "order_id": order_id,
                "kind": kind,
                "number": number,
                "issued_at": issued_at,
                "currency": currency,
                "net_amount": net_amount,
                "tax_amount": tax_amount,
                "gross_amount": gross_amount,
                "corrects": corrects,
                "order_reference": order_reference,
                "buyer_reference": buyer_reference,
                "is_e_invoice": is_e_invoice,
                "seller": seller,
                "buyer": buyer,
                "lines": lines,
                "taxes": taxes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invoice_line_answer import InvoiceLineAnswer  # noqa: PLC0415
        from ..models.invoice_party_answer import InvoicePartyAnswer  # noqa: PLC0415
        from ..models.invoice_tax_answer import InvoiceTaxAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        seller_id = d.pop("seller_id")

        order_id = d.pop("order_id")

        kind = InvoiceKind(d.pop("kind"))

        number = d.pop("number")

        issued_at = datetime.datetime.fromisoformat(d.pop("issued_at"))

        currency = d.pop("currency")

        net_amount = d.pop("net_amount")

        tax_amount = d.pop("tax_amount")

        gross_amount = d.pop("gross_amount")

        def _parse_corrects(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        corrects = _parse_corrects(d.pop("corrects"))

        order_reference = d.pop("order_reference")

        def _parse_buyer_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        buyer_reference = _parse_buyer_reference(d.pop("buyer_reference"))

        is_e_invoice = d.pop("is_e_invoice")

        seller = InvoicePartyAnswer.from_dict(d.pop("seller"))

        buyer = InvoicePartyAnswer.from_dict(d.pop("buyer"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = InvoiceLineAnswer.from_dict(lines_item_data)

            lines.append(lines_item)

        taxes = []
        _taxes = d.pop("taxes")
        for taxes_item_data in _taxes:
            taxes_item = InvoiceTaxAnswer.from_dict(taxes_item_data)

            taxes.append(taxes_item)

        invoice_answer = cls(
            id=id,
            seller_id=seller_id,
            order_id=order_id,
            kind=kind,
            number=number,
            issued_at=issued_at,
            currency=currency,
            net_amount=net_amount,
            tax_amount=tax_amount,
            gross_amount=gross_amount,
            corrects=corrects,
            order_reference=order_reference,
            buyer_reference=buyer_reference,
            is_e_invoice=is_e_invoice,
            seller=seller,
            buyer=buyer,
            lines=lines,
            taxes=taxes,
        )

        invoice_answer.additional_properties = d
        return invoice_answer

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
