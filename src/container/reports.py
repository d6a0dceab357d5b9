"""Reports, and lists of what was sold and of what was done."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.analytics.read_dashboard import ReadDashboard
from src.application.use_cases.analytics.read_revenue import ReadRevenue
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.analytics.read_tickets import ReadTickets
from src.application.use_cases.analytics.read_users import ReadUsers
from src.application.use_cases.audit.list_audit_entries import ListAuditEntries
from src.application.use_cases.maintenance.read_queues import ReadQueues
from src.application.use_cases.payment.read_discrepancies import ReadDiscrepancies
from src.application.use_cases.sales.list_refunds import ListRefunds
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings
from src.application.use_cases.sales.list_sold_orders import ListSoldOrders
from src.application.use_cases.sales.read_concerns import ReadConcerns
from src.application.use_cases.sales.read_order_history import ReadOrderHistory
from src.application.use_cases.sales.read_sell_through import ReadSellThrough
from src.container.adapters import Adapters
from src.infrastructure.read_models.audit_records import PostgresAuditReader
from src.infrastructure.read_models.refunds import PostgresRefundReader
from src.infrastructure.read_models.sold_bookings import PostgresSoldBookingReader
from src.infrastructure.read_models.sold_orders import PostgresSoldOrderReader
from src.infrastructure.reports.concerns import query_concerns
from src.infrastructure.reports.dashboard import query_dashboard
from src.infrastructure.reports.queues import query_queues
from src.infrastructure.reports.revenue import query_revenue
from src.infrastructure.reports.sales import query_sales
from src.infrastructure.reports.sell_through import query_sell_through
from src.infrastructure.reports.tickets import query_tickets
from src.infrastructure.reports.users import query_users


class Reports(containers.DeclarativeContainer):
    """Reports, and lists of what was sold and of what was done."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    read_dashboard = providers.Singleton(
        ReadDashboard, read=query_dashboard, events=adapters.events, clock=adapters.clock
    )
    read_sales = providers.Singleton(
        ReadSales, read=query_sales, events=adapters.events, clock=adapters.clock
    )
    read_revenue = providers.Singleton(
        ReadRevenue, read=query_revenue, events=adapters.events, clock=adapters.clock
    )
    read_users = providers.Singleton(
        ReadUsers, read=query_users, events=adapters.events, clock=adapters.clock
    )
    read_tickets = providers.Singleton(ReadTickets, read=query_tickets, events=adapters.events)

    audit_reader = providers.Singleton(PostgresAuditReader)
    list_audit_entries = providers.Singleton(ListAuditEntries, audit=audit_reader)
    read_queues = providers.Singleton(ReadQueues, read=query_queues, clock=adapters.clock)
    read_discrepancies = providers.Singleton(
        ReadDiscrepancies, discrepancies=adapters.discrepancies
    )
    list_sold_orders = providers.Singleton(
        ListSoldOrders,
        orders=providers.Singleton(PostgresSoldOrderReader),
        events=adapters.events,
    )
    list_sold_bookings = providers.Singleton(
        ListSoldBookings,
        bookings=providers.Singleton(PostgresSoldBookingReader),
        events=adapters.events,
    )
    list_refunds = providers.Singleton(
        ListRefunds, refunds=providers.Singleton(PostgresRefundReader), events=adapters.events
    )
    read_sell_through = providers.Singleton(
        ReadSellThrough, read=query_sell_through, events=adapters.events, clock=adapters.clock
    )
    read_concerns = providers.Singleton(
        ReadConcerns, read=query_concerns, events=adapters.events, clock=adapters.clock
    )
    read_order_history = providers.Singleton(
        ReadOrderHistory,
        orders=adapters.orders,
        events=adapters.events,
        transactions=adapters.transactions,
        audit=audit_reader,
    )
