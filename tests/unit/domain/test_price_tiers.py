"""Price tiers: the price in force is what an independent model says, however it is sold."""

from collections import Counter
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.domain.entities.price_tier import MAX_TIERS, PriceTier, require_price_tiers
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import TicketingError, ValidationFailed
from src.domain.services.allocation import AllocationRequest, Stock, TicketRequest, allocate
from src.domain.services.checkout import AllocatedPlaces
from tests.support.checkouts import order_of
from tests.support.examples import BUYER, NOW, TYPE_ID, make_event, make_type

HOUR = timedelta(hours=1)
BASE = Decimal("30.00")
EARLY = PriceTier(name="Early bird", price=Decimal("20.00"), up_to=10)


@st.composite
def tiers(draw: st.DrawFn) -> tuple[PriceTier, ...]:
    """Tiers as an organizer may give them: each ends, and none before the one before it."""
    found = []
    until, up_to = NOW - 2 * HOUR, 0
    for number in range(draw(st.integers(0, 4))):
        has_until, has_up_to = draw(st.sampled_from([(True, False), (False, True), (True, True)]))
        if has_until:
            until += HOUR * draw(st.integers(1, 3))
        if has_up_to:
            up_to += draw(st.integers(1, 12))
        found.append(
            PriceTier(
                name=f"Tier {number}",
                price=Decimal(draw(st.integers(0, 5000))) / 100,
                until=until if has_until else None,
                up_to=up_to if has_up_to else None,
            )
        )
    return tuple(found)


def said_by_the_model(kind: TicketType, now: datetime, taken: int) -> Decimal:
    """The price of one more ticket, worked out backwards from the last tier."""
    price = kind.price
    for tier in reversed(kind.price_tiers):
        if (tier.until is None or now < tier.until) and (tier.up_to is None or taken < tier.up_to):
            price = tier.price
    return price


sales = st.lists(
    st.tuples(
        st.integers(1, 6),  # tickets
        st.integers(0, 5),  # tickets that are given back before it
        st.integers(0, 90),  # minutes after the sale before it
        st.booleans(),  # in the same batch as the sale before it
    ),
    max_size=12,
)


@given(tiers(), sales)
def test_each_ticket_has_the_price_that_an_independent_model_says(
    given_tiers: tuple[PriceTier, ...], sequence: list[tuple[int, int, int, bool]]
) -> None:
    kind = make_type(price=BASE, price_tiers=given_tiers, capacity=40)
    now, taken = NOW - 2 * HOUR, 0
    batch: list[int] = []

    def sell() -> None:
        nonlocal taken
        kind.sold = taken
        event = make_event(capacity=1000, total_tickets_sold=taken)
        requests = [
            AllocationRequest(buyer_id=BUYER.id, items=(TicketRequest(quantity=number),))
            for number in batch
        ]
        for number, places in zip(
            batch, allocate(Stock(event, [kind]), requests, now), strict=True
        ):
            if isinstance(places, TicketingError):
                assert taken + number > kind.capacity
                continue
            said = [said_by_the_model(kind, now, taken + place) for place in range(number)]
            assert [place.price for place in places] == said
            taken += number
        batch.clear()

    for number, given_back, minutes, is_together in sequence:
        if not is_together:
            sell()
            taken = max(0, taken - given_back)
            now += timedelta(minutes=minutes)
        batch.append(number)
    sell()


def test_the_first_ten_tickets_have_the_first_price_and_a_sale_over_the_boundary_has_both() -> None:
    kind = make_type(price=BASE, price_tiers=(EARLY,))
    stock = Stock(make_event(), [kind])
    nine = AllocationRequest(buyer_id=BUYER.id, items=(TicketRequest(quantity=9),))
    three = AllocationRequest(buyer_id=BUYER.id, items=(TicketRequest(quantity=3),))
    stock.allocate(nine, NOW)
    places = stock.allocate(three, NOW)
    assert [str(place.price) for place in places] == ["20.00", "30.00", "30.00"]
    order = order_of(AllocatedPlaces(make_event(), places))
    lines = [(item.ticket_type_id, item.quantity, str(item.unit_price)) for item in order.items]
    assert lines == [(TYPE_ID, 1, "20.00"), (TYPE_ID, 2, "30.00")]
    assert order.total_amount == order.bookings[0].total_amount == Decimal("80.00")


