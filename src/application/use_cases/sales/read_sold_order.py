"""Read an order as its organizer sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from src.application.dtos.audit import AuditRecord
from src.application.use_cases.mail.list_order_mails import ListOrderMails
from src.application.use_cases.order.read_orders import GetOrder
from src.application.use_cases.payment.read_transactions import ListOrderTransactions
from src.application.use_cases.sales.read_order_history import ReadOrderHistory
from src.domain.entities.event import Event
from src.domain.entities.mail import Mail
from src.domain.entities.order import Order
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import MAX_LIMIT, PageRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.user import UserRepository

MAILS = PageRequest(limit=20, sort="-id")
TRANSACTIONS = PageRequest(MAX_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldOrderDetails:
    """An order with what its ids stand for, its payments, its mails, and what happened to it.

    Unless `is_whole` it is the organizer's part of it, without mails.
    """

    order: Order
    is_whole: bool
    name: str | None
    email: str | None
    events: Mapping[int, Event]
    ticket_types: Mapping[int, TicketType]
    transactions: Sequence[Transaction]
    history: Sequence[AuditRecord]
    mails: Sequence[Mail]


class ReadSoldOrder:
    """Read an order with its buyer, payments, mails and history.

    Authorization: organizers with a line of theirs, and admins. Of an order that is not theirs as
    a whole an organizer reads their own lines, and what of the money is for these. An organizer
    learns the name and address of an account only if its user placed the order.
    """

    def __init__(
        self,
        get_order: GetOrder,
        orders: OrderRepository,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        users: UserRepository,
        list_transactions: ListOrderTransactions,
        read_history: ReadOrderHistory,
        list_mails: ListOrderMails,
    ) -> None:
        self._get_order = get_order
        self._orders = orders
        self._events = events
        self._ticket_types = ticket_types
        self._users = users
        self._list_transactions = list_transactions
        self._read_history = read_history
        self._list_mails = list_mails

    async def execute(self, actor: Actor, order_id: int) -> SoldOrderDetails:
        # It refuses those who have no access to the order.
        history = await self._read_history.execute(actor, order_id)
        order = await self._get_order.execute(actor, order_id)
        is_whole = len(order.items) == len((await self._orders.get(order_id)).items)
        buyer = (await self._users.by_ids({order.user_id}))[order.user_id]
        is_known = actor.is_admin or order_id in await self._orders.placed_by_buyers([order_id])
        money = await self._list_transactions.execute(actor, order_id, TRANSACTIONS)
        mails = (await self._list_mails.execute(actor, order_id, MAILS)).items if is_whole else []
        return SoldOrderDetails(
            order=order,
            is_whole=is_whole,
            name=order.contact_name or (buyer.name if is_known else None),
            email=order.contact_email or (buyer.email if is_known else None),
            events=await self._events.by_ids({item.event_id for item in order.items}),
            ticket_types=await self._ticket_types.by_ids(
                {item.ticket_type_id for item in order.items}
            ),
            transactions=money.items,
            history=history,
            mails=mails,
        )
