"""Bookings, reservations, carts, orders, and the check-in of tickets."""

from typing import Any, cast

from dependency_injector import containers, providers

from src.application.concurrency.lanes import Lanes
from src.application.documents.read_ticket_sheet import ReadTicketSheet
from src.application.selling.change_booking import ChangeBooking
from src.application.selling.change_order import ChangeOrder
from src.application.selling.sell_across_events import SellAcrossEvents
from src.application.selling.sell_batch import SellBatch
from src.application.selling.sell_together import SellTogether
from src.application.use_cases.booking.book_tickets import BookTickets
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.application.use_cases.booking.get_booking import GetBooking
from src.application.use_cases.booking.list_bookings import ListUserBookings
from src.application.use_cases.booking.list_complimentary import ListComplimentary
from src.application.use_cases.booking.reserve_tickets import ReserveTickets
from src.application.use_cases.cart.add_to_cart import AddToCart
from src.application.use_cases.cart.apply_discount import ApplyDiscount
from src.application.use_cases.cart.change_cart_item import ChangeCartItem
from src.application.use_cases.cart.clear_cart import ClearCart
from src.application.use_cases.cart.get_cart import GetCart, GetCartTotal
from src.application.use_cases.cart.remove_cart_item import RemoveCartItem
from src.application.use_cases.cart.remove_discount import RemoveDiscount
from src.application.use_cases.order.add_order_items import AddOrderItems
from src.application.use_cases.order.cancel_order import CancelOrder
from src.application.use_cases.order.confirm_order import ConfirmOrder
from src.application.use_cases.order.delete_order import DeleteOrder
from src.application.use_cases.order.edit_order import EditOrder
from src.application.use_cases.order.finish_order import FinishOrder
from src.application.use_cases.order.give_contact import GiveContact
from src.application.use_cases.order.hold_again import HoldAgain
from src.application.use_cases.order.hold_tickets import HoldTickets
from src.application.use_cases.order.place_order import PlaceOrder
from src.application.use_cases.order.place_order_from_cart import PlaceOrderFromCart
from src.application.use_cases.order.read_checkout import ReadCheckout
from src.application.use_cases.order.read_orders import GetOrder
from src.application.use_cases.order.set_order_discount import SetOrderDiscount
from src.application.use_cases.order.watch_order import WatchCheckout, WatchOrder
from src.application.use_cases.ticket.check_in_ticket import CheckInTicket
from src.application.use_cases.ticket.get_ticket import GetTicket
from src.application.use_cases.ticket.list_tickets import ListEventTickets, ListUserTickets
from src.application.use_cases.ticket.print_tickets import (
    DrawTicket,
    PrintBookingTickets,
    PrintTicket,
)
from src.application.use_cases.ticket.undo_check_in import UndoCheckIn
from src.container.adapters import Adapters
from src.infrastructure.metrics.lanes import make_lanes
from src.infrastructure.metrics.service import MeasuredBuy

MAX_SALES_IN_A_BATCH = 100
MAX_WAITING_IN_A_LANE = 2000


def _lanes(
    adapters: type[Adapters], name: str, run: providers.Provider[Any]
) -> providers.Singleton[Lanes[Any, Any, Any]]:
    return providers.Singleton(
        make_lanes,
        adapters.tracing,
        adapters.lane_metrics,
        name,
        run,
        max_batch=MAX_SALES_IN_A_BATCH,
        max_waiting=MAX_WAITING_IN_A_LANE,
    )


