"""What organizers and administrators look through: sales, the audit log, queues."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.audit.list_audit_entries import ListAuditEntries
from src.application.use_cases.maintenance.read_queues import ReadQueues
from src.application.use_cases.payment.read_discrepancies import ReadDiscrepancies
from src.application.use_cases.payout.list_payouts import ListPayouts
from src.application.use_cases.payout.list_provider_movements import ListProviderMovements
from src.application.use_cases.payout.note_bank_amount import NoteBankAmount
from src.application.use_cases.payout.read_payout import ReadPayout
from src.application.use_cases.payout.read_provider_balances import ReadProviderBalances
from src.application.use_cases.sales.add_guest import AddGuest
from src.application.use_cases.sales.give_tickets import GiveTickets
from src.application.use_cases.sales.list_add_ons import ExportAddOns, ListAddOns
from src.application.use_cases.sales.list_disputes import ListDisputes
from src.application.use_cases.sales.list_refunds import ListRefunds
from src.application.use_cases.sales.read_concerns import ReadConcerns
from src.application.use_cases.sales.read_dispute import ReadDispute
from src.application.use_cases.sales.read_order_history import ReadOrderHistory
from src.application.use_cases.sales.read_refund import ReadRefund
from src.application.use_cases.sales.read_refund_progress import ReadRefundProgress
from src.application.use_cases.sales.read_sell_through import ReadSellThrough
from src.application.use_cases.sales.read_sold_booking import ReadSoldBooking
from src.application.use_cases.sales.read_sold_order import ReadSoldOrder
from src.application.use_cases.sales.sell_at_box_office import SellAtBoxOffice
from src.container.adapters import Adapters
from src.container.mailing import Mailing
from src.container.selling import Selling
from src.container.sold import Sold
from src.infrastructure.read_models.add_ons import PostgresSoldAddOnReader
from src.infrastructure.reports.audit_records import PostgresAuditReader
from src.infrastructure.reports.concerns import query_concerns
from src.infrastructure.reports.disputes import PostgresDisputeReader
from src.infrastructure.reports.queues import query_queues
from src.infrastructure.reports.refunds import PostgresRefundReader
from src.infrastructure.reports.sell_through import query_sell_through


class Oversight(containers.DeclarativeContainer):
    """What organizers and administrators look through: sales, the audit log, queues."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    selling = cast(type[Selling], providers.DependenciesContainer())
    mailing = cast(type[Mailing], providers.DependenciesContainer())
    sold = cast(type[Sold], providers.DependenciesContainer())

    audit_reader = providers.Singleton(PostgresAuditReader)
    list_audit_entries = providers.Singleton(ListAuditEntries, audit=audit_reader)
    read_queues = providers.Singleton(ReadQueues, read=query_queues, clock=adapters.clock)
    read_discrepancies = providers.Singleton(
        ReadDiscrepancies, discrepancies=adapters.discrepancies
    )
    add_on_reader = providers.Singleton(PostgresSoldAddOnReader)
    list_add_ons = providers.Singleton(ListAddOns, events=adapters.events, add_ons=add_on_reader)
    export_add_ons = providers.Singleton(
        ExportAddOns, events=adapters.events, add_ons=add_on_reader
    )
    refund_reader = providers.Singleton(PostgresRefundReader)
    list_refunds = providers.Singleton(ListRefunds, refunds=refund_reader, events=adapters.events)
    read_refund = providers.Singleton(ReadRefund, refunds=refund_reader, events=adapters.events)
    read_refund_progress = providers.Singleton(
        ReadRefundProgress,
        refunds=refund_reader,
        transactions=adapters.transactions,
        events=adapters.events,
    )
    dispute_reader = providers.Singleton(PostgresDisputeReader)
    list_disputes = providers.Singleton(
        ListDisputes, disputes=dispute_reader, events=adapters.events
    )
    read_dispute = providers.Singleton(ReadDispute, disputes=dispute_reader, events=adapters.events)
    list_payouts = providers.Singleton(ListPayouts, payouts=adapters.payout_reader)
    read_payout = providers.Singleton(ReadPayout, payouts=adapters.payout_reader)
    note_bank_amount = providers.Singleton(
        NoteBankAmount, unit_of_work=adapters.unit_of_work, payouts=adapters.payout_reader
    )
    list_provider_movements = providers.Singleton(
        ListProviderMovements, payouts=adapters.payout_reader
    )
    read_provider_balances = providers.Singleton(
        ReadProviderBalances, payouts=adapters.payout_reader
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
    read_sold_order = providers.Singleton(
        ReadSoldOrder,
        get_order=selling.get_order,
        orders=adapters.orders,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        users=adapters.users,
        list_transactions=sold.list_order_transactions,
        read_history=read_order_history,
        list_mails=mailing.list_order_mails,
    )
    read_sold_booking = providers.Singleton(
        ReadSoldBooking,
        bookings=adapters.bookings,
        orders=adapters.orders,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        users=adapters.users,
    )
    add_guest = providers.Singleton(AddGuest, unit_of_work=adapters.unit_of_work)
    give_tickets = providers.Singleton(
        GiveTickets,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        add_guest=add_guest,
        buy=selling.buy,
    )
    sell_at_box_office = providers.Singleton(
        SellAtBoxOffice,
        add_guest=add_guest,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        place_order=selling.place_order,
        confirm_order=selling.confirm_order,
    )
