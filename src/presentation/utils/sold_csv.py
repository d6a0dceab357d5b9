"""What was sold as flat tables: orders, bookings, payments and refunds."""

from collections.abc import Mapping

from src.application.dtos.sold import SoldBooking, SoldOrder, SoldTransaction
from src.application.reports.exports import Export
from src.presentation.utils.csv_stream import CsvStream
from src.presentation.utils.csv_table import Cell

ORDER_AMOUNTS = (
    *("subtotal", "discount_amount", "fee_amount", "tax_amount", "tax_included"),
    *("total_amount", "refunded_amount"),
)
ORDER_COLUMNS = (
    *("order_id", "reference", "created_at", "status", "payment", "name", "email", "events"),
    *("tickets", "currency", *ORDER_AMOUNTS, "discount_code", "is_whole"),
)
BOOKING_COLUMNS = (
    *("booking_id", "reference", "booking_date", "status", "name", "email", "event_id"),
    *("event_title", "quantity", "currency", "total_amount", "order_id", "order_reference"),
    "complimentary_reason",
)
TRANSACTION_COLUMNS = (
    *("transaction_id", "created_at", "settled_at", "kind", "status", "provider"),
    *("payment_method", "provider_reference", "currency", "amount", "refunded_amount"),
    *("order_id", "order_reference", "name", "email", "events", "parent_id", "reason"),
    *("failure", "note", "is_whole"),
)

ORDER_EXAMPLE = (
    ",".join(ORDER_COLUMNS) + "\r\n1,ORD-7K2M9QXA,2026-11-20T12:00:00Z,confirmed,online,"
    "Malee Srisai,malee@example.com,Rock Concert 2026,1,THB,1500.00,0.00,47.50,108.33,"
    "0.00,1655.83,0.00,,true\r\n"
)
BOOKING_EXAMPLE = (
    ",".join(BOOKING_COLUMNS) + "\r\n1,BKG-7K2M9QXA,2026-11-20T12:00:00Z,confirmed,Malee Srisai,"
    "malee@example.com,1,Rock Concert 2026,1,THB,1500.00,1,ORD-7K2M9QXA,\r\n"
)
TRANSACTION_EXAMPLE = (
    ",".join(TRANSACTION_COLUMNS) + "\r\n1,2026-11-20T12:00:00Z,2026-11-20T12:01:00Z,payment,"
    "success,fake,card,fake_pay_8F3KQ2ZN,THB,1655.83,0.00,1,ORD-7K2M9QXA,Malee Srisai,"
    "malee@example.com,Rock Concert 2026,,,,,true\r\n"
)


def orders_csv(export: Export[SoldOrder]) -> CsvStream[SoldOrder]:
    """The orders as a download."""
    return CsvStream("orders", ORDER_COLUMNS, export, _order)


def bookings_csv(export: Export[SoldBooking]) -> CsvStream[SoldBooking]:
    """The bookings as a download."""
    return CsvStream("bookings", BOOKING_COLUMNS, export, _booking)


def transactions_csv(export: Export[SoldTransaction]) -> CsvStream[SoldTransaction]:
    """The payments and refunds as a download."""
    return CsvStream("transactions", TRANSACTION_COLUMNS, export, _transaction)


def _order(order: SoldOrder) -> Mapping[str, Cell]:
    row = {column: getattr(order, column, None) for column in ORDER_COLUMNS}
    return row | {"order_id": order.id, "is_whole": str(order.is_whole).lower()}


def _booking(booking: SoldBooking) -> Mapping[str, Cell]:
    row = {column: getattr(booking, column, None) for column in BOOKING_COLUMNS}
    return row | {"booking_id": booking.id}


def _transaction(sold: SoldTransaction) -> Mapping[str, Cell]:
    money = sold.transaction
    row = {column: getattr(money, column, None) for column in TRANSACTION_COLUMNS}
    return row | {
        "transaction_id": money.id,
        "order_reference": sold.order_reference,
        "name": sold.name,
        "email": sold.email,
        "events": sold.events,
        "is_whole": str(sold.is_whole).lower(),
    }
