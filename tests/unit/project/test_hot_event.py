"""The simulation of docs/decisions/0026: no ticket is sold twice, and what it says holds."""

from dataclasses import replace

import pytest

from tools.hot_event.model import Costs, Outage, Plan, Result, crowd, simulate

TICKETS = 500
PLANS = (
    Plan(1),
    Plan(4),
    Plan(4, admitted_per_second=200),
    Plan(6, 3),
    Plan(6, 3, gives_back=False),
    Plan(6, 3, admitted_per_second=200),
)
AWAY = Outage(allotment=1, begins=1.0, lease=20.0)


def sold(plan: Plan, *, skew: float = 0.0, outage: Outage | None = None, seed: int = 1) -> Result:
    buyers = crowd(2_000, allotments=plan.allotments, skew=skew, seed=seed)
    return simulate(buyers, TICKETS, plan, Costs(cpu_each=0.005, lock=0.02), outage)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("plan", PLANS)
def test_every_ticket_is_sold_once_and_everybody_is_answered(plan: Plan, seed: int) -> None:
    result = sold(plan, skew=0.3, seed=seed)
    assert result.sold == sum(buyer.wants for buyer in result.buyers if buyer.has_tickets)
    assert all(buyer.answered is not None for buyer in result.buyers)
    assert result.sold == TICKETS or not plan.gives_back
    assert sum(count for _, count in result.sales) == result.sold


def test_one_row_serves_in_the_order_of_arrival() -> None:
    result = sold(Plan(1))
    answered = [buyer.answered for buyer in result.buyers]
    assert answered == sorted(answered, key=lambda when: when or 0.0)
    # But for those who want more than the last tickets.
    assert result.overtaken(1.0) == 0


def test_allotments_that_give_nothing_back_refuse_although_there_are_tickets() -> None:
    kept, given = (sold(Plan(6, 3, gives_back=back), skew=0.6) for back in (False, True))
    assert kept.refused_too_early > 100
    assert given.refused_too_early == 0
    assert given.moves > 0


def test_a_queue_in_front_keeps_the_shop_empty() -> None:
    buyers = crowd(2_000, allotments=1)
    slow = Costs(cpu_each=0.01, lock=0.1, lock_each=0.01)
    crowded = simulate(buyers, TICKETS, Plan(1), slow).most_inside()
    queued = simulate(buyers, TICKETS, Plan(1, admitted_per_second=20), slow).most_inside()
    assert queued < crowded / 10


def test_a_region_that_is_away_loses_nothing_and_nobody_is_refused_if_they_wait_for_it() -> None:
    plan = Plan(6, 3)
    refusing, waiting = (
        sold(replace(plan, waits_for_leases=waits), outage=AWAY) for waits in (False, True)
    )
    assert refusing.sold == waiting.sold == TICKETS
    assert refusing.refused_too_early > 0
    assert waiting.refused_too_early == 0
    assert (waiting.sold_out or 0.0) > AWAY.begins + AWAY.lease
