"""Get the receipt of an order."""

from collections.abc import Sequence
from decimal import Decimal

from src.application.dtos.receipt import Receipt, ReceiptDocument, ReceiptLine, ReceiptMovement
from src.application.ports.database import Clock
from src.application.ports.documents import ReceiptWriter
from src.application.use_cases.order.read_orders import GetOrder
from src.domain.entities.event import Event
from src.domain.entities.order import Order, OrderItem, OrderStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.repositories.user import UserRepository
from src.domain.services.pricing import Amounts
from src.domain.shared.money import ZERO

SHOWN_REFUNDS = (TransactionStatus.PENDING, TransactionStatus.SUCCESS)


class GetReceipt:
    """Get the receipt of an order as a PDF: its lines, amounts, payments and refunds.

    It has the names of the buyer, the events and the ticket types as they were when it was ordered.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` if the order was neither paid nor confirmed. For an order that an organizer
    placed for somebody else, the organizer's receipt names only the contact of the order.
    """

    def __init__(
        self,
        get_order: GetOrder,
        orders: OrderRepository,
        transactions: TransactionRepository,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        users: UserRepository,
        writer: ReceiptWriter,
        clock: Clock,
    ) -> None:
        self._get_order = get_order
        self._orders = orders
        self._transactions = transactions
        self._events = events
        self._ticket_types = ticket_types
        self._users = users
        self._writer = writer
        self._clock = clock

    async def execute(self, actor: Actor, order_id: int) -> ReceiptDocument:
        order = await self._get_order.whole(actor, order_id)
        if not await self._orders.was_confirmed(order_id):
            why = "There is no receipt: this order was neither paid nor confirmed."
            raise InvalidState("order", order.status.value, OrderStatus.CONFIRMED.value, why)
        receipt = await self._read(order, await self._buyer(actor, order))
        return ReceiptDocument(order.reference, await self._writer.write(receipt))

    async def _buyer(self, actor: Actor, order: Order) -> str:
        """Return the name of the buyer, which organizers learn only from the buyer."""
        is_known = actor.is_admin or actor.id == order.user_id
        if is_known or order.id in await self._orders.placed_by_buyers([order.id]):
            return (
                order.buyer_name or (await self._users.by_ids({order.user_id}))[order.user_id].name
            )
        return order.contact_name or f"Customer {order.user_id}"

    async def _read(self, order: Order, buyer: str) -> Receipt:
        events = await self._events.by_ids({item.event_id for item in order.items})
        types = await self._ticket_types.by_ids({item.ticket_type_id for item in order.items})
        transactions = await self._transactions.of_order(order.id)
        zones = [event.timezone for event in events.values()]
        contact = (order.contact_name, order.contact_email, order.contact_phone)
        now = self._clock()
        return Receipt(
            order_reference=order.reference,
            ordered_at=order.created_at or now,
            issued_at=now,
            timezone=zones[0] if len(zones) == 1 else "UTC",
            buyer=buyer,
            contact=tuple(entry for entry in contact if entry),
            currency=order.currency,
            lines=tuple(_line(item, events, types) for item in order.items),
            amounts=_amounts(order),
            discount_code=order.discount_code,
            payments=tuple(_movement(payment) for payment in transactions if payment.is_paid),
            refunds=tuple(
                _movement(refund)
                for refund in transactions
                if refund.kind is TransactionKind.REFUND and refund.status in SHOWN_REFUNDS
            ),
            owed=_owed(transactions),
        )


def _owed(transactions: Sequence[Transaction]) -> Decimal:
    """What could not be sent back yet, and never more than is left of what was paid."""
    owed = sum((transaction.owed_amount for transaction in transactions), ZERO)
    return min(owed, sum((transaction.refundable for transaction in transactions), ZERO))


def _line(item: OrderItem, events: dict[int, Event], types: dict[int, TicketType]) -> ReceiptLine:
    return ReceiptLine(
        event_title=item.event_title or events[item.event_id].title,
        ticket_type=item.ticket_type_name or types[item.ticket_type_id].name,
        quantity=item.quantity,
        unit_price=item.unit_price,
        tax_rate=item.tax_rate,
        fee_tax_rate=item.fee_tax_rate if len(item.tax_rates) > 1 else None,
        amounts=_amounts(item),
    )


def _amounts(priced: Order | OrderItem) -> Amounts:
    return Amounts(
        priced.subtotal,
        priced.discount_amount,
        priced.fee_amount,
        priced.tax_amount,
        priced.tax_included,
    )


def _movement(transaction: Transaction) -> ReceiptMovement:
    return ReceiptMovement(
        amount=transaction.amount, provider=transaction.provider, at=transaction.settled_at
    )