class Selling(containers.DeclarativeContainer):
    """Bookings, reservations, carts, orders, and the check-in of tickets."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    change_booking = providers.Singleton(
        ChangeBooking, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    sell_batch = providers.Singleton(
        SellBatch,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        random_code=adapters.random_code,
        hold_for=adapters.settings.provided.hold_for,
    )
    sale_lanes = _lanes(adapters, "sale", sell_batch.provided.execute)
    sell_across_events = providers.Singleton(
        SellAcrossEvents,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        random_code=adapters.random_code,
        hold_for=adapters.settings.provided.hold_for,
    )
    sell_together = providers.Singleton(
        SellTogether,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        random_code=adapters.random_code,
        hold_for=adapters.settings.provided.hold_for,
    )
    joint_lanes = _lanes(adapters, "joint sale", sell_together.provided.execute)
    buy = providers.Singleton(
        MeasuredBuy,
        metrics=adapters.service_metrics,
        lanes=sale_lanes,
        joint_lanes=joint_lanes,
        sell_across_events=sell_across_events,
    )
    book_tickets = providers.Singleton(BookTickets, buy=buy)
    reserve_tickets = providers.Singleton(ReserveTickets, buy=buy)
    extend_booking = providers.Singleton(
        ExtendBooking,
        change_booking=change_booking,
        clock=adapters.clock,
        hold_for=adapters.settings.provided.hold_for,
        hold_at_most=adapters.settings.provided.hold_at_most,
    )
    confirm_booking = providers.Singleton(
        ConfirmBooking,
        change_booking=change_booking,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
    get_booking = providers.Singleton(
        GetBooking, bookings=adapters.bookings, events=adapters.events
    )
    list_user_bookings = providers.Singleton(ListUserBookings, own=adapters.own_reader)
    list_complimentary = providers.Singleton(
        ListComplimentary, bookings=adapters.bookings, events=adapters.events
    )
    list_user_tickets = providers.Singleton(ListUserTickets, tickets=adapters.tickets)
    list_event_tickets = providers.Singleton(
        ListEventTickets, tickets=adapters.tickets, events=adapters.events
    )
    get_ticket = providers.Singleton(GetTicket, tickets=adapters.tickets, events=adapters.events)
    check_in_ticket = providers.Singleton(
        CheckInTicket,
        unit_of_work=adapters.unit_of_work,
        ticket_tokens=adapters.ticket_tokens,
        clock=adapters.clock,
    )
    undo_check_in = providers.Singleton(
        UndoCheckIn, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    read_ticket_sheet = providers.Singleton(
        ReadTicketSheet,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        bookings=adapters.bookings,
        orders=adapters.orders,
        users=adapters.users,
        venues=adapters.venues,
        door=adapters.door_repository,
        tokens=adapters.ticket_tokens,
    )
    print_ticket = providers.Singleton(
        PrintTicket,
        tickets=adapters.tickets,
        bookings=adapters.bookings,
        read_sheet=read_ticket_sheet,
        printer=adapters.ticket_printer,
    )
    draw_ticket = providers.Singleton(
        DrawTicket,
        tickets=adapters.tickets,
        bookings=adapters.bookings,
        read_sheet=read_ticket_sheet,
        printer=adapters.ticket_printer,
    )
    print_booking_tickets = providers.Singleton(
        PrintBookingTickets,
        bookings=adapters.bookings,
        read_sheet=read_ticket_sheet,
        printer=adapters.ticket_printer,
    )
    add_to_cart = providers.Singleton(
        AddToCart, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    change_cart_item = providers.Singleton(
        ChangeCartItem, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    remove_cart_item = providers.Singleton(RemoveCartItem, unit_of_work=adapters.unit_of_work)
    clear_cart = providers.Singleton(ClearCart, unit_of_work=adapters.unit_of_work)
    get_cart = providers.Singleton(GetCart, own=adapters.own_reader)
    get_cart_total = providers.Singleton(
        GetCartTotal, own=adapters.own_reader, discounts=adapters.discounts, clock=adapters.clock
    )
    apply_discount = providers.Singleton(
        ApplyDiscount, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    remove_discount = providers.Singleton(RemoveDiscount, unit_of_work=adapters.unit_of_work)
    place_order = providers.Singleton(
        PlaceOrder, ticket_types=adapters.ticket_types, discounts=adapters.discounts, buy=buy
    )
    place_order_from_cart = providers.Singleton(
        PlaceOrderFromCart, carts=adapters.carts, discounts=adapters.discounts, buy=buy
    )
    add_order_items = providers.Singleton(
        AddOrderItems,
        unit_of_work=adapters.unit_of_work,
        ticket_types=adapters.ticket_types,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
    get_order = providers.Singleton(GetOrder, orders=adapters.orders, events=adapters.events)
    watch_order = providers.Singleton(
        WatchOrder,
        get_order=get_order,
        read_states=adapters.read_order_states,
        streams=adapters.order_streams,
    )
    watch_checkout = providers.Singleton(
        WatchCheckout,
        orders=adapters.orders,
        read_states=adapters.read_order_states,
        streams=adapters.order_streams,
    )
    change_order = providers.Singleton(ChangeOrder, unit_of_work=adapters.unit_of_work)
    edit_order = providers.Singleton(EditOrder, change_order=change_order)
    delete_order = providers.Singleton(DeleteOrder, change_order=change_order, clock=adapters.clock)
    cancel_order = providers.Singleton(CancelOrder, change_order=change_order, clock=adapters.clock)
    confirm_order = providers.Singleton(
        ConfirmOrder,
        change_order=change_order,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
    hold_tickets = providers.Singleton(
        HoldTickets, buy=buy, ticket_types=adapters.ticket_types, discounts=adapters.discounts
    )
    hold_again = providers.Singleton(
        HoldAgain, orders=adapters.orders, buy=buy, clock=adapters.clock
    )
    give_contact = providers.Singleton(
        GiveContact, unit_of_work=adapters.unit_of_work, change_order=change_order
    )
    finish_order = providers.Singleton(
        FinishOrder,
        change_order=change_order,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
    set_order_discount = providers.Singleton(
        SetOrderDiscount, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    read_checkout = providers.Singleton(
        ReadCheckout,
        orders=adapters.orders,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        clock=adapters.clock,
        transfer_details=adapters.settings.provided.bank_transfer_details,
    )
