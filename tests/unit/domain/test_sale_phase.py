"""Where an event and its ticket types stand as something to buy."""

from datetime import timedelta

import pytest

from src.domain.entities.event import Event, EventStatus
from src.domain.entities.sale_phase import SalePhase, event_phase, type_phase
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.errors import SalesClosed
from tests.support.examples import NOW, STARTS, make_event, make_type

HOUR = timedelta(hours=1)
SELLS = (SalePhase.ON_SALE, SalePhase.SOLD_OUT)


def events() -> list[tuple[Event, SalePhase]]:
    sold_out = make_event()
    sold_out.total_tickets_sold = sold_out.capacity
    return [
        (make_event(), SalePhase.ON_SALE),
        (sold_out, SalePhase.SOLD_OUT),
        (make_event(sales_start=NOW + HOUR), SalePhase.NOT_YET),
        (make_event(sales_start=NOW), SalePhase.ON_SALE),
        (make_event(sales_end=NOW), SalePhase.ENDED),
        (make_event(sales_end=NOW + HOUR), SalePhase.ON_SALE),
        (make_event(date_time=NOW, ends_at=NOW + HOUR), SalePhase.STARTED),
        (make_event(date_time=NOW - 2 * HOUR, ends_at=NOW), SalePhase.OVER),
        (make_event(status=EventStatus.COMPLETED), SalePhase.OVER),
        (make_event(status=EventStatus.CANCELLED), SalePhase.CANCELLED),
        (make_event(status=EventStatus.DRAFT), SalePhase.DRAFT),
    ]


@pytest.mark.parametrize(("event", "phase"), events())
def test_an_event_has_a_phase_that_agrees_with_what_a_sale_asks(
    event: Event, phase: SalePhase
) -> None:
    assert event_phase(event, NOW) is phase
    if phase in SELLS:
        event.require_on_sale(NOW)
    else:
        with pytest.raises(SalesClosed):
            event.require_on_sale(NOW)


@pytest.mark.parametrize(
    ("fields", "phase"),
    [
        ({}, SalePhase.ON_SALE),
        ({"status": TicketTypeStatus.PAUSED}, SalePhase.PAUSED),
        ({"status": TicketTypeStatus.CLOSED}, SalePhase.ENDED),
        ({"sales_start": NOW + HOUR}, SalePhase.NOT_YET),
        ({"sales_end": NOW}, SalePhase.ENDED),
        ({"sold": 10_000, "capacity": 10_000}, SalePhase.SOLD_OUT),
    ],
)
def test_a_type_has_a_phase_of_its_own_while_its_event_sells(
    fields: dict[str, object], phase: SalePhase
) -> None:
    ticket_type = make_type(**{"event_left": 100, **fields})
    assert type_phase(make_event(), ticket_type, NOW) is phase
    over = make_event(status=EventStatus.CANCELLED)
    assert type_phase(over, ticket_type, NOW) is SalePhase.CANCELLED
    assert event_phase(make_event(), STARTS) is SalePhase.STARTED
