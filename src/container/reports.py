"""Reports on sales, revenue, buyers and tickets."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.analytics.list_movements import ExportMovements, ListMovements
from src.application.use_cases.analytics.read_dashboard import ReadDashboard
from src.application.use_cases.analytics.read_revenue import ReadRevenue
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.analytics.read_taxes import ReadTaxes
from src.application.use_cases.analytics.read_tickets import ReadTickets
from src.application.use_cases.analytics.read_users import ReadUsers
from src.container.adapters import Adapters
from src.infrastructure.reports.dashboard import query_dashboard
from src.infrastructure.reports.movements import PostgresMovementReader
from src.infrastructure.reports.revenue import query_revenue
from src.infrastructure.reports.sales import query_sales
from src.infrastructure.reports.taxes import query_taxes
from src.infrastructure.reports.tickets import query_tickets
from src.infrastructure.reports.users import query_users


class Reports(containers.DeclarativeContainer):
    """Reports on sales, revenue, buyers and tickets."""

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
    read_taxes = providers.Singleton(
        ReadTaxes, read=query_taxes, events=adapters.events, clock=adapters.clock
    )
    read_users = providers.Singleton(
        ReadUsers, read=query_users, events=adapters.events, clock=adapters.clock
    )
    movements = providers.Singleton(PostgresMovementReader)
    list_movements = providers.Singleton(ListMovements, movements=movements, events=adapters.events)
    export_movements = providers.Singleton(
        ExportMovements, movements=movements, events=adapters.events, exports=adapters.exports
    )
    read_tickets = providers.Singleton(ReadTickets, read=query_tickets, events=adapters.events)
