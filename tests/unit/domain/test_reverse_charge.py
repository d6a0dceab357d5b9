"""Who owes the tax: of admission in the country of the event, of what is online in the buyer's."""

from decimal import Decimal
from typing import Any

import pytest

from src.domain.entities.billing import Billing
from src.domain.entities.seller import CountryTaxes, Seller
from src.domain.errors import ValidationFailed
from src.domain.services.reverse_charge import set_reverse_charge
from tests.support.checkouts import allocated, order_of
from tests.support.examples import EVENT_ID, ORGANIZER, make_event, make_type

FRANCE = CountryTaxes(country="FR", tax_rate=Decimal("5.50"), reverse_charge=True)
AUSTRIA = CountryTaxes(country="AT", tax_rate=Decimal("13.00"))
BUSINESSES = {
    "DE": "DE123456789",
    "AT": "ATU12345678",
    "FR": "FRXX123456789",
    "GR": "EL123456789",
}
HALL, ONLINE = {"venue": "Hall"}, {"venue": None}


def make_seller(**fields: Any) -> Seller:
    values = {
        "user_id": ORGANIZER.id,
        "name": "Seller",
        "street": "Street 1",
        "city": "Berlin",
        "country": "DE",
        "vat_id": "DE123456789",
        "taxes_by_country": (FRANCE, AUSTRIA),
        **fields,
    }
    return Seller(**values)


def bill(business: str, **fields: Any) -> Billing:
    """Whom it is for: a business of this country."""
    values = {"country": business, "vat_id": BUSINESSES[business], **fields}
    return Billing(order_id=40, name="AG", **values)


def is_relieved(seller: Seller | None, billing: Billing | None, **event: Any) -> bool:
    """Whether a ticket of this event is sold to this buyer without tax."""
    sold = make_event(tax_rate=Decimal("10.00"), **event)
    order = order_of(allocated(sold, (make_type(), 1)))
    sellers = {seller.user_id: seller} if seller else {}
    is_changed = set_reverse_charge(order, {EVENT_ID: sold}, sellers, billing)
    assert is_changed is order.is_reverse_charged
    assert bool(order.tax_amount) is not order.is_reverse_charged
    return order.is_reverse_charged


@pytest.mark.parametrize("allows", [True, False])
@pytest.mark.parametrize(
    ("event_country", "buyer", "is_owed_by_buyer"),
    [
        # The seller's own country: the seller owes the tax of every sale.
        ("DE", "AT", False),
        ("DE", "FR", False),
        ("DE", "DE", False),
        # Another one whose law makes its own businesses owe it.
        ("FR", "FR", True),
        ("FR", "AT", False),
        ("FR", "DE", False),
        # One whose law does not, and one of which the seller has said nothing.
        ("AT", "AT", False),
        ("GR", "GR", False),
        # Nobody has said where it is: it is taxed like an event at home.
        (None, "AT", False),
    ],
)
def test_admission_is_taxed_where_the_event_takes_place(
    event_country: str | None, buyer: str, is_owed_by_buyer: bool, allows: bool
) -> None:
    seller = make_seller(allows_reverse_charge=allows)
    found = is_relieved(seller, bill(buyer), country=event_country, **HALL)
    assert found is is_owed_by_buyer


@pytest.mark.parametrize("event_country", [None, "DE", "AT"])
@pytest.mark.parametrize(("buyer", "is_owed_by_buyer"), [("AT", True), ("GR", True), ("DE", False)])
def test_what_is_online_is_taxed_where_the_business_is(
    event_country: str | None, buyer: str, is_owed_by_buyer: bool
) -> None:
    event = {"country": event_country, **ONLINE}
    allowing = make_seller(allows_reverse_charge=True)
    assert is_relieved(allowing, bill(buyer), **event) is is_owed_by_buyer
    assert not is_relieved(make_seller(), bill(buyer), **event)


@pytest.mark.parametrize(
    "fields",
    [{"vat_id": None}, {"country": None}, {"vat_id": "ATU12345678"}, {"country": "AT"}],
)
def test_buyer_without_a_vat_id_of_the_country_pays_the_tax(fields: dict[str, Any]) -> None:
    assert not is_relieved(make_seller(), bill("FR", **fields), country="FR", **HALL)


def test_nobody_owes_the_tax_of_a_seller_who_has_said_nothing() -> None:
    assert not is_relieved(None, bill("FR"), country="FR", **HALL)
    assert not is_relieved(make_seller(), None, country="FR", **HALL)
    assert is_relieved(make_seller(), bill("FR"), country="FR", **HALL)


def test_what_was_sold_keeps_its_country() -> None:
    sold = make_event(country="FR", tax_rate=Decimal("10.00"), **HALL)
    order = order_of(allocated(sold, (make_type(), 1)))
    sold.country = "DE"
    seller = make_seller()
    assert set_reverse_charge(order, {EVENT_ID: sold}, {seller.user_id: seller}, bill("FR"))
    assert [item.event_country for item in order.items] == ["FR"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"taxes_by_country": (AUSTRIA, AUSTRIA)}, "0.country"),
        ({"taxes_by_country": (CountryTaxes(country="UK", tax_rate=Decimal(20)),)}, "0.country"),
        ({"taxes_by_country": (AUSTRIA, FRANCE), "country": "FR"}, "1.reverse_charge"),
        ({"vat_id": None}, "0.reverse_charge"),
        ({"is_small_business": True}, "0.reverse_charge"),
    ],
)
def test_impossible_taxes_of_a_country_are_refused(fields: dict[str, Any], field: str) -> None:
    make_seller().check()
    with pytest.raises(ValidationFailed) as refused:
        make_seller(**fields).check()
    assert refused.value.field == f"body.taxes_by_country.{field}"


def test_rates_of_a_country_are_those_that_were_said_for_it() -> None:
    seller = make_seller()
    assert (seller.taxes_in("AT"), seller.taxes_in("FR")) == (AUSTRIA, FRANCE)
    assert (seller.taxes_in("DE"), seller.taxes_in(None)) == (None, None)
