"""One transfer that several people record in the same moment, with different words."""

from src.domain.entities.user import Role
from tests.support.api import Api
from tests.support.concurrency.buying import open_shop
from tests.support.concurrency.running import at_once, outcomes
from tests.support.orders import change_status, start
from tests.support.payments import ScriptedProvider

ROUNDS = 6
SAID = (
    *(("success", {"amount_received": amount}) for amount in ("25.00", "30.00", "5.00")),
    ("failed", {}),
)


async def test_only_the_first_of_those_who_record_a_transfer_is_believed(
    api: Api, provider: ScriptedProvider
) -> None:
    shop = await open_shop(api, provider)
    admin = await api.person(Role.ADMIN)
    for _ in range(ROUNDS):
        buyer = await api.person()
        order = await shop.order(buyer, await shop.event(price="25.00", payment_days=5))
        payment = await start(api, buyer, order, provider="manual")
        answers = await at_once(
            *(change_status(api, admin, payment, status, **more) for status, more in SAID)
        )
        assert outcomes(answers) == {"200": 1, "invalid_state": 3}
        (recorded,) = (answer.json() for answer in answers if answer.status_code == 200)
        stored = (await api.get(f"/transactions/{payment['id']}", admin)).json()
        assert (stored["status"], stored["amount"]) == (recorded["status"], recorded["amount"])


async def test_only_one_who_records_a_refund_by_hand_is_believed(
    api: Api, provider: ScriptedProvider
) -> None:
    shop = await open_shop(api, provider)
    admin = await api.person(Role.ADMIN)
    for _ in range(ROUNDS):
        buyer = await api.person()
        order = await shop.order(buyer, await shop.event(price="25.00", payment_days=5))
        payment = await start(api, buyer, order, provider="manual")
        await change_status(api, admin, payment, "success")
        refund = (await api.post(f"/transactions/{payment['id']}/refund", admin, {})).json()
        answers = await at_once(*(change_status(api, admin, refund, "success") for _ in range(3)))
        assert outcomes(answers) == {"200": 1, "invalid_state": 2}