def test_what_a_refused_sale_did_not_get_stays_at_its_price() -> None:
    kind = make_type(price=BASE, price_tiers=(EARLY,), capacity=12)
    stock = Stock(make_event(), [kind])
    too_many = AllocationRequest(buyer_id=BUYER.id, items=(TicketRequest(quantity=13),))
    ten = AllocationRequest(buyer_id=BUYER.id, items=(TicketRequest(quantity=10),))
    assert isinstance(allocate(stock, [too_many], NOW)[0], TicketingError)
    assert Counter(place.price for place in stock.allocate(ten, NOW)) == {EARLY.price: 10}


def test_a_tier_ends_on_the_second() -> None:
    tier = PriceTier(name="April", price=Decimal("20.00"), until=NOW)
    kind = make_type(price=BASE, price_tiers=(tier,), read_at=NOW - timedelta(microseconds=1))
    assert (kind.current_price, kind.current_tier, kind.next_price_at) == (tier.price, "April", NOW)
    kind.read_at = NOW
    assert (kind.current_price, kind.current_tier, kind.next_price_at) == (BASE, None, None)


def test_lapsed_holds_free_their_places_in_a_tier() -> None:
    kind = make_type(price=BASE, price_tiers=(EARLY,), sold=4, held=6, read_at=NOW)
    assert (kind.current_price, kind.left_at_price) == (BASE, None)
    kind.lapsed = 5
    assert (kind.current_price, kind.left_at_price) == (EARLY.price, 5)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ([{}], "body.price_tiers.0.until"),
        ([{"up_to": 5}, {"up_to": 5}], "body.price_tiers.1.up_to"),
        ([{"until": NOW}, {"up_to": 5}, {"until": NOW}], "body.price_tiers.2.until"),
        ([{"up_to": number + 1} for number in range(MAX_TIERS + 1)], "body.price_tiers"),
    ],
)
def test_tiers_that_never_end_or_end_too_early_are_refused(
    wrong: list[dict[str, Any]], field: str
) -> None:
    given_tiers = [PriceTier(name="Tier", price=BASE, **fields) for fields in wrong]
    with pytest.raises(ValidationFailed) as refusal:
        require_price_tiers(given_tiers)
    assert refusal.value.field == field


def test_an_open_price_has_no_tiers_and_a_refused_edit_says_so() -> None:
    kind = make_type(price_tiers=(EARLY,))
    with pytest.raises(ValidationFailed, match="choose one of the two"):
        kind.edit({"is_price_open": True}, currency="USD")


def test_an_open_price_is_what_the_buyer_gives_and_at_least_the_price() -> None:
    kind = make_type(price=Decimal("5.00"), is_price_open=True)
    request = TicketRequest(quantity=2, unit_price=Decimal("8.50"))
    places = Stock(make_event(), [kind]).allocate(
        AllocationRequest(buyer_id=BUYER.id, items=(request,)), NOW
    )
    assert [str(place.price) for place in places] == ["8.50", "8.50"]
    assert kind.prices(1, now=NOW, taken=0) == [kind.price]
    with pytest.raises(ValidationFailed, match="costs at least"):
        kind.require_unit_price(Decimal("4.99"), "USD")
    with pytest.raises(ValidationFailed, match="is fixed"):
        make_type().require_unit_price(Decimal("100.00"), "USD")


def test_what_was_said_earlier_follows_the_type() -> None:
    kind = make_type(price=Decimal("5.00"), is_price_open=True)
    assert kind.nearest_unit_price(Decimal("3.00")) == kind.price
    assert kind.nearest_unit_price(Decimal("9.00")) == Decimal("9.00")
    assert make_type().nearest_unit_price(Decimal("9.00")) is None


def test_what_is_given_away_costs_nothing_and_counts_as_sold() -> None:
    kind = make_type(price=BASE, price_tiers=(EARLY,))
    stock = Stock(make_event(), [kind])
    gift = AllocationRequest(
        buyer_id=BUYER.id, items=(TicketRequest(quantity=10),), is_complimentary=True
    )
    one = AllocationRequest(buyer_id=BUYER.id, items=(TicketRequest(quantity=1),))
    assert {place.price for place in stock.allocate(gift, NOW)} == {Decimal(0)}
    assert [place.price for place in stock.allocate(one, NOW)] == [BASE]
