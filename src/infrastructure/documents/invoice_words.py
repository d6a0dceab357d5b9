"""The words on invoices, in the languages that an event can have."""

from collections.abc import Iterator
from dataclasses import dataclass

from src.domain.entities.invoice import Invoice, InvoiceKind, InvoiceLine, LineKind, TaxCategory
from src.domain.shared.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceWords:
    """Words of one language; `{}` stands for a name, a number or a time."""

    invoice: str
    credit_note: str
    corrects: str
    issued: str
    buyer: str
    order: str
    tax_number: str
    vat_id: str
    what: str
    quantity: str
    unit_price: str
    net: str
    rate: str
    tax: str
    gross: str
    fee: str
    discount: str
    net_sum: str
    tax_sum: str
    total: str
    paid: str
    returned: str
    taken: str
    inclusive: str
    reference: str
    categories: dict[TaxCategory, str]

    def title(self, invoice: Invoice) -> str:
        """What the document is, with its number."""
        is_credit = invoice.kind is InvoiceKind.CREDIT_NOTE
        return (self.credit_note if is_credit else self.invoice).format(invoice.name)

    def sold(self, line: InvoiceLine) -> str:
        """What the line is for: tickets of an event, or the fee on them."""
        what = f"{line.event_title} · {line.ticket_type}" if line.ticket_type else line.event_title
        return f"{self.fee}: {what}" if line.kind is LineKind.FEE else what

    def sentences(self, invoice: Invoice) -> Iterator[str]:
        """Whether it is paid, what prices include, and why no tax is charged."""
        content = invoice.content
        is_credit = invoice.kind is InvoiceKind.CREDIT_NOTE
        back = self.taken if content.is_lost_dispute else self.returned
        yield back if is_credit else self.paid
        if content.has_inclusive_prices and not is_credit:
            yield self.inclusive
        for category in dict.fromkeys(line.category for line in content.lines):
            if category in self.categories:
                yield self.categories[category]


ENGLISH = InvoiceWords(
    invoice="Invoice {}",
    credit_note="Credit note {}",
    corrects="For {} of {}",
    issued="Issued: {}",
    buyer="Buyer",
    order="Order {} of {}",
    tax_number="Tax number: {}",
    vat_id="VAT id: {}",
    what="Description",
    quantity="Number",
    unit_price="Unit price",
    net="Net",
    rate="Rate",
    tax="Tax",
    gross="Gross",
    fee="Service fee",
    discount="Discount: {}",
    net_sum="Net at {}%",
    tax_sum="Tax at {}%",
    total="Total",
    paid="Paid in full.",
    returned="This amount goes back to the buyer.",
    taken="The buyer has this amount back from the bank, after a dispute.",
    inclusive="Unit prices include the tax.",
    reference="Your reference: {}",
    categories={
        TaxCategory.SMALL_BUSINESS: "No tax is charged: the seller is a small business.",
        TaxCategory.REVERSE_CHARGE: "Reverse charge: the tax is owed by the buyer.",
    },
)
GERMAN = InvoiceWords(
    invoice="Rechnung {}",
    credit_note="Rechnungskorrektur {}",
    corrects="Zu {} vom {}",
    issued="Ausgestellt: {}",
    buyer="Käufer",
    order="Bestellung {} vom {}",
    tax_number="Steuernummer: {}",
    vat_id="USt-IdNr.: {}",
    what="Beschreibung",
    quantity="Anzahl",
    unit_price="Einzelpreis",
    net="Netto",
    rate="Satz",
    tax="Steuer",
    gross="Brutto",
    fee="Servicegebühr",
    discount="Rabatt: {}",
    net_sum="Netto zu {} %",
    tax_sum="Umsatzsteuer {} %",
    total="Gesamtbetrag",
    paid="Vollständig bezahlt.",
    returned="Dieser Betrag geht an den Käufer zurück.",
    taken="Diesen Betrag hat der Käufer über seine Bank zurückerhalten.",
    inclusive="Die Einzelpreise enthalten die Umsatzsteuer.",
    reference="Ihre Referenz: {}",
    categories={
        TaxCategory.SMALL_BUSINESS: (
            "Der Verkäufer ist Kleinunternehmer; es wird keine Umsatzsteuer berechnet."
        ),
        TaxCategory.REVERSE_CHARGE: "Steuerschuldnerschaft des Leistungsempfängers.",
    },
)
THAI = InvoiceWords(
    invoice="ใบแจ้งหนี้ {}",
    credit_note="ใบลดหนี้ {}",
    corrects="อ้างอิง {} วันที่ {}",
    issued="ออกเมื่อ: {}",
    buyer="ผู้ซื้อ",
    order="คำสั่งซื้อ {} วันที่ {}",
    tax_number="เลขประจำตัวผู้เสียภาษี: {}",
    vat_id="เลขทะเบียนภาษีมูลค่าเพิ่ม: {}",
    what="รายการ",
    quantity="จำนวน",
    unit_price="ราคาต่อหน่วย",
    net="ก่อนภาษี",
    rate="อัตรา",
    tax="ภาษี",
    gross="รวมภาษี",
    fee="ค่าบริการ",
    discount="ส่วนลด: {}",
    net_sum="มูลค่าก่อนภาษี {}%",
    tax_sum="ภาษี {}%",
    total="รวมทั้งสิ้น",
    paid="ชำระเงินครบถ้วนแล้ว",
    returned="จำนวนเงินนี้จะคืนให้ผู้ซื้อ",
    taken="ผู้ซื้อได้รับเงินจำนวนนี้คืนจากธนาคารแล้วหลังการโต้แย้งรายการ",
    inclusive="ราคาต่อหน่วยรวมภาษีแล้ว",
    reference="เลขอ้างอิงของผู้ซื้อ: {}",
    categories={
        TaxCategory.SMALL_BUSINESS: "ไม่เรียกเก็บภาษี: ผู้ขายเป็นธุรกิจขนาดเล็ก",
        TaxCategory.REVERSE_CHARGE: "ผู้ซื้อเป็นผู้มีหน้าที่ชำระภาษี (Reverse charge)",
    },
)
WORDS = {Language.EN: ENGLISH, Language.DE: GERMAN, Language.TH: THAI}
