"""The taxes in what is paid for an item: all of it at the start, nothing at the end."""

from collections import defaultdict
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from src.domain.entities.event import TaxRates
from src.domain.entities.order import OrderItem
from src.domain.entities.transaction import LedgerAccount
from src.domain.services.item_taxes import ItemTaxes, Taxed, item_taxes
from src.domain.services.pricing import price_line
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import ZERO, is_payable
from tests.support.examples import make_event
from tests.support.prices import percents

CURRENCIES = st.sampled_from(["EUR", "JPY", "KWD"])


@st.composite
def items(draw: st.DrawFn) -> tuple[OrderItem, str]:
    """An item as it is sold, with rates of its own or as earlier orders have it."""
    currency = draw(CURRENCIES)
    unit = smallest_unit(currency)
    event = make_event(
        currency=currency,
        service_fee_fixed=draw(st.integers(0, 500)) * unit,
        service_fee_percent=draw(percents),
        tax_rate=draw(percents),
        tax_inclusive=draw(st.booleans()),
    )
    rates = TaxRates(draw(percents), draw(percents)) if draw(st.booleans()) else event.tax_rates()
    price, quantity = draw(st.integers(0, 30000)) * unit, draw(st.integers(1, 5))
    amounts = price_line(event, price, quantity, rates=rates)
    is_earlier = rates == event.tax_rates() and draw(st.booleans())
    item = OrderItem(
        event_id=1,
        ticket_type_id=1,
        quantity=quantity,
        unit_price=price,
        subtotal=amounts.subtotal,
        fee_amount=amounts.fee_amount,
        tax_rate=rates.tickets,
        tax_amount=amounts.tax_amount,
        tax_included=amounts.tax_included,
        fee_tax_rate=None if is_earlier else rates.fee,
        fee_tax_amount=None if is_earlier else amounts.fee_tax_amount,
        total_amount=amounts.total_amount,
    )
    return item, currency


def paid_for(item: OrderItem) -> dict[LedgerAccount, Decimal]:
    return {
        LedgerAccount.TICKETS: item.subtotal,
        LedgerAccount.FEES: item.fee_amount,
        LedgerAccount.TAXES: item.tax_amount - item.tax_included,
    }


def total(taxes: ItemTaxes) -> Taxed:
    return taxes.tickets + taxes.fee


@given(items())
def test_what_is_paid_in_full_has_exactly_the_tax_of_the_item(
    given_item: tuple[OrderItem, str],
) -> None:
    item, currency = given_item
    taxes = item_taxes(item, paid_for(item), currency)
    assert total(taxes).tax == item.tax_amount
    assert total(taxes).gross == item.total_amount
    if item.fee_tax_amount is not None:
        assert taxes.fee.tax == item.fee_tax_amount
    assert item_taxes(item, {}, currency) == ItemTaxes(Taxed(), Taxed())


@given(items(), st.data())
def test_movements_back_add_up_to_the_item_in_any_steps(
    given_item: tuple[OrderItem, str], data: st.DataObject
) -> None:
    item, currency = given_item
    unit = smallest_unit(currency)
    left = paid_for(item)
    returned = Taxed()
    while any(left.values()):
        before = item_taxes(item, left, currency)
        taken = defaultdict(lambda: ZERO)
        for account, amount in left.items():
            most = int(amount / unit)
            # At least something each time, so that it ends.
            taken[account] = data.draw(st.integers(min(1, most), most)) * unit
        left = {account: amount - taken[account] for account, amount in left.items()}
        after = item_taxes(item, left, currency)
        moved = total(before) - total(after)
        assert moved.gross == sum(taken.values(), ZERO)
        for part in (after.tickets, after.fee):
            assert part.tax >= 0 and is_payable(part.tax, currency)
        returned += moved
    assert returned == Taxed(item.total_amount - item.tax_amount, item.tax_amount)
