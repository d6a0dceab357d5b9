"""Reverse charge: businesses of other countries buy without tax, and owe it themselves."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from src.domain.entities.event import Event
from src.domain.entities.order import Order, OrderItem
from src.domain.services.reprice import retax_order
from src.domain.shared.tax import TaxRelief

NOTHING = Decimal("0.00")


def set_reverse_charge(
    order: Order, events: Mapping[int, Event], organizers: Collection[int]
) -> bool:
    """Sell what is of these organizers without tax, and all else by its rates.

    Return whether that has changed anything. Added taxes are not paid then; a price that contains
    one stays as it is, and contains none. What has no tax in any case stays without a reverse
    charge, which is of a tax that somebody owes.
    """
    changed = [
        item
        for item in order.items
        if item.tax_relief is not TaxRelief.SMALL_BUSINESS
        and item.is_reverse_charged is not _owes(item, events, organizers)
    ]
    for item in changed:
        if item.is_reverse_charged:
            assert item.relieved_tax_rate is not None
            item.tax_rate, item.fee_tax_rate = item.relieved_tax_rate, item.relieved_fee_tax_rate
            item.relieved_tax_rate = item.relieved_fee_tax_rate = item.tax_relief = None
        else:
            fee_rate = item.tax_rate if item.fee_tax_rate is None else item.fee_tax_rate
            item.relieved_tax_rate, item.relieved_fee_tax_rate = item.tax_rate, fee_rate
            item.tax_rate = item.fee_tax_rate = NOTHING
            item.tax_relief = TaxRelief.REVERSE_CHARGE
    if changed:
        retax_order(order, events)
    return bool(changed)


def _owes(item: OrderItem, events: Mapping[int, Event], organizers: Collection[int]) -> bool:
    is_taxed = item.is_reverse_charged or any(item.tax_rates)
    return is_taxed and events[item.event_id].organizer_id in organizers
