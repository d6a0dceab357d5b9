"""What was sold: lists of orders, bookings, payments and refunds, and the same as tables."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.booking.list_bookings import ListBookings, ListEventBookings
from src.application.use_cases.order.read_orders import ListOrders
from src.application.use_cases.payment.read_transactions import (
    GetTransaction,
    ListOrderTransactions,
    ListTransactions,
)
from src.application.use_cases.sales.export_sold import (
    ExportBookings,
    ExportOrders,
    ExportTransactions,
)
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings
from src.application.use_cases.sales.list_sold_orders import ListSoldOrders
from src.application.use_cases.sales.list_sold_transactions import ListSoldTransactions
from src.container.adapters import Adapters
from src.infrastructure.reports.sold_bookings import PostgresSoldBookingReader
from src.infrastructure.reports.sold_orders import PostgresSoldOrderReader
from src.infrastructure.reports.sold_transactions import PostgresSoldTransactionReader


class Sold(containers.DeclarativeContainer):
    """What was sold: lists of orders, bookings, payments and refunds, and the same as tables."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    sold_orders = providers.Singleton(PostgresSoldOrderReader)
    sold_bookings = providers.Singleton(PostgresSoldBookingReader)
    sold_transactions = providers.Singleton(PostgresSoldTransactionReader)

    list_orders = providers.Singleton(
        ListOrders, orders=adapters.orders, events=adapters.events, finder=sold_orders
    )
    list_bookings = providers.Singleton(
        ListBookings, bookings=adapters.bookings, events=adapters.events, finder=sold_bookings
    )
    list_event_bookings = providers.Singleton(
        ListEventBookings, list_bookings=list_bookings, events=adapters.events
    )
    list_transactions = providers.Singleton(
        ListTransactions, finder=sold_transactions, events=adapters.events
    )
    get_transaction = providers.Singleton(
        GetTransaction,
        transactions=adapters.transactions,
        orders=adapters.orders,
        events=adapters.events,
        finder=sold_transactions,
    )
    list_order_transactions = providers.Singleton(
        ListOrderTransactions,
        transactions=adapters.transactions,
        orders=adapters.orders,
        events=adapters.events,
        finder=sold_transactions,
    )
    list_sold_orders = providers.Singleton(
        ListSoldOrders, orders=sold_orders, events=adapters.events
    )
    list_sold_bookings = providers.Singleton(
        ListSoldBookings, bookings=sold_bookings, events=adapters.events
    )
    list_sold_transactions = providers.Singleton(
        ListSoldTransactions, transactions=sold_transactions, events=adapters.events
    )
    export_orders = providers.Singleton(
        ExportOrders, orders=sold_orders, events=adapters.events, exports=adapters.exports
    )
    export_bookings = providers.Singleton(
        ExportBookings, bookings=sold_bookings, events=adapters.events, exports=adapters.exports
    )
    export_transactions = providers.Singleton(
        ExportTransactions,
        transactions=sold_transactions,
        events=adapters.events,
        exports=adapters.exports,
    )
