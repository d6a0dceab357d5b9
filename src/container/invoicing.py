"""Sellers, whom invoices are for, and invoices and credit notes."""

from typing import cast

from dependency_injector import containers, providers

from src.application.concurrency.for_each import ForEach
from src.application.use_cases.invoice.export_journal import (
    ExportJournal,
    ExportPlatformJournal,
    JournalWriter,
)
from src.application.use_cases.invoice.get_invoice_document import GetEInvoice, GetInvoiceDocument
from src.application.use_cases.invoice.give_billing import GetBilling, GiveBilling, RemoveBilling
from src.application.use_cases.invoice.issue_invoices import IssueInvoices
from src.application.use_cases.invoice.issue_order_invoices import IssueOrderInvoices
from src.application.use_cases.invoice.read_invoices import (
    ExportInvoices,
    GetInvoice,
    ListInvoices,
    ListOrderInvoices,
)
from src.application.use_cases.invoice.show_order_invoices import ShowOrderInvoices
from src.application.use_cases.seller.read_seller import GetSeller
from src.application.use_cases.seller.set_seller import SetSeller
from src.container.adapters import Adapters
from src.container.selling import Selling
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.documents.invoices import PdfInvoiceWriter
from src.infrastructure.repositories.invoice import PostgresInvoiceRepository
from src.infrastructure.repositories.journal import PostgresJournalReader
from src.infrastructure.repositories.seller import (
    PostgresBillingRepository,
    TortoiseSellerRepository,
)


class Invoicing(containers.DeclarativeContainer):
    """Sellers, whom invoices are for, and invoices and credit notes."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    selling = cast(type[Selling], providers.DependenciesContainer())

    sellers = providers.Singleton(TortoiseSellerRepository)
    billing = providers.Singleton(PostgresBillingRepository)
    invoices = providers.Singleton(PostgresInvoiceRepository)
    invoice_writer = providers.Singleton(PdfInvoiceWriter, press=adapters.press)

    get_seller = providers.Singleton(GetSeller, sellers=sellers)
    set_seller = providers.Singleton(SetSeller, unit_of_work=adapters.unit_of_work)
    get_billing = providers.Singleton(GetBilling, get_order=selling.get_order, billing=billing)
    give_billing = providers.Singleton(GiveBilling, unit_of_work=adapters.unit_of_work)
    remove_billing = providers.Singleton(RemoveBilling, unit_of_work=adapters.unit_of_work)

    issue_invoices = providers.Singleton(
        IssueInvoices,
        unit_of_work=adapters.unit_of_work,
        sellers=sellers,
        invoices=invoices,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "seller", int, as_refusal=as_refusal),
        for_each_order=providers.Factory(ForEach, "order", int, as_refusal=as_refusal),
    )
    issue_order_invoices = providers.Singleton(
        IssueOrderInvoices,
        unit_of_work=adapters.unit_of_work,
        orders=adapters.orders,
        events=adapters.events,
        sellers=sellers,
        invoices=invoices,
        clock=adapters.clock,
    )
    get_invoice = providers.Singleton(GetInvoice, invoices=invoices, orders=adapters.orders)
    list_invoices = providers.Singleton(ListInvoices, invoices=invoices)
    export_invoices = providers.Singleton(
        ExportInvoices, invoices=invoices, exports=adapters.exports
    )
    journal_writer = providers.Singleton(
        JournalWriter,
        sellers=sellers,
        invoices=invoices,
        journal=providers.Singleton(PostgresJournalReader),
        exports=adapters.exports,
    )
    export_journal = providers.Singleton(ExportJournal, writer=journal_writer)
    export_platform_journal = providers.Singleton(ExportPlatformJournal, writer=journal_writer)
    list_order_invoices = providers.Singleton(
        ListOrderInvoices, invoices=invoices, orders=adapters.orders, events=adapters.events
    )
    get_invoice_document = providers.Singleton(
        GetInvoiceDocument, get_invoice=get_invoice, writer=invoice_writer
    )
    get_e_invoice = providers.Singleton(GetEInvoice, get_invoice=get_invoice, writer=invoice_writer)
    show_order_invoices = providers.Singleton(
        ShowOrderInvoices,
        orders=adapters.orders,
        events=adapters.events,
        sellers=sellers,
        billing=billing,
        invoices=invoices,
    )
