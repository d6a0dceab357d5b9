"""Places and prices as a checkout gets them."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from src.domain.entities.event import Event, Payment
from src.domain.entities.order import Order
from src.domain.entities.ticket import Place
from src.domain.entities.ticket_type import TicketType
from src.domain.services.checkout import AllocatedPlaces, make_order
from tests.support.examples import BUYER, NOW, make_event, make_type
from tests.support.fakes.ports import FakeCodes
from tests.support.prices import percents, prices

TEN_MINUTES = timedelta(minutes=10)


def allocated(event: Event, *types: tuple[TicketType, int]) -> AllocatedPlaces:
    """So many places of each of these types, without seats."""
    return AllocatedPlaces(
        event,
        [
            Place.at_list_price(ticket_type)
            for ticket_type, quantity in types
            for _ in range(quantity)
        ],
    )


def order_of(*choices: AllocatedPlaces, **fields: Any) -> Order:
    return make_order(
        choices,
        user_id=BUYER.id,
        hold_for=TEN_MINUTES,
        now=NOW,
        random_code=FakeCodes(),
        **fields,
    )


@st.composite
def choices(draw: st.DrawFn) -> list[AllocatedPlaces]:
    """Places of one to three events with fees and taxes, of one or two types each."""
    chosen = []
    for number in range(draw(st.integers(1, 3))):
        event = make_event(
            id=10 + number,
            payment=Payment.ONLINE,
            service_fee_fixed=draw(prices),
            service_fee_percent=draw(percents),
            tax_rate=draw(percents),
            tax_inclusive=draw(st.booleans()),
        )
        types = [
            make_type(id=20 + 10 * number + kind, event_id=event.id, price=draw(prices))
            for kind in range(draw(st.integers(1, 2)))
        ]
        places = draw(
            st.permutations(
                [ticket_type for ticket_type in types for _ in range(draw(st.integers(1, 4)))]
            )
        )
        chosen.append(AllocatedPlaces(event, [Place.at_list_price(place) for place in places]))
    return chosen
