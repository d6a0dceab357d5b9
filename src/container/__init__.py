"""The composition root: the implementation behind each name.

All objects are stateless or safe to share, and live as long as the process.
"""

from typing import Any, cast

from dependency_injector import containers, providers

from src.config import Settings
from src.container.adapters import Adapters
from src.container.api_keys import ApiKeys
from src.container.catalogue import Catalogue
from src.container.door import Door
from src.container.guests import Guests
from src.container.holders import Holders
from src.container.invoicing import Invoicing
from src.container.jobs import Jobs
from src.container.mailing import Mailing
from src.container.management import Management
from src.container.oversight import Oversight
from src.container.passes import Passes
from src.container.people import People
from src.container.reports import Reports
from src.container.returns import Returns
from src.container.seat_plans import SeatPlans
from src.container.selling import Selling
from src.container.settlement import Settlement
from src.container.settling import Settling
from src.container.sold import Sold
from src.container.transfers import Transfers
from src.container.webhooks import Webhooks


class Container(containers.DeclarativeContainer):
    """A container for each feature, with their dependencies on each other.

    The casts are for the type checker: a nested container has the providers of its class.
    """

    settings = providers.Dependency(instance_of=Settings)

    adapters = cast(type[Adapters], providers.Container(Adapters, settings=settings))
    people = cast(type[People], providers.Container(People, adapters=adapters))
    api_keys = cast(type[ApiKeys], providers.Container(ApiKeys, adapters=adapters))
    catalogue = cast(type[Catalogue], providers.Container(Catalogue, adapters=adapters))
    management = cast(type[Management], providers.Container(Management, adapters=adapters))
    seat_plans = cast(type[SeatPlans], providers.Container(SeatPlans, adapters=adapters))
    selling = cast(type[Selling], providers.Container(Selling, adapters=adapters))
    guests = cast(type[Guests], providers.Container(Guests, adapters=adapters, people=people))
    door = cast(type[Door], providers.Container(Door, adapters=adapters, selling=selling))
    settling = cast(
        type[Settling], providers.Container(Settling, adapters=adapters, selling=selling)
    )
    invoicing = cast(
        type[Invoicing], providers.Container(Invoicing, adapters=adapters, selling=selling)
    )
    settlement = cast(type[Settlement], providers.Container(Settlement, adapters=adapters))
    returns = cast(
        type[Returns],
        providers.Container(Returns, adapters=adapters, selling=selling, settling=settling),
    )
    passes = cast(type[Passes], providers.Container(Passes, adapters=adapters))
    transfers = cast(type[Transfers], providers.Container(Transfers, adapters=adapters))
    holders = cast(type[Holders], providers.Container(Holders, adapters=adapters, selling=selling))
    sold = cast(type[Sold], providers.Container(Sold, adapters=adapters))
    reports = cast(type[Reports], providers.Container(Reports, adapters=adapters))
    webhooks = cast(type[Webhooks], providers.Container(Webhooks, adapters=adapters))
    mailing = cast(type[Mailing], providers.Container(Mailing, adapters=adapters, selling=selling))
    oversight = cast(
        type[Oversight],
        providers.Container(
            Oversight, adapters=adapters, selling=selling, mailing=mailing, sold=sold
        ),
    )
    jobs = cast(
        type[Jobs],
        providers.Container(
            Jobs,
            adapters=adapters,
            catalogue=catalogue,
            settling=settling,
            invoicing=invoicing,
            webhooks=webhooks,
            mailing=mailing,
        ),
    )


def providers_by_name(container: Container) -> dict[str, providers.Provider[Any]]:
    """Every provider of every feature by its name, which is unique across features."""
    found: dict[str, providers.Provider[Any]] = {}
    for feature in container.providers.values():
        if isinstance(feature, providers.Container):
            own = cast(dict[str, providers.Provider[Any]], feature.providers)
            for name, provider in own.items():
                if not isinstance(provider, providers.DependenciesContainer):
                    found[name] = provider
    return found
