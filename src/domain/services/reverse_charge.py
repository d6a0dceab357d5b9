"""Reverse charge: businesses buy without tax where they owe it themselves.

Where a tax is due, directive 2006/112/EC says: for admission to an event, to businesses too, in the
country where the event takes place (article 53; to others article 54). The seller owes it there,
unless the seller is of another country and the law of that country makes its own businesses owe
it (article 194, which leaves that to each country). Who attends online is not at the event: that
is taxed where the business is (article 53, second paragraph, as of directive (EU) 2022/542, and
article 44), which owes the tax to its own country (article 196).
"""

from collections.abc import Mapping
from decimal import Decimal

from src.domain.entities.billing import Billing
from src.domain.entities.event import Event
from src.domain.entities.order import Order, OrderItem
from src.domain.entities.seller import Seller
from src.domain.services.reprice import retax_order
from src.domain.shared.tax import TaxRelief

NOTHING = Decimal("0.00")


def set_reverse_charge(
    order: Order,
    events: Mapping[int, Event],
    sellers: Mapping[int, Seller],
    billing: Billing | None,
) -> bool:
    """Sell without tax what this buyer owes the tax of, and all else by its rates.

    `sellers` are by the ids of organizers, as far as they have said who sells. Return whether that
    has changed anything. Added taxes are not paid then; a price that contains one stays as it is,
    and contains none. What has no tax in any case stays without a reverse charge, which is of a tax
    that somebody owes.
    """
    changed = [
        item
        for item in order.items
        if item.tax_relief is not TaxRelief.SMALL_BUSINESS
        and item.is_reverse_charged is not _is_owed(item, events[item.event_id], sellers, billing)
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


def can_be_owed(item: OrderItem, event: Event, seller: Seller | None) -> bool:
    """Whether some business owes the tax of this item itself."""
    if seller is None or item.tax_relief is TaxRelief.SMALL_BUSINESS:
        return False
    if event.is_online:
        return seller.allows_reverse_charge
    taxes = seller.taxes_in(item.event_country)
    return taxes is not None and taxes.reverse_charge


def _is_owed(
    item: OrderItem, event: Event, sellers: Mapping[int, Seller], billing: Billing | None
) -> bool:
    """Whether the tax of an item is this buyer's to pay.

    Of an online event where the buyer is a business of another country than the seller; of any
    other where it is one of the country in which the event takes place, and the seller is not.
    """
    seller = sellers.get(event.organizer_id)
    business = billing.business_country if billing else None
    if seller is None or business is None or business == seller.country:
        return False
    is_taxed = item.is_reverse_charged or any(item.tax_rates)
    is_there = event.is_online or business == item.event_country
    return is_taxed and is_there and can_be_owed(item, event, seller)
