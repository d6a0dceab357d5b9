"""Administrators who record payouts in the same moment never pay twice what is owed."""

import asyncpg

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock
from tests.support.concurrency.buying import open_shop
from tests.support.concurrency.running import at_once, outcomes
from tests.support.orders import pay
from tests.support.payments import ScriptedProvider
from tests.support.settlement import balance_of, pay_out

ADMINS = 6
ROUNDS = 3


async def test_payouts_at_once_are_never_more_than_is_owed(
    api: Api,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    shop = await open_shop(api, provider)
    for number in range(ROUNDS):
        buyer = await api.person()
        await pay(api, buyer, provider, await shop.order(buyer, await shop.event(price="25.00")))
        clock.move(days=40)
        organizer = api.renewed(shop.organizer)
        admins = [await api.person(Role.ADMIN) for _ in range(ADMINS)]
        answers = await at_once(
            *(
                pay_out(api, admin, organizer, "15.00", reference=f"{number}-{place}")
                for place, admin in enumerate(admins)
            )
        )
        assert outcomes(answers) == {"201": 1, "payout_exceeds_balance": ADMINS - 1}
        rest = (await balance_of(api, organizer))["payable"]
        answer = await pay_out(api, admins[0], organizer, rest, reference=f"{number}-rest")
        assert answer.status_code == 201, answer.text
    paid = await connection.fetchval("SELECT sum(amount) FROM organizer_payouts")
    assert paid == 25 * ROUNDS


async def test_one_reference_and_one_counter_entry_win_over_those_at_once(
    api: Api, provider: ScriptedProvider, connection: asyncpg.Connection
) -> None:
    shop = await open_shop(api, provider)
    await api.event(shop.organizer)
    admins = [await api.person(Role.ADMIN) for _ in range(ADMINS)]
    answers = await at_once(
        *(
            pay_out(api, admin, shop.organizer, "5.00", reference="one", is_advance=True)
            for admin in admins
        )
    )
    assert outcomes(answers) == {"201": 1, "duplicate": ADMINS - 1}
    (paid,) = (answer.json() for answer in answers if answer.status_code == 201)
    path = f"/organizer-payouts/{paid['id']}/reversal"
    taken = await at_once(*(api.post(path, admin) for admin in admins))
    assert outcomes(taken) == {"201": 1, "invalid_state": ADMINS - 1}
    assert await connection.fetchval("SELECT sum(amount) FROM organizer_payouts") == 0
