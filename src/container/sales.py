"""Bookings, carts, orders, payments, tickets at the door, and reports."""

from dependency_injector import providers

from src.application.concurrency.lanes import Lanes
from src.application.selling.change_booking import ChangeBooking
from src.application.selling.change_order import ChangeOrder
from src.application.selling.queue import SaleDesk
from src.application.selling.sell_across_events import SellOrder
from src.application.selling.sell_batch import SellTickets
from src.application.settling.record_payment import RecordPayment
from src.application.settling.record_refund import RecordRefund
from src.application.settling.refund_cancelled_events import RefundCancelledEvents
from src.application.settling.refund_ordered_booking import RefundOrderedBooking
from src.application.settling.settle_orders import SettleOrders
from src.application.settling.settle_payment import SettlePayment
from src.application.settling.settle_refund import SettleRefund
from src.application.settling.settle_refunds import SettleRefunds
from src.application.use_cases.analytics.read_dashboard import ReadDashboard
from src.application.use_cases.analytics.read_revenue import ReadRevenue
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.analytics.read_tickets import ReadTickets
from src.application.use_cases.analytics.read_users import ReadUsers
from src.application.use_cases.booking.book_tickets import BookTickets
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.application.use_cases.booking.get_booking import GetBooking
from src.application.use_cases.booking.list_bookings import (
    ListBookings,
    ListEventBookings,
    ListUserBookings,
)
from src.application.use_cases.booking.refund_booking import RefundBooking
from src.application.use_cases.booking.reserve_tickets import ReserveTickets
from src.application.use_cases.cart.add_to_cart import AddToCart
from src.application.use_cases.cart.apply_discount import ApplyDiscount
from src.application.use_cases.cart.change_cart_item import ChangeCartItem
from src.application.use_cases.cart.clear_cart import ClearCart
from src.application.use_cases.cart.get_cart import GetCart, GetCartTotal
from src.application.use_cases.cart.remove_cart_item import RemoveCartItem
from src.application.use_cases.cart.remove_discount import RemoveDiscount
from src.application.use_cases.discount.create_discount import CreateDiscount
from src.application.use_cases.discount.delete_discount import DeleteDiscount
from src.application.use_cases.discount.get_discount import GetDiscount
from src.application.use_cases.discount.list_discounts import ListDiscounts
from src.application.use_cases.discount.update_discount import UpdateDiscount
from src.application.use_cases.order.add_order_items import AddOrderItems
from src.application.use_cases.order.cancel_order import CancelOrder
from src.application.use_cases.order.confirm_order import ConfirmOrder
from src.application.use_cases.order.delete_order import DeleteOrder
from src.application.use_cases.order.edit_order import EditOrder
from src.application.use_cases.order.get_receipt import GetReceipt
from src.application.use_cases.order.place_order import PlaceOrder
from src.application.use_cases.order.place_order_from_cart import PlaceOrderFromCart
from src.application.use_cases.order.read_orders import GetOrder, ListOrders
from src.application.use_cases.payment.get_refund_progress import GetRefundProgress
from src.application.use_cases.payment.handle_webhook import ReceiveNotice
from src.application.use_cases.payment.note_transaction import NoteTransaction
from src.application.use_cases.payment.read_transactions import (
    GetTransaction,
    ListOrderTransactions,
    ListTransactions,
)
from src.application.use_cases.payment.reconcile import Reconcile
from src.application.use_cases.payment.refund_payment import RefundPayment
from src.application.use_cases.payment.set_manual_payment_status import MoveTransaction
from src.application.use_cases.payment.start_payment import StartPayment
from src.application.use_cases.ticket.check_in_ticket import CheckInTicket
from src.application.use_cases.ticket.get_ticket import GetTicket
from src.application.use_cases.ticket.list_tickets import ListEventTickets, ListUserTickets
from src.application.use_cases.ticket.undo_check_in import UndoCheckIn
from src.container.adapters import Adapters
from src.container.catalogue import Catalogue
from src.infrastructure.reports.dashboard import query_dashboard
from src.infrastructure.reports.revenue import query_revenue
from src.infrastructure.reports.sales import query_sales
from src.infrastructure.reports.tickets import query_tickets
from src.infrastructure.reports.users import query_users

