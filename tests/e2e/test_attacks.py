"""The attacks of `make attacks`, smaller and shorter: a sale goes on, and /health answers."""

from tests.attacks.__main__ import MAX_HEALTH_SECONDS, MAX_MEMORY_MIB, besieged
from tests.attacks.siege import Scale
from tests.support.database import MakeDatabase
from tests.support.database import test_settings as settings_for
from tests.support.servers import running_server

SCALE = Scale(slow_heads=200, slow_bodies=200, streams=200, faulty_bodies=10, seconds=3)


async def test_sale_goes_on_while_strangers_are_slow_and_send_faults(
    make_database: MakeDatabase,
) -> None:
    url = await make_database()
    # As many slow bodies as this would close the shop if they took the places of buyers.
    async with (
        running_server(url, max_requests=100) as server,
        besieged(server, url, settings_for(url)) as siege,
    ):
        await siege.measure(0.5)
        async with siege.attacked(SCALE):
            during = await siege.measure(SCALE.seconds)
        assert during.sold > 10
        assert during.refused == 0
        assert during.memory_mib < MAX_MEMORY_MIB
        # Twice the second, for machines that are busy with other tests as well.
        assert during.slowest_health < 2 * MAX_HEALTH_SECONDS
