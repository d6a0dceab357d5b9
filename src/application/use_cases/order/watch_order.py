"""Stream the state of an order."""

from contextlib import AbstractContextManager

from src.application.dtos.order_state import OrderState
from src.application.live.order_streams import OrderStreams, ReadOrderStates
from src.application.live.stream import Stream
from src.application.use_cases.order.read_orders import GetOrder
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.order import OrderRepository


class WatchOrder:
    """Stream the state of an order as server-sent events named `order`.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `unavailable`
    if the server or the client's address has too many open streams.

    One event is sent on connection and one for each change of the order or its payments: what to
    show is read from the order then. Comments keep the connection alive. The stream ends after the
    event with the id `final`: the order has ended and no money is on its way. A client that comes
    back with `Last-Event-ID: final` gets 204, after which an `EventSource` stays away. Other
    streams end after a quarter of an hour, and clients come back.
    """

    def __init__(
        self, get_order: GetOrder, read_states: ReadOrderStates, streams: OrderStreams
    ) -> None:
        self._get_order = get_order
        self._read_states = read_states
        self._streams = streams

    async def execute(
        self, actor: Actor, order_id: int, client: str, *, has_heard_all: bool = False
    ) -> AbstractContextManager[Stream] | None:
        """Return a context that opens a stream of this client (an address).

        Entering it may raise Unavailable. None if the client has heard the final event and it
        still is that. Raises NotFound.
        """
        state = await self._state(actor, order_id)
        if has_heard_all and state.is_final:
            return None
        return self._streams.open(state, client)

    async def _state(self, actor: Actor, order_id: int) -> OrderState:
        state = (await self._read_states([order_id])).get(order_id)
        if state is None:
            raise NotFound("order", order_id)
        if actor.id != state.user_id and not actor.is_admin:
            await self._get_order.whole(actor, order_id)
        return state


class WatchCheckout:
    """Stream the state of an order by its reference, for its page.

    Authorization: its buyer and admins; anybody else learns nothing of it.
    """

    def __init__(
        self, orders: OrderRepository, read_states: ReadOrderStates, streams: OrderStreams
    ) -> None:
        self._orders = orders
        self._read_states = read_states
        self._streams = streams

    async def execute(
        self, actor: Actor, reference: str, client: str
    ) -> AbstractContextManager[Stream]:
        """Like `WatchOrder.execute`."""
        order_id = await self._orders.id_of(reference)
        state = (await self._read_states([order_id])).get(order_id)
        if state is None or (actor.id != state.user_id and not actor.is_admin):
            raise NotFound("order", reference)
        return self._streams.open(state, client)
