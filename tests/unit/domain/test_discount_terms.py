"""What a code takes off: at most its cap, split so that the shares add up to it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from src.domain.entities.discount_terms import DiscountKind, DiscountLine, DiscountTerms
from src.domain.shared.currency import smallest_unit
from tests.support.examples import EVENT_ID, RIVAL, TYPE_ID, make_event

EVENT = make_event()
FOREIGN = make_event(id=11, organizer_id=RIVAL.id)
CURRENCIES = ("EUR", "JPY", "KWD")


def of_percent(percent: Decimal, **fields: object) -> DiscountTerms:
    values = {"owner_id": EVENT.organizer_id, "value": percent, **fields}
    return DiscountTerms(kind=DiscountKind.PERCENT, **values)  # type: ignore[arg-type]


@given(
    st.sampled_from(CURRENCIES),
    st.integers(1, 100),
    st.lists(st.tuples(st.booleans(), st.integers(0, 10**6)), min_size=1, max_size=8),
    st.integers(1, 10**6),
)
def test_cap_is_kept_to_the_unit_and_no_line_falls_below_zero(
    currency: str, percent: int, wanted: list[tuple[bool, int]], cap: int
) -> None:
    unit = smallest_unit(currency)
    lines = [
        DiscountLine(EVENT if is_own else FOREIGN, TYPE_ID, units * unit)
        for is_own, units in wanted
    ]
    terms = of_percent(Decimal(percent))
    free = terms.amounts(lines, currency=currency)
    capped = of_percent(Decimal(percent), max_discount=cap * unit)
    amounts = capped.amounts(lines, currency=currency)
    assert sum(amounts) == min(sum(free), cap * unit)
    for line, amount, without_cap in zip(lines, amounts, free, strict=True):
        assert 0 <= amount <= without_cap <= line.subtotal
        assert amount % unit == 0
        assert not amount or line.event is EVENT


def test_tickets_and_what_they_cost_are_those_that_it_covers() -> None:
    lines = [
        DiscountLine(EVENT, TYPE_ID, Decimal("20.00"), 2),
        DiscountLine(EVENT, 21, Decimal("30.00"), 3),
        DiscountLine(FOREIGN, 22, Decimal("40.00"), 4),
    ]
    for fields, tickets, spent in (
        ({}, 5, "50.00"),
        ({"owner_id": None}, 9, "90.00"),
        ({"event_id": EVENT_ID}, 5, "50.00"),
        ({"event_id": EVENT_ID, "ticket_type_id": 21}, 3, "30.00"),
    ):
        terms = of_percent(Decimal(10), **fields)
        assert (terms.tickets(lines), terms.spent(lines)) == (tickets, Decimal(spent))


def test_only_opening_takes_nothing_off() -> None:
    terms = of_percent(Decimal(0), ticket_type_id=TYPE_ID)
    line = DiscountLine(EVENT, TYPE_ID, Decimal("10.00"))
    assert terms.amounts([line], currency="USD") == [0]