MAX_SALES_IN_A_BATCH = 100


MAX_WAITING_IN_A_LANE = 2000


class Sales(Catalogue):
    """Bookings, carts, orders, payments, tickets at the door, and reports."""

    change_booking = providers.Singleton(ChangeBooking, Adapters.unit_of_work)
    sell_tickets = providers.Singleton(
        SellTickets,
        Adapters.unit_of_work,
        Adapters.clock,
        Adapters.random_code,
        Adapters.settings.provided.hold_for,
    )
    sale_lanes = providers.Singleton(
        Lanes,
        sell_tickets.provided.execute,
        max_batch=MAX_SALES_IN_A_BATCH,
        max_waiting=MAX_WAITING_IN_A_LANE,
    )
    sale_desk = providers.Singleton(SaleDesk, sale_lanes)
    book_tickets = providers.Singleton(BookTickets, sale_desk)
    reserve_tickets = providers.Singleton(ReserveTickets, sale_desk)
    extend_booking = providers.Singleton(
        ExtendBooking,
        change_booking,
        Adapters.clock,
        Adapters.settings.provided.hold_for,
        Adapters.settings.provided.hold_at_most,
    )
    confirm_booking = providers.Singleton(
        ConfirmBooking, change_booking, Adapters.clock, Adapters.random_code
    )
    cancel_booking = providers.Singleton(CancelBooking, change_booking, Adapters.clock)
    get_booking = providers.Singleton(GetBooking, Adapters.bookings, Adapters.events)
    list_bookings = providers.Singleton(ListBookings, Adapters.bookings)
    list_user_bookings = providers.Singleton(
        ListUserBookings, Adapters.bookings, Adapters.events, Adapters.users
    )
    list_event_bookings = providers.Singleton(ListEventBookings, Adapters.bookings, Adapters.events)

    list_user_tickets = providers.Singleton(ListUserTickets, Adapters.tickets)
    list_event_tickets = providers.Singleton(ListEventTickets, Adapters.tickets, Adapters.events)
    get_ticket = providers.Singleton(GetTicket, Adapters.tickets, Adapters.events)
    check_in_ticket = providers.Singleton(CheckInTicket, Adapters.unit_of_work, Adapters.clock)
    undo_check_in = providers.Singleton(UndoCheckIn, Adapters.unit_of_work)

    add_to_cart = providers.Singleton(AddToCart, Adapters.unit_of_work, Adapters.clock)
    change_cart_item = providers.Singleton(ChangeCartItem, Adapters.unit_of_work, Adapters.clock)
    remove_cart_item = providers.Singleton(RemoveCartItem, Adapters.unit_of_work)
    clear_cart = providers.Singleton(ClearCart, Adapters.unit_of_work)
    get_cart = providers.Singleton(GetCart, Adapters.unit_of_work)
    get_cart_total = providers.Singleton(GetCartTotal, Adapters.unit_of_work, Adapters.clock)
    apply_discount = providers.Singleton(ApplyDiscount, Adapters.unit_of_work, Adapters.clock)
    remove_discount = providers.Singleton(RemoveDiscount, Adapters.unit_of_work)

    sell_order = providers.Singleton(
        SellOrder,
        Adapters.unit_of_work,
        Adapters.clock,
        Adapters.random_code,
        Adapters.settings.provided.hold_for,
    )
    place_order = providers.Singleton(
        PlaceOrder, Adapters.ticket_types, Adapters.discounts, sale_desk, sell_order
    )
    place_order_from_cart = providers.Singleton(PlaceOrderFromCart, Adapters.carts, place_order)
    add_order_items = providers.Singleton(
        AddOrderItems, Adapters.unit_of_work, place_order, Adapters.clock, Adapters.random_code
    )
    get_order = providers.Singleton(GetOrder, Adapters.orders, Adapters.events)
    get_receipt = providers.Singleton(
        GetReceipt,
        get_order,
        Adapters.orders,
        Adapters.transactions,
        Adapters.events,
        Adapters.ticket_types,
        Adapters.users,
        Adapters.receipt_writer,
        Adapters.clock,
    )
    list_orders = providers.Singleton(ListOrders, Adapters.orders)
    change_order = providers.Singleton(ChangeOrder, Adapters.unit_of_work)
    edit_order = providers.Singleton(EditOrder, change_order)
    delete_order = providers.Singleton(DeleteOrder, change_order, Adapters.clock)
    cancel_order = providers.Singleton(CancelOrder, change_order, Adapters.clock)
    confirm_order = providers.Singleton(
        ConfirmOrder, change_order, Adapters.clock, Adapters.random_code
    )
    settle_orders = providers.Singleton(
        SettleOrders, Adapters.unit_of_work, Adapters.orders, Adapters.clock
    )

    record_payment = providers.Singleton(
        RecordPayment, Adapters.unit_of_work, Adapters.clock, Adapters.random_code
    )
    start_payment = providers.Singleton(
        StartPayment,
        Adapters.unit_of_work,
        Adapters.orders,
        Adapters.transactions,
        Adapters.payment_providers,
        record_payment,
        Adapters.clock,
    )
    record_refund = providers.Singleton(RecordRefund, Adapters.unit_of_work, Adapters.clock)
    settle_refund = providers.Singleton(
        SettleRefund, Adapters.transactions, Adapters.payment_providers, record_refund
    )
    settle_payment = providers.Singleton(SettlePayment, record_payment, settle_refund)
    settle_refunds = providers.Singleton(
        SettleRefunds, Adapters.transactions, settle_refund, Adapters.clock
    )
    refund_payment = providers.Singleton(
        RefundPayment, Adapters.unit_of_work, Adapters.transactions, settle_refund
    )
    refund_ordered_booking = providers.Singleton(
        RefundOrderedBooking, Adapters.unit_of_work, settle_refund
    )
    refund_booking = providers.Singleton(
        RefundBooking, Adapters.bookings, change_booking, refund_ordered_booking
    )
    refund_cancelled_events = providers.Singleton(
        RefundCancelledEvents, Adapters.unit_of_work, Adapters.bookings
    )
    get_refund_progress = providers.Singleton(
        GetRefundProgress, Adapters.transactions, Adapters.events
    )
    receive_notice = providers.Singleton(
        ReceiveNotice,
        Adapters.transactions,
        Adapters.payment_providers,
        settle_payment,
        record_refund,
    )
    list_transactions = providers.Singleton(ListTransactions, Adapters.transactions)
    get_transaction = providers.Singleton(GetTransaction, Adapters.transactions, get_order)
    list_order_transactions = providers.Singleton(
        ListOrderTransactions, Adapters.transactions, get_order
    )
    note_transaction = providers.Singleton(NoteTransaction, Adapters.unit_of_work)
    move_transaction = providers.Singleton(
        MoveTransaction, Adapters.transactions, record_payment, record_refund
    )
    reconcile = providers.Singleton(
        Reconcile,
        Adapters.orders,
        Adapters.transactions,
        Adapters.books,
        Adapters.payment_providers,
        settle_payment,
        settle_refund,
        settle_orders,
        refund_cancelled_events,
        Adapters.clock,
    )

    list_discounts = providers.Singleton(ListDiscounts, Adapters.discounts)
    create_discount = providers.Singleton(CreateDiscount, Adapters.unit_of_work)
    get_discount = providers.Singleton(GetDiscount, Adapters.discounts)
    update_discount = providers.Singleton(UpdateDiscount, Adapters.unit_of_work)
    delete_discount = providers.Singleton(DeleteDiscount, Adapters.unit_of_work, Adapters.clock)

    read_dashboard = providers.Singleton(
        ReadDashboard, query_dashboard, Adapters.events, Adapters.clock
    )
    read_sales = providers.Singleton(ReadSales, query_sales, Adapters.events, Adapters.clock)
    read_revenue = providers.Singleton(ReadRevenue, query_revenue, Adapters.events, Adapters.clock)
    read_users = providers.Singleton(ReadUsers, query_users, Adapters.events, Adapters.clock)
    read_tickets = providers.Singleton(ReadTickets, query_tickets, Adapters.events)
